/**
 * How many cells a text takes on a terminal. Chinese, Japanese, Korean and full-width characters and emoji take two,
 * combining marks and invisible format characters none, all else one. A user-perceived character counts once.
 */

/** One user-perceived character: where it starts in the text, in UTF-16 code units, and how many cells it takes. */
export interface Cell {
  readonly text: string;
  readonly start: number;
  readonly width: number;
}

/** The blocks whose characters are wide, ascending, in pairs of first and last; emoji are found by their property. */
const wide = [
  0x1100, 0x115f, 0x2329, 0x232a, 0x2e80, 0x303e, 0x3041, 0xa4cf, 0xa960, 0xa97c, 0xac00, 0xd7a3, 0xf900, 0xfaff,
  0xfe10, 0xfe19, 0xfe30, 0xfe6b, 0xff01, 0xff60, 0xffe0, 0xffe6, 0x16fe0, 0x18df2, 0x1aff0, 0x1b2fb, 0x1f200, 0x1f265,
  0x20000, 0x3fffd,
] as const;

const invisible = /^[\p{Mn}\p{Me}\p{Cf}\p{Default_Ignorable_Code_Point}]+$/u;
const emoji = /^(?:\p{Emoji_Presentation}|\p{Emoji}\ufe0f|\p{Regional_Indicator}{2})/u;
const printableAscii = /^[\x20-\x7e]*$/;
const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** The characters of a text with their widths; their texts joined give the text back. */
export function cells(text: string): Cell[] {
  if (printableAscii.test(text)) return Array.from(text, (character, start) => ({ text: character, start, width: 1 }));
  return Array.from(graphemes.segment(text), ({ segment, index }) => ({
    text: segment,
    start: index,
    width: graphemeWidth(segment),
  }));
}

/** The number of cells that a text takes. */
export function cellWidth(text: string): number {
  if (printableAscii.test(text)) return text.length;
  return cells(text).reduce((sum, cell) => sum + cell.width, 0);
}

/** The text followed, or preceded, by as many blanks as it lacks to fill `width` cells. */
export function pad(text: string, width: number, align: "left" | "right" = "left"): string {
  const blanks = " ".repeat(Math.max(0, width - cellWidth(text)));
  return align === "left" ? text + blanks : blanks + text;
}

/** The text cut to at most `width` cells; what was cut is shown as `…`. */
export function clip(text: string, width: number): string {
  if (cellWidth(text) <= width) return text;
  let kept = "";
  let used = 0;
  for (const cell of cells(text)) {
    if (used + cell.width > width - 1) break;
    kept += cell.text;
    used += cell.width;
  }
  return `${kept}…`;
}

function graphemeWidth(grapheme: string): number {
  if (invisible.test(grapheme)) return 0;
  if (emoji.test(grapheme)) return 2;
  return isWide(grapheme.codePointAt(0) ?? 0) ? 2 : 1;
}

function isWide(point: number): boolean {
  for (let i = 0; i < wide.length; i += 2) {
    if (point < (wide[i] as number)) return false;
    if (point <= (wide[i + 1] as number)) return true;
  }
  return false;
}
