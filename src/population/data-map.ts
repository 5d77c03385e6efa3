import type { Source } from "../text/source.js";
import type { Span } from "../text/span.js";

/** What `data.yaml` says: where profiles and events come from. Every part knows its place, for problems found later. */
export interface DataMap {
  readonly source: Source;
  /** How many of a million records of a source may be rejected. */
  readonly maxRejected: number;
  readonly files: readonly FileMap[];
  readonly profiles: ProfileMap;
  readonly events: readonly EventMap[];
  /** The scores of models, by the names of their tags. */
  readonly scores: readonly EventMap[];
}

export type Format = "csv" | "tsv" | "jsonl" | "json" | "txt" | "parquet";

/** A file, which becomes a table of its name. */
export interface FileMap {
  readonly name: string;
  /** As written; relative to the data root. */
  readonly path: string;
  readonly format: Format;
  readonly span: Span;
}

/** A word in the mapping, with its place. */
export interface Word {
  readonly text: string;
  readonly span: Span;
}

/** Where a value comes from. */
export interface ColumnMap {
  readonly column: string;
  /** The zone whose clock the values show, where they carry none. */
  readonly zone: Word | null;
  /** What plain numbers count since 1970-01-01T00:00:00Z. */
  readonly unit: "seconds" | "milliseconds" | null;
  readonly span: Span;
}

/** A field's column; `null`: nobody's is known. */
export interface FieldMap {
  readonly field: Word;
  readonly column: ColumnMap | null;
}

export interface ProfileMap {
  /** The name of a table, or a SELECT. */
  readonly from: Word;
  readonly id: ColumnMap;
  readonly asOf: ColumnMap | null;
  readonly line: ColumnMap | null;
  /** Only fields whose column has another name. */
  readonly columns: readonly FieldMap[];
  readonly span: Span;
}

export interface EventMap {
  readonly event: Word;
  /** `null` for `none`: there is no such data, and that is meant. */
  readonly rows: EventRows | null;
}

/** `leave out: { cancellation: "invoice LIKE 'C%'" }`: rows that are no such events, by name. */
export interface LeaveOut {
  readonly name: string;
  /** A condition in SQL over the columns of `from`. */
  readonly condition: Word;
}

export interface EventRows {
  readonly from: Word;
  /** In order: a row is left out by the first that it meets. */
  readonly leaveOut: readonly LeaveOut[];
  /** Absent: rows are told apart by their content, and equal rows are different events. */
  readonly id: ColumnMap | null;
  readonly user: ColumnMap;
  readonly occurredAt: ColumnMap;
  readonly receivedAt: ColumnMap | null;
  readonly seq: ColumnMap | null;
  readonly line: ColumnMap | null;
  readonly columns: readonly FieldMap[];
  readonly span: Span;
}
