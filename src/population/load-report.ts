import type { RejectionReason } from "../diagnostic/rejection.js";

/**
 * What became of every record. For each source `records = leftOut + read + rejectedRecords`, and
 * `read = used + duplicates + notYetVisible + withoutProfile`.
 */
export interface LoadReport {
  /** How many of a million records of a source may be rejected before the run fails. */
  readonly maxRejected: number;
  /** The files, in the mapping's order, then the profiles, then the events and the scores of models, in the program's order. */
  readonly sources: readonly SourceReport[];
}

export interface SourceReport {
  /** A file as it lies on disk, or the rows that a `from` makes of files. */
  readonly kind: "file" | "profiles" | "event" | "scores";
  /** The name of the file's table, `profiles`, the event's id, or the name of the model's tag. */
  readonly name: string;
  /** Lines that hold a record, rows of a Parquet file, or rows of the SELECT. */
  readonly records: number;
  readonly read: number;
  readonly rejectedRecords: number;
  /** By reason, in the order of examination; sums to `rejectedRecords`. */
  readonly rejected: readonly Rejected[];
  /** What the mapping says is to be left out, by the names it gives. */
  readonly leftOut: readonly LeftOut[];
  /** Read, but the same record again: an event's id that was received before, an equal or an older profile. */
  readonly duplicates: number;
  /** Events that become visible only after `until`. */
  readonly notYetVisible: number;
  /** Events of users without a profile. */
  readonly withoutProfile: number;
  readonly used: number;
}

export interface LeftOut {
  readonly name: string;
  readonly count: number;
}

export interface Rejected {
  readonly reason: RejectionReason;
  readonly count: number;
  /** The first few, in the order of their lines. */
  readonly examples: readonly RejectedExample[];
}

export interface RejectedExample {
  /** The line in the file, from 1; the row, from 1, in a Parquet file; `null` if the SELECT does not pass on `_line`. */
  readonly line: number | null;
  /** The column at fault; `null` when it is the whole line. */
  readonly column: string | null;
  /** What it holds; `null` if nothing, or if it is personal data (then `hidden`). */
  readonly value: string | null;
  readonly hidden: boolean;
}

/** How many examples are kept of each reason. */
export const EXAMPLES = 3;

/** Whether a source lost more than the report allows. */
export function exceeds(source: SourceReport, maxRejected: number): boolean {
  return source.rejectedRecords * 1_000_000 > maxRejected * source.records;
}
