import type { Length } from "./told.js";
import type { ToldModel, ToldPeriod, ToldScore, ToldShare } from "./told-model.js";

/** How model tags, measures, values and groups are said. */
export interface ModelWording {
  readonly modelTag: (model: ToldModel) => string;
  readonly measuredPeriod: (period: ToldPeriod) => string;
  /** What holds until it is found, and where the data is too thin. */
  readonly untilFound: (value: string) => string;
  /** How often it is found anew. */
  readonly refresh: (every: Length) => string;
  /** A measure that is a length, and one that is a share. */
  readonly measuredDays: (name: string) => string;
  readonly measuredShare: (name: string) => string;

  /** Before a test: whom a value or groups are about. */
  readonly membersHead: string;
  readonly score: (score: ToldScore) => string;
  /** A score by its name, in the tiers. */
  readonly scoreOf: (name: string) => string;
  readonly splitAt: (at: "average" | "median") => string;
  readonly isHigh: (score: string, high: boolean) => string;
  readonly tiersHead: string;
  readonly tierShare: (share: ToldShare) => string;
  readonly otherMembers: string;
  /** The groups, and the score by which they are named. */
  readonly groupsCalled: (names: readonly string[], score: string) => string;
  readonly groupsFrom: (text: string) => string;
}
