import { describe, expect, it } from "vitest";
import { field, folderOf, mapping, people, pays, plan, program, rejections, sourceOf, problemOf } from "./tiny.js";
import { parseDataMap } from "../../src/population/data-yaml.js";
import { planPopulation } from "../../src/population/plan.js";
import { DataError } from "../../src/population/data-error.js";

const head = "id,user,at,received,amount,on\n";
const withReceived = mapping.replace("occurred_at: at", "occurred_at: at, received_at: received");

function payRows(rows: readonly string[]): Record<string, string> {
  return { "people.csv": people, "pays.csv": head + rows.map((row) => `${row}\n`).join("") };
}

describe("cleaning events", () => {
  it("rejects each unusable row for its first reason, with its line", async () => {
    const rows = [
      "1,,2018-07-01T08:00:00Z,,1,",
      ",ada,2018-07-01T08:00:00Z,,1,",
      "3,ada,,,1,",
      "4,ada,soon,,1,",
      "5,ada,2018-07-01 08:00:00,,1,",
      "6,ada,2018-07-01T08:00:00Z,,,",
      "7,ada,2018-07-01T08:00:00Z,,many,",
      "8,ada,2018-07-01T08:00:00Z,,1.005,",
      "9,ada,2018-07-01T08:00:00Z,,90071992547409.92,",
      "10,ada,2018-07-01T08:00:00Z,,1,2018-02-30",
      "11,ada,2018-07-01T08:05:00.001Z,2018-07-01T08:00:00Z,1,",
      "12,ada,2018-07-01T08:05:00.000Z,2018-07-01T08:00:00Z,1.500,20180701",
    ];
    expect(await rejections(payRows(rows), "pay", { mapping: withReceived })).toEqual({
      missing_user: [2],
      missing_id: [3],
      missing_time: [4],
      invalid_time: [5],
      time_without_zone: [6],
      missing_value: [7],
      not_a_number: [8],
      too_fine: [9],
      out_of_range: [10],
      not_a_date: [11],
      received_before_occurred: [12],
    });
  });

  it("takes ISO 8601 with any offset, with or without seconds", async () => {
    const times = [
      "2018-07-01T08:00Z",
      "2018-07-01 08:00:00.123456+08:00",
      "2018-07-01T08:00:00-0330",
      "2018-07-01T08:00:00+08",
    ];
    const rows = times.map((time, k) => `${k},ada,${time},,1,`);
    expect(sourceOf((await plan(payRows(rows), { mapping: withReceived })).load, "pay").used).toBe(4);
  });

  it("keeps of one id the row received first, and counts the others apart", async () => {
    const rows = [
      "1,ada,2018-07-01T08:00:00Z,2018-07-01T09:00:00Z,5,",
      "1,ada,2018-07-01T08:00:00Z,2018-07-01T08:30:00Z,7,",
      "1,bo,2018-07-01T08:00:00Z,2018-07-01T10:00:00Z,9,",
      "2,ada,2018-07-01T08:00:00Z,,1,",
    ];
    const { load, strategies } = await plan(payRows(rows), { mapping: withReceived });
    expect(sourceOf(load, "pay")).toMatchObject({ records: 4, read: 4, duplicates: 2, used: 2, rejectedRecords: 0 });
    expect(strategies[0]?.funnel[1]).toEqual({ gate: "targeted", passed: 1, refused: { clause_1: 1 } });
  });

  it("keeps equal rows as different events when no id is mapped", async () => {
    const rows = ["1,ada,2018-07-01T08:00:00Z,,1,", "1,ada,2018-07-01T08:00:00Z,,1,"];
    const { load } = await plan(payRows(rows), { mapping: withReceived.replace("id: id, user", "user") });
    expect(sourceOf(load, "pay")).toMatchObject({ records: 2, duplicates: 0, used: 2 });
  });

  it("leaves out what the mapping says, by the first condition that a row meets, and counts it apart from what is rejected", async () => {
    const rows = [
      "A1,ada,2018-07-01T08:00:00Z,,5,",
      "C1,ada,2018-07-01T08:00:00Z,,-5,",
      "C2,,2018-07-01T08:00:00Z,,1,",
    ];
    const more = ["A2,,2018-07-01T08:00:00Z,,1,", "A3,ada,never,,1,"];
    const leaving = (conditions: string): string =>
      withReceived.replace("{ from: pays,", `{ from: pays, leave out: { ${conditions} },`);
    const left = leaving(`returned: "id LIKE 'C%'", nobody: 'user IS NULL'`);
    const pay = sourceOf((await plan(payRows([...rows, ...more]), { mapping: left })).load, "pay");
    expect(pay).toMatchObject({ records: 5, rejectedRecords: 1, read: 1, used: 1 });
    expect(pay.leftOut).toEqual([
      { name: "returned", count: 2 },
      { name: "nobody", count: 1 },
    ]);
    const problem = await problemOf(() => plan(payRows(rows), { mapping: leaving("odd: number LIKE 'C%'") }));
    expect(problem).toMatchObject({ code: "data-sql" });
  });

  it("counts what becomes visible after `until`, and events of nobody, apart from what is rejected", async () => {
    const rows = [
      "1,ada,2018-07-20T18:00:00Z,,1,",
      "2,ada,2018-07-20T18:00:00.001Z,,1,",
      "3,ada,2018-07-20T12:00:00Z,2018-07-20T18:10:00Z,1,",
      "4,ada,2018-07-20T12:00:00Z,2018-07-20T18:10:00.001Z,1,",
      "5,nobody,2018-07-01T08:00:00Z,,1,",
    ];
    const { load } = await plan(payRows(rows), { mapping: withReceived });
    expect(sourceOf(load, "pay")).toMatchObject({ read: 5, notYetVisible: 2, withoutProfile: 1, used: 2 });
  });

  it("resolves local times by the zone of the mapping: a gap shifts forward, an overlap takes the first", async () => {
    const withFact = {
      ...program,
      facts: [{ is: "pointInstant", point: { is: "point", event: 0, where: null, nth: "last" } } as const],
      strategies: ["2018-03-11T07:30:00Z", "2018-11-04T05:30:00Z", "2018-07-01T16:00:00Z"].map((instant, k) => ({
        ...(program.strategies[0] as (typeof program.strategies)[number]),
        id: `s${k}`,
        who: [
          {
            is: "compare" as const,
            op: "=" as const,
            left: { is: "column" as const, column: 0, per: 1 },
            right: { is: "constant" as const, n: Date.parse(instant), d: 1 },
            type: { is: "instant" as const },
            said: 0,
          },
        ],
      })),
    };
    const people3 = "id,age,city,phone,zone\ngap,,,,\noverlap,,,,\nplain,,,,\n";
    const rows = "1,gap,2018-03-11 02:30:00,1\n2,overlap,2018-11-04 01:30:00,1\n3,plain,2018-07-01T12:00,1\n";
    const local = mapping.replace(
      "occurred_at: at",
      "occurred_at: { column: at, zone: America/New_York }, columns: { on: null }",
    );
    const until = Date.parse("2018-12-01T10:00:00Z");
    const { strategies } = await plan(
      { "people.csv": people3, "pays.csv": `id,user,at,amount\n${rows}` },
      { mapping: local, program: withFact, options: { since: until - 86_400_000, until } },
    );
    expect(strategies.map(({ funnel }) => funnel[1]?.passed)).toEqual([1, 1, 1]);
  });

  it("fails when more than `max rejected` can't be used, and shows the report", async () => {
    const rows = Array.from({ length: 10 }, (_, k) => `${k},ada,${k < 6 ? "never" : "2018-07-01T08:00:00Z"},,1,`);
    const strict = withReceived.replace("100%", "59.9%");
    const failed = await plan(payRows(rows), { mapping: strict }).catch((error: unknown) => error);
    if (!(failed instanceof DataError)) throw new Error("expected a DataError");
    expect(failed.diagnostics[0]).toMatchObject({
      code: "data-too-many-rejected",
      args: { source: "pay", rejected: 6, records: 10, max: 599_000 },
    });
    expect(failed.report?.sources.at(-1)).toMatchObject({ rejectedRecords: 6, read: 4 });
    await plan(payRows(rows), { mapping: withReceived.replace("100%", "60%") });
  });
});

