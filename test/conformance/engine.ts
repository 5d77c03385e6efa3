import { stringify } from "yaml";
import { type Calibration, compile, type Diagnostic, type Program, wordingOf } from "../../src/compile.js";
import { readCalibration } from "../../src/host/calibration-file.js";
import { readCalendar } from "../../src/host/calendar-file.js";
import {
  type Cancellation,
  type DecideInput,
  type Decision,
  type ExplainedStep,
  type Ghost,
  type LoadedProgram,
  loadProgram,
  type Refusal,
} from "../../src/index.js";
import type { FoundData } from "../reference/found.js";
import { byCodePoint } from "../reference/value.js";
import { grantsFor, inputOf, type Situation } from "./input.js";

export type { Row } from "./cases.js";

/** What the engine made of a situation: what came of it, and refusals at every gate, in the order of the fold. */
export interface EngineAnswer {
  readonly decisions: readonly Decision[];
  readonly ghosts: readonly Ghost[];
  readonly cancellations: readonly Cancellation[];
  readonly refused: readonly Omit<Refusal, "user">[];
}

/** Calendar files by name, as plain data. */
type CalendarFiles = Readonly<Record<string, unknown>>;

const engines = new Map<string, Engine>();

/** What a case is decided by. */
interface Decided {
  readonly program: string;
  readonly calendars?: CalendarFiles;
  readonly calibrations?: FoundData;
}

/** The engine with a case's program loaded, compiled once per text. */
export function engineOf({ program, calendars = {}, calibrations = {} }: Decided): Engine {
  const key = `${program}\n${JSON.stringify(calibrations)}`;
  const known = engines.get(key);
  if (known) return known;
  const engine = newEngine(program, calendars, calibrations);
  engines.set(key, engine);
  return engine;
}

/** The engine with a program loaded, even one for whom nobody can be. A program that does not compile is an error. */
export function newEngine(text: string, calendars: CalendarFiles = {}, found: FoundData = {}): Engine {
  const options = { calendars: calendarsOf(calendars), prove: false };
  const compiled = (calibrations: readonly Calibration[]) =>
    compile([{ name: "case.touch", text }], { ...options, calibrations });
  const { program, diagnostics } = compiled(calibrationsOf(found, (known) => compiled(known).program));
  if (program === null) throw new Error(diagnostics.map((each) => complaint(each, text)).join("\n"));
  return new Engine(loadProgram(program));
}

function calendarsOf(files: CalendarFiles) {
  return Object.entries(files).map(([id, file]) => {
    const text = stringify({ id, ...Object(file) });
    const { calendar, diagnostics } = readCalendar({ name: `${id}.yaml`, text });
    if (calendar === null) throw new Error(diagnostics.map((each) => complaint(each, text)).join("\n"));
    return calendar;
  });
}

/**
 * What was found, through the file that `calibrate` writes. Where one thing is found by means of another, its definition is
 * known only once that one is in place.
 */
function calibrationsOf(
  found: FoundData,
  compiled: (calibrations: readonly Calibration[]) => Program | null,
): readonly Calibration[] {
  const names = Object.keys(found);
  return names.reduce<readonly Calibration[]>((known) => {
    const fits = new Map((compiled(known)?.analysis.fits ?? []).map((fit) => [fit.id, fit.definition]));
    const entries = names.map((name) => {
      const definition = fits.get(name) ?? "0000000000000000";
      return [name, { definition, sample: 100, ...Object(found[name]) }];
    });
    const file = stringify({ until: "2026-01-01T00:00:00.000Z", fits: Object.fromEntries(entries) });
    const { calibrations, diagnostics } = readCalibration({ name: "calibration.yaml", text: file });
    if (diagnostics.length > 0) throw new Error(diagnostics.map((each) => complaint(each, file)).join("\n"));
    return calibrations;
  }, []);
}

function complaint(diagnostic: Diagnostic, text: string): string {
  const { start, end } = diagnostic.span;
  const { message, fix } = wordingOf(diagnostic, "en");
  return `${diagnostic.code}: ${message} ${fix} (in: ${text.slice(Math.max(0, start - 60), end + 20)})`;
}

/**
 * The engine as the conformance cases see it. `decide` tells all but the refusals at `targeted`, which `explain` tells;
 * where both speak, they must say the same.
 */
export class Engine {
  readonly #loaded: LoadedProgram;

