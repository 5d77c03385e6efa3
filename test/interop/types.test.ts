import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { compile } from "../../src/compile.js";
import { typesOf } from "../../src/interop/types/types.js";
import type { Field, Program } from "../../src/program/program.js";
import { programOf } from "./logic.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "touchline-types-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What tsc says of files, given by name; `touchline` is this tree. Every line is one error: `file(line,column): error …`. */
function errorsIn(files: Readonly<Record<string, string>>): string[] {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const config = {
    compilerOptions: {
      target: "es2023",
      lib: ["es2023"],
      module: "nodenext",
      types: [],
      strict: true,
      exactOptionalPropertyTypes: true,
      noEmit: true,
      skipLibCheck: true,
      paths: { touchline: [join(root, "src/index.ts")] },
    },
    files: Object.keys(files),
  };
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
  try {
    execFileSync(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", folder, "--pretty", "false"], {
      encoding: "utf8",
      cwd: folder,
      env: { ...process.env, NODE_OPTIONS: "" },
    });
    return [];
  } catch (error) {
    const { stdout } = error as { readonly stdout: string };
    const here = Object.keys(files).map((name) => `${name}(`);
    return stdout.split("\n").filter((line) => here.some((start) => line.startsWith(start)));
  }
}

/** A value that the schema takes for a field, as TypeScript. */
function right({ type }: Field): string {
  switch (type.is) {
    case "boolean":
      return "true";
    case "enum":
      return JSON.stringify(type.members[0]?.id);
    case "date":
      return '"2026-06-18"';
    case "instant":
      return "new Date(0)";
    case "money":
      return '"19.90"';
    case "text":
    case "zone":
    case "locale":
    case "version":
    case "lunarDate":
      return '"x"';
    default:
      return "1";
  }
}

/** One that it does not take. */
function wrong({ type }: Field): string {
  switch (type.is) {
    case "boolean":
      return '"yes"';
    case "enum":
      return '"no such choice"';
    case "date":
      return "20260618";
    case "instant":
      return "true";
    case "text":
    case "zone":
    case "locale":
    case "version":
    case "lunarDate":
      return "7";
    default:
      return "{ amount: 1 }";
  }
}

const membersOf = (fields: readonly Field[], change: (field: Field) => string | null): string =>
  fields
    .flatMap((field) => {
      const value = change(field);
      return value === null ? [] : [`${JSON.stringify(field.id)}: ${value}`];
    })
    .join(", ");

/** A service that is right, then one for every way to be wrong, each of which must not compile. */
function services(program: Program): string {
  const { user, events, strategies } = program;
  const lines = [
    'import type { Event, Input, Program, User } from "./types.js";',
    'import { loadBundle } from "touchline";',
    'const program: Program = loadBundle("");',
    `const user: User = { ${membersOf(user.fields, right)} };`,
    'const interval = { since: "2026-06-18T00:00:00Z", until: new Date() } as const;',
    `const events: Event[] = [${events.map(({ id, fields }) => `{ event: ${JSON.stringify(id)}, id: "1", occurred_at: 0, ${membersOf(fields, right)} }`).join(",\n")}];`,
    "program.decide({ user, events, ...interval });",
    `program.decide({ user: { ${membersOf(user.fields, (field) => (field.optional ? "null" : right(field)))} }, events: [], ...interval });`,
    `program.decide({ user: { ${membersOf(user.fields, (field) => (field.optional ? null : right(field)))} }, events: [], ...interval });`,
    `program.explain({ user, events, ...interval, strategy: ${JSON.stringify(strategies[0]?.id)} });`,
  ];
  const refused = (code: string): void => void lines.push("// @ts-expect-error", code);
  refused('program.explain({ user, events, ...interval, strategy: "no_such_strategy" });');
  refused('program.decide({ user, events, ...interval, strategies: ["no_such_strategy"] });');
  refused("program.decide({ user, events });");
  refused("program.decide({ user: { ...user, no_such_field: 1 }, events, ...interval });");
  refused('program.decide({ user, events: [{ event: "no_such_event", id: "1", occurred_at: 0 }], ...interval });');
  for (const field of user.fields) {
    const others = user.fields.filter((each) => each !== field);
    const rest = membersOf(others, right);
    const without = rest === "" ? "" : `${rest}, `;
    refused(`({ ${without}${JSON.stringify(field.id)}: ${wrong(field)} }) satisfies User;`);
    if (!field.optional) {
      refused(`({ ${rest} }) satisfies User;`);
      refused(`({ ${without}${JSON.stringify(field.id)}: null }) satisfies User;`);
    }
  }
  for (const { id, fields } of events) {
    for (const field of fields) {
      const rest = membersOf(
        fields.filter((each) => each !== field),
        right,
      );
      const start = `event: ${JSON.stringify(id)}, id: "1", occurred_at: 0${rest === "" ? "" : `, ${rest}`}`;
      refused(`({ ${start}, ${JSON.stringify(field.id)}: ${wrong(field)} }) satisfies Event;`);
      if (!field.optional) refused(`({ ${start} }) satisfies Event;`);
    }
  }
  return `${lines.join("\n")}\nexport type Used = Input;\n`;
}

/** The folders of `strategies/` that are projects, compiled. */
function projects(): [string, Program][] {
  const strategies = new URL("../../strategies/", import.meta.url);
  const names = readdirSync(strategies, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return names.map(({ name }) => {
    const home = new URL(`${name}/`, strategies);
    const files = readdirSync(home).filter((file) => file.endsWith(".touch"));
    const { program } = compile(files.map((file) => ({ name: file, text: readFileSync(new URL(file, home), "utf8") })));
    if (program === null) throw new Error(`strategies/${name} does not compile`);
    return [name, program];
  });
}

describe("the TypeScript types of a project", () => {
  it.each(projects())("of strategies/%s let a right service compile and no wrong one", (_, program) => {
    const service = services(program);
    expect(service.split("@ts-expect-error").length).toBeGreaterThan(10);
    expect(errorsIn({ "types.ts": typesOf(program), "service.ts": service })).toEqual([]);
  });

  it("take names that are no words of TypeScript, or its own", () => {
    const program = programOf(`
project p { time zone UTC  currency JPY }
user { id: text  app: version  born: lunar date?  constructor: text  \`2x\`: text?  昵称: text? "别名 */ 1"  kind: one of (a, b_c)? }
event event { delete: JPY }
event user_event { a: points }
event \`User_Event\` { a: percent? }
event 领券 { at: date }
event version { app: version }
event program { }
channel push { cost 0 JPY }
material m for push { en title "x" }
strategy s { when every day at 10:00  repeat always  channel push  benefit none  material m }`);
    expect(errorsIn({ "types.ts": typesOf(program), "service.ts": services(program) })).toEqual([]);
  });

  it("would tell a service that is wrong: the check can fail", () => {
    const program = programOf(`
project p { time zone UTC  currency JPY }
user { id: text  vip: boolean }
channel push { cost 0 JPY }
material m for push { en title "x" }
strategy s { when every day at 10:00  repeat always  channel push  benefit none  material m }`);
    const errors = errorsIn({
      "types.ts": typesOf(program),
      "service.ts": 'import type { User } from "./types.js";\nexport const user: User = { id: "1", vip: "yes" };\n',
    });
    expect(errors).toHaveLength(1);
    expect(errors[0]).toContain("service.ts(2,");
  });
});
