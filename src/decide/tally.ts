import { type GateId, gateIds } from "../gate/gates.js";
import type { Program } from "../program/program.js";
import type { GateCount } from "./decision.js";

/** Counts of one strategy's candidates: its way through the gates, in their order. */
export interface StrategyCount {
  readonly strategy: string;
  /** Ghosts count as passed at the gates that they skip. */
  readonly gates: readonly GateCount[];
  /** Of those that passed all gates: how many are touched, and how many are ghosts. */
  readonly decided: number;
  readonly ghosts: number;
  /** Touches and ghosts, of this interval or an earlier one, that were cancelled in it. */
  readonly cancelled: number;
}

/** Counts what becomes of candidates. */
export interface Tally {
  refused(strategy: number, gate: GateId, code: string): void;
  decided(strategy: number): void;
  ghost(strategy: number): void;
  cancelled(strategy: number): void;
  /** Of every strategy, or of those at the given places, in the program's order. */
  counts(strategies?: ReadonlySet<number>): StrategyCount[];
}

interface Row {
  decided: number;
  ghosts: number;
  cancelled: number;
  readonly refused: Map<GateId, Map<string, number>>;
}

export function createTally(program: Program): Tally {
  const rows = program.strategies.map((): Row => ({ decided: 0, ghosts: 0, cancelled: 0, refused: new Map() }));
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
    ghost(strategy) {
      (rows[strategy] as Row).ghosts++;
    },
    cancelled(strategy) {
      (rows[strategy] as Row).cancelled++;
    },
    counts: (strategies) =>
      program.strategies.flatMap(({ id }, place) => {
        if (strategies && !strategies.has(place)) return [];
        const row = rows[place] as Row;
        const { decided, ghosts, cancelled } = row;
        return [{ strategy: id, gates: gateCounts(row), decided, ghosts, cancelled }];
      }),
  };
}

const none: Readonly<Record<string, number>> = Object.freeze({});

/** Every candidate was due; each gate passes on what it does not refuse. */
function gateCounts({ decided, ghosts, refused }: Row): GateCount[] {
  let passed = decided + ghosts;
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
