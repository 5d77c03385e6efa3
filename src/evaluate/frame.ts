/**
 * Values by column. For the facts of a program: a column per fact, a row per (user, instant).
 * For the events of one kind: a column per field, a row per event. Stored as `src/program/program.ts` says.
 */
export interface Frame {
  readonly columns: readonly Column[];
  readonly rows: number;
}

/** Numbers with `NaN` for unknown, or strings with `null` for unknown. */
export type Column = Float64Array | readonly number[] | readonly (string | null)[];
