import type { Stretch, TargetAim, Unit } from "./told.js";
import type { ToldState } from "./told-strategy.js";

/** What a strategy is for; along a lifecycle, and to one of its stages, where that is said. */
export interface ToldAim {
  readonly word: TargetAim;
  readonly lifecycle: string | null;
  readonly stage: string | null;
}

/** What counts as reaching a goal. */
export type ToldGoal =
  | { readonly is: "did"; readonly event: string }
  | { readonly is: "enters"; readonly state: ToldState };

/** How far users come in a process. */
export interface ToldRate {
  readonly process: string;
  readonly from: string;
  readonly to: string;
  readonly stretch: Stretch;
}

/** Which way a metric is to go, and how far. */
export interface ToldLevels {
  readonly better: "lower" | "higher";
  readonly scale: readonly string[];
  readonly target: string | null;
}

/** What belongs to a line of business. `into`: the metric that these are parts of. */
export type ToldPart =
  | { readonly is: "lifecycle" | "value"; readonly names: readonly string[] }
  | { readonly is: "metric"; readonly names: readonly string[]; readonly into: string | null };

export type ToldCost =
  /** No sources: users of all others, if there are `others`; else all users. */
  | {
      readonly is: "acquisition";
      readonly amount: string;
      readonly sources: readonly string[];
      readonly others: boolean;
    }
  | { readonly is: "upkeep"; readonly amount: string; readonly per: Unit }
  | { readonly is: "margin"; readonly share: string };
