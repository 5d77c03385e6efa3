import { describe, expect, it } from "vitest";
import { DataError } from "../../src/population/data-error.js";
import { parseDataMap } from "../../src/population/data-yaml.js";
import { mapping, people, pays, plan, problemOf, program } from "./tiny.js";

const files = { "people.csv": people, "pays.csv": pays };

function problem(text: string, more: Readonly<Record<string, string | Buffer>> = {}) {
  return problemOf(() => plan({ ...files, ...more }, { mapping: text }));
}

/** The codes of what is wrong with the form of a mapping. */
function codesOf(text: string): string[] {
  try {
    parseDataMap({ name: "data.yaml", text });
    return [];
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    return error.diagnostics.map(({ code }) => code);
  }
}

describe("data.yaml", () => {
  it.each([
    ["an alias", "files: &f { people: people.csv }\nprofiles: *f\n", "data-yaml-feature"],
    ["an anchor", `x: &a 1\n${mapping}`, "data-yaml-feature"],
    ["a merge key", `<<: { a: 1 }\n${mapping}`, "data-yaml-feature"],
    ["a tag", mapping.replace("100%", "!!js/function x"), "data-yaml-feature"],
    ["a key twice", `${mapping}files: { a: a.csv }\n`, "data-yaml"],
    ["an unclosed bracket", "files: { people: people.csv\n", "data-yaml"],
    ["a tab", "files:\n\tpeople: people.csv\n", "data-yaml"],
    ["a percentage that is none", mapping.replace("100%", "a lot"), "data-shape"],
    ["a percentage above 100", mapping.replace("100%", "101%"), "data-shape"],
    ["a list for a map", "files: [people.csv]\nprofiles: { from: people, id: id }\n", "data-shape"],
    ["a missing part", "files: { people: people.csv }\n", "data-missing-key"],
    ["an event without a time", mapping.replace(", occurred_at: at", ""), "data-missing-key"],
    [
      "names that differ in capitals only",
      mapping.replace("  people:", "  People: people.csv\n  people:"),
      "data-shape",
    ],
    ["an unknown unit", mapping.replace("occurred_at: at", "occurred_at: { column: at, unit: days }"), "data-shape"],
    [
      "an unknown zone",
      mapping.replace("occurred_at: at", "occurred_at: { column: at, zone: Mars/Base }"),
      "data-zone-unknown",
    ],
    ["an unknown format", mapping.replace("people.csv", "people.xlsx"), "data-file-format"],
  ])("refuses %s", (_, text, code) => {
    expect(codesOf(text)).toContain(code);
  });

  it("offers the key that was meant, at its line", async () => {
    expect(await problem(mapping.replace("profiles: {", "profiles: { as-of: x,"))).toMatchObject({
      code: "data-unknown-key",
      line: 5,
      fix: expect.stringContaining("Did you mean `as_of`?"),
    });
  });

  it("takes `__proto__` and `constructor` for ordinary names", () => {
    const map = parseDataMap({
      name: "data.yaml",
      text: "files: { __proto__: a.csv, constructor: b.csv }\nprofiles: { from: __proto__, id: id }\nevents: { constructor: none }\n",
    });
    expect(map.files.map(({ name }) => name)).toEqual(["__proto__", "constructor"]);
    expect(map.events[0]).toMatchObject({ event: { text: "constructor" }, rows: null });
  });

  it("allows 1 % of rejected records unless it says otherwise", () => {
    const map = parseDataMap({ name: "data.yaml", text: mapping.replace("max rejected: 100%\n", "") });
    expect(map.maxRejected).toBe(10_000);
  });
});

