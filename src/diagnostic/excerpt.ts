import type pc from "picocolors";
import type { Position } from "../text/source.js";
import type { Span } from "../text/span.js";
import type { Edit } from "./diagnostic.js";
import { type Mark, markLine } from "./frame.js";
import { type Located, type Locator, lineText, type Place } from "./locate.js";

export type Paint = ReturnType<typeof pc.createColors>;

/** What excerpts are drawn with. */
export interface Pen {
  readonly locator: Locator;
  readonly paint: Paint;
  /** How many cells of a source line are shown at most. */
  readonly width: number;
  /** How many cells the numbers of the lines take. */
  readonly gutter: number;
}

/** Spans on more lines than this are shown by their first lines and their last. */
const LINES_SHOWN = 4;

/** The lines of a span, numbered, with marks under its first and its last; `also` is marked where it lies on these lines. */
export function spanLines(span: Span, also: readonly Span[], mark: string, colour: Paint["red"], pen: Pen): string[] {
  const located = pen.locator.source(span.file);
  const place = pen.locator.place(span);
  if (!located || !place) return [];
  return shownLines(place).flatMap((line) => {
    if (line === null) return [`${" ".repeat(pen.gutter)} ${pen.paint.cyan(":")}`];
    const inside = line !== place.start.line && line !== lastLine(place);
    const others = also.flatMap((each) => (isOnLine(each, line, span.file, pen) ? [markOf(each, located, line)] : []));
    return drawn(line, lineText(located, line), [ownMark(place, located, line, mark), ...others], inside, colour, pen);
  });
}

/** Whether a related place needs no excerpt of its own, since it lies on a line that is shown with marks. */
export function isShown(related: Span, span: Span, pen: Pen): boolean {
  const place = pen.locator.place(span);
  if (!place) return false;
  return [place.start.line, lastLine(place)].some((line) => isOnLine(related, line, span.file, pen));
}

/** The first lines of the text as it would be with the edit made, with marks under what is new. */
export function mendedLines(edit: Edit, pen: Pen): string[] {
  const located = pen.locator.source(edit.span.file);
  const place = pen.locator.place(edit.span);
  if (!located || !place) return [];
  const before = lineText(located, place.start.line).slice(0, place.start.column - 1);
  const rest = lineText(located, place.end.line).slice(place.end.column - 1);
  const added = edit.text.split(/\r\n|\r|\n/);
  return added.slice(0, LINES_SHOWN).flatMap((text, at) => {
    const head = at === 0 ? before : "";
    const tail = at === added.length - 1 ? rest : "";
    const from = head.length + (at === 0 ? 0 : text.length - text.trimStart().length);
    const mark: Mark = { from, to: head.length + text.length, mark: "+" };
    return drawn(place.start.line + at, head + text + tail, [mark], false, pen.paint.green, pen);
  });
}

function drawn(
  line: number,
  text: string,
  marks: readonly [Mark, ...Mark[]],
  bare: boolean,
  colour: Paint["red"],
  { paint, gutter, width }: Pen,
): string[] {
  const marked = markLine(text, marks, width);
  const bar = paint.cyan("|");
  const numbered = `${paint.cyan(String(line).padStart(gutter))} ${bar} ${marked.text}`.trimEnd();
  return bare ? [numbered] : [numbered, `${" ".repeat(gutter)} ${bar} ${colour(marked.marks)}`];
}

/** The numbers of the lines to show; `null` stands for those left out. */
function shownLines(place: Place): (number | null)[] {
  const first = place.start.line;
  const last = lastLine(place);
  const all = Array.from({ length: Math.min(last - first + 1, LINES_SHOWN) }, (_, at) => first + at);
  return last - first < LINES_SHOWN ? all : [...all.slice(0, LINES_SHOWN - 2), null, last];
}

/** A span that ends right before a line's first character does not reach into that line. */
function lastLine({ start, end }: { readonly start: Position; readonly end: Position }): number {
  return end.column === 1 && end.line > start.line ? end.line - 1 : end.line;
}

function ownMark({ start, end }: Place, located: Located, line: number, mark: string): Mark {
  const text = lineText(located, line);
  const from = line === start.line ? start.column - 1 : text.length - text.trimStart().length;
  const to = line === end.line ? end.column - 1 : text.trimEnd().length;
  return { from, to: Math.max(from, to), mark };
}

function isOnLine(span: Span, line: number, file: string, { locator }: Pen): boolean {
  const place = span.file === file ? locator.place(span) : null;
  return place !== null && place.start.line === line && place.end.line === line;
}

function markOf(span: Span, located: Located, line: number): Mark {
  const start = located.starts[line - 1] ?? 0;
  return { from: span.start - start, to: span.end - start, mark: "-" };
}
