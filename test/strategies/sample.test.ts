import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type SampleReport, writeSample } from "../../src/population/sample.js";

const home = mkdtempSync(join(tmpdir(), "touchline-sample-test-"));
const shop = fileURLToPath(new URL("../../strategies/shop/", import.meta.url));
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** The first row of a question to DuckDB, as text. */
async function ask(sql: string): Promise<readonly string[]> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  try {
    const rows = (await connection.runAndReadAll(sql)).getRows();
    return (rows[0] ?? []).map(String);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

function texts(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}

describe("the sample shop", () => {
  it("is written byte for byte as the data of strategies/shop, from the same size and seed", async () => {
    await writeSample({ directory: join(home, "again"), users: 300, days: 60, seed: 618, format: "csv" });
    const written = texts(join(home, "again", "data"));
    const committed = texts(join(shop, "data"));
    expect(Object.keys(written).sort()).toEqual(Object.keys(committed).sort());
    const different = Object.keys(written).filter((name) => written[name] !== committed[name]);
    expect(different).toEqual([]);
  });

  it("holds the same rows in Parquet as in CSV", async () => {
    const size = { users: 200, days: 30, seed: 7 };
    const csv = await writeSample({ directory: join(home, "csv"), ...size, format: "csv" });
    const parquet = await writeSample({ directory: join(home, "parquet"), ...size });
    expect(parquet.rows).toEqual(csv.rows);
    for (const table of Object.keys(csv.rows)) {
      const [difference] = await ask(`
        with a as (select columns(*)::varchar from '${home}/parquet/data/${table}.parquet'),
             b as (select columns(*)::varchar from (
               select * from read_csv('${home}/csv/data/${table}.csv', auto_detect = true, quote = '"', header = true, nullstr = '',
                                      types = ${typesOf(table)})))
        select count(*) from ((from a except all from b) union all (from b except all from a))`);
      expect({ table, difference }).toEqual({ table, difference: "0" });
    }
  });

  it("differs in everything that is drawn when the seed differs", async () => {
    await writeSample({ directory: join(home, "other"), users: 200, days: 30, seed: 8, format: "csv" });
    const [one, other] = [texts(join(home, "csv", "data")), texts(join(home, "other", "data"))];
    expect(Object.keys(one).filter((name) => one[name] === other[name])).toEqual([]);
  });

  it("refuses a size that is not a positive whole number", async () => {
    await expect(writeSample({ directory: join(home, "none"), users: 0 })).rejects.toThrow("users must be");
    await expect(writeSample({ directory: join(home, "none"), days: 1.5 })).rejects.toThrow("days must be");
    expect(readdirSync(home)).not.toContain("none");
  });
});

/** The types of a table's Parquet file, for reading its CSV twin. */
function typesOf(table: string): string {
  const instants = (table === "visits" || table === "views" ? ["occurred_at", "received_at"] : ["occurred_at"]).map(
    (name) => `'${name}': 'TIMESTAMPTZ'`,
  );
  if (table === "users")
    return "{'birthday': 'DATE', 'balance': 'BIGINT', 'updated_at': 'TIMESTAMPTZ', 'registered_at': 'VARCHAR', 'phone': 'VARCHAR', 'push_on': 'VARCHAR'}";
  if (table === "camera") return "{'occurred_at': 'VARCHAR', 'found': 'VARCHAR'}";
  if (table === "trades") return "{'occurred_at': 'TIMESTAMPTZ', 'amount': 'VARCHAR'}";
  if (table === "scores") return "{'scored_at': 'TIMESTAMPTZ', 'churn': 'DECIMAL(3,2)'}";
  if (table === "carts") return "{'occurred_at': 'TIMESTAMPTZ', 'price': 'DECIMAL(13,2)', 'quantity': 'INTEGER'}";
  if (table === "confirms") return "{'occurred_at': 'TIMESTAMPTZ', 'amount': 'DECIMAL(13,2)'}";
  if (table === "recharges") return "{'occurred_at': 'TIMESTAMPTZ', 'amount': 'DECIMAL(12,2)'}";
  if (table === "views") return `{${instants.join(", ")}, 'price': 'DECIMAL(13,2)'}`;
  return `{${instants.join(", ")}}`;
}

/** The file of a table in the sample that the tests below ask. */
const file = (table: string): string => `'${home}/usual/data/${table}.parquet'`;

describe("a sample of the usual kind", () => {
  let report: SampleReport;
  beforeAll(async () => {
    report = await writeSample({ directory: join(home, "usual"), users: 5000, days: 90, seed: 618 });
  });

  it("holds few heavy users, few favourite products, a day and a week", async () => {
    const [heavy] = await ask(`
      with each as (select user_id, count(*) n from ${file("visits")} group by 1),
           ranked as (select n, row_number() over (order by n desc) place from each)
      select sum(n) filter (place <= 500) / sum(n) > 0.4 from ranked`);
    const [favourite] = await ask(`
      with each as (select product, count(*) n from ${file("views")} group by 1),
           ranked as (select n, row_number() over (order by n desc) place, count(*) over () products from each)
      select sum(n) filter (place <= products / 10) / sum(n) > 0.4 from ranked`);
    const [evening] = await ask(`
      select count(*) filter (hour(occurred_at) = 12) > 4 * count(*) filter (hour(occurred_at) = 18)
      from (select timezone('UTC', occurred_at) as occurred_at from ${file("visits")})`);
    const [weekend] = await ask(`
      select count(*) filter (isodow(day) >= 6) / count(distinct day) filter (isodow(day) >= 6)
             > 1.2 * count(*) filter (isodow(day) < 6) / count(distinct day) filter (isodow(day) < 6)
      from (select timezone('Asia/Shanghai', occurred_at)::date as day from ${file("visits")})`);
    expect([heavy, favourite, evening, weekend]).toEqual(["true", "true", "true", "true"]);
  });

  it("holds two time zones and users about whom much is unknown", async () => {
    const [zones, nowhere, phones, names] = await ask(`
      select count(distinct local_zone), count(*) filter (local_zone is null), count(*) filter (phone is null),
             count(*) filter (nickname is null) from ${file("users")}`);
    expect(zones).toBe("2");
    for (const unknown of [nowhere, phones, names]) expect(Number(unknown)).toBeGreaterThan(100);
  });

  it("holds nothing that happened after its instant, save what its own arrival contradicts", async () => {
    const [latest] = await ask(`select max(occurred_at) <= timestamptz '${report.until}' from ${file("views")}`);
    expect(latest).toBe("true");
  });

  it("plants the dirty rows that its report counts", async () => {
    const counted = await ask(`
      select (select count(*) from ${file("users")} where gender = '未知'),
             (select count(*) from ${file("users")} where try_cast(registered_at as timestamptz) is null),
             (select count(*) - count(distinct user_id) from ${file("users")}),
             (select count(*) from ${file("visits")} where user_id = 'ghost'),
             (select count(*) from ${file("visits")} where user_id is null),
             (select count(*) from ${file("visits")} where occurred_at > received_at + interval 5 minute),
             (select count(*) from ${file("views")} where category not in ('headphones', 'phone', 'camera', 'accessory')),
             (select count(*) from ${file("views")} where price is null),
             (select count(*) - count(distinct event_id) from ${file("views")}),
             (select count(*) from ${file("views")} where received_at > timestamptz '${report.until}'),
             (select count(*) from ${file("trades")} where amount::decimal(18, 6) <> round(amount::decimal(18, 6), 2)),
             (select count(*) from ${file("camera")} where try_cast(occurred_at as timestamp) is null)`);
    const planted = (table: string, ...kinds: string[]): string =>
      String(
        report.planted
          .filter((one) => one.table === table && kinds.includes(one.dirt))
          .reduce((sum, one) => sum + one.rows, 0),
      );
    expect(counted).toEqual([
      planted("users", "unknown_member"),
      planted("users", "bad_time"),
      planted("users", "equal_row_again", "older_version"),
      planted("visits", "no_profile"),
      planted("visits", "missing_user"),
      planted("visits", "after_its_arrival"),
      planted("views", "unknown_member"),
      planted("views", "missing_value"),
      planted("views", "same_id_again"),
      planted("views", "arrives_late"),
      planted("trades", "bad_amount"),
      planted("camera", "bad_time"),
    ]);
    expect(report.planted.every(({ rows }) => rows > 0)).toBe(true);
  });
});
