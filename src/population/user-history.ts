import { formatDate } from "../calendar/civil.js";
import { formatInstant } from "../calendar/instant.js";
import { formatLunar, lunarOfStored } from "../calendar/lunar.js";
import type { EventInput } from "../decide/input.js";
import { type EventSchema, type Field, MILLIONTHS, type Program } from "../program/program.js";
import { decimalText } from "../text/decimal.js";
import { formatVersion } from "../text/version.js";
import type { DataMap, EventRows } from "./data-map.js";
import { type Database, openDatabase, type Row } from "./database.js";
import { contentIdSql, loadOwnEvents } from "./event-table.js";
import { checkEvents, loadTables, rowsOf } from "./load.js";
import { placeOfUser } from "./some-users.js";
import { loadUsers } from "./user-table.js";

export interface HistoryOptions {
  readonly project: string;
  readonly program: Program;
  readonly data: DataMap;
  readonly dataRoot?: string | undefined;
  /** The user's id. */
  readonly user: string;
  readonly signal?: AbortSignal | undefined;
}

/** What `decide` and `explain` take of one user: the profile and all events, cleaned as a plan cleans them. */
export interface UserHistory {
  readonly user: Readonly<Record<string, unknown>>;
  readonly events: readonly EventInput[];
}

/** Reads one user's profile and events. Throws a `DataError` if there is no such user. */
export async function userHistory(options: HistoryOptions): Promise<UserHistory> {
  const db = await openDatabase({ signal: options.signal });
  try {
    const { data, program } = options;
    checkEvents(data, program);
    await loadTables(db, options);
    const users = await loadUsers(db, data, program);
    const place = await placeOfUser(db, options.user, users.count, data);
    const events: EventInput[] = [];
    for (const schema of program.events) {
      const rows = rowsOf(data, schema);
      if (rows) events.push(...(await ownEvents(db, options, schema, rows)));
    }
    return { user: await profileOf(db, program, place, options.user), events };
  } finally {
    db.close();
  }
}

async function profileOf(db: Database, program: Program, place: number, id: string): Promise<Record<string, unknown>> {
  const fields = program.user.fields;
  const columns = fields.map((_, field) => (field === program.user.id ? "id" : `f${field}`));
  const [row = []] = await db.rows(`SELECT ${columns.join(", ")} FROM touchline.users WHERE u = ${place}`);
  return Object.fromEntries(
    fields.map((field, at) => [field.id, at === program.user.id ? id : outward(field, row[at])]),
  );
}

/** The user's events of one kind, in total order. Without a mapped id, content and a count among those that are alike make one. */
async function ownEvents(
  db: Database,
  { data, program, user }: HistoryOptions,
  schema: EventSchema,
  rows: EventRows,
): Promise<EventInput[]> {
  await loadOwnEvents(db, data, program, schema, rows, user);
  const fields = schema.fields.map((_, place) => `f${place}`);
  const like = contentIdSql(schema, "own");
  const id = rows.id === null ? `${like} || '-' || row_number() OVER (PARTITION BY ${like})` : "id";
  const sql = ["id", "occurred", "received", "coalesce(seq, 0)", ...fields].join(", ").replace(/^id/, `${id} AS id`);
  const found = await db.rows(`SELECT ${sql} FROM touchline.own ORDER BY occurred, coalesce(seq, 0), id`);
  return found.map((row) => eventOf(schema, row));
}

function eventOf(schema: EventSchema, [id, occurred, received, seq, ...values]: Row): EventInput {
  const fields = schema.fields.map((field, at) => [field.id, outward(field, values[at])] as const);
  return {
    ...Object.fromEntries(fields),
    event: schema.id,
    id: String(id),
    occurred_at: Number(occurred),
    received_at: typeof received === "bigint" ? Number(received) : null,
    seq: Number(seq),
  };
}

/** A stored value as the embedding input writes it: see `DecideInput`. */
function outward({ type }: Field, stored: unknown): unknown {
  if (stored === null || stored === undefined) return null;
  if (typeof stored === "string") return stored;
  const n = BigInt(stored as bigint | number);
  switch (type.is) {
    case "boolean":
      return n === 1n;
    case "enum":
      return type.members[Number(n)]?.id ?? null;
    case "date":
      return formatDate(Number(n));
    case "lunarDate":
      return formatLunar(lunarOfStored(Number(n)));
    case "version":
      return formatVersion(Number(n));
    case "instant":
      return formatInstant(Number(n));
    case "money":
      return decimalText(n, String(type.minor).length - 1);
    case "number":
    case "ratio":
      return decimalText(n, String(MILLIONTHS).length - 1);
    default:
      return Number(n);
  }
}
