import { type Database } from "./database.js";
import type { KindTable } from "./fact-columns.js";
import type { FactKind, FactKinds } from "./fact-kinds.js";
import { createOffsets, EVER, type ZoneAsk } from "./grid.js";
import type { Population } from "./load.js";

/**
 * The tables to ask, each with its facts; nothing that becomes visible after `until` is in them. Kinds without data have no
 * events: their facts are those of an empty history.
 */
export async function gatherTables(
  db: Database,
  population: Population,
  kinds: FactKinds,
  asks: readonly ZoneAsk[],
  until: number,
): Promise<KindTable[]> {
  const tables: KindTable[] = [];
  for (const kind of kinds.list) {
    const table = population.tableOf(kind.event);
    if (table === null) continue;
    const gathered = await gather(db, kind, table, asks, until);
    tables.push({ ...kind, named: population.isNamed(kind.event), table: gathered });
  }
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { scan, table } of tables) {
    if (!scan?.dates) continue;
    const [row] = await db.rows(`SELECT min(occurred), max(occurred) FROM ${table} HAVING count(*) > 0`);
    from = Math.min(from, Number(row?.[0] ?? from));
    to = Math.max(to, Number(row?.[1] ?? to));
  }
  await createOffsets(db, asks, from, to);
  return tables;
}

/** How many events there are whose order matters. */
export async function countOrdered(db: Database, tables: readonly KindTable[]): Promise<number> {
  let events = 0;
  for (const { history, table } of tables) {
    if (history === null) continue;
    const [row] = await db.rows(`SELECT count(*)::DOUBLE FROM ${table}`);
    events += Number(row?.[0] ?? 0);
  }
  return events;
}

/**
 * Makes a table of only what some instant asks for, in the order of the users, so that a block of users lies together;
 * and where histories are read, each user's rows in total order.
 */
async function gather(
  db: Database,
  kind: FactKind,
  table: string,
  asks: readonly ZoneAsk[],
  until: number,
): Promise<string> {
  const scanned = kind.scan ? await earliestScanned(db, kind.scan.within) : Number.POSITIVE_INFINITY;
  const earliest = Math.min(scanned, earliestTold(kind, asks));
  const sorted = kind.history ? "u, occurred, seq, id" : "u";
  const order = kind.history?.whole ? ["seq", "id"] : kind.history ? ["seq"] : [];
  const columns = ["u", "z", "occurred", "visible", ...order, ...kind.fields.map((place) => `f${place}`)];
  const gathered = `touchline.gathered${kind.event}`;
  await db.run(`CREATE TABLE ${gathered} AS SELECT ${columns.join(", ")} FROM ${table}
    WHERE u IS NOT NULL AND visible <= ${whole(until)} AND occurred >= ${whole(earliest)} ORDER BY ${sorted}`);
  await db.run(`DROP TABLE ${table}`);
  return gathered;
}

async function earliestScanned(db: Database, within: string): Promise<number> {
  const [row] = await db.rows(`SELECT min(${within}) FROM touchline.grid`);
  const found = row?.[0] ?? null;
  return found === null ? Number.POSITIVE_INFINITY : Number(found);
}

/** The earliest event that a history must hold. */
function earliestTold({ history }: FactKind, asks: readonly ZoneAsk[]): number {
  let earliest = Number.POSITIVE_INFINITY;
  if (history === null) return earliest;
  if (history.whole) return Number.NEGATIVE_INFINITY;
  for (const { zone, asks: own, needs } of asks)
    own.forEach(({ now }, place) => {
      earliest = Math.min(earliest, history.kind.reach(zone, now, needs?.[place]));
    });
  return earliest;
}

/** An instant for SQL, where what is not finite lies beyond all events. */
function whole(instant: number): number {
  return Number.isFinite(instant) ? instant : instant < 0 ? EVER : -EVER;
}
