import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";

/**
 * The shop of `shop.ts` over its raw files, in plain SQL that knows the project only from what its declarations say: who is in which
 * stage and tier, and what each user is like. Local time is Shanghai's, eight hours ahead. Nothing here comes from `src`.
 */

type Rows = readonly Readonly<Record<string, unknown>>[];

export interface ShopSql {
  rows(sql: string): Promise<Rows>;
  close(): void;
}

export async function openShop(folder: string): Promise<ShopSql> {
  const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
  const connection = await instance.connect();
  const csv = (file: string): string =>
    `read_csv('${join(folder, file)}', header = true, all_varchar = true, nullstr = '')`;
  const local = `CAST(replace("at", 'Z', '') AS TIMESTAMP) + INTERVAL 8 HOUR`;
  await connection.run(`CREATE TABLE users AS SELECT * FROM ${csv("users.csv")}`);
  await connection.run(
    `CREATE TABLE pays AS SELECT "user" u, CAST(amount AS BIGINT) amount, ${local} t FROM ${csv("pays.csv")}`,
  );
  await connection.run(`CREATE TABLE visits AS SELECT "user" u, ${local} t FROM ${csv("visits.csv")}`);
  return {
    rows: async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJson(),
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** Stage and tier of everybody at a local time; NULL is in none. */
export function standing(at: string): string {
  const within = (days: number): string => `t::DATE > DATE '${at.slice(0, 10)}' - ${days} AND t <= TIMESTAMP '${at}'`;
  return `SELECT id, CASE WHEN paid30 THEN 'active' WHEN paid THEN 'asleep' ELSE 'new' END stage,
      CASE WHEN NOT paid90 THEN NULL WHEN spent >= 300 THEN 'gold' WHEN spent >= 100 THEN 'silver' ELSE 'bronze' END tier
    FROM (SELECT id,
        EXISTS (SELECT 1 FROM pays WHERE u = id AND t <= TIMESTAMP '${at}') paid,
        EXISTS (SELECT 1 FROM pays WHERE u = id AND ${within(30)}) paid30,
        EXISTS (SELECT 1 FROM pays WHERE u = id AND ${within(90)}) paid90,
        coalesce((SELECT sum(amount) FROM pays WHERE u = id AND ${within(60)}), 0) spent
      FROM users)`;
}

/** What each user is compared by at a local time: a row per user and thing that is known of them, a share's as 0 or 1. */
function things(at: string): string {
  const recent = `t::DATE > DATE '${at.slice(0, 10)}' - 30 AND t <= TIMESTAMP '${at}'`;
  const share = (key: string, holds: string, where = "true"): string =>
    `SELECT id u, '${key}' k, 'share' kind, CAST((${holds}) AS INTEGER)::DOUBLE x FROM users WHERE ${where}`;
  const number = (key: string, x: string, from: string): string =>
    `SELECT u, '${key}' k, 'number' kind, (${x})::DOUBLE x FROM ${from}`;
  const perUser = (table: string): string => `(SELECT u, count(*) n FROM ${table} WHERE ${recent} GROUP BY u)`;
  const all = `(SELECT * FROM (SELECT u, t FROM pays UNION ALL SELECT u, t FROM visits) WHERE ${recent})`;
  const busiest = `(SELECT u, arg_min(h, (-n) * 100 + h) h FROM (SELECT u, hour(t) h, count(*) n FROM ${all} GROUP BY u, h) GROUP BY u)`;
  return [
    share("field member known ", "member IS NOT NULL"),
    share("field member yes ", "member = 'true'", "member IS NOT NULL"),
    share("field city known ", "city IS NOT NULL"),
    ...["beijing", "shanghai"].map((city) =>
      share(`field city choice ${city}`, `city = '${city}'`, "city IS NOT NULL"),
    ),
    share("field born known ", "born IS NOT NULL"),
    number(
      "field born number ",
      `DATE '${at.slice(0, 10)}' - CAST(born AS DATE)`,
      "(SELECT id u, born FROM users WHERE born IS NOT NULL)",
    ),
    number("field visits number ", "visits", "(SELECT id u, CAST(visits AS BIGINT) visits FROM users)"),
    share("field channel known ", "channel IS NOT NULL"),
    ...["channel 0", "channel 1", "channel 2"].map((c) =>
      share(`field channel choice ${c}`, `channel = '${c}'`, "channel IS NOT NULL"),
    ),
    share("field phone known ", "phone IS NOT NULL"),
    share("tag payer yes ", "EXISTS (SELECT 1 FROM pays WHERE u = id)"),
    number(
      "tag total number ",
      "s",
      "(SELECT id u, coalesce((SELECT sum(amount) FROM pays WHERE u = id), 0) s FROM users)",
    ),
    share("event pay known ", `EXISTS (SELECT 1 FROM pays WHERE u = id AND ${recent})`),
    share("event visit known ", `EXISTS (SELECT 1 FROM visits WHERE u = id AND ${recent})`),
    number("event pay number ", "n", perUser("pays")),
    number("event visit number ", "n", perUser("visits")),
    share("hour null known ", `EXISTS (SELECT 1 FROM ${all} WHERE u = id)`),
    ...Array.from(
      { length: 24 },
      (_, h) =>
        `SELECT u, 'hour null choice ${h}' k, 'share' kind, CAST(h = ${h} AS INTEGER)::DOUBLE x FROM ${busiest}`,
    ),
    ...["active", "asleep", "new"].map(
      (s) =>
        `SELECT id u, 'stage buyer choice ${s}' k, 'share' kind, CAST(stage = '${s}' AS INTEGER)::DOUBLE x FROM (${standing(at)})`,
    ),
    `SELECT id u, 'stage spend known ' k, 'share' kind, CAST(tier IS NOT NULL AS INTEGER)::DOUBLE x FROM (${standing(at)})`,
    ...["gold", "silver", "bronze"].map(
      (s) =>
        `SELECT id u, 'stage spend choice ${s}' k, 'share' kind, CAST(tier = '${s}' AS INTEGER)::DOUBLE x FROM (${standing(at)}) WHERE tier IS NOT NULL`,
    ),
  ].join(" UNION ALL ");
}

export interface Expected {
  readonly key: string;
  readonly group: { readonly value: number; readonly users: number };
  readonly rest: { readonly value: number; readonly users: number };
  readonly effect: number;
  readonly low: number;
  readonly high: number;
}

/** What sets the users that `member` selects apart at a local time, by the formulas of the textbooks; `but`: what makes the group. */
export async function apart(sql: ShopSql, at: string, member: string, but: string | null): Promise<Expected[]> {
  const rows = await sql.rows(`
    WITH sides AS (
      SELECT k, kind, avg(x) FILTER (g) a, avg(x) FILTER (NOT g) b, count(*) FILTER (g) n, count(*) FILTER (NOT g) m,
        var_samp(x) FILTER (g) va, var_samp(x) FILTER (NOT g) vb
      FROM (SELECT *, u IN (${member}) g FROM (${things(at)})) GROUP BY k, kind),
    sized AS (
      SELECT *, CASE WHEN kind = 'share' THEN 2 * asin(sqrt(a)) - 2 * asin(sqrt(b))
        ELSE (a - b) / sqrt(((n - 1) * va + (m - 1) * vb) / (n + m - 2)) * (1 - 3 / (4 * (n + m - 2) - 1)) END d
      FROM sides WHERE n >= 30 AND m >= 30 AND (kind = 'share' OR va + vb > 0)),
    erring AS (SELECT *, CASE WHEN kind = 'share' THEN sqrt(1 / n + 1 / m) ELSE sqrt((n + m) / (n * m) + d * d / (2 * (n + m))) END e FROM sized)
    SELECT * FROM erring WHERE abs(d) > 1.959963984540054 * e`);
  const found = rows.map((row): Expected => {
    const [d, e] = [Number(row["d"]), Number(row["e"])];
    return {
      key: String(row["k"]),
      group: { value: Number(row["a"]), users: Number(row["n"]) },
      rest: { value: Number(row["b"]), users: Number(row["m"]) },
      effect: d,
      low: d - 1.959963984540054 * e,
      high: d + 1.959963984540054 * e,
    };
  });
  // Where a thing has two values, the one that the group has more often stands for both: cities, and hours, of which there are two.
  const mirrored = ["field city choice", "hour null choice"];
  return found.filter(
    ({ key, effect }) =>
      !(but !== null && key.startsWith(but)) && !(effect < 0 && mirrored.some((one) => key.startsWith(one))),
  );
}
