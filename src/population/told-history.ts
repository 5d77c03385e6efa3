import type { DuckDBVector } from "@duckdb/node-api";
import type { Column, Frame } from "../evaluate/frame.js";
import type { EventHistory } from "../facts/log.js";
import type { Unplaced } from "../facts/order.js";
import type { EventSchema, Program } from "../program/program.js";
import { byCodePoint } from "../text/order.js";
import type { ColumnResult } from "./database.js";
import { profileFieldsIn } from "./fact-needs.js";
import { profileJoin, rowNames } from "./profile-join.js";
import { isText } from "./record-sql.js";
import type { UserRange } from "./some-users.js";
import { Parameters } from "./sql.js";
import type { ToldKind } from "./told-facts.js";
import { NotInSql, whereSql } from "./where-sql.js";

/** The events of one kind of some users, each user's in total order (occurred_at, seq, id). */
export interface BlockHistory {
  /** The history of the user at a place of the block. Only whole histories have ids, and places to be filled in. */
  of(user: number): EventHistory & Unplaced;
}

/** How the histories of a kind are asked of its table. */
export interface HistoryQuery {
  readonly kind: ToldKind;
  /** Whether ids are told, and places made room for. */
  readonly whole: boolean;
  sql(table: string, range: UserRange): string;
  readonly values: Parameters["values"];
}

/** Asks for the events that are of account. The rows of the table lie in total order: see `gather`. */
export function historyQuery(program: Program, kind: ToldKind, whole: boolean): HistoryQuery {
  const parameters = new Parameters();
  const schema = program.events[kind.event] as EventSchema;
  const numbers = ["occurred", "visible", "seq"].map((name) => `CAST(${name} AS DOUBLE)`);
  const fields = kind.fields.map((place) => fieldSql(schema, place));
  const id = whole ? ["e.id"] : [];
  const columns = ["CAST(e.u AS DOUBLE)", ...numbers, ...fields, ...id].join(", ");
  const test = anySql(kind, parameters);
  const join = test === null ? "" : profileJoin(program, profileFieldsIn(kind.tests));
  return {
    kind,
    whole,
    values: test === null ? [] : parameters.values,
    sql: (table, { low, high }) =>
      `SELECT ${columns} FROM ${table} AS e ${join} WHERE e.u >= ${low} AND e.u < ${high}${test ?? ""} ORDER BY e.rowid`,
  };
}

/** A test that all events of account pass, or `null` if there is none, or SQL can't say it. */
function anySql({ tests }: ToldKind, parameters: Parameters): string | null {
  try {
    const parts = tests.map((test) => (test === null ? null : whereSql(test, rowNames, parameters)));
    return parts.includes(null) ? null : ` AND (${[...new Set(parts)].join(" OR ")})`;
  } catch (error) {
    if (error instanceof NotInSql) return null;
    throw error;
  }
}

function fieldSql({ fields }: EventSchema, place: number): string {
  const field = fields[place];
  return field && isText(field) ? `e.f${place}` : `coalesce(CAST(e.f${place} AS DOUBLE), 'NaN'::DOUBLE)`;
}

/** Reads what `historyQuery` asked for, of the users in a range; `named` tells whether the data gives events their ids. */
export function readHistory(
  program: Program,
  { kind: { event, fields }, whole }: HistoryQuery,
  named: boolean,
  { low, high }: UserRange,
  found: ColumnResult,
): BlockHistory {
  const { rows } = found;
  const [occurred, visibleFrom, seq] = [0, 1, 2].map(() => new Float64Array(rows)) as Triple;
  const counts = new Int32Array(high - low);
  const ids: string[] = [];
  const order = new Float64Array(whole ? rows : 0);
  const columns = (program.events[event] as EventSchema).fields.map((field, place): Writable => {
    if (!fields.includes(place)) return [];
    return isText(field) ? Array.from<string | null>({ length: rows }).fill(null) : new Float64Array(rows);
  });
  let row = 0;
  found.each((vectors, count) => {
    const [user, ...others] = vectors as [DuckDBVector, ...DuckDBVector[]];
    for (let k = 0; k < count; k++) {
      const place = (user.getItem(k) as number) - low;
      counts[place] = (counts[place] as number) + 1;
    }
    const into = [
      occurred,
      visibleFrom,
      seq,
      ...fields.map((place) => columns[place] as Writable),
      ...(whole ? [ids] : []),
    ];
    into.forEach((column, place) => copy(others[place] as DuckDBVector, count, column, row));
    row += count;
  });
  const starts = new Int32Array(counts.length + 1);
  counts.forEach((count, user) => {
    starts[user + 1] = (starts[user] as number) + count;
  });
  if (!named) nameTwins(ids, starts);
  const frame: Frame = { columns: columns as readonly Column[], rows };
  return {
    of: (user) => ({
      frame,
      occurred,
      visibleFrom,
      seq,
      order,
      ids,
      from: starts[user] as number,
      to: starts[user + 1] as number,
    }),
  };
}

type Triple = [Float64Array, Float64Array, Float64Array];
type Writable = Float64Array | (string | null)[];

function copy(from: DuckDBVector, count: number, into: { [row: number]: unknown }, first: number): void {
  for (let k = 0; k < count; k++) into[first + k] = from.getItem(k);
}

/**
 * Tells events apart that are alike in all, and so have one content id: they are counted, as the history of one user counts them.
 * They stand side by side; `starts` is where each user's rows do.
 */
function nameTwins(ids: string[], starts: Int32Array): void {
  for (let user = 0; user + 1 < starts.length; user++) {
    const end = starts[user + 1] as number;
    for (let first = starts[user] as number; first < end; ) {
      let next = first + 1;
      while (next < end && ids[next] === ids[first]) next++;
      const names = Array.from({ length: next - first }, (_, place) => `${ids[first]}-${place + 1}`).sort(byCodePoint);
      for (const name of names) ids[first++] = name;
    }
  }
}
