import { readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";

/** Plain JSON: field to value. */
export type Row = Readonly<Record<string, unknown>>;

/** Every decision and refusal, in order; of each, only the fields that are written are compared. */
export interface Expectation {
  readonly decisions: readonly Row[];
  readonly refused: readonly Row[];
}

/** One case with all defaults filled in. */
export interface ConformanceCase {
  readonly name: string;
  /** The whole program text, with `who` in place. */
  readonly program: string;
  /** The strategies to look at, or `null` for all. */
  readonly strategies: readonly string[] | null;
  readonly user: Row;
  readonly events: readonly Row[];
  readonly entries: readonly Row[];
  readonly since: string;
  readonly until: string;
  readonly expect: Expectation;
}

export interface Theme {
  readonly file: string;
  readonly theme: string;
  readonly cases: readonly ConformanceCase[];
}

/** Cases by hand lie beside this file; those that `generate.ts` wrote, in a folder of their own. */
export type Origin = "by hand" | "generated";

const folders: { readonly [O in Origin]: URL } = {
  "by hand": new URL("./", import.meta.url),
  generated: new URL("./generated/", import.meta.url),
};

/** The case files, by name. */
export function caseFiles(origin: Origin = "by hand"): string[] {
  return readdirSync(folders[origin])
    .filter((name) => name.endsWith(".yaml"))
    .sort();
}

/** A case file as plain JSON. */
export function documentOf(file: string, origin: Origin = "by hand"): unknown {
  return parse(readFileSync(new URL(file, folders[origin]), "utf8"), { version: "1.2", merge: false });
}

/** Reads all cases; a file that does not have the form that README.md describes is an error. */
export function themes(origin: Origin = "by hand"): Theme[] {
  return caseFiles(origin).map((file) => readTheme(file, documentOf(file, origin)));
}

const situation = ["who", "strategies", "user", "events", "entries", "since", "until"];

export function readTheme(file: string, document: unknown): Theme {
  const top = record(document, file, ["theme", "about", "program", "defaults", "cases"]);
  const defaults = record(top["defaults"] ?? {}, `${file}: defaults`, situation);
  const program = text(top["program"], `${file}: program`);
  const cases = list(top["cases"], `${file}: cases`).map((each) => readCase(each, defaults, program, file));
  return { file, theme: text(top["theme"], `${file}: theme`), cases };
}

function readCase(given: unknown, defaults: Row, program: string, file: string): ConformanceCase {
  const named = record(given, file, ["name", ...situation, "holds", "fails_at", "expect"]);
  const name = text(named["name"], `${file}: name`);
  const place = `${file}: ${name}`;
  const all: Row = { ...defaults, ...named };
  const user = { ...record(defaults["user"] ?? {}, place), ...record(named["user"] ?? {}, place) };
  return {
    name,
    program: program.replaceAll("$who", () => text(all["who"], `${place}: who`)),
    strategies: all["strategies"] === undefined ? null : list(all["strategies"], place).map((id) => text(id, place)),
    user,
    events: list(all["events"] ?? [], place).map((each, index) => ({ id: `e${index + 1}`, ...record(each, place) })),
    entries: list(all["entries"] ?? [], place).map((each) => record(each, place)),
    since: text(all["since"], `${place}: since`),
    until: text(all["until"], `${place}: until`),
    expect: readOutcome(named, place),
  };
}

/** `holds` and `fails_at` are short for one candidate and what became of it. */
function readOutcome(named: Row, place: string): Expectation {
  const ways = ["holds", "fails_at", "expect"].filter((way) => named[way] !== undefined);
  if (ways.length !== 1) throw new Error(`${place}: one of holds, fails_at and expect`);
  if (named["holds"] === true) return { decisions: [{}], refused: [] };
  if (named["holds"] === false) return { decisions: [], refused: [{ gate: "targeted" }] };
  if (typeof named["fails_at"] === "number")
    return { decisions: [], refused: [{ gate: "targeted", code: `clause_${named["fails_at"]}` }] };
  const expect = record(named["expect"], place, ["decisions", "refused"]);
  return {
    decisions: list(expect["decisions"], `${place}: decisions`).map((each) => record(each, place)),
    refused: list(expect["refused"], `${place}: refused`).map((each) => record(each, place)),
  };
}

function record(value: unknown, place: string, names?: readonly string[]): Row {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new Error(`${place}: not a mapping`);
  const row: Row = Object.fromEntries(Object.entries(value));
  const strange = names === undefined ? undefined : Object.keys(row).find((name) => !names.includes(name));
  if (strange !== undefined) throw new Error(`${place}: \`${strange}\` has no meaning here`);
  return row;
}

function list(value: unknown, place: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new Error(`${place}: not a list`);
  return value;
}

function text(value: unknown, place: string): string {
  if (typeof value !== "string") throw new Error(`${place}: not a text`);
  return value;
}
