import type { Comment } from "../tree.js";
import type { Mark } from "./doc.js";

/** What a comment stands by: the words before a mark that it is behind of, or the words after a mark that it is above of. */
export interface Anchor {
  readonly comment: Comment;
  /** `null` after all words. */
  readonly mark: Mark | null;
  readonly behind: boolean;
}

/** The marks that comments stand by. */
export interface Anchors {
  readonly behind: ReadonlySet<Mark>;
  readonly above: ReadonlySet<Mark>;
}

export function anchorsOf(all: readonly Anchor[]): Anchors {
  const marks = (behind: boolean) =>
    all.flatMap((each) => (each.behind === behind && each.mark !== null ? [each.mark] : []));
  return { behind: new Set(marks(true)), above: new Set(marks(false)) };
}

/** Finds what each comment stands by in the source: on a line of its own it belongs to what follows, else to what it is behind of. */
export function anchored(marks: readonly Mark[], comments: readonly Comment[], source: string): Anchor[] {
  // A stable sort: where marks share an offset, the outer one comes first at its start and last at its end.
  const sorted = marks.toSorted((a, b) => a.offset - b.offset);
  return comments.map((comment) => ({ comment, ...anchor(comment, sorted, source) }));
}

function anchor({ span }: Comment, marks: readonly Mark[], source: string): { mark: Mark | null; behind: boolean } {
  const next = firstAfter(marks, span.start);
  const [before, after] = [marks[next - 1] ?? null, marks[next] ?? null];
  const start = lineStart(source, span.start);
  const words = source.slice(start, span.start).trim();
  if (words === "") return { mark: after, behind: false };
  // Words without a mark of their own, such as `who`, belong to what follows; closing signs to what they close.
  const mine = before !== null && (before.offset >= start || /^[)）,，、]/.test(words)) ? before : (after ?? before);
  return { mark: mine, behind: true };
}

function lineStart(source: string, offset: number): number {
  for (let at = offset; at > 0; at--) if (/[\n\r]/.test(source.charAt(at - 1))) return at;
  return 0;
}

/** The index of the first mark after an offset. */
function firstAfter(marks: readonly Mark[], offset: number): number {
  let [low, high] = [0, marks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((marks[middle] as Mark).offset <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
