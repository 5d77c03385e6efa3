import type { Frame } from "../../evaluate/frame.js";
import type { Program } from "../../program/program.js";
import type { Json } from "../tree/write.js";
import { FactNames, type Named } from "./fact-names.js";
import { valueIn } from "./named-fact.js";
import { ruleWriter } from "./rule.js";
import { LARGEST } from "./term.js";
import { CannotSay, type Reads, type Unsaid } from "./writer.js";

/** One part of a `who`, as a rule that is true or false for every data document. */
export interface Clause {
  /** As the strategy file says it. */
  readonly phrase: string;
  readonly rule: Json;
}

export interface ExportedStrategy {
  readonly id: string;
  readonly label: string | null;
  /** All must hold; empty: everybody. */
  readonly who: readonly Clause[];
}

/** A part of a `who` that JSON Logic cannot say, for which its strategy is not exported. */
export interface RefusedClause {
  readonly strategy: string;
  /** Counted from 1. */
  readonly clause: number;
  readonly phrase: string;
  readonly file: string;
  readonly line: number;
  readonly why: Unsaid;
}

/** A fact that a rule reads. */
export interface ExportedFact extends Named {
  /** The largest size, in its stored unit, for which the rules are exact; `null` if they always are. */
  readonly limit: number | null;
}

export interface LogicExport {
  readonly strategies: readonly ExportedStrategy[];
  readonly refused: readonly RefusedClause[];
  /** By name, in code point order. */
  readonly facts: readonly ExportedFact[];
  /**
   * The data document of a row: every fact under its name, unknown ones as `null`. Throws `RangeError` for a fact beyond its
   * limit, since the rules would not be exact.
   */
  data(frame: Frame, row: number): Readonly<Record<string, string | number | boolean | null>>;
}

/** The `who` of strategies (all if `only` is absent) as JSON Logic over named facts. */
export function exportLogic(program: Program, only?: readonly string[]): LogicExport {
  const names = new FactNames(program);
  const facts = new Facts();
  const strategies: ExportedStrategy[] = [];
  const refused: RefusedClause[] = [];
  for (const strategy of program.strategies) {
    if (only && !only.includes(strategy.id)) continue;
    const mine = new Facts();
    const rule = ruleWriter(program, names, mine);
    const before = refused.length;
    const who = strategy.who.flatMap((test, index): Clause[] => {
      const { text = "", file = "", line = 0 } = program.phrases[test.said] ?? {};
      try {
        return [{ phrase: text, rule: rule(test) }];
      } catch (error) {
        if (!(error instanceof CannotSay)) throw error;
        refused.push({ strategy: strategy.id, clause: index + 1, phrase: text, file, line, why: error.why });
        return [];
      }
    });
    if (refused.length > before) continue;
    facts.take(mine);
    strategies.push({ id: strategy.id, label: strategy.label, who });
  }
  const exported = facts.all();
  return { strategies, refused, facts: exported, data: (frame, row) => dataOf(exported, frame, row) };
}

function dataOf(
  facts: readonly ExportedFact[],
  frame: Frame,
  row: number,
): Record<string, string | number | boolean | null> {
  return Object.fromEntries(
    facts.map(({ name, fact, type, limit }) => {
      const value = valueIn(frame, row, fact, type);
      if (limit !== null && typeof value === "number" && Math.abs(value) > limit)
        throw new RangeError(`\`${name}\` is ${value}, and the rules are exact up to ${limit}`);
      return [name, value];
    }),
  );
}

/** The facts that rules read, and how large they may be. */
class Facts implements Reads {
  readonly #named = new Map<string, Named>();
  readonly #limits = new Map<string, bigint>();

  read(named: Named): void {
    this.#named.set(named.name, named);
  }

  limit(name: string, size: bigint): void {
    const before = this.#limits.get(name) ?? LARGEST;
    if (size < before) this.#limits.set(name, size);
  }

  take(other: Facts): void {
    for (const named of other.#named.values()) this.read(named);
    for (const [name, size] of other.#limits) this.limit(name, size);
  }

  all(): ExportedFact[] {
    const sorted = [...this.#named.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
    return sorted.map((named) => {
      const limit = this.#limits.get(named.name);
      return { ...named, limit: limit === undefined ? null : Number(limit) };
    });
  }
}