describe("cleaning profiles", () => {
  const peopleHead = "id,age,city,phone,zone\n";

  it("rejects rows by reason, and shows no personal data", async () => {
    const text = `${peopleHead},1,,,\na,x,,555,\nb,1.5,,,\nc,1,paris,,\nd,1,,,Asia/Nowhere\n`;
    const { load } = await plan({ "people.csv": text, "pays.csv": pays });
    const { rejected } = sourceOf(load, "profiles");
    expect(
      rejected.map(({ reason, examples }) => [reason, examples[0]?.line, examples[0]?.column, examples[0]?.value]),
    ).toEqual([
      ["missing_user", 2, "id", null],
      ["not_a_number", 3, "age", "x"],
      ["not_whole", 4, "age", "1.5"],
      ["unknown_member", 5, "city", "paris"],
      ["unknown_zone", 6, "zone", "Asia/Nowhere"],
    ]);
  });

  it("hides the value of a field that is personal data", async () => {
    const pii = {
      ...program,
      user: {
        ...program.user,
        fields: program.user.fields.map((one) => (one.id === "age" ? { ...one, pii: true } : one)),
      },
    };
    const { load } = await plan({ "people.csv": `${peopleHead}a,CANARY,,,\n`, "pays.csv": pays }, { program: pii });
    expect(JSON.stringify(load)).not.toContain("CANARY");
    expect(sourceOf(load, "profiles").rejected[0]?.examples[0]).toEqual({
      line: 2,
      column: "age",
      value: null,
      hidden: true,
    });
  });

  it("takes equal rows of one user as one, and rejects rows that contradict each other", async () => {
    const text = `${peopleHead}a,1,,,\na,1,,,\nb,1,,,\nb,2,,,\nc,1,,,\n`;
    const { load, users } = await plan({ "people.csv": text, "pays.csv": pays });
    expect(users).toBe(2);
    expect(sourceOf(load, "profiles")).toMatchObject({
      records: 5,
      read: 3,
      duplicates: 1,
      used: 2,
      rejectedRecords: 2,
    });
    expect(sourceOf(load, "profiles").rejected[0]).toMatchObject({ reason: "conflicting_profiles", count: 2 });
  });

  it("takes the profile with the greatest `as_of`, and rejects all when two of those differ", async () => {
    const text = `id,age,city,phone,zone,as_of\na,1,,,,2018-01-01\na,2,,,,2018-01-02\nb,1,,,,2018-01-02\nb,2,,,,2018-01-02\nb,3,,,,2018-01-01\n`;
    const dated = mapping.replace("id: id }", "id: id, as_of: { column: as_of, zone: UTC } }");
    const { load, users } = await plan({ "people.csv": text, "pays.csv": pays }, { mapping: dated });
    expect(users).toBe(1);
    expect(sourceOf(load, "profiles")).toMatchObject({ records: 5, rejectedRecords: 3, duplicates: 1, used: 1 });
  });
});

