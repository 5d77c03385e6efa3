import type { DuckDBVector } from "@duckdb/node-api";
import type { Frame } from "../evaluate/frame.js";
import type { Fact, Program } from "../program/program.js";
import { dataError, nowhere } from "./data-error.js";
import type { ColumnResult } from "./database.js";
import type { KindFacts } from "./fact-sql.js";
import type { ZoneAsk } from "./grid.js";
import { isText } from "./record-sql.js";
import type { UserRange } from "./some-users.js";
import { type Inquiry, readUsers, selectUsers, type UserBlock } from "./user-block.js";

/** Some users with the facts of all their instants. */
export interface UserChunk extends UserBlock {
  readonly frame: Frame;
}

/** The facts about one kind of event, and the table that they come from. */
export interface KindTable {
  readonly facts: KindFacts;
  readonly table: string;
}

/** What was found about the users of a range, not yet read. */
export interface FoundChunk {
  readonly range: UserRange;
  readonly users: ColumnResult;
  /** In the order of the kinds. */
  readonly kinds: readonly ColumnResult[];
}

/** Asks for the users of a range and their facts: one scan of each table. */
export async function selectChunk(
  inquiry: Inquiry,
  kinds: readonly KindTable[],
  range: UserRange,
): Promise<FoundChunk> {
  const { low, high } = range;
  const [users, ...found] = await Promise.all([
    selectUsers(inquiry, range),
    ...kinds.map(({ facts, table }) => inquiry.db.columns(facts.sql(table, low, high), facts.values)),
  ]);
  return { range, users, kinds: found };
}

/** Reads what `selectChunk` found into columns. */
export function readChunk(inquiry: Inquiry, kinds: readonly KindTable[], found: FoundChunk): UserChunk {
  const users = readUsers(inquiry, found.range, found.users);
  const columns = inquiry.program.facts.map((fact) => columnOf(inquiry, users, fact));
  kinds.forEach(({ facts }, place) => {
    const result = found.kinds[place];
    if (result) fillKind(inquiry, users, facts, result, found.range.low, columns);
  });
  return { ...users, frame: { columns, rows: users.rows } };
}

type Writable = Float64Array | (string | null)[];

/** The column of a fact, complete but for what comes from events. */
function columnOf({ program, asks }: Inquiry, users: UserBlock, fact: Fact): Writable {
  switch (fact.is) {
    case "now":
      return numbersOf(users, asks, ({ instants }) => instants);
    case "today":
      return numbersOf(users, asks, ({ zone, instants }) => instants.map((now) => zone.dateAt(now)));
    case "profile":
      return profileColumn(program, asks, users, fact.field);
    case "count":
    case "days":
    case "countKnown":
    case "sum":
      return new Float64Array(users.rows);
    default:
      return new Float64Array(users.rows).fill(Number.NaN);
  }
}

/** What is the same for everybody in a zone. */
function numbersOf(users: UserBlock, asks: readonly ZoneAsk[], of: (ask: ZoneAsk) => readonly number[]): Float64Array {
  const values = asks.map(of);
  const column = new Float64Array(users.rows);
  users.firstRows.forEach((first, user) => column.set(values[users.zones[user] as number] ?? [], first));
  return column;
}

/** A field of the profile, once per instant of each user. */
function profileColumn(program: Program, asks: readonly ZoneAsk[], users: UserBlock, place: number): Writable {
  const values = users.fields.get(place) ?? [];
  const field = program.user.fields[place];
  if (field && isText(field)) {
    const column: (string | null)[] = [];
    spread(asks, users, values as readonly (string | null)[], column);
    return column;
  }
  const column = new Float64Array(users.rows);
  spread(asks, users, values as readonly number[], column);
  return column;
}

/** Gives each row of a user the user's value. */
function spread<T>(
  asks: readonly ZoneAsk[],
  users: UserBlock,
  values: readonly T[],
  column: { [row: number]: T },
): void {
  for (let user = 0; user < values.length; user++) {
    const first = users.firstRows[user] as number;
    const end = first + instantsOf(asks, users, user).length;
    for (let row = first; row < end; row++) column[row] = values[user] as T;
  }
}

function instantsOf(asks: readonly ZoneAsk[], users: UserBlock, user: number): readonly number[] {
  return asks[users.zones[user] as number]?.instants ?? [];
}

/** How many rows a block of a result has at most. */
const BLOCK = 2048;

/** Writes the facts about one kind of event: a row of the result goes to the row of its user and instant. */
function fillKind(
  { program, asks }: Inquiry,
  users: UserBlock,
  facts: KindFacts,
  found: ColumnResult,
  low: number,
  columns: readonly Writable[],
): void {
  const rows = new Int32Array(BLOCK);
  found.each((vectors, count) => {
    const [user, instant, ...values] = vectors as [DuckDBVector, DuckDBVector, ...DuckDBVector[]];
    for (let k = 0; k < count; k++) {
      rows[k] = (users.firstRows[(user.getItem(k) as number) - low] as number) + (instant.getItem(k) as number);
    }
    facts.facts.forEach((place, column) => {
      scatter(values[column] as DuckDBVector, rows, count, columns[place] as Float64Array);
    });
  });
  for (const place of facts.facts) {
    const is = program.facts[place]?.is;
    if (is === "sum") checkSum(program, columns[place] as Float64Array, place);
    if (is === "lastDate") toDates(asks, users, columns[place] as Float64Array);
  }
}

function scatter(from: DuckDBVector, rows: Int32Array, count: number, into: Float64Array): void {
  for (let k = 0; k < count; k++) into[rows[k] as number] = from.getItem(k) as number;
}

/** Turns the instant of the last event into its local date. */
function toDates(asks: readonly ZoneAsk[], users: UserBlock, column: Float64Array): void {
  users.firstRows.forEach((first, user) => {
    const { zone, instants } = asks[users.zones[user] as number] as ZoneAsk;
    for (let row = first; row < first + instants.length; row++) {
      const last = column[row] as number;
      if (!Number.isNaN(last)) column[row] = zone.dateAt(last);
    }
  });
}

/** A total beyond 2^53 was rounded on its way here, but never to something smaller: it shows. */
function checkSum(program: Program, column: Float64Array, place: number): void {
  if (column.every((sum) => Math.abs(sum) <= Number.MAX_SAFE_INTEGER)) return;
  const fact = program.facts[place];
  const event = fact && "event" in fact ? program.events[fact.event] : undefined;
  const field = fact && "field" in fact ? event?.fields[fact.field] : undefined;
  throw dataError("data-sum-too-large", nowhere, { phrase: `${event?.id ?? ""}.${field?.id ?? ""}` }, null);
}
