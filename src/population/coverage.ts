import {
  createPairCounts,
  createStageCounts,
  type CoverageMatrix,
  type CoveragePair,
  type CoverageStage,
} from "./coverage-counts.js";
import { createUserRecord, fates, type UserFate } from "./coverage-fate.js";
import { compileOpen } from "./coverage-state.js";
import { factsIn } from "./fact-needs.js";
import type { LoadReport } from "./load-report.js";
import type { Onlooker } from "./onlooker.js";
import { type PlanOptions, planPopulation } from "./plan.js";

export type CoverageOptions = Omit<PlanOptions, "strategies" | "users" | "onlooker">;

/** Whom strategies serve in an interval, and whom not. Stages, reach and consent are those at its end. */
export interface CoverageResult {
  readonly load: LoadReport;
  readonly users: number;
  /** Every user once, by the first that is true of them. */
  readonly fates: readonly {
    readonly fate: UserFate;
    readonly users: number;
    /** Of those: who was touched in the interval all the same, before it became so. */
    readonly touched: number;
  }[];
  /** By strategy: users whom it wanted, and whom it touched. */
  readonly strategies: readonly { readonly targeted: number; readonly touched: number }[];
  readonly matrices: readonly CoverageMatrix[];
  readonly stages: readonly CoverageStage[];
  readonly pairs: readonly CoveragePair[];
}

/** Plans the interval for everybody, and counts whom it leaves out. See `planPopulation` for what it throws. */
export async function measureCoverage(options: CoverageOptions): Promise<CoverageResult> {
  const { onlooker, result } = createCoverage(options);
  const { load, users } = await planPopulation({ ...options, onlooker });
  return { load, users, ...result() };
}

function createCoverage({ program, until }: CoverageOptions): {
  readonly onlooker: Onlooker;
  result(): Omit<CoverageResult, "load" | "users">;
} {
  const record = createUserRecord();
  const closed = compileOpen(program, until);
  const counts = new Map(fates.map((fate) => [fate, { users: 0, touched: 0 }]));
  const strategies = program.strategies.map(() => ({ targeted: 0, touched: 0 }));
  const stages = createStageCounts(program);
  const pairs = createPairCounts(program);
  const { channels, policy } = program;
  const { refused, decided, ghost, cancelled, targeted, touched } = record;
  const onlooker: Onlooker = {
    facts: factsIn(program, [channels.map(({ reach }) => reach), policy.stops, policy.consents]),
    refused,
    decided,
    ghost,
    cancelled,
    done(frame, row, entries) {
      const count = counts.get(record.fate(closed(frame, row, entries)));
      if (count) {
        count.users++;
        if (touched.size > 0) count.touched++;
      }
      for (const strategy of targeted) if (strategies[strategy]) strategies[strategy].targeted++;
      for (const strategy of touched) if (strategies[strategy]) strategies[strategy].touched++;
      stages.count(frame, row, targeted, touched);
      pairs.count(targeted);
      record.clear();
    },
  };
  return {
    onlooker,
    result: () => ({
      fates: [...counts].map(([fate, count]) => ({ fate, ...count })),
      strategies,
      matrices: stages.matrices(),
      stages: stages.stages(),
      pairs: pairs.pairs(),
    }),
  };
}
