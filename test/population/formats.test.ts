import { readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openDatabase } from "../../src/population/database.js";
import { parseDataMap } from "../../src/population/data-yaml.js";
import { planPopulation } from "../../src/population/plan.js";
import { folderOf, mapping, people, pays, plan, problemOf, program, rejections, sourceOf } from "./tiny.js";

const until = Date.parse("2018-07-20T18:00:00Z");

/** A Parquet file of a SELECT, in a new folder beside `people.csv`. */
async function parquetFolder(sql: string): Promise<string> {
  const folder = folderOf({ "people.csv": people });
  const db = await openDatabase();
  await db.run(`COPY (${sql}) TO '${join(folder, "pays.parquet")}' (FORMAT PARQUET)`);
  db.close();
  return folder;
}

function planFolder(folder: string, text: string) {
  const data = parseDataMap({ name: "data.yaml", text });
  return planPopulation({ project: folder, program, data, since: until - 86_400_000, until });
}

const parquet = mapping.replace("pays.csv", "pays.parquet");

describe("a plain text file", () => {
  const split = `SELECT word[1] AS id, word[2] AS "user", word[3] AS at, word[4] AS amount, NULL AS "on", _line
      FROM (SELECT string_split_regex(trim(line), ' +') AS word, _line FROM pays)`;
  const text = mapping.replace("pays.csv", "pays.txt.gz").replace("from: pays,", `from: ${JSON.stringify(split)},`);

  it("is a table of its lines, which a SELECT takes apart; blank ones hold nothing, and no other is lost", async () => {
    const lines = " 1  ada 2018-07-01T08:00:00Z   12.50\n\n 2 bo 2018-07-02T08:00:00Z 3\n 3 bo never 3\n\xff";
    const { load } = await plan(
      { "people.csv": people, "pays.txt.gz": Buffer.from(lines, "latin1") },
      { mapping: text },
    );
    expect(sourceOf(load, "pays")).toMatchObject({ records: 4, read: 3, rejected: [{ reason: "not_utf8", count: 1 }] });
    const pay = sourceOf(load, "pay");
    expect(pay).toMatchObject({ records: 3, used: 2 });
    expect(pay.rejected[0]?.examples[0]?.line).toBe(4);
  });
});

describe("a JSON Lines file", () => {
  const jsonl = mapping.replace("people.csv", "people.jsonl");

  it("loses only the lines that are no objects", async () => {
    const text = `{"id":"a","age":1}\n{"id":"b",\n[1]\n\n{"id":"c","zone":null,"city":"xian","phone":"1"}\nnull\n`;
    expect(await rejections({ "people.jsonl": text, "pays.csv": pays }, "people", { mapping: jsonl })).toEqual({
      not_json: [2, 3, 6],
    });
  });

  it("reads values as written, with exact lines, zipped or not", async () => {
    const text = `{"id":"a","age":118,"city":"xian","phone":"\\"x\\"","zone":"Asia/Tokyo"}\n{"id":"b","age":1.5}\n{"id":"c","age":9007199254740992}\n`;
    const found = { not_whole: [2], out_of_range: [3] };
    expect(await rejections({ "people.jsonl": text, "pays.csv": pays }, "profiles", { mapping: jsonl })).toEqual(found);
    const zipped = jsonl.replace(".jsonl", ".jsonl.gz");
    expect(await rejections({ "people.jsonl.gz": text, "pays.csv": pays }, "profiles", { mapping: zipped })).toEqual(
      found,
    );
  });

  it("reads keys that look like paths", async () => {
    const text = `{"id":"a","a/b~c.d$":"1","age":1,"city":null,"zone":null,"phone":null}\n`;
    const odd = jsonl.replace("id: id }", 'id: id, columns: { age: "a/b~c.d$" } }');
    const { load } = await plan({ "people.jsonl": text, "pays.csv": pays }, { mapping: odd });
    expect(sourceOf(load, "profiles").used).toBe(1);
  });

  it("reads a JSON array like lines, counting its members", async () => {
    const text = '[{"id":"a","age":1,"city":null,"phone":null,"zone":null},\n {"id":"b","age":"x"}]';
    const array = mapping.replace("people.csv", "people.json");
    expect(await rejections({ "people.json": text, "pays.csv": pays }, "profiles", { mapping: array })).toEqual({
      not_a_number: [2],
    });
  });
});

