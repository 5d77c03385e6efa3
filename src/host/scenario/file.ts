import { type Diagnostic, diagnostic } from "../../diagnostic/diagnostic.js";
import type { Program } from "../../program/program.js";
import { nearest } from "../../text/nearest.js";
import type { Source } from "../../text/source.js";
import type { Span } from "../../text/span.js";
import { readYamlText, type YamlValue } from "../../text/yaml.js";
import { nothingExpected, readExpectation } from "./expect.js";
import { type Given, layered, nothingGiven, readGiven, situationOf, zoneOf } from "./given.js";
import { type Keys, Notebook } from "./notebook.js";
import type { Expectation, Scenario } from "./scenario.js";
import { readMoment } from "./time.js";

export interface ScenariosRead {
  readonly scenarios: readonly Scenario[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What all cases of a file, or of a folder, have in common: what is given, and when it is. */
export interface Common {
  readonly given: Given;
  readonly when: When;
  /** Where it stands; `null` if nothing is common. */
  readonly source: Source | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** As written, for it is the user's clock that says which instant is meant. */
interface When {
  readonly at: YamlValue | null;
  readonly from: YamlValue | null;
  readonly to: YamlValue | null;
}

const always: When = { at: null, from: null, to: null };
export const nothingCommon: Common = { given: nothingGiven, when: always, source: null, diagnostics: [] };

/** Reads what every case of the folder starts from. Never throws. */
export function readCommon(source: Source, program: Program): Common {
  const read = readRoot(source);
  if (read.problem) return { ...nothingCommon, diagnostics: [read.problem] };
  const notebook = new Notebook(source);
  const keys = notebook.keys(read.value, source.name, "given", [...whenKeys, "given"]);
  const given = readGiven(notebook, program, keys.get("given")?.value);
  return { given, when: whenOf(notebook, keys, source.name), source, diagnostics: notebook.problems };
}

/** Reads a file of cases. Never throws. */
export function readScenarios(source: Source, program: Program, common: Common): ScenariosRead {
  const read = readRoot(source);
  if (read.problem) return { scenarios: [], diagnostics: [read.problem] };
  const notebook = new Notebook(source, common.source);
  const keys = notebook.keys(read.value, source.name, "file", [...whenKeys, "given", "cases"], ["cases"]);
  const base = {
    given: layered(common.given, readGiven(notebook, program, keys.get("given")?.value)),
    when: later(common.when, whenOf(notebook, keys, source.name)),
  };
  const reader = new CasesReader(notebook, program, base);
  const cases = notebook.items(keys.get("cases")?.value, "cases", "cases");
  return { scenarios: cases.flatMap((each) => reader.case(each)), diagnostics: notebook.problems };
}

function readRoot(source: Source): { readonly value: YamlValue; readonly problem?: Diagnostic } {
  const read = readYamlText(source);
  if (read.is === "value") return { value: read.value };
  const value: YamlValue = { is: "map", pairs: [], span: read.span };
  if (read.is === "refused") return { value, problem: diagnostic("data-yaml-feature", read.span, read) };
  return { value, problem: diagnostic("data-yaml", read.span, read) };
}

const whenKeys = ["at", "from", "to"] as const;

/** Either an instant or a stretch of time: what says both is told, and read as if it said neither. */
function whenOf(notebook: Notebook, keys: Keys, name: string): When {
  const [at, from, to] = whenKeys.map((key) => keys.get(key) ?? null);
  const why = at && (from || to) ? "both" : Boolean(from) === Boolean(to) ? null : "half";
  const span = (at ?? from ?? to)?.keySpan;
  if (why && span) notebook.report("scenario-when", span, { name, why });
  return why ? always : { at: at?.value ?? null, from: from?.value ?? null, to: to?.value ?? null };
}

function later(below: When, above: When): When {
  return above.at || above.from ? above : below;
}

type Base = Pick<Common, "given" | "when">;

class CasesReader {
  readonly #earlier = new Map<string, Base>();

  constructor(
    readonly notebook: Notebook,
    readonly program: Program,
    readonly base: Base,
  ) {}

  case(value: YamlValue): Scenario[] {
    const { notebook, program } = this;
    const known = ["name", "like", ...whenKeys, "given", "expect"];
    const keys = notebook.keys(value, "cases", "case", known, ["name", "expect"]);
    const [name, span] = this.name(keys, value);
    const below = this.like(keys);
    const given = layered(below.given, readGiven(notebook, program, keys.get("given")?.value));
    const when = later(below.when, whenOf(notebook, keys, name));
    if (name !== "") this.#earlier.set(name, { given, when });
    const zone = zoneOf(notebook, program, given);
    const instant = (time: YamlValue): number | null => {
      const text = notebook.text(time) ?? "";
      const moment = readMoment(text, zone);
      if (moment === null) notebook.report("scenario-time", time.span, { text, relative: false });
      return moment;
    };
    const interval = this.interval(when, instant, name, span);
    const expected = keys.get("expect")?.value;
    const expect = expected ? readExpectation(notebook, program, zone, expected) : nothingExpected;
    if (expected && isEmpty(expected)) notebook.report("scenario-expects-nothing", span, { name });
    if (interval === null) return [];
    return [{ span, name, ...situationOf(notebook, program, given, zone, interval.until), ...interval, expect }];
  }

  name(keys: Keys, value: YamlValue): [string, Span] {
    const pair = keys.get("name");
    const name = this.notebook.word(pair?.value, "name", "name");
    const span = pair?.value.span ?? value.span;
    if (this.#earlier.has(name)) this.notebook.report("scenario-twice", span, { name });
    return [name, span];
  }

  /** Where a case starts from: what is common to all, or an earlier case. */
  like(keys: Keys): Base {
    const pair = keys.get("like");
    if (!pair) return this.base;
    const name = this.notebook.word(pair.value, "like", "name");
    const earlier = this.#earlier.get(name);
    if (earlier) return earlier;
    const known = [...this.#earlier.keys()];
    this.notebook.report("scenario-like", pair.value.span, { name, known, nearest: nearest(name, known) });
    return this.base;
  }

  interval({ at, from, to }: When, instant: (time: YamlValue) => number | null, name: string, span: Span) {
    if (at) {
      const until = instant(at);
      return until === null ? null : { since: until - 1, until };
    }
    if (!from || !to) {
      this.notebook.report("scenario-when", span, { name, why: "missing" });
      return null;
    }
    const [since, until] = [instant(from), instant(to)];
    if (since === null || until === null) return null;
    if (since < until) return { since, until };
    this.notebook.report("scenario-when", span, { name, why: "reversed" });
    return null;
  }
}

/** Whether nothing is named under any of its keys; of a strategy that is named, nothing more need be said. */
function isEmpty(expected: YamlValue): boolean {
  return expected.is !== "map" || expected.pairs.every(({ value }) => sizeOf(value) === 0);
}

function sizeOf(value: YamlValue): number {
  if (value.is === "scalar") return value.value === null ? 0 : 1;
  return value.is === "list" ? value.items.length : value.pairs.length;
}

/** The ids of the strategies that an expectation speaks of. */
export function strategiesIn({ decisions, ghosts, none, refused, cancelled }: Expectation): ReadonlySet<string> {
  return new Set([...none, ...[...decisions, ...ghosts, ...refused, ...cancelled].map(({ strategy }) => strategy)]);
}
