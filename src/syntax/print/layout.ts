import { cellWidth } from "../../text/width.js";
import type { Doc, Group, Mark, NameLeaf } from "./doc.js";
import { type QuoteSign, quoted } from "./quote.js";

/** A line of the result. */
export interface LaidLine {
  /** In steps of two blanks. */
  readonly indent: number;
  /** Whether a declaration or a clause begins with it. */
  readonly fresh: boolean;
  text: string;
  readonly marks: Mark[];
  readonly names: { readonly at: number; readonly leaf: NameLeaf }[];
}

export interface LayoutOptions {
  /** How many cells a line should have at most. */
  readonly width: number;
  readonly quote: QuoteSign;
  /** Names that need back-quotes. */
  readonly quotedNames: ReadonlySet<NameLeaf>;
  /** Whether a group needs its line ends, whatever the room. */
  readonly isRigid: (group: Group) => boolean;
}

/** A doc still to be laid out. */
interface Step {
  readonly doc: Doc;
  readonly indent: number;
  readonly flat: boolean;
}

/** How far a step indents, in cells. */
export const STEP = 2;

/** Lays a doc out: the outermost groups that are too long for a line are broken first (after Wadler, A prettier printer, 2003). */
export function layout(doc: Doc, options: LayoutOptions): LaidLine[] {
  const lines: LaidLine[] = [emptyLine(0, true)];
  const steps: Step[] = [{ doc, indent: 0, flat: false }];
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    const now = lines.at(-1) as LaidLine;
    const { doc: each, indent, flat } = step;
    if (typeof each === "string") now.text += each;
    else if (!("is" in each)) for (const part of each.toReversed()) steps.push({ doc: part, indent, flat });
    else if (each.is === "mark") now.marks.push(each);
    else if (each.is === "text") now.text += quoted(each.text, options.quote);
    else if (each.is === "nest") steps.push({ doc: each.doc, indent: indent + 1, flat });
    else if (each.is === "line") {
      if (flat && each.flat !== null) now.text += each.flat;
      else lines.push(emptyLine(indent, each.fresh));
    } else if (each.is === "name") {
      now.names.push({ at: now.text.length, leaf: each });
      now.text += spelled(each, options);
    } else steps.push({ doc: each.doc, indent, flat: flat || isFlat(each, now, indent, steps, options) });
  }
  return lines;
}

const emptyLine = (indent: number, fresh: boolean): LaidLine => ({ indent, fresh, text: "", marks: [], names: [] });

const spelled = (leaf: NameLeaf, { quotedNames }: LayoutOptions): string =>
  quotedNames.has(leaf) ? `\`${leaf.text}\`` : leaf.text;

function isFlat(group: Group, now: LaidLine, indent: number, rest: readonly Step[], options: LayoutOptions): boolean {
  if (options.isRigid(group)) return false;
  const room = options.width - now.indent * STEP - cellWidth(now.text);
  return fits({ doc: group.doc, indent, flat: true }, rest, room, options);
}

/** Whether `first` and what comes after it, up to the first line end, take no more than `room` cells. */
function fits(first: Step, rest: readonly Step[], room: number, options: LayoutOptions): boolean {
  const steps = [first];
  let after = rest.length;
  let left = room;
  while (left >= 0) {
    const step = steps.pop() ?? rest[--after];
    if (step === undefined) return true;
    const { doc, indent, flat } = step;
    if (typeof doc === "string") left -= cellWidth(doc);
    else if (!("is" in doc)) for (const part of doc.toReversed()) steps.push({ doc: part, indent, flat });
    else if (doc.is === "text") left -= cellWidth(quoted(doc.text, options.quote));
    else if (doc.is === "name") left -= cellWidth(spelled(doc, options));
    else if (doc.is === "line") {
      if (!flat || doc.flat === null) return true;
      left -= doc.flat.length;
    } else if (doc.is !== "mark") steps.push({ doc: doc.doc, indent, flat });
  }
  return false;
}
