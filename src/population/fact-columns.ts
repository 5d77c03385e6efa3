import type { DuckDBVector } from "@duckdb/node-api";
import type { Frame } from "../evaluate/frame.js";
import { isTextFact } from "../facts/plan.js";
import type { Fact, Program } from "../program/program.js";
import type { ColumnResult } from "./database.js";
import { checkTotal } from "./exact-total.js";
import type { KindFacts } from "./fact-sql.js";
import type { ZoneAsk } from "./grid.js";
import { isText } from "./record-sql.js";
import type { UserRange } from "./some-users.js";
import type { Teller, Writable } from "./teller.js";
import { type BlockHistory, type HistoryQuery, readHistory } from "./told-history.js";
import { placeAll, type ToldUser, toldUser } from "./told-user.js";
import { type Inquiry, readUsers, selectUsers, type UserBlock } from "./user-block.js";

/** Some users with the facts of all asks that they share with their zone. */
export interface UserChunk extends UserBlock {
  readonly frame: Frame;
  /** Fills in what is told from ordered histories, for the users from place `from` to place `to` (excluded); the rest is there. */
  tell(from: number, to: number): void;
  /** The user at a place, with events in total order: facts can be told of them at any ask, if histories are whole. */
  told(user: number): ToldUser;
}

/** The facts about one kind of event, and the table that they come from. */
export interface KindTable {
  readonly table: string;
  /** Whether the data gives the events their ids. */
  readonly named: boolean;
  readonly scan: KindFacts | null;
  readonly history: HistoryQuery | null;
}

/** What was found about the users of a range, not yet read. */
export interface FoundChunk {
  readonly range: UserRange;
  readonly users: ColumnResult;
  /** In the order of the kinds. */
  readonly scans: readonly (ColumnResult | null)[];
  readonly histories: readonly (ColumnResult | null)[];
}

/** Asks for the users of a range, their facts and what else is told of: one scan of each table for either. */
export async function selectChunk(
  inquiry: Inquiry,
  kinds: readonly KindTable[],
  range: UserRange,
): Promise<FoundChunk> {
  const { low, high } = range;
  const { db } = inquiry;
  const [users, scans, histories] = await Promise.all([
    selectUsers(inquiry, range),
    Promise.all(kinds.map(({ scan, table }) => scan && db.columns(scan.sql(table, low, high), scan.values))),
    Promise.all(kinds.map(({ history, table }) => history && db.columns(history.sql(table, range), history.values))),
  ]);
  return { range, users, scans, histories };
}

/** Reads what `selectChunk` found into columns. */
export function readChunk(
  inquiry: Inquiry,
  kinds: readonly KindTable[],
  teller: Teller | null,
  found: FoundChunk,
): UserChunk {
  const users = readUsers(inquiry, found.range, found.users);
  const columns = inquiry.program.facts.map((fact) => columnOf(inquiry, users, fact));
  const histories: BlockHistory[] = [];
  kinds.forEach(({ scan, history, named }, place) => {
    const scanned = found.scans[place];
    if (scan && scanned) fillKind(inquiry, users, scan, scanned, found.range.low, columns);
    const told = found.histories[place];
    if (history && told)
      histories[history.kind.event] = readHistory(inquiry.program, history, named, found.range, told);
  });
  return {
    ...users,
    frame: { columns, rows: users.rows },
    tell: (from, to) => teller?.(users, histories, columns, from, to),
    told(user) {
      placeAll(histories, user);
      return toldUser(inquiry.program, inquiry.asks, users, histories, user);
    },
  };
}

/** The column of a fact, complete but for what comes from events. */
function columnOf({ program, asks }: Inquiry, users: UserBlock, fact: Fact): Writable {
  switch (fact.is) {
    case "now":
      return numbersOf(users, asks, ({ asks: own }) => own.map(({ now }) => now));
    case "today":
      return numbersOf(users, asks, ({ zone, asks: own }) => own.map(({ now }) => zone.dateAt(now)));
    case "profile":
      return profileColumn(program, users, fact.field);
    case "profileDate":
      return dateColumn(asks, users, fact.field);
    case "count":
    case "days":
    case "countKnown":
    case "distinct":
    case "sum":
    case "momentIn":
    case "sequence":
    case "hour":
    case "strategyTag":
      return new Float64Array(users.rows);
    default:
      return isTextFact(program, fact)
        ? Array.from<string | null>({ length: users.rows }).fill(null)
        : new Float64Array(users.rows).fill(Number.NaN);
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
function profileColumn(program: Program, users: UserBlock, place: number): Writable {
  const field = program.user.fields[place];
  return field && isText(field) ? textColumn(users, place) : numberColumn(users, place);
}

function textColumn(users: UserBlock, place: number): (string | null)[] {
  const values = (users.fields.get(place) ?? []) as readonly (string | null)[];
  const column: (string | null)[] = [];
  for (let user = 0; user < values.length; user++) {
    const end = endOf(users, user);
    for (let row = users.firstRows[user] as number; row < end; row++) column.push(values[user] as string | null);
  }
  return column;
}

function numberColumn(users: UserBlock, place: number): Float64Array {
  const values = (users.fields.get(place) ?? []) as readonly number[];
  const column = new Float64Array(users.rows);
  for (let user = 0; user < values.length; user++) {
    column.fill(values[user] as number, users.firstRows[user], endOf(users, user));
  }
  return column;
}

/** Where a user's rows of facts end. */
function endOf({ firstRows, rows }: UserBlock, user: number): number {
  return firstRows[user + 1] ?? rows;
}

/** The local date of a field of the profile, once per instant of each user. */
function dateColumn(asks: readonly ZoneAsk[], users: UserBlock, place: number): Float64Array {
  const column = numberColumn(users, place);
  toDates(asks, users, column);
  return column;
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
    facts.facts.forEach(({ place }, column) => {
      scatter(values[column] as DuckDBVector, rows, count, columns[place] as Float64Array);
    });
  });
  for (const { place, total } of facts.facts) {
    if (total.is === "sum") checkTotal(program, columns[place] as Float64Array, place);
    if ("dated" in total && total.dated) toDates(asks, users, columns[place] as Float64Array);
  }
}

function scatter(from: DuckDBVector, rows: Int32Array, count: number, into: Float64Array): void {
  for (let k = 0; k < count; k++) into[rows[k] as number] = from.getItem(k) as number;
}

/** Turns the instant of an event into its local date. */
function toDates(asks: readonly ZoneAsk[], users: UserBlock, column: Float64Array): void {
  users.firstRows.forEach((first, user) => {
    const { zone, asks: own } = asks[users.zones[user] as number] as ZoneAsk;
    for (let row = first; row < first + own.length; row++) {
      const instant = column[row] as number;
      if (!Number.isNaN(instant)) column[row] = zone.dateAt(instant);
    }
  });
}
