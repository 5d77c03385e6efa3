import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { compile } from "../../src/compile.js";
import type { Decision } from "../../src/decide/decision.js";
import { loadProgram } from "../../src/index.js";
import { parseDataMap } from "../../src/population/data-yaml.js";
import { planPopulation } from "../../src/population/plan.js";

/** What the words of one project are called: everything that its authors and its data may name. */
interface Words {
  readonly event: string;
  readonly field: string;
  readonly profile: string;
  readonly tag: string;
  readonly stage: string;
  readonly strategy: string;
  readonly column: string;
  /** Text of a literal and of the data. */
  readonly text: string;
}

const plain: Words = {
  event: "pay",
  field: "product",
  profile: "city",
  tag: "fan",
  stage: "mature",
  strategy: "nudge",
  column: "city column",
  text: "tea",
};

/** The names that JavaScript gives to every object, and texts that end a literal of SQL, of a format, or of a program. */
const hostile: readonly Words[] = [
  {
    event: "constructor",
    field: "__proto__",
    profile: "toString",
    tag: "hasOwnProperty",
    stage: "__proto__",
    strategy: "valueOf",
    column: "__proto__",
    text: "__proto__",
  },
  {
    event: "prototype",
    field: "constructor",
    profile: "__proto__",
    tag: "constructor",
    stage: "toString",
    strategy: "__proto__",
    column: "constructor",
    text: "'); DROP TABLE touchline.users; --",
  },
  {
    event: "SELECT",
    field: "u",
    profile: "occurred",
    tag: "grid",
    stage: "NULL",
    strategy: "users",
    column: `x"; DROP TABLE touchline.users; --`,
    text: "${process.exit(1)} {{7*7}} $1 ? %s \\u0000 {user.id}",
  },
];

const quoted = (text: string): string => `"${text.replace(/[\\"]/g, "\\$&")}"`;

function projectOf(words: Words): string {
  const name = (id: string): string => `\`${id}\``;
  return `project p { time zone Asia/Shanghai  currency CNY }
user {
  id: text
  ${name(words.profile)}: text?
}
event ${name(words.event)} {
  ${name(words.field)}: text
  amount: CNY
}
tag fact ${name(words.tag)} = did ${name(words.event)} where ${name(words.field)} is ${quoted(words.text)} at least 2 times in the last 7 days
lifecycle buyer {
  stage ${name(words.stage)} when sum of ${name(words.event)}.amount ever >= 30 CNY
  otherwise others
}
channel push { }
material hello for push { en body "Hi" }
strategy ${name(words.strategy)} {
  when every day at 10:00
  who has ${name(words.tag)} and buyer is ${name(words.stage)}
    and user.${name(words.profile)} is known and user.${name(words.profile)} is ${quoted(words.text)}
  repeat always
  channel push
  benefit none
  material hello
}
`;
}

const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** Three users, of whom only the first passes. */
function filesOf(words: Words): Record<string, string> {
  const text = cell(words.text);
  const rows = ["u1", "u1", "u2", "u3", "u3"].map(
    (user, place) => `e${place},${user},2026-06-0${place + 1}T04:00:00Z,20,${user === "u3" ? "other" : text}`,
  );
  return {
    "people.csv": `id,${cell(words.column)}\nu1,${text}\nu2,${text}\nu3,${text}\n`,
    "events.csv": `id,user,at,amount,item\n${rows.join("\n")}\n`,
    "data.yaml": JSON.stringify({
      files: { people: "people.csv", events: "events.csv" },
      profiles: { from: "people", id: "id", columns: entry(words.profile, words.column) },
      events: entry(words.event, {
        from: "events",
        id: "id",
        user: "user",
        occurred_at: "at",
        columns: entry(words.field, "item"),
      }),
    }),
  };
}

/** An object with one own member, whatever its name. */
function entry<T>(name: string, value: T): Record<string, T> {
  return Object.fromEntries([[name, value]]);
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

async function decided(words: Words): Promise<{ planned: Decision[]; embedded: readonly Decision[] }> {
  const { program, diagnostics } = compile([{ name: "p.touch", text: projectOf(words) }]);
  expect(diagnostics).toEqual([]);
  if (!program) throw new Error("the project does not compile");
  const project = mkdtempSync(join(tmpdir(), "touchline-test-"));
  folders.push(project);
  const files = filesOf(words);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(project, name)), { recursive: true });
    writeFileSync(join(project, name), content);
  }
  const data = parseDataMap({ name: "data.yaml", text: files["data.yaml"] as string });
  const [since, until] = [Date.parse("2026-06-06T00:00:00Z"), Date.parse("2026-06-07T00:00:00Z")];
  const planned: Decision[] = [];
  await planPopulation({ project, program, data, since, until, onDecision: (decision) => planned.push(decision) });
  const { decisions: embedded } = loadProgram(program).decide({
    user: { id: "u1", ...entry(words.profile, words.text) },
    events: [0, 1].map((place) => ({
      event: words.event,
      id: `e${place}`,
      occurred_at: `2026-06-0${place + 1}T04:00:00Z`,
      amount: 20,
      ...entry(words.field, words.text),
    })),
    since,
    until,
  });
  return { planned, embedded };
}

it.each(hostile)("names are only names and texts only texts: $event, $field, $text", async (words) => {
  const expected = await decided(plain);
  const found = await decided(words);
  expect(expected.planned).toHaveLength(1);
  const called = (list: readonly Decision[]): Partial<Decision>[] =>
    list.map((one) => ({ ...one, strategy: plain.strategy, key: "", program: "" }));
  expect(called(found.planned)).toEqual(called(expected.planned));
  expect(called(found.embedded)).toEqual(called(expected.embedded));
  expect(found.planned).toEqual(found.embedded);
});