  constructor(loaded: LoadedProgram) {
    this.#loaded = loaded;
  }

  decide(situation: Situation): EngineAnswer {
    const { program } = this.#loaded;
    const taken = situation.taken ?? {};
    const inputFor = (): DecideInput => ({ ...inputOf(situation), grants: grantsFor(program, taken) });
    const { decisions, ghosts, cancellations, refusals, counts } = this.#loaded.decide(inputFor());
    const told = program.strategies.flatMap(({ id }) => this.#explain(inputFor(), id)).sort(inOrder);
    const refused = told.flatMap(({ strategy, occurrence, step, gate, code }) =>
      gate === null || code === null ? [] : [{ strategy, occurrence, step, gate, code }],
    );
    must(
      "refusals past `targeted`",
      refusals.map((each) => without(each, "user")),
      refused.filter(({ gate }) => gate !== "targeted"),
    );
    must(
      "decisions",
      decisions.map((each) => without(each, "material")),
      told.flatMap(({ decision }) => decision ?? []),
    );
    must(
      "ghosts",
      ghosts,
      told.flatMap(({ ghost }) => ghost ?? []),
    );
    must(
      "cancellations",
      cancellations.map(({ key }) => key).sort(),
      told.flatMap(({ cancelled }) => cancelled).sort(),
    );
    for (const { strategy, gates } of counts) {
      const counted = gates.flatMap(({ gate, refused: codes }) =>
        Object.entries(codes).flatMap(([code, n]) => Array.from({ length: n }, () => `${gate} ${code}`)),
      );
      const own = refused.filter((each) => each.strategy === strategy).map(({ gate, code }) => `${gate} ${code}`);
      must(`counts of ${strategy}`, counted.sort(), own.sort());
    }
    return { decisions, ghosts, cancellations, refused };
  }

  /** Every step of every occurrence that was judged in the interval, and what was cancelled. */
  #explain(input: DecideInput, strategy: string): Told[] {
    const priority = this.#loaded.program.strategies.find(({ id }) => id === strategy)?.priority ?? 0;
    return this.#loaded.explain({ ...input, strategy }).occurrences.flatMap((each) => {
      const { occurrence, later } = each;
      const steps: readonly ExplainedStep[] = [each, ...later.flatMap((one) => (one.is === "fallback" ? [one] : []))];
      const cancelled = later.flatMap((one) => (one.is === "release" ? (one.cancellation?.key ?? []) : []));
      // An occurrence of an earlier run has no gates here.
      const judged = steps
        .filter(({ gates }) => gates.length > 0)
        .map((step) => toldOf(step, strategy, occurrence, priority));
      const rest = { strategy, occurrence, step: "", at: each.at, priority, gate: null, code: null };
      return [...judged, { ...rest, decision: null, ghost: null, cancelled }];
    });
  }
}

interface Told extends Placed {
  readonly gate: Refusal["gate"] | null;
  readonly code: string | null;
  readonly decision: ExplainedStep["decision"];
  readonly ghost: Ghost | null;
  readonly cancelled: readonly string[];
}

function toldOf(
  { step, at, gates, decision, ghost }: ExplainedStep,
  strategy: string,
  occurrence: string,
  priority: number,
): Told {
  const refusing = gates.find(({ outcome }) => outcome === "refused");
  const [gate, code] = [refusing?.gate ?? null, refusing?.code ?? null];
  return { strategy, occurrence, step, at, priority, gate, code, decision, ghost, cancelled: [] };
}

function without(row: object, name: string): object {
  return Object.fromEntries(Object.entries(row).filter(([field]) => field !== name));
}

interface Placed {
  readonly at: string;
  readonly priority: number;
  readonly strategy: string;
  readonly occurrence: string;
  readonly step: string;
}

function inOrder(a: Placed, b: Placed): number {
  return (
    byCodePoint(a.at, b.at) ||
    b.priority - a.priority ||
    byCodePoint(a.strategy, b.strategy) ||
    byCodePoint(a.occurrence, b.occurrence) ||
    byCodePoint(a.step, b.step)
  );
}

function must(what: string, left: unknown, right: unknown): void {
  const [told, explained] = [JSON.stringify(left), JSON.stringify(right)];
  if (told !== explained) throw new Error(`${what}: decide says ${told}, explain says ${explained}`);
}
