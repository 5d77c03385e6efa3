import { compile, type Diagnostic, wordingOf } from "../../src/compile.js";
import {
  type DecideInput,
  type Decision,
  type EventInput,
  type Entry,
  type LoadedProgram,
  loadProgram,
  type Refusal,
} from "../../src/index.js";
import type { Row } from "./cases.js";

export type { Row } from "./cases.js";

/** One user and an interval, as a case gives them. */
export interface Situation {
  readonly user: Row;
  readonly events: readonly Row[];
  readonly entries: readonly Row[];
  readonly since: string | number;
  readonly until: string | number;
}

/** What the engine made of a situation: decisions, and refusals at every gate, in the order of the fold. */
export interface EngineAnswer {
  readonly decisions: readonly Decision[];
  readonly refused: readonly Omit<Refusal, "user">[];
}

const engines = new Map<string, Engine>();

/** The engine with a program loaded, compiled once per text. */
export function engineOf(text: string): Engine {
  const known = engines.get(text);
  if (known) return known;
  const engine = newEngine(text);
  engines.set(text, engine);
  return engine;
}

/** The engine with a program loaded. A program that does not compile is an error. */
export function newEngine(text: string): Engine {
  const { program, diagnostics } = compile([{ name: "case.touch", text }]);
  if (program === null) throw new Error(diagnostics.map((each) => complaint(each, text)).join("\n"));
  return new Engine(loadProgram(program));
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
    const input = inputOf(situation);
    const { decisions, refusals, counts } = this.#loaded.decide(input);
    const explained = this.#loaded.program.strategies.flatMap(({ id }) => this.#explain(input, id));
    const refused = explained.filter(({ gate }) => gate !== null).sort(inOrder);
    const plain = (each: { strategy: string; occurrence: string }) => [each.strategy, each.occurrence];
    const full = (each: { gate: string | null; code: string | null; strategy: string; occurrence: string }) => [
      ...plain(each),
      each.gate,
      each.code,
    ];
    must("refusals past `targeted`", refusals.map(full), refused.filter(({ gate }) => gate !== "targeted").map(full));
    must(
      "decisions",
      decisions.map(plain),
      explained
        .filter(({ gate }) => gate === null)
        .sort(inOrder)
        .map(plain),
    );
    for (const { strategy, gates } of counts) {
      const counted = gates.flatMap(({ gate, refused: codes }) =>
        Object.entries(codes).flatMap(([code, n]) => Array.from({ length: n }, () => `${gate} ${code}`)),
      );
      const told = refused.filter((each) => each.strategy === strategy).map(({ gate, code }) => `${gate} ${code}`);
      must(`counts of ${strategy}`, counted.sort(), told.sort());
    }
    return {
      decisions,
      refused: refused.flatMap(({ strategy, occurrence, gate, code }) =>
        gate === null || code === null ? [] : [{ strategy, occurrence, gate, code }],
      ),
    };
  }

  #explain(input: DecideInput, strategy: string) {
    const priority = this.#loaded.program.strategies.find(({ id }) => id === strategy)?.priority ?? 0;
    return this.#loaded.explain({ ...input, strategy }).occurrences.map(({ occurrence, at, gates }) => {
      const refusing = gates.find(({ outcome }) => outcome === "refused");
      const [gate, code] = [refusing?.gate ?? null, refusing?.code ?? null];
      return { strategy, occurrence, at, priority, gate, code };
    });
  }
}

/** A case gives plain JSON; the door of the engine rejects what does not fit. */
function inputOf({ user, events, entries, since, until }: Situation): DecideInput {
  return { user, events: events.filter(isEvent), entries: entries.filter(isEntry), since, until };
}

function isEvent(row: Row): row is Row & EventInput {
  return "event" in row;
}

function isEntry(row: Row): row is Row & Entry {
  return "kind" in row;
}

interface Placed {
  readonly at: string;
  readonly priority: number;
  readonly strategy: string;
}

function inOrder(a: Placed, b: Placed): number {
  const byText = (left: string, right: string) => (left < right ? -1 : left > right ? 1 : 0);
  return byText(a.at, b.at) || b.priority - a.priority || byText(a.strategy, b.strategy);
}

function must(what: string, left: unknown, right: unknown): void {
  const [told, explained] = [JSON.stringify(left), JSON.stringify(right)];
  if (told !== explained) throw new Error(`${what}: decide says ${told}, explain says ${explained}`);
}