describe("a Parquet file", () => {
  it("is read with its own types, and names rows", async () => {
    const folder = await parquetFolder(`SELECT * FROM (VALUES
      (1::BIGINT, 'ada', TIMESTAMPTZ '2018-07-01 08:00:00+00', 12.5::DOUBLE, DATE '2018-07-01'),
      (2, 'ada', TIMESTAMPTZ '2018-07-01 08:00:00+00', 0.1 + 0.2, NULL),
      (3, 'bo', NULL, 1, NULL),
      (4, 'bo', TIMESTAMPTZ '2018-07-01 08:00:00+00', 'nan'::DOUBLE, NULL),
      (5, 'bo', TIMESTAMPTZ 'infinity', 1, NULL),
      (6, 'bo', TIMESTAMPTZ '2018-07-01 08:00:00+00', 1e300, NULL)) t(id, "user", "at", amount, "on")`);
    const { load } = await planFolder(folder, parquet);
    const { rejected, used, records } = sourceOf(load, "pay");
    // 0.1 + 0.2 is a decimal here; as a binary number it would be too fine.
    expect([records, used]).toEqual([6, 2]);
    expect(rejected.map(({ reason, examples }) => [reason, examples.map(({ line }) => line)])).toEqual([
      ["missing_time", [3, 5]],
      ["not_a_number", [4]],
      ["out_of_range", [6]],
    ]);
  });

  it("refuses a binary number that is finer than a cent, and takes one that is a cent's nearest", async () => {
    const folder = await parquetFolder(`SELECT i AS id, 'ada' AS "user", TIMESTAMPTZ '2018-07-01 08:00:00+00' AS "at",
      CASE i WHEN 0 THEN 0.1::DOUBLE + 0.2::DOUBLE ELSE i / 100 END AS amount, NULL::DATE AS "on" FROM range(10000) t(i)`);
    const { load } = await planFolder(folder, parquet);
    expect(sourceOf(load, "pay").rejected).toMatchObject([{ reason: "too_fine", count: 1 }]);
  });

  it("reads decimals, whole numbers and seconds since 1970", async () => {
    const folder =
      await parquetFolder(`SELECT 1 AS id, 'ada' AS "user", 1530432000 AS "at", 12.5::DECIMAL(9, 3) AS amount, 20180701 AS "on"
      UNION ALL SELECT 2, 'ada', 1530432000, 12.505, 20180732`);
    const seconds = parquet.replace("occurred_at: at", "occurred_at: { column: at, unit: seconds }");
    const { load } = await planFolder(folder, seconds);
    expect(sourceOf(load, "pay").rejected).toMatchObject([{ reason: "too_fine", count: 1 }]);
  });

  it.each(["DECIMAL(18, 0)", "DECIMAL(15, 2)", "DECIMAL(18, 4)", "DECIMAL(18, 18)", "DECIMAL(4, 1)", "DECIMAL(38, 3)"])(
    "takes a %s as it takes the same numbers written out",
    async (type) => {
      const rows = `SELECT i AS id, 'ada' AS "user", TIMESTAMPTZ '2018-07-01 08:00:00+00' AS "at", NULL::DATE AS "on", amount
        FROM (SELECT row_number() OVER () AS i, TRY_CAST(t AS ${type}) AS amount FROM (VALUES ('0'), ('-0.5'), ('12.34'), ('12.345'),
        ('-12.3456'), ('0.000000000000000001'), ('123.4'), ('90071992547409.91'), ('90071992547409.92'), ('-90071992547409.91'),
        ('-90071992547409.92'), ('9999999999999'), ('99999999999999'), ('999999999999999999'), ('-999999999999999999')) v(t))`;
      const reportOf = async (sql: string): Promise<unknown> => {
        const { rejected, used } = sourceOf(
          (await planFolder(await parquetFolder(sql), parquet.replace("1%", "100%"))).load,
          "pay",
        );
        return { rejected, used };
      };
      const written = await reportOf(`SELECT * REPLACE (CAST(amount AS VARCHAR) AS amount) FROM (${rows})`);
      expect(await reportOf(rows)).toEqual(written);
    },
  );

  it.each([0.3, 0.95])("says so when it was cut short (%d of it is left)", async (share) => {
    const folder =
      await parquetFolder(`SELECT i AS id, 'ada' AS "user", TIMESTAMPTZ '2018-07-01 08:00:00+00' AS "at", 1 AS amount,
      NULL::DATE AS "on" FROM range(5000) t(i)`);
    const path = join(folder, "pays.parquet");
    truncateSync(path, Math.floor(readFileSync(path).length * share));
    expect(await problemOf(() => planFolder(folder, parquet))).toMatchObject({
      code: "data-file-broken",
      line: 4,
      message: expect.stringContaining("`pays.parquet`"),
    });
  });
});

describe("a zipped file", () => {
  it("says so when it was cut short", async () => {
    const folder = folderOf({ "people.csv": people, "pays.csv.gz": pays.repeat(3000) });
    const path = join(folder, "pays.csv.gz");
    truncateSync(path, Math.floor(readFileSync(path).length / 2));
    const zipped = mapping.replace("pays.csv", "pays.csv.gz");
    expect(await problemOf(() => planFolder(folder, zipped))).toMatchObject({ code: "data-file-broken", line: 4 });
  });

  it("says so when it is not zipped at all", async () => {
    const folder = folderOf({ "people.csv": people });
    writeFileSync(join(folder, "pays.csv.gz"), pays);
    const zipped = mapping.replace("pays.csv", "pays.csv.gz");
    expect(await problemOf(() => planFolder(folder, zipped))).toMatchObject({ code: "data-file-broken", line: 4 });
  });
});

describe("an empty file", () => {
  it.each(["people.csv", "people.jsonl"])("has no columns: %s", async (name) => {
    const text = mapping.replace("people.csv", name);
    expect(await problemOf(() => plan({ [name]: "", "pays.csv": pays }, { mapping: text }))).toMatchObject({
      code: "data-column-missing",
    });
  });

  it("with a first line has no rows, and that is fine", async () => {
    const { users } = await plan({ "people.csv": "id,age,city,phone,zone\n", "pays.csv": pays });
    expect(users).toBe(0);
  });
});
