/** A frame to write to: a column per fact of the program. */
export interface FactFrame {
  readonly columns: readonly (Float64Array | (string | null)[])[];
  readonly rows: number;
}
