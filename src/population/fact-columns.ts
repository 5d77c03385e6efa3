import type { DuckDBVector } from "@duckdb/node-api";
import type { Frame } from "../evaluate/frame.js";
import type { Program } from "../program/program.js";
import { DataError } from "./data-error.js";
import { guarded, type Database } from "./database.js";
import type { KindFacts } from "./fact-sql.js";
import type { ZoneAsk } from "./grid.js";
import { isText } from "./record-sql.js";
import { diagnostic } from "../diagnostic/diagnostic.js";
import type { Span } from "../text/span.js";

/** Some users, in the order of their ids, with the facts of all their instants. */
export interface UserChunk {
  readonly ids: readonly string[];
  /** Each user's place among the zones. */
  readonly zones: Uint16Array;
  /** Where each user's rows start. */
  readonly firstRows: Int32Array;
  readonly frame: Frame;
}

type Writable = Float64Array | (string | null)[];

/** Reads the users `[low, high)` and their facts into columns. */
export async function readChunk(
  db: Database,
  program: Program,
  asks: readonly ZoneAsk[],
  kinds: readonly { readonly facts: KindFacts; readonly table: string }[],
  low: number,
  high: number,
  signal: AbortSignal | undefined,
): Promise<UserChunk> {
  const users = await readUsers(db, program, asks, low, high, signal);
  const columns = program.facts.map((fact): Writable => {
    if (fact.is !== "profile") return new Float64Array(users.rows).fill(startOf(fact.is));
    const field = program.user.fields[fact.field];
    return field && isText(field) ? new Array<string | null>(users.rows).fill(null) : new Float64Array(users.rows);
  });
  fillProfiles(program, asks, users, columns);
  for (const { facts, table } of kinds)
    await fillKind(db, program, asks, users, facts, table, low, high, columns, signal);
  return { ids: users.ids, zones: users.zones, firstRows: users.firstRows, frame: { columns, rows: users.rows } };
}

/** What a fact is where there are no events. */
function startOf(is: string): number {
  return is === "count" || is === "days" || is === "countKnown" || is === "sum" ? 0 : Number.NaN;
}

interface UserColumns {
  readonly ids: readonly string[];
  readonly zones: Uint16Array;
  readonly firstRows: Int32Array;
  readonly rows: number;
  /** Per field of the profile that a fact reads. */
  readonly fields: ReadonlyMap<number, readonly (number | string | null)[]>;
}

async function readUsers(
  db: Database,
  program: Program,
  asks: readonly ZoneAsk[],
  low: number,
  high: number,
  signal: AbortSignal | undefined,
): Promise<UserColumns> {
  const wanted = program.facts.flatMap((fact) => (fact.is === "profile" ? [fact.field] : []));
  const fields = [...new Set(wanted)].filter((field) => field !== program.user.id);
  const columns = fields.map((place) => {
    const field = program.user.fields[place];
    return field && isText(field) ? `, f${place}` : `, coalesce(CAST(f${place} AS DOUBLE), 'NaN'::DOUBLE)`;
  });
  const ids: string[] = [];
  const zones = new Uint16Array(high - low);
  const firstRows = new Int32Array(high - low);
  const values = new Map(fields.map((place) => [place, [] as (number | string | null)[]]));
  let rows = 0;
  const sql = `SELECT id, CAST(z AS INTEGER)${columns.join("")} FROM touchline.users WHERE u >= ${low} AND u < ${high} ORDER BY u`;
  await eachChunk(db, sql, [], signal, (vectors, count) => {
    const [id, zone, ...others] = vectors as [Vector, Vector, ...Vector[]];
    for (let k = 0; k < count; k++) {
      const z = zone.getItem(k) as number;
      zones[ids.length] = z;
      firstRows[ids.length] = rows;
      rows += asks[z]?.instants.length ?? 0;
      ids.push(id.getItem(k) as string);
    }
    fields.forEach((place, c) => {
      const into = values.get(place);
      const vector = others[c];
      if (into && vector) for (let k = 0; k < count; k++) into.push(vector.getItem(k) as number | string | null);
    });
  });
  return { ids, zones, firstRows, rows, fields: values };
}

