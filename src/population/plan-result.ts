import type { StrategyCount } from "../decide/tally.js";
import type { GhostReason } from "../gate/ghost.js";
import type { LoadReport } from "./load-report.js";
import type { Timing } from "./timing.js";

/** What a dry run over a population found. */
export interface PlanResult {
  readonly load: LoadReport;
  readonly users: number;
  /** In the program's order. */
  readonly strategies: readonly StrategyPlan[];
  readonly lifecycles: readonly LifecyclePlan[];
  /** In the order of the policy. */
  readonly caps: readonly CapPlan[];
  /** Of the benefits that strategies give, in the program's order. */
  readonly benefits: readonly BenefitPlan[];
  /** Holdouts and splits: of all, of sets, of strategies. */
  readonly experiments: readonly ExperimentPlan[];
  readonly timings: readonly Timing[];
}

export interface StrategyPlan extends Pick<StrategyCount, "decided" | "ghosts" | "cancelled"> {
  readonly id: string;
  readonly label: string | null;
  readonly funnel: StrategyCount["gates"];
  /** How many decisions go over each channel of the strategy. */
  readonly channels: Readonly<Record<string, number>>;
  /** How many are to be sent in each hour of the user's local clock, 0 to 23. */
  readonly hours: readonly number[];
  /** In 1/10,000 of the project currency's minor unit. */
  readonly channelCost: number;
  /** Face value of the benefits, in minor units. */
  readonly benefitCost: number;
  /** What they cost us, in 1/10,000 of a minor unit. */
  readonly ownCost: number;
  readonly points: number;
}

/** How hard a cap presses. */
export interface CapPlan {
  readonly name: string;
  readonly n: number;
  /** Candidates that it refused. Those whom it sent to the next channel of the chain are not among them. */
  readonly refused: number;
  /** Users with so many touches, of this run and recorded ones, that another one in some window would be refused. */
  readonly full: number;
  /** Users with any touch that it counts. */
  readonly touched: number;
}

/** What was promised. */
export interface BenefitPlan {
  readonly id: string;
  readonly label: string | null;
  readonly issued: number;
  /** Of those issued, in minor units. */
  readonly face: number;
  /** What they cost us, in 1/10,000 of a minor unit. */
  readonly cost: number;
  readonly points: number;
  /** What all of them together can ever cost us, by quantity and budget, in 1/10,000 of a minor unit; `null` without a limit. */
  readonly worst: number | null;
}

export interface ExperimentPlan {
  /** Whose it is: the policy, a set or a strategy. */
  readonly of: "policy" | "set" | "strategy";
  /** Its id; of a policy without a name, empty. */
  readonly id: string;
  readonly is: "holdout" | "split";
  readonly arms: readonly ExperimentArm[];
  /** Of the sample-ratio test: how likely arms so far from their shares are by chance. `null` for fewer than 20 users. */
  readonly p: number | null;
}

export interface ExperimentArm {
  /** The variant's id; of a holdout, `treated` and `held_out`. */
  readonly id: string;
  readonly label: string | null;
  /** In 1/10,000. */
  readonly share: number;
  /** Users who passed all gates at least once, as touches or as ghosts. */
  readonly users: number;
  readonly ghost: GhostReason | null;
}

export interface LifecyclePlan {
  /** The tiers of a value and groups are stages like any other. */
  readonly is: "lifecycle" | "value" | "groups";
  readonly id: string;
  readonly label: string | null;
  readonly stages: readonly StagePlan[];
  /** Whoever it is not about; `null` if it is about everybody. */
  readonly outside: StageUsers | null;
}

export interface StagePlan extends StageUsers {
  readonly id: string;
  readonly label: string | null;
}

export interface StageUsers {
  /** Users in the stage at `until`. */
  readonly users: number;
  /** Decisions for these users, by strategy; strategies without any are left out. */
  readonly decisions: Readonly<Record<string, number>>;
}
