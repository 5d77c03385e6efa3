import type { Compare, PointTest } from "../syntax/tree.js";
import type { Weekday } from "./fixed.js";

/** What a value is: it decides between `before` and `less than`, `早于` and `低于`. Texts and choices have no order. */
export type Sort = "number" | "count" | "date" | "duration" | "version" | "text";

/** A length of time as written. */
export interface Length {
  readonly amount: string;
  readonly unit: string;
}

/** What a stretch of history starts or ends at; `day`: a whole local date. */
export interface ToldMoment {
  readonly text: string;
  readonly day: boolean;
}

/** A stretch of history. `exact` is for hours and minutes, which know no days. */
export type Stretch =
  | { readonly is: "ever" | "today" | "yesterday" }
  | { readonly is: "last" | "previous" | "for"; readonly length: Length; readonly exact: boolean }
  | { readonly is: "this"; readonly unit: "week" | "month" | "year"; readonly starts: Weekday }
  | { readonly is: "ago"; readonly near: Length; readonly far: Length }
  | { readonly is: "dates"; readonly from: string; readonly to: string }
  | Beside
  | { readonly is: "since"; readonly moment: ToldMoment };

/** A stretch of some length on one side of a moment. */
export interface Beside {
  readonly is: "after" | "before";
  readonly length: Length;
  readonly exact: boolean;
  readonly moment: ToldMoment;
}

/** A step after the first of a sequence. `closing`: the last one. */
export interface ToldStep {
  readonly no: boolean;
  readonly event: string;
  /** The field that must be as in the event before. */
  readonly same: string | null;
  readonly within: Length | null;
  readonly closing: boolean;
}

export interface ToldReach {
  readonly process: string;
  readonly step: string;
  readonly butNot: string | null;
  /** `butNot` is the very next step. */
  readonly isNext: boolean;
  readonly stretch: Stretch;
}

/** What a fallback is for: events that never were, a text or a choice, an amount. */
export type FallbackKind = "never" | "text" | "number";

export type Often =
  | { readonly is: "once" }
  | { readonly is: "times"; readonly least: number; readonly most: number | null }
  | { readonly is: "days"; readonly least: number };

export type Ago = (PointTest["test"] & { readonly is: "ago" })["bound"];
export type Operator = Compare["op"] | "=" | "!=";
export type Junction = "and" | "or";
export type Mark = "optional" | "pii" | "fixed" | "source";
export type TargetAim = "acquisition" | "activation" | "retention" | "revenue" | "referral" | "ripen" | "retain";
export type HypothesisState = "untested" | "testing" | "verified" | "rejected";
export type ProductStage = "cold_start" | "growth" | "mature" | "decline";
export type Purpose = "marketing" | "service";
export type Outcome = "opened" | "clicked" | "delivered";
export type Unit = "day" | "week" | "month";
/** The parts of a benefit that the text of a message may show. */
export type BenefitPart = "amount" | "over" | "expires_at";
