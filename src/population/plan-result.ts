import type { GateCount } from "../decide/decision.js";
import type { LoadReport } from "./load-report.js";
import type { Timing } from "./timing.js";

/** What a dry run over a population found. */
export interface PlanResult {
  readonly load: LoadReport;
  readonly users: number;
  /** In the program's order. */
  readonly strategies: readonly StrategyPlan[];
  readonly lifecycles: readonly LifecyclePlan[];
  readonly timings: readonly Timing[];
}

export interface StrategyPlan {
  readonly id: string;
  readonly label: string | null;
  readonly funnel: readonly GateCount[];
  /** How many decisions go over each channel of the strategy's chain. */
  readonly channels: Readonly<Record<string, number>>;
  /** In 1/10,000 of the project currency's minor unit. */
  readonly channelCost: number;
  /** Face value of the coupons, in minor units. */
  readonly benefitCost: number;
  readonly points: number;
}

export interface LifecyclePlan {
  readonly id: string;
  readonly label: string | null;
  readonly stages: readonly StagePlan[];
}

export interface StagePlan {
  readonly id: string;
  readonly label: string | null;
  /** Users in the stage at `until`. */
  readonly users: number;
  /** Decisions for these users, by strategy; strategies without any are left out. */
  readonly decisions: Readonly<Record<string, number>>;
}