type Vector = DuckDBVector;

/** Writes what does not come from events: now, today and the profile, once per instant of each user. */
function fillProfiles(
  program: Program,
  asks: readonly ZoneAsk[],
  users: UserColumns,
  columns: readonly Writable[],
): void {
  const todays = asks.map(({ zone, instants }) => instants.map((now) => zone.dateAt(now)));
  program.facts.forEach((fact, place) => {
    if (fact.is !== "now" && fact.is !== "today" && fact.is !== "profile") return;
    const column = columns[place] as Writable;
    const values =
      fact.is === "profile" ? (fact.field === program.user.id ? users.ids : users.fields.get(fact.field)) : null;
    for (let user = 0; user < users.ids.length; user++) {
      const z = users.zones[user] as number;
      const first = users.firstRows[user] as number;
      const instants = asks[z]?.instants ?? [];
      for (let i = 0; i < instants.length; i++) {
        column[first + i] = values
          ? (values[user] as never)
          : ((fact.is === "now" ? instants[i] : todays[z]?.[i]) as never);
      }
    }
  });
}

async function fillKind(
  db: Database,
  program: Program,
  asks: readonly ZoneAsk[],
  users: UserColumns,
  facts: KindFacts,
  table: string,
  low: number,
  high: number,
  columns: readonly Writable[],
  signal: AbortSignal | undefined,
): Promise<void> {
  const rows = new Int32Array(2048);
  await eachChunk(db, facts.sql(table, low, high), facts.values, signal, (vectors, count) => {
    const [user, instant, ...values] = vectors as [Vector, Vector, ...Vector[]];
    for (let k = 0; k < count; k++) {
      rows[k] = (users.firstRows[(user.getItem(k) as number) - low] as number) + (instant.getItem(k) as number);
    }
    facts.facts.forEach((place, c) => {
      const column = columns[place] as Float64Array;
      const vector = values[c] as Vector;
      for (let k = 0; k < count; k++) column[rows[k] as number] = vector.getItem(k) as number;
    });
  });
  for (const place of facts.facts) {
    const fact = program.facts[place];
    if (fact?.is === "sum") checkSum(program, columns[place] as Float64Array, place);
    if (fact?.is === "lastDate") toDates(asks, users, columns[place] as Float64Array);
  }
}

/** Turns the instant of the last event into its local date. */
function toDates(asks: readonly ZoneAsk[], users: UserColumns, column: Float64Array): void {
  for (let user = 0; user < users.ids.length; user++) {
    const ask = asks[users.zones[user] as number] as ZoneAsk;
    const first = users.firstRows[user] as number;
    for (let row = first; row < first + ask.instants.length; row++) {
      const last = column[row] as number;
      if (!Number.isNaN(last)) column[row] = ask.zone.dateAt(last);
    }
  }
}

/** A total beyond 2^53 was rounded on its way here, never to something smaller: so it shows. */
function checkSum(program: Program, column: Float64Array, place: number): void {
  for (const value of column) {
    if (value <= Number.MAX_SAFE_INTEGER && value >= Number.MIN_SAFE_INTEGER) continue;
    const fact = program.facts[place];
    const event = fact && "event" in fact ? program.events[fact.event] : undefined;
    const field = fact && "field" in fact ? event?.fields[fact.field] : undefined;
    const nowhere: Span = { file: "data.yaml", start: 0, end: 0 };
    const phrase = `${event?.id ?? ""}.${field?.id ?? ""}`;
    throw new DataError([diagnostic("data-sum-too-large", nowhere, { phrase })], null);
  }
}

/** Streams a result, a block of columns at a time. */
async function eachChunk(
  db: Database,
  sql: string,
  values: KindFacts["values"],
  signal: AbortSignal | undefined,
  take: (vectors: readonly Vector[], count: number) => void,
): Promise<void> {
  await guarded(signal, async () => {
    const result = await db.connection.stream(sql, values.length > 0 ? [...values] : undefined);
    for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
      const vectors: Vector[] = [];
      for (let c = 0; c < chunk.columnCount; c++) vectors.push(chunk.getColumnVector(c));
      take(vectors, chunk.rowCount);
    }
  });
}
