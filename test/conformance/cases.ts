import { readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import type { Calendars } from "../reference/calendar.js";
import { keyOf } from "../reference/entries.js";
import type { FoundData } from "../reference/found.js";

/** Plain JSON: field to value. */
export type Row = Readonly<Record<string, unknown>>;

/** Everything that came of it, in order; of each, only the fields that are written are compared. */
export interface Expectation {
  readonly decisions: readonly Row[];
  readonly ghosts: readonly Row[];
  readonly cancellations: readonly Row[];
  readonly refused: readonly Row[];
}

/** Resources, and how much of each others have taken before: pieces, sends, or units of money. */
export type Taken = Readonly<Record<string, string | number>>;

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
  readonly taken: Taken;
  /** Calendar files by name. */
  readonly calendars: Calendars;
  /** What was found in the population, by name. */
  readonly calibrations: FoundData;
  readonly expect: Expectation;
  /** Nothing is decided: somebody asks about a day of which no calendar knows yet. */
  readonly beyondHorizon: boolean;
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

const situation = ["who", "strategies", "user", "events", "entries", "taken", "since", "until"];

export function readTheme(file: string, document: unknown): Theme {
  const top = record(document, file, ["theme", "about", "calendars", "calibrations", "program", "defaults", "cases"]);
  const defaults = record(top["defaults"] ?? {}, `${file}: defaults`, situation);
  const program = text(top["program"], `${file}: program`);
  const calendars = readCalendars(top["calendars"] ?? {}, file);
  const calibrations = record(top["calibrations"] ?? {}, `${file}: calibrations`);
  const cases = list(top["cases"], `${file}: cases`).map((each) => ({
    ...readCase(each, defaults, program, file, calibrations),
    calendars,
  }));
  return { file, theme: text(top["theme"], `${file}: theme`), cases };
}

function readCalendars(given: unknown, file: string): Calendars {
  const named = Object.entries(record(given, `${file}: calendars`));
  return Object.fromEntries(named.map(([name, each]) => [name, record(each, `${file}: ${name}`)]));
}

function readCase(
  given: unknown,
  defaults: Row,
  program: string,
  file: string,
  calibrations: FoundData,
): Omit<ConformanceCase, "calendars"> {
  const named = record(given, file, [
    "name",
    ...situation,
    "calibrations",
    "holds",
    "fails_at",
    "expect",
    "beyond_horizon",
  ]);
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
    entries: list(all["entries"] ?? [], place).map((each) => readEntry(each, user, place)),
    calibrations: named["calibrations"] === undefined ? calibrations : record(named["calibrations"], place),
    taken: readTaken(all["taken"] ?? {}, place),
    since: text(all["since"], `${place}: since`),
    until: text(all["until"], `${place}: until`),
    expect: readOutcome(named, place),
    beyondHorizon: named["beyond_horizon"] === true,
  };
}

/** `of` names a touch by what its key is made from. */
function readEntry(given: unknown, user: Row, place: string): Row {
  const { of, ...entry } = record(given, place);
  if (of === undefined) return entry;
  const named = record(of, place, ["strategy", "occurrence", "step"]);
  const [strategy, occurrence] = [text(named["strategy"], place), text(named["occurrence"], place)];
  return { ...entry, key: keyOf(strategy, String(user["id"]), occurrence, Number(named["step"] ?? 1)) };
}

function readTaken(given: unknown, place: string): Taken {
  const amounts = Object.entries(record(given, place)).map(([resource, amount]): [string, string | number] => {
    if (typeof amount !== "number" && typeof amount !== "string") throw new Error(`${place}: how much of ${resource}`);
    return [resource, amount];
  });
  return Object.fromEntries(amounts);
}

/** `holds` and `fails_at` are short for one candidate and what became of it. */
function readOutcome(named: Row, place: string): Expectation {
  const ways = ["holds", "fails_at", "expect", "beyond_horizon"].filter((way) => named[way] !== undefined);
  if (ways.length !== 1) throw new Error(`${place}: one of holds, fails_at, expect and beyond_horizon`);
  const nothing = { decisions: [], ghosts: [], cancellations: [], refused: [] };
  if (named["beyond_horizon"] === true) return nothing;
  if (named["holds"] === true) return { ...nothing, decisions: [{}] };
  if (named["holds"] === false) return { ...nothing, refused: [{ gate: "targeted" }] };
  if (typeof named["fails_at"] === "number")
    return { ...nothing, refused: [{ gate: "targeted", code: `clause_${named["fails_at"]}` }] };
  const expect = record(named["expect"], place, ["decisions", "ghosts", "cancellations", "refused"]);
  const rows = (given: unknown, what: string) =>
    list(given, `${place}: ${what}`).map((each) => record(each, `${place}: ${what}`));
  return {
    decisions: rows(expect["decisions"], "decisions"),
    ghosts: rows(expect["ghosts"] ?? [], "ghosts"),
    cancellations: rows(expect["cancellations"] ?? [], "cancellations"),
    refused: rows(expect["refused"], "refused"),
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
