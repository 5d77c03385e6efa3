import { type GateId, gateIds } from "../gate/gates.js";
import type { Program } from "../program/program.js";
import type { GateCount } from "./decision.js";

/** Counts of one strategy's candidates: its way through the gates, in their order. */
export interface StrategyCount {
  readonly strategy: string;
  readonly gates: readonly GateCount[];
}

/** Counts what becomes of candidates. */
export interface Tally {
  refused(strategy: number, gate: GateId, code: string): void;
  decided(strategy: number): void;
  /** Of every strategy, or of those at the given places, in the program's order. */
  counts(strategies?: ReadonlySet<number>): StrategyCount[];
}

interface Row {
  decided: number;
  readonly refused: Map<GateId, Map<string, number>>;
}

export function createTally(program: Program): Tally {
  const rows = program.strategies.map((): Row => ({ decided: 0, refused: new Map() }));
  return {
    refused(strategy, gate, code) {
      const { refused } = rows[strategy] as Row;
      let codes = refused.get(gate);
      if (!codes) refused.set(gate, (codes = new Map()));
      codes.set(code, (codes.get(code) ?? 0) + 1);
    },
    decided(strategy) {
      (rows[strategy] as Row).decided++;
    },
    counts: (strategies) =>
      program.strategies.flatMap(({ id }, place) =>
        strategies && !strategies.has(place) ? [] : [{ strategy: id, gates: gateCounts(rows[place] as Row) }],
      ),
  };
}

const none: Readonly<Record<string, number>> = Object.freeze({});

/** Every candidate was due; each gate passes on what it does not refuse. */
function gateCounts({ decided, refused }: Row): GateCount[] {
  let passed = decided;
  for (const codes of refused.values()) passed += total(codes);
  return gateIds.map((gate) => {
    const codes = refused.get(gate);
    if (!codes) return { gate, passed, refused: none };
    passed -= total(codes);
    return { gate, passed, refused: Object.fromEntries([...codes].sort(([a], [b]) => byCode(a, b))) };
  });
}

function total(codes: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const count of codes.values()) sum += count;
  return sum;
}

/** Shorter first, so that `clause_2` stands before `clause_10`. */
function byCode(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : 1);
}
