import { existsSync, readFileSync } from "node:fs";
import { compile } from "../../src/compile.js";
import { loadProgram } from "../../src/index.js";
import { importLogic } from "../../src/interop/logic/import/import.js";

/** The public suites of JSON Logic, beside the repository; nothing of them is part of it. */
const file = new URL("../../../shared/data/jsonlogic/compat_suites.json", import.meta.url);

export interface SuiteCase {
  readonly suite: string;
  readonly description: string;
  readonly rule: unknown;
  readonly data?: unknown;
  readonly result?: unknown;
  readonly error?: unknown;
}

/** All cases, or `null` where the suites are not there. */
export function suiteCases(): readonly SuiteCase[] | null {
  if (!existsSync(file)) return null;
  const suites = JSON.parse(readFileSync(file, "utf8")) as Readonly<Record<string, readonly unknown[]>>;
  return Object.entries(suites).flatMap(([suite, cases]) =>
    cases.flatMap((each) => (typeof each === "object" && each !== null ? [{ suite, ...each } as SuiteCase] : [])),
  );
}

/** What became of a case. */
export type Outcome =
  | { readonly is: "agrees" | "differs"; readonly who: string | null; readonly yesNo: boolean }
  | { readonly is: "refused"; readonly why: string };

const project = (fields: string, who: string | null): string =>
  `
project suite { time zone UTC  currency USD }
user { user_id: text  ${fields} }
channel push { cost 0 USD }
material m for push { en title "x" }
strategy s {
  when every day at 10:00
  ${who === null ? "" : `who ${who}`}
  repeat always
  channel push
  benefit none
  material m
}
`.replaceAll("user_id", "id");

/** Imports the rule of a case for a project whose users have the fields of its data, decides, and compares. */
export function outcomeOf({ rule, data, result, error }: SuiteCase): Outcome {
  if (error !== undefined) return refused("the suite expects an error, not a result");
  const fields = fieldsOf(data);
  if (typeof fields === "string") return refused(fields);
  const blank = compile([{ name: "a.touch", text: project(fields.text, null) }]).program;
  if (blank === null) return refused("data: names or values that no profile has");
  const { rules, problems } = importLogic(rule, blank);
  const [found] = rules;
  const why = problems[0]?.code ?? "nothing was imported";
  if (found === undefined) return refused(why === "logic-never" && truthy(result) ? "WRONGLY never" : why);
  const { program, diagnostics } = compile([{ name: "a.touch", text: project(fields.text, found.who) }], {
    prove: false,
  });
  const wrong = diagnostics.find(({ severity }) => severity === "error");
  if (program === null) return refused(`checker: ${wrong?.code} in ${found.who}`);
  const { decisions } = loadProgram(program).decide({
    user: { ...fields.values, id: "u" },
    events: [],
    since: "2026-06-18T00:00:00Z",
    until: "2026-06-18T12:00:00Z",
  });
  const holds = decisions.length === 1;
  return { is: holds === truthy(result) ? "agrees" : "differs", who: found.who, yesNo: typeof result === "boolean" };
}

const refused = (why: string): Outcome => ({ is: "refused", why });

const truthy = (value: unknown): boolean => (Array.isArray(value) ? value.length > 0 : Boolean(value));

/** The fields of the user that the top level of the data gives, and their values. */
function fieldsOf(data: unknown): { readonly text: string; readonly values: Record<string, unknown> } | string {
  if (data === null || data === undefined) return { text: "", values: {} };
  if (typeof data !== "object" || Array.isArray(data)) return "data: no object";
  const entries = Object.entries(data);
  if (entries.some(([, value]) => typeof value === "object" && value !== null)) return "data: lists or objects inside";
  return {
    text: entries.map(([name, value]) => `\`${name}\`: ${typeOf(value)}`).join("  "),
    values: Object.fromEntries(entries),
  };
}

/** Of a field that is not known nothing can be told but that it may be. */
function typeOf(value: unknown): string {
  if (typeof value === "boolean") return "boolean";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "number";
  return typeof value === "string" ? "text" : "text?";
}
