import type { ToldAim, ToldCost, ToldGoal, ToldLevels, ToldPart, ToldRate } from "./told-target.js";
import type { HypothesisState, Length, ProductStage } from "./told.js";

/** How metrics, goals, lines, expectations and costs are said. */
export interface TargetWording {
  readonly productStage: (stage: ProductStage) => string;
  readonly aim: (aim: ToldAim) => string;
  readonly hypothesis: (text: string, state: HypothesisState) => string;

  /** What reaching a goal is, said by itself. */
  readonly goal: (reached: ToldGoal) => string;
  /** `goal` is its name, `null` where it is said in the strategy. */
  readonly goalWithin: (goal: string | null, reached: ToldGoal, within: Length) => string;
  /** The share of those reached who are to reach it. */
  readonly goalTarget: (share: string) => string;

  readonly northStar: string;
  /** Before a test: of the users whom the metric is about, the share who pass it. */
  readonly shareOf: string;
  readonly totalOf: (value: string) => string;
  readonly perUser: (value: string) => string;
  readonly ratioOf: (value: string, over: string) => string;
  /** `days`: whole local dates, not exact. */
  readonly medianTime: (from: string, to: string, days: boolean) => string;
  readonly activeUsers: (did: string) => string;
  readonly rateOf: (rate: ToldRate) => string;
  /** Before a test: whom a metric is about. */
  readonly amongUsers: string;
  readonly levels: (levels: ToldLevels) => string;

  readonly linePart: (part: ToldPart) => string;
  readonly expected: (tag: string, did: string) => string;
  readonly costs: string;
  readonly costOf: (cost: ToldCost) => string;
}
