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

/**
 * One line with `mark` under what lies between two offsets of it (at least one mark, so that the end of a line can
 * be pointed at). A line wider than `width` cells is cut on either side to what surrounds the marked part.
 */
export function markLine(line: string, from: number, to: number, mark: string, width: number): MarkedLine {
  const glyphs = glyphsOf(line);
  const first = from >= line.length ? glyphs.length : count(glyphs, from + 1) - 1;
  const last = Math.max(first, count(glyphs, to) - 1);
  const [low, high] = visibleRange(glyphs, first, last, width);
  const before = low > 0 ? "…" : "";
  const shown = glyphs.slice(low, high);
  const indent = before.length + sum(glyphs.slice(low, first));
  const marked = Math.max(1, sum(glyphs.slice(first, Math.min(last + 1, high))));
  return {
    text: before + shown.map((glyph) => glyph.text).join("") + (high < glyphs.length ? "…" : ""),
    marks: " ".repeat(indent) + mark.repeat(marked),
  };
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
