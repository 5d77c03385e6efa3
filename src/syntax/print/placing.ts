import type { Comment } from "../tree.js";
import type { Anchor } from "./anchors.js";
import type { Mark } from "./doc.js";
import type { LaidLine } from "./layout.js";

/** The comments that go to a line of the result. */
export interface Placed {
  readonly above: Comment[];
  /** At the line's end: at most one, and the last of them. */
  behind: Comment | null;
}

/** The comments by the line that they go to; those after all words are under `lines.length`. Their order is kept. */
export function placed(lines: readonly LaidLine[], anchors: readonly Anchor[]): Map<number, Placed> {
  const lineOf = new Map<Mark, number>(lines.flatMap(({ marks }, line) => marks.map((mark) => [mark, line])));
  const places = new Map<number, Placed>();
  let least = 0;
  for (const { comment, mark, behind } of anchors) {
    const line = Math.max(least, (mark === null ? undefined : lineOf.get(mark)) ?? lines.length);
    const place = places.get(line) ?? { above: [], behind: null };
    if (place.behind !== null) place.above.push(place.behind);
    place.behind = behind && line < lines.length ? comment : null;
    if (place.behind === null) place.above.push(comment);
    places.set(line, place);
    least = line;
  }
  return places;
}

/** What the comments stand by in the result: what a reader of it would say. */
export function anchoredIn(lines: readonly LaidLine[], places: ReadonlyMap<number, Placed>): Anchor[] {
  const anchors: Anchor[] = [];
  for (let index = 0; index <= lines.length; index++) {
    const { above = [], behind = null } = places.get(index) ?? {};
    const marks = lines[index]?.marks ?? [];
    for (const comment of above) anchors.push({ comment, mark: marks[0] ?? null, behind: false });
    if (behind !== null) anchors.push({ comment: behind, mark: marks.at(-1) ?? null, behind: true });
  }
  return anchors;
}
