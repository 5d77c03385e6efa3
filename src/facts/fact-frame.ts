/** A frame to write to: a column per fact of the program. */
export interface FactFrame {
  readonly columns: readonly FactColumn[];
  readonly rows: number;
}

/** Text, or what is stored as a number; see `isTextFact`. */
export type FactColumn = Float64Array | (string | null)[];

/** Writes a value as its column stores it; `null` is unknown. */
export function writeValue(into: FactFrame, place: number, row: number, value: number | string | null): void {
  const column = into.columns[place] as FactColumn;
  if (column instanceof Float64Array) column[row] = typeof value === "number" ? value : Number.NaN;
  else column[row] = typeof value === "string" ? value : null;
}
