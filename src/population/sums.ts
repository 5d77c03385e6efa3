import type { Costs } from "../decide/fold.js";
import type { Decision } from "../decide/decision.js";
import type { StrategyCount } from "../decide/tally.js";
import type { Zone } from "../calendar/zone.js";
import { DAY } from "../calendar/civil.js";
import type { Program } from "../program/program.js";
import type { BenefitPlan, StrategyPlan } from "./plan-result.js";

/** Adds up what decisions cost, over which channels and at which hours they go out. */
export interface Sums {
  add(decision: Decision, costs: Costs, zone: Zone): void;
  /** Of the strategies that were counted, in their order. */
  strategies(counts: readonly StrategyCount[]): StrategyPlan[];
  benefits(): BenefitPlan[];
}

interface StrategySum {
  readonly channels: Map<number, number>;
  readonly hours: number[];
  channelCost: number;
  benefitCost: number;
  ownCost: number;
  points: number;
}

export function createSums(program: Program): Sums {
  const sums = program.strategies.map(
    (): StrategySum => ({
      channels: new Map(),
      hours: Array.from({ length: 24 }, () => 0),
      channelCost: 0,
      benefitCost: 0,
      ownCost: 0,
      points: 0,
    }),
  );
  const issued = program.benefits.map(() => 0);
  return {
    add(decision, costs, zone) {
      const sum = sums[costs.strategy] as StrategySum;
      sum.channels.set(costs.channel, (sum.channels.get(costs.channel) ?? 0) + 1);
      const hour = localHour(zone, Date.parse(decision.send_at));
      sum.hours[hour] = (sum.hours[hour] as number) + 1;
      sum.channelCost += costs.channelCost;
      sum.benefitCost += costs.benefitCost;
      sum.ownCost += costs.ownCost;
      sum.points += costs.points;
      for (const benefit of costs.benefits) issued[benefit] = (issued[benefit] as number) + 1;
    },
    strategies: (counts) =>
      counts.map(({ strategy: id, gates, decided, ghosts, cancelled }) => {
        const place = program.strategies.findIndex((strategy) => strategy.id === id);
        const { channels, ...sum } = sums[place] as StrategySum;
        const { label } = program.strategies[place] as Program["strategies"][number];
        const names = channelsOf(program, place).map(
          (channel) => [program.channels[channel]?.id ?? "", channels.get(channel) ?? 0] as const,
        );
        return { id, label, funnel: gates, decided, ghosts, cancelled, channels: Object.fromEntries(names), ...sum };
      }),
    benefits: () =>
      program.benefits.flatMap(({ id, label, face, cost, value, quantity, budget }, place) => {
        const n = issued[place] as number;
        // A lottery and a referral are given as their parts.
        if (value.is === "lottery" || value.is === "referral" || !isGiven(program, place)) return [];
        const points = value.is === "points" ? value.amount : value.is === "check_in" ? value.points : 0;
        const limits = [quantity === null ? null : quantity * cost, budget].filter((limit) => limit !== null);
        const worst = limits.length === 0 ? null : Math.min(...limits);
        return [{ id, label, issued: n, face: n * face, cost: n * cost, points: n * points, worst }];
      }),
  };
}

function localHour(zone: Zone, instant: number): number {
  const local = instant + zone.offsetAt(instant);
  return Math.floor((local - Math.floor(local / DAY) * DAY) / (DAY / 24));
}

/** The channels of all steps of all variants, in order of mention. */
function channelsOf(program: Program, place: number): number[] {
  const variants = program.strategies[place]?.variants ?? [];
  return [...new Set(variants.flatMap(({ offer }) => offer?.steps.flatMap(({ channels }) => channels) ?? []))];
}

/** Whether some strategy may give a benefit, by itself, as a prize or as a side of a referral. */
function isGiven({ strategies, benefits }: Program, place: number): boolean {
  return strategies.some(({ variants }) =>
    variants.some(({ offer }) => {
      const named = offer?.benefit ?? null;
      if (named === null || named === place) return named === place;
      const value = benefits[named]?.value;
      if (value?.is === "lottery") return value.prizes.some(({ benefit }) => benefit === place);
      return value?.is === "referral" && (value.giver === place || value.friend === place);
    }),
  );
}