describe("ordering and choice", () => {
  it("decides in the order of the users' ids by code point, whatever the order of the data", async () => {
    const ids = ["b", "a", "\u{1f600}", "\uffee", "Z"];
    const text = `id,age,city,phone,zone\n${ids.map((id) => `${id},,,,\n`).join("")}`;
    const rows = ids.map((id, k) => `${k},${id},2018-07-01T08:00:00Z,1,\n`).join("");
    const decided: string[] = [];
    await plan(
      { "people.csv": text, "pays.csv": `id,user,at,amount,on\n${rows}` },
      { options: { onDecision: ({ user }) => decided.push(user) } },
    );
    expect(decided).toEqual(["Z", "a", "b", "\uffee", "\u{1f600}"]);
  });

  it("plans only the users and strategies that were asked for", async () => {
    const files = { "people.csv": people, "pays.csv": pays };
    const { users, strategies } = await plan(files, { options: { users: ["bo"] } });
    expect([users, strategies[0]?.funnel[0]?.passed]).toEqual([1, 1]);
    expect((await plan(files, { options: { strategies: [] } })).strategies).toEqual([]);
  });

  it("counts users by stage at `until`, with the decisions for them", async () => {
    const staged = {
      ...program,
      lifecycles: [
        {
          is: "lifecycle" as const,
          id: "buyer",
          label: null,
          of: null,
          stages: [
            { id: "rich", label: null, test: { ...atLeast(1, 1000) } },
            { id: "other", label: null, test: null },
          ],
        },
      ],
    };
    const { lifecycles } = await plan({ "people.csv": people, "pays.csv": pays }, { program: staged });
    expect(lifecycles[0]?.stages.map(({ id, users, decisions }) => [id, users, decisions])).toEqual([
      ["rich", 1, { paid: 1 }],
      ["other", 1, { paid: 1 }],
    ]);
  });

  it("leaves no temporary folder behind, not even when it is interrupted", async () => {
    const { readdirSync } = await import("node:fs");
    const { tmpdir } = await import("node:os");
    const ours = (): string[] =>
      readdirSync(tmpdir()).filter((name) => name.startsWith(`touchline-db-${process.pid}-`));
    const controller = new AbortController();
    const stopped = plan(
      { "people.csv": people, "pays.csv": pays },
      { options: { signal: controller.signal, onProgress: ({ name }) => name === "pay" && controller.abort() } },
    );
    await expect(stopped).rejects.toMatchObject({ name: "AbortError" });
    expect(ours()).toEqual([]);
  });

  it("keeps files apart from the project when told where they are", async () => {
    const folder = folderOf({ "data/people.csv": people, "data/pays.csv": pays });
    const until = Date.parse("2018-07-20T18:00:00Z");
    const data = parseDataMap({ name: "data.yaml", text: mapping });
    const options = { project: folder, program, data, since: until - 86_400_000, until };
    expect((await planPopulation({ ...options, dataRoot: "data" })).users).toBe(2);
    expect((await planPopulation({ ...options, dataRoot: `${folder}/data` })).users).toBe(2);
  });

  it("reads an extra field of the schema as text of any script", async () => {
    const more = {
      ...program,
      user: { ...program.user, fields: [...program.user.fields, field("昵称", { is: "text" })] },
    };
    const text = "id,age,city,phone,zone,昵称\nada,,,,,阿达\n";
    expect((await plan({ "people.csv": text, "pays.csv": pays }, { program: more })).users).toBe(1);
  });
});

function atLeast(column: number, n: number) {
  return {
    is: "compare",
    op: ">=",
    left: { is: "column", column, per: 1 },
    right: { is: "constant", n, d: 1 },
    type: { is: "integer" },
    said: 0,
  } as const;
}
