import type { Division } from "./told-model.js";
import type { Weekday } from "./fixed.js";
import type { Length, Outcome, Unit } from "./told.js";

/** A time of day; `zone`: the one that holds for everybody, or `null` where each user's own does. */
export interface ToldClock {
  readonly at: string;
  readonly zone: string | null;
}

/** When a strategy looks at users, its parts as finished text. */
export type ToldWhen =
  | { readonly is: "hourly"; readonly zone: string | null }
  | { readonly is: "every"; readonly day: ToldDay; readonly clock: ToldClock }
  | { readonly is: "once"; readonly date: string; readonly clock: ToldClock }
  | {
      readonly is: "dated";
      readonly shift: { readonly length: Length; readonly side: "before" | "after" } | null;
      readonly date: string;
      /** A lunar date comes once per lunar year. */
      readonly lunar: boolean;
      readonly clock: ToldClock;
    }
  | { readonly is: "happens"; readonly event: string }
  | {
      readonly is: "absence";
      readonly first: string;
      readonly then: string;
      /** The field that must be as in the first event. */
      readonly same: string | null;
      readonly within: Length;
    }
  | { readonly is: "afterPoint"; readonly length: Length; readonly point: string }
  | {
      readonly is: "state";
      readonly change: "enters" | "leaves";
      readonly state: ToldState;
      /** `null`: at once. */
      readonly clock: ToldClock | null;
    }
  | { readonly is: "stalls"; readonly process: string; readonly step: string; readonly length: Length };

export type ToldDay =
  | { readonly is: "day" | "workday" | "holiday" | "makeupWorkday" | "lastDayOfMonth" }
  | { readonly is: "weekday"; readonly weekday: Weekday }
  | { readonly is: "dayOfMonth"; readonly day: string };

export type ToldState =
  | { readonly is: "stage"; readonly of: Division; readonly lifecycle: string; readonly stage: string }
  | { readonly is: "tag"; readonly tag: string };

/** Whom a strategy reaches: users that it looks for, or the one whose event or date it is. */
export interface ToldReader {
  readonly tests: "all" | "one" | "none";
  readonly known: boolean;
}

/** Channels that are tried one after the other; the first step is due at once. */
export interface ToldLink {
  readonly wait: { readonly length: Length; readonly unless: Outcome } | null;
  readonly channels: readonly string[];
}

/** A stretch of the day; over midnight where it ends before it starts. */
export interface ToldHours {
  readonly from: string;
  readonly to: string;
  readonly overnight: boolean;
}

export type Otherwise = "skip" | "delay";

/** What a benefit gives. */
export type ToldValue =
  | { readonly is: "coupon" | "points"; readonly amount: string }
  | { readonly is: "percent"; readonly share: string; readonly upTo: string }
  | { readonly is: "free_order"; readonly upTo: string }
  | { readonly is: "gift" | "privilege" | "check_in"; readonly worth: string }
  | { readonly is: "check_in_points"; readonly amount: string }
  | { readonly is: "lottery"; readonly prizes: readonly { readonly share: string; readonly benefit: string }[] }
  | { readonly is: "referral"; readonly giver: string; readonly friend: string };

/** How much of a benefit there is. */
export type ToldStock =
  | { readonly is: "quantity" | "perUser"; readonly n: string }
  | { readonly is: "byChannel"; readonly channel: string; readonly n: string }
  | { readonly is: "budget" | "cost"; readonly amount: string }
  | { readonly is: "salt"; readonly salt: string };

export interface ToldCap {
  /** Empty: all. */
  readonly channels: readonly string[];
  readonly n: string;
  readonly window:
    | { readonly is: "per"; readonly unit: Unit; readonly starts: Weekday }
    | { readonly is: "in"; readonly length: Length; readonly exact: boolean };
}

export type Metric =
  | "opt_out_rate"
  | "failure_rate"
  | "open_rate"
  | "click_rate"
  | "conversion_rate"
  | "touches"
  | "touch_cost"
  | "benefit_cost";

export interface ToldGuard {
  readonly metric: Metric;
  readonly op: "<" | "<=" | ">" | ">=";
  readonly value: string;
  /** How many touches there must be first; `null`: none. */
  readonly after: string | null;
}

export interface ToldHoldout {
  readonly share: string;
  readonly salt: string;
}
