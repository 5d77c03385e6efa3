import { type Anchor, anchored, anchorsOf } from "./print/anchors.js";
import { declaration } from "./print/declaration.js";
import { type Doc, fresh, join, marksOf } from "./print/doc.js";
import type { LaidLine } from "./print/layout.js";
import { anchoredIn, type Placed, placed } from "./print/placing.js";
import { laidOut } from "./print/quoting.js";
import { rigidity } from "./print/rigid.js";
import { spaced, woven } from "./print/weave.js";
import type { File } from "./tree.js";

/** How many cells a line has at most, where it can be broken. */
const WIDTH = 100;
/** Comments come to rest at the second or third round; what should not be endless is not. */
const ROUNDS = 20;

/**
 * A file's tree as text, in the one layout of the language: one clause a line, two blanks a step, plain signs, back-quotes
 * only where a name needs them. With the text that the tree was read from, its comments and the blank lines between
 * clauses and declarations are kept; their places are known by the spans. Throws `RangeError` for a tree that holds a
 * construct of a later version.
 */
export function print(file: File, source: string | null = null): string {
  if (file.declarations.length === 0) return ended(source === null ? [] : woven([], onlyComments(file), source));
  const doc = join(file.declarations.map(declaration), fresh);
  if (source === null) return ended(spaced(laid(doc, [])));
  return ended(settled(doc, anchored(marksOf(doc), file.comments, source), source));
}

/** Where comments go decides which lines are broken, and that may move comments up: until nothing moves. */
function settled(doc: Doc, anchors: readonly Anchor[], source: string, rounds = ROUNDS): string[] {
  const lines = laid(doc, anchors);
  const places = placed(lines, anchors);
  const found = anchoredIn(lines, places);
  if (rounds === 0 || isSame(found, anchors)) return woven(lines, places, source);
  return settled(doc, found, source, rounds - 1);
}

function laid(doc: Doc, anchors: readonly Anchor[]): LaidLine[] {
  return laidOut(doc, { width: WIDTH, quote: '"', isRigid: rigidity(anchorsOf(anchors)) });
}

const isSame = (some: readonly Anchor[], others: readonly Anchor[]): boolean =>
  some.every(({ mark, behind }, index) => others[index]?.mark === mark && others[index]?.behind === behind);

const onlyComments = ({ comments }: File): Map<number, Placed> =>
  new Map([[0, { above: [...comments], behind: null }]]);

const ended = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join("");
