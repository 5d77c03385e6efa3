import { cellWidth, clip, pad } from "../text/width.js";

export type Align = "left" | "right";

/** Blanks between two columns. */
const GAP = "  ";

/** Where lines may not be longer than `width` cells, the texts of one column are cut, but not below 24 cells. */
export interface Fit {
  readonly width: number | null;
  readonly column: number;
}

const LEAST = 24;

/**
 * Rows as lines, each column as wide as its widest cell on a terminal (Chinese takes two cells), without trailing blanks.
 * A row may be shorter than `align`; `indent` goes before each line. The last text of a row makes no column wider, nor is it cut, unless
 * it stands in the last column or on the right of its own: there is room behind it.
 */
export function table(rows: readonly (readonly string[])[], align: readonly Align[], indent = "", fit?: Fit): string[] {
  const ends = rows.map((row) => endOf(row, align));
  const widths = align.map((_, column) =>
    Math.max(0, ...rows.map((row, at) => (column < (ends[at] as number) ? cellWidth(row[column] ?? "") : 0))),
  );
  const all = cellWidth(indent) + widths.reduce((sum, width) => sum + width + GAP.length, -GAP.length);
  const over = all - (fit?.width ?? all);
  if (fit && over > 0) {
    const own = widths[fit.column] ?? 0;
    widths[fit.column] = Math.min(own, Math.max(LEAST, own - over));
  }
  return rows.map((row, at) => {
    const line = row.map((text, column) =>
      column < (ends[at] as number) ? cell(text, widths[column] ?? 0, align[column] ?? "left") : text,
    );
    return (indent + line.join(GAP)).trimEnd();
  });
}

/** The columns before this one have to line up; behind it the row is empty. */
function endOf(row: readonly string[], align: readonly Align[]): number {
  const last = row.findLastIndex((text) => text !== "");
  return last < align.length - 1 && align[last] === "left" ? last : row.length;
}

function cell(text: string, width: number, align: Align): string {
  return pad(clip(text, width), width, align);
}
