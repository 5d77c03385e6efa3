import { cells } from "../text/width.js";
import { visible } from "../text/visible.js";

/** A source line as it is shown, and the marks that go under it. Both are as wide as they look. */
export interface MarkedLine {
  readonly text: string;
  readonly marks: string;
}

/** Tabs are shown as blanks up to the next multiple of this many cells. */
const TAB = 4;

interface Glyph {
  readonly start: number;
  readonly text: string;
  readonly width: number;
}

/** What lies between two offsets of a line, and the character to draw under it. */
export interface Mark {
  readonly from: number;
  readonly to: number;
  readonly mark: string;
}

/**
 * One line with marks under its parts; where they overlap, the later one shows. The first has at least one cell, so that
 * the end of a line can be pointed at. A line wider than `width` cells is cut on either side to what surrounds the first.
 */
export function markLine(line: string, marks: readonly [Mark, ...Mark[]], width: number): MarkedLine {
  const glyphs = glyphsOf(line);
  const [first, last] = reach(glyphs, line, marks[0]);
  const [low, high] = visibleRange(glyphs, first, last, width);
  const before = low > 0 ? "…" : "";
  const after = high < glyphs.length ? "…" : "";
  const shown = glyphs.slice(low, high);
  const drawn = Array.from({ length: sum(shown) }, () => " ");
  if (first >= high) drawn.push(marks[0].mark);
  for (const each of marks) {
    const [from, to] = reach(glyphs, line, each);
    const start = sum(glyphs.slice(low, Math.max(low, from)));
    drawn.fill(each.mark, start, start + sum(glyphs.slice(Math.max(low, from), Math.min(to + 1, high))));
  }
  const under = (before === "" ? "" : " ") + drawn.join("");
  return { text: before + shown.map((glyph) => glyph.text).join("") + after, marks: under.trimEnd() };
}

/** The first and the last glyph of a mark; a mark behind the last glyph has none. */
function reach(glyphs: readonly Glyph[], line: string, { from, to }: Mark): [number, number] {
  const first = from >= line.length ? glyphs.length : count(glyphs, from + 1) - 1;
  return [first, Math.max(first, count(glyphs, to) - 1)];
}

function glyphsOf(line: string): Glyph[] {
  let column = 0;
  return cells(line).map(({ text, start, width }) => {
    const glyph = text === "\t" ? tab(start, column) : plain(text, start, width);
    column += glyph.width;
    return glyph;
  });
}

function tab(start: number, column: number): Glyph {
  const width = TAB - (column % TAB);
  return { start, text: " ".repeat(width), width };
}

/** Characters that would act on the terminal are spelled out; their spelling is plain ASCII, a cell per character. */
function plain(text: string, start: number, width: number): Glyph {
  const shown = visible(text);
  return { start, text: shown, width: shown === text ? width : sum(cells(shown)) };
}

/** How many glyphs start before an offset. */
function count(glyphs: readonly Glyph[], offset: number): number {
  const index = glyphs.findIndex((glyph) => glyph.start >= offset);
  return index < 0 ? glyphs.length : index;
}

/** The glyphs to show: all, or the marked ones (as far as they fit) with what fits around them, more before than after. */
function visibleRange(glyphs: readonly Glyph[], first: number, last: number, width: number): [number, number] {
  if (sum(glyphs) <= width) return [0, glyphs.length];
  const room = width - 2;
  let low = first;
  let high = first;
  let used = 0;
  const fits = (glyph: Glyph | undefined): boolean => glyph !== undefined && used + glyph.width <= room;
  while (high <= last && fits(glyphs[high])) used += (glyphs[high++] as Glyph).width;
  const after = Math.floor((room - used) / 3);
  const limit = used + after;
  while (high < glyphs.length && used + (glyphs[high] as Glyph).width <= limit) used += (glyphs[high++] as Glyph).width;
  while (low > 0 && fits(glyphs[low - 1])) used += (glyphs[--low] as Glyph).width;
  while (fits(glyphs[high])) used += (glyphs[high++] as Glyph).width;
  return [low, high];
}

function sum(glyphs: readonly { readonly width: number }[]): number {
  return glyphs.reduce((total, glyph) => total + glyph.width, 0);
}
