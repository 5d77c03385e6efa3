import { dataError } from "./data-error.js";
import type { DataMap } from "./data-map.js";
import type { Database } from "./database.js";

/** Users by their places, `low` included and `high` excluded. */
export interface UserRange {
  readonly low: number;
  readonly high: number;
}

/** The users to work on, in blocks of at most `size`, in order: all, or those with the given ids. */
export async function rangesOf(
  db: Database,
  ids: readonly string[] | undefined,
  users: number,
  size: number,
  data: DataMap,
): Promise<UserRange[]> {
  const places = ids === undefined ? null : await placesOf(db, ids, users, data);
  const spans = places === null ? [{ low: 0, high: users }] : places.map((place) => ({ low: place, high: place + 1 }));
  return spans.flatMap(({ low, high }) => {
    const blocks: UserRange[] = [];
    for (let at = low; at < high; at += size) blocks.push({ low: at, high: Math.min(high, at + size) });
    return blocks;
  });
}

async function placesOf(db: Database, ids: readonly string[], users: number, data: DataMap): Promise<number[]> {
  const places = new Set<number>();
  for (const id of ids) places.add(await placeOfUser(db, id, users, data));
  return [...places].sort((a, b) => a - b);
}

/** The place of a user by id. Throws a `DataError` that shows its neighbours if there is none. */
export async function placeOfUser(db: Database, id: string, users: number, data: DataMap): Promise<number> {
  const [row] = await db.rows("SELECT u FROM touchline.users WHERE id = $1::VARCHAR", [id]);
  if (row) return Number(row[0]);
  const { from } = data.profiles;
  throw dataError("data-unknown-user", from.span, { user: id, users, nearest: await nearestIds(db, id) }, data.source);
}

/** The ids just before and after where an id would stand. */
async function nearestIds(db: Database, id: string): Promise<string[]> {
  const rows = await db.rows(
    `SELECT id FROM (SELECT id FROM touchline.users WHERE id < $1::VARCHAR ORDER BY id DESC LIMIT 2)
     UNION ALL SELECT id FROM (SELECT id FROM touchline.users WHERE id > $1::VARCHAR ORDER BY id LIMIT 2) ORDER BY id`,
    [id],
  );
  return rows.map(([near]) => String(near));
}
