/** Strategies, and what they offer: to whom, when, over which channels, with what. */
import type { Aim, GoalOf, Hypothesis } from "./analysis.js";
import type { Test } from "./test.js";
import type { Length, When } from "./when.js";

export interface Strategy {
  readonly id: string;
  readonly label: string | null;
  readonly aim: Aim | null;
  /** The place of its set in the program, if it belongs to one. */
  readonly set: number | null;
  /** The place of its operating point in the program; its own, else its set's. */
  readonly point: number | null;
  readonly when: When;
  readonly purpose: Purpose;
  /** Whether it looks at anything about the user but their id, zone and locale. */
  readonly personal: boolean;
  /** All must hold; a refusal names the first that does not, counted from 1. Empty: everybody. A set's own parts come first. */
  readonly who: readonly Test[];
  readonly repeat: Repeat;
  /** At most `n` touches per value of a field of the triggering event. */
  readonly limit: { readonly n: number; readonly field: number } | null;
  readonly holdout: Holdout | null;
  /** `null`: then there is one variant, and it has no id. */
  readonly split: { readonly salt: string } | null;
  /** At least one. */
  readonly variants: readonly Variant[];
  /** Its goal, by place or said there and then; what it aims at, in millionths, if that is said. */
  readonly goal: { readonly of: number | GoalOf; readonly within: Length; readonly target: number | null } | null;
  readonly hypothesis: Hypothesis | null;
  /** 0 to 100; higher goes first. */
  readonly priority: number;
  /** What it says about others and what they say about it: the relation holds both ways. */
  readonly exclusive: readonly Exclusion[];
  /** Strategy tags that a touch sets, by place. */
  readonly sets: readonly number[];
  readonly guards: readonly Guard[];
  /** Where the strategy is declared. */
  readonly said: number;
}

export type Purpose = "marketing" | "service";

/** `after`: whole days or months between the occurrence's local date and that of the last touch. */
export type Repeat =
  | { readonly is: "never" | "always" }
  | { readonly is: "after"; readonly unit: "day" | "month"; readonly n: number };

/** Users whose bucket under the salt lies below `share`, in 1/10,000, are held out. */
export interface Holdout {
  readonly share: number;
  readonly salt: string;
}

/** Other strategies that may not touch a user whom this one touches on dates less than `days` apart; 1 is the same local date. */
export interface Exclusion {
  readonly strategy: number;
  readonly days: number;
}

export interface Variant {
  /** `null` only where there is no split. */
  readonly id: string | null;
  readonly label: string | null;
  /**
   * In 1/10,000: first the share with which the split began, then each one it was changed to; the last is today's. All variants
   * have as many, and each column adds up to 10,000. See `allot`.
   */
  readonly shares: readonly number[];
  /** `null`: nothing is sent; the user is a ghost. */
  readonly offer: Offer | null;
}

export interface Offer {
  /** At least one. The first is due at the occurrence, each other one a wait after the hand-over of the one before. */
  readonly steps: readonly Step[];
  readonly benefit: number | null;
  /** Where the benefit can't be had: `refuse`, or `without`: touch all the same. */
  readonly unfunded: "refuse" | "without";
  readonly send: SendRule;
}

export interface Step {
  /** `null` for the first. */
  readonly wait: { readonly ms: number; readonly unless: "delivered" | "opened" | "clicked" } | null;
  /** In order of preference; at least one. */
  readonly channels: readonly number[];
  /** One per channel, in their order; `null` where the channel carries no text. */
  readonly materials: readonly (number | null)[];
  /** Ordered by what the user opens, once each channel has so many receipts; `null`: as declared. */
  readonly preferred: { readonly least: number } | null;
}

/** When a touch may go out. `from`, `to`: minutes after local midnight, half-open, over midnight if `to` is before `from`. */
export interface SendRule {
  readonly window: Hours | null;
  /** At the hour that suits the user best, of those that begin between `from` and `to`. */
  readonly bestHour: { readonly from: number; readonly to: number } | null;
}

export interface Hours {
  readonly from: number;
  readonly to: number;
  readonly otherwise: "skip" | "delay";
}

/** A set of strategies: what its members share has been written into each of them. */
export interface StrategySet {
  readonly id: string;
  readonly label: string | null;
  readonly point: number | null;
  readonly holdout: Holdout | null;
  /** What its touches may cost in all, benefits (to us) and sends, in 1/10,000 of a minor unit. */
  readonly budget: number | null;
}

/** A place in the journey that several strategies share. */
export interface OperatingPoint {
  readonly id: string;
  readonly label: string | null;
}

/** A tag that strategies set. It holds for what comes after the touch that sets it. */
export interface StrategyTag {
  readonly id: string;
  readonly label: string | null;
  /** `null`: for ever. */
  readonly valid: Length | null;
}

/** Stops a strategy when what it does to people looks wrong. Carried for whoever measures; decides nothing by itself. */
export interface Guard {
  readonly metric:
    | "opt_out_rate"
    | "failure_rate"
    | "open_rate"
    | "click_rate"
    | "conversion_rate"
    | "touches"
    | "touch_cost"
    | "benefit_cost";
  readonly op: "<" | "<=" | ">" | ">=";
  /** A rate in millionths, a count, or money in minor units. */
  readonly value: number;
  /** Only once there are so many touches; 0 if not said. */
  readonly after: number;
  readonly said: number;
}
