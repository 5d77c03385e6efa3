import type { Decision } from "../decide/decision.js";
import { type Costs, createEngine, type Sink } from "../decide/engine.js";
import { createTally } from "../decide/tally.js";
import { createEnvironment } from "../evaluate/environment.js";
import type { StageReader } from "../evaluate/reader.js";
import { compileMatchers, type Matcher } from "../match/matchers.js";
import type { Program } from "../program/program.js";
import type { UserChunk } from "./fact-columns.js";
import type { ZoneAsk } from "./grid.js";
import type { LifecyclePlan, StrategyPlan } from "./plan-result.js";
import type { Stopwatches } from "./timing.js";

/** Decides for users, block by block, and keeps the books of it. */
export interface Book {
  /** Decides for the users from place `from` to place `to` (excluded) of a block. */
  take(chunk: UserChunk, from: number, to: number): void;
  result(): { readonly strategies: StrategyPlan[]; readonly lifecycles: LifecyclePlan[] };
}

/** The time that matching takes is measured on this share of the users: a clock around each candidate would cost more than it. */
const SAMPLE = 1 / 32;

interface Sums {
  readonly channels: number[];
  channelCost: number;
  benefitCost: number;
  points: number;
}

export function createBook(
  program: Program,
  asks: readonly ZoneAsk[],
  chosen: ReadonlySet<number> | undefined,
  watches: Stopwatches,
  onDecision: ((decision: Decision) => void) | undefined,
): Book {
  const engine = createEngine(program);
  const tally = createTally(program);
  const environment = createEnvironment(program);
  const matchers = compileMatchers(program, environment);
  const census = program.lifecycles.map((lifecycle, place) =>
    createCensus(lifecycle.stages.length, environment.stage(place)),
  );
  const sums = program.strategies.map(
    (): Sums => ({
      channels: program.channels.map(() => 0),
      channelCost: 0,
      benefitCost: 0,
      points: 0,
    }),
  );
  /** The strategies that decided for the user at hand, once per decision. */
  const decidedFor: number[] = [];
  let writing = 0;

  const sink: Sink = {
    refused: (strategy, gate, code) => tally.refused(strategy, gate, code),
    decided: (decision, costs) => {
      tally.decided(costs.strategy);
      addCosts(sums[costs.strategy] as Sums, costs);
      decidedFor.push(costs.strategy);
      if (!onDecision) return;
      const start = performance.now();
      onDecision(decision);
      writing += performance.now() - start;
    },
  };

  return {
    take(chunk, from, to) {
      writing = 0;
      for (let user = from; user < to; user++) {
        const ask = asks[chunk.zones[user] as number] as ZoneAsk;
        const firstRow = chunk.firstRows[user] as number;
        decidedFor.length = 0;
        const input = { user: chunk.ids[user] as string, zone: ask.zone, agenda: ask.agenda, frame: chunk.frame };
        engine.fold({ ...input, firstRow, entries: [], sink });
        for (const one of census) one.count(chunk, firstRow + ask.last, decidedFor);
      }
      watches.move("gates", "writing", writing);
      const sampled = Math.ceil((to - from) * SAMPLE);
      const matching = timeMatching(matchers, asks, chunk, from, from + sampled);
      watches.share("gates", "matching", (matching * (to - from)) / sampled);
    },
    result: () => ({
      strategies: strategyPlans(program, tally.counts(chosen), sums),
      lifecycles: program.lifecycles.map((lifecycle, place) => ({
        id: lifecycle.id,
        label: lifecycle.label,
        stages: lifecycle.stages.map(({ id, label }, stage) => ({
          id,
          label,
          ...(census[place] as Census).of(stage, program),
        })),
      })),
    }),
  };
}

function addCosts(sums: Sums, costs: Costs): void {
  sums.channels[costs.channel] = (sums.channels[costs.channel] ?? 0) + 1;
  sums.channelCost += costs.channelCost;
  sums.benefitCost += costs.benefitCost;
  sums.points += costs.points;
}

/** How long it takes to match some users of a block. */
function timeMatching(
  matchers: readonly Matcher[],
  asks: readonly ZoneAsk[],
  chunk: UserChunk,
  from: number,
  to: number,
): number {
  const start = performance.now();
  for (let user = from; user < to; user++) {
    const { agenda } = asks[chunk.zones[user] as number] as ZoneAsk;
    const firstRow = chunk.firstRows[user] as number;
    for (const { strategy, at } of agenda.occurrences) matchers[strategy]?.(chunk.frame, firstRow + at);
  }
  return performance.now() - start;
}

/** Users by stage, and the decisions for them. */
interface Census {
  count(chunk: UserChunk, row: number, decided: readonly number[]): void;
  of(stage: number, program: Program): { users: number; decisions: Record<string, number> };
}

function createCensus(stages: number, stageOf: StageReader): Census {
  const users = Array.from({ length: stages }, () => 0);
  const decisions = users.map(() => new Map<number, number>());
  return {
    count(chunk, row, decided) {
      const stage = stageOf(chunk.frame, row);
      users[stage] = (users[stage] ?? 0) + 1;
      const counts = decisions[stage];
      if (counts) for (const strategy of decided) counts.set(strategy, (counts.get(strategy) ?? 0) + 1);
    },
    of: (stage, program) => ({
      users: users[stage] ?? 0,
      decisions: Object.fromEntries(
        program.strategies.flatMap(({ id }, place) => {
          const count = decisions[stage]?.get(place);
          return count === undefined ? [] : [[id, count]];
        }),
      ),
    }),
  };
}

function strategyPlans(
  program: Program,
  counts: ReturnType<ReturnType<typeof createTally>["counts"]>,
  sums: readonly Sums[],
): StrategyPlan[] {
  const funnels = new Map(counts.map(({ strategy, gates }) => [strategy, gates]));
  return program.strategies.flatMap(({ id, label, channels }, place) => {
    const funnel = funnels.get(id);
    const sum = sums[place];
    if (!funnel || !sum) return [];
    const names = channels.map((channel) => [program.channels[channel]?.id ?? "", sum.channels[channel] ?? 0]);
    const { channelCost, benefitCost, points } = sum;
    return [{ id, label, funnel, channels: Object.fromEntries(names), channelCost, benefitCost, points }];
  });
}