describe("what data.yaml names", () => {
  it.each([
    {
      what: "a missing file",
      text: mapping.replace("people.csv", "folk.csv"),
      found: { code: "data-file-missing", line: 3, message: "there is no file `folk.csv`" },
    },
    {
      what: "an unknown table",
      text: mapping.replace("from: people", "from: peopel"),
      found: { code: "data-table-unknown", line: 5, fix: expect.stringContaining("`people`") },
    },
    {
      what: "a missing column",
      text: mapping.replace("occurred_at: at", "occurred_at: att"),
      found: {
        code: "data-column-missing",
        line: 7,
        fix: "Did you mean `at`? Columns found: `id`, `user`, `at`, `amount`, `on`.",
      },
    },
    {
      what: "a field without a column",
      text: mapping.replace("from: people, id: id", 'from: "SELECT id, age, city, phone FROM people", id: id'),
      found: { code: "data-field-missing", line: 5, fix: expect.stringContaining("`zone: null` if nobody's is known") },
    },
    {
      what: "a column for no field",
      text: mapping.replace("id: id }", "id: id, columns: { ages: age } }"),
      found: { code: "data-field-unknown", line: 5, fix: expect.stringContaining("Did you mean `age`?") },
    },
    {
      what: "null for a field that is always known",
      text: mapping.replace("occurred_at: at }", "occurred_at: at, columns: { amount: null } }"),
      found: { code: "data-field-required", line: 7 },
    },
    {
      what: "a column of the wrong type",
      text: mapping.replace("from: pays", `from: "SELECT * REPLACE ([1] AS \\"on\\") FROM pays"`),
      found: { code: "data-column-type", line: 7, message: "the column `on` holds INTEGER[], but a date is needed" },
    },
    {
      what: "local times without a zone",
      text: mapping.replace("from: pays", `from: "SELECT * REPLACE (TIMESTAMP '2018-07-01' AS \\"at\\") FROM pays"`),
      found: { code: "data-zone-missing", line: 7, fix: expect.stringContaining("{ column: at, zone: UTC }") },
    },
    {
      what: "numbers for times",
      text: mapping.replace("from: pays", `from: "SELECT * REPLACE (1530000000 AS \\"at\\") FROM pays"`),
      found: { code: "data-unit-missing", line: 7 },
    },
    {
      what: "an event that the schema lacks",
      text: mapping.replace("  pay:", "  pya: none\n  pay:"),
      found: { code: "data-event-unknown", line: 7, fix: expect.stringContaining("Did you mean `pay`?") },
    },
    {
      what: "an event without data",
      text: mapping.slice(0, mapping.indexOf("events:")),
      found: { code: "data-event-missing", message: "nothing says where the event `pay` comes from" },
    },
    {
      what: "SQL that is wrong",
      text: mapping.replace("from: people", "from: SELECT nothing FROM people"),
      found: { code: "data-sql", line: 5, message: expect.stringContaining('"nothing"') },
    },
    {
      what: "a word of SQL as a column",
      text: mapping.replace("from: pays", "from: SELECT at FROM pays"),
      found: { code: "data-sql", line: 7, fix: expect.stringContaining('"at"') },
    },
    {
      what: "SQL that is no SELECT",
      text: mapping.replace("from: people", "from: DROP TABLE people"),
      found: { code: "data-not-select", line: 5 },
    },
    {
      what: "two statements",
      text: mapping.replace("from: people", "from: SELECT * FROM people; DROP TABLE people"),
      found: { code: "data-not-select", line: 5 },
    },
    {
      what: "a parameter",
      text: mapping.replace("from: people", 'from: "SELECT * FROM people WHERE id = $1"'),
      found: { code: "data-not-select", line: 5 },
    },
    {
      what: "a file that is not named",
      text: mapping.replace("from: people", "from: SELECT * FROM '/etc/passwd'"),
      found: { code: "data-sql", line: 5 },
    },
    {
      what: "a file that is not named, read by a function",
      text: mapping.replace("from: people", "from: SELECT * FROM read_csv('/etc/passwd')"),
      found: { code: "data-sql", line: 5 },
    },
    {
      what: "columns that SQL can't tell apart",
      text: mapping,
      more: { "people.csv": "id,age,Age\na,1,2\n" },
      found: { code: "data-header", line: 3, message: expect.stringContaining("`Age`") },
    },
  ])("reports $what with the line of the mapping and a fix", async ({ text, found, more }) => {
    const got = await problem(text, more);
    expect(got).toMatchObject(found);
    expect(got.fix).not.toBe("");
    expect(got.zh).not.toBe("");
  });

  it.each([
    "SELECT * REPLACE (phone::INTEGER AS age) FROM people",
    "SELECT * REPLACE (year(strptime(phone, '%Y')) AS age) FROM people",
    "SELECT * REPLACE (error(phone) AS age) FROM people",
  ])("shows no value of the data when a conversion of the author's fails: %s", async (select) => {
    const text = mapping.replace("from: people", `from: "${select}"`);
    const secret = { "people.csv": "id,age,city,phone,zone\na,,,CANARY,\n" };
    const got = await problem(text, secret);
    expect(got.code).toBe("data-sql");
    expect(JSON.stringify(got)).not.toContain("CANARY");
  });

  it("names an unknown user with the ids next to it", async () => {
    const got = await problemOf(() => plan(files, { options: { users: ["bob"] } }));
    expect(got).toMatchObject({ code: "data-unknown-user", fix: expect.stringContaining("`ada`, `bo`") });
  });

  it("refuses a total that can't be counted exactly", async () => {
    const rows = Array.from({ length: 3 }, (_, k) => `${k},ada,2018-07-01T08:00:00Z,90071992547409.91,\n`).join("");
    const got = await problemOf(() => plan({ ...files, "pays.csv": `id,user,at,amount,on\n${rows}` }));
    expect(got).toMatchObject({ code: "data-sum-too-large", message: expect.stringContaining("pay.amount") });
  });

  it("accepts `none` for an event without data: nobody did it", async () => {
    const none = `${mapping.slice(0, mapping.indexOf("  pay:"))}  pay: none\n`;
    const { load, strategies } = await plan(files, { mapping: none });
    expect(load.sources.map(({ name }) => name)).toEqual(["people", "pays", "profiles"]);
    expect(strategies[0]?.funnel[1]).toMatchObject({ passed: 0, refused: { clause_1: 2 } });
  });

  it("accepts null for an optional field, and a column of another name", async () => {
    const text = mapping
      .replace("id: id }", "id: id, columns: { zone: null, age: years } }")
      .replace("from: people", 'from: "SELECT id, age AS years, city, phone FROM people"');
    expect((await plan(files, { mapping: text })).users).toBe(program.user.fields.length - 3);
  });
});
