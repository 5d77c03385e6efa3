import { cellWidth, pad } from "../text/width.js";

export type Align = "left" | "right";

/** Blanks between two columns. */
const GAP = "  ";

/**
 * Rows as lines, each column as wide as its widest cell on a terminal (Chinese takes two cells), without trailing blanks.
 * A row may be shorter than `align`; `indent` goes before each line.
 */
export function table(rows: readonly (readonly string[])[], align: readonly Align[], indent = ""): string[] {
  const widths = align.map((_, column) => Math.max(0, ...rows.map((row) => cellWidth(row[column] ?? ""))));
  return rows.map((row) => {
    const line = row.map((text, column) => pad(text, widths[column] ?? 0, align[column] ?? "left"));
    return (indent + line.join(GAP)).trimEnd();
  });
}
