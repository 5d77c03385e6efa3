import type { ShownType } from "../diagnostic/type-words.js";
import type { Aggregate, Arithmetic, Compare, PointTest } from "../syntax/tree.js";
import type { Shown } from "./catalogue.js";
import type { Sign } from "../calendar/sign.js";
import type { Weekday } from "./fixed.js";

/** What a value is: it decides between `before` and `less than`, `早于` and `低于`. Texts and choices have no order. */
export type Sort = "number" | "count" | "date" | "duration" | "text";

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
export type Aim = "acquisition" | "activation" | "retention" | "revenue" | "referral";
export type DeclarationKind =
  | "project"
  | "event"
  | "tag"
  | "map"
  | "process"
  | "lifecycle"
  | "coupon"
  | "points"
  | "channel"
  | "material"
  | "goal"
  | "strategy";

/** The parts of a benefit that the text of a message may show. */
export type BenefitPart = "amount" | "over" | "expires_at";

export interface CouponTerms {
  readonly amount: string;
  readonly over: string | null;
  readonly valid: Length | null;
}

/**
 * How each construct is said in one language. Every function is given its parts as finished text. What is said of two
 * different parts must differ: people check meaning by it.
 */
export interface ReadWording {
  // Names and literals.
  /** The name of something declared, in quotation marks. */
  readonly name: (shown: Shown) => string;
  /** The name of a field or of a choice: bare where it cannot be taken for our own words. */
  readonly word: (shown: Shown) => string;
  readonly text: (text: string) => string;
  readonly boolean: (value: boolean) => string;
  readonly quantity: (amount: string, unit: string | null) => string;

  // Values.
  readonly userField: (field: string) => string;
  /** The stage in which the user is. */
  readonly stageOf: (lifecycle: string) => string;
  readonly benefitPart: (part: BenefitPart) => string;
  /** A tag that is a value. */
  readonly tag: (name: string) => string;
  readonly event: (name: string, where: string | null) => string;
  readonly point: (nth: number | "last", event: string) => string;
  readonly aggregate: (
    fn: Aggregate["fn"],
    event: string,
    field: string | null,
    stretch: Stretch,
    sort: Sort,
  ) => string;
  readonly timeSince: (moment: string) => string;
  readonly fieldOf: (field: string, point: string) => string;
  /** What a map gives for a value. */
  readonly mapped: (map: string, value: string) => string;
  readonly zodiac: (calendar: "western" | "chinese", date: string) => string;
  readonly sign: (sign: Sign) => string;
  /** `compound`: the value is a calculation, so that the remark must hold for all of it. */
  readonly ifUnknown: (value: string, fallback: string, kind: FallbackKind, compound: boolean) => string;
  readonly arithmetic: (left: string, op: Arithmetic["op"], right: string) => string;
  readonly bracket: (text: string) => string;

  // Tests.
  readonly compare: (left: string, op: Operator, right: string, sort: Sort) => string;
  readonly counted: (event: string, stretch: Stretch, op: Operator, count: string) => string;
  readonly flag: (value: string, negated: boolean, flag: boolean) => string;
  readonly stage: (lifecycle: string, negated: boolean, stages: readonly string[]) => string;
  readonly oneOf: (value: string, negated: boolean, list: readonly string[]) => string;
  readonly known: (value: string, negated: boolean) => string;
  readonly between: (value: string, low: string, high: string, sort: Sort) => string;
  readonly contains: (value: string, part: string) => string;
  readonly has: (tag: string, negated: boolean) => string;
  readonly did: (event: string, often: Often, stretch: Stretch, negated: boolean) => string;
  readonly streak: (event: string, days: number, ending: "today" | "yesterday", negated: boolean) => string;
  /** `text` did happen, and the other event not from the window's start to now. */
  readonly without: (text: string, event: string) => string;
  readonly sequence: (stretch: Stretch, first: string, steps: readonly ToldStep[]) => string;
  readonly reached: (reach: ToldReach) => string;
  readonly wasAgo: (moment: string, bound: Ago, length: Length) => string;
  readonly wasIn: (moment: string, stretch: Stretch) => string;
  /** There is such an event, whenever it was. */
  readonly happenedAtAll: (point: string, negated: boolean) => string;
  /** A date or an instant is not in the future. */
  readonly hasPassed: (moment: string) => string;
  readonly not: (test: string) => string;
  /** How many cells of joined tests still read well on one line. */
  readonly line: number;
  readonly joined: (parts: readonly string[], by: Junction) => string;
  /** The head of a list of tests. */
  readonly listed: (by: Junction, negated: boolean) => string;

  // Declarations.
  /** `id` is `null` where it is the name already. */
  readonly title: (kind: DeclarationKind, name: string, id: string | null) => string;
  readonly colon: string;
  readonly comma: string;
  readonly stop: string;
  /** `ownZones`: users have zones of their own, and the project's holds where that is unknown. */
  readonly project: (
    zone: string,
    ownZones: boolean,
    currency: string,
    weekStarts: Weekday,
    settle: Length | null,
  ) => string;
  readonly userFields: string;
  /** After the title. */
  readonly eventFields: string;
  readonly noFields: string;
  readonly field: (name: string, id: string | null, type: string, marks: readonly Mark[]) => string;
  readonly type: (type: ShownType) => string;
  readonly choices: (members: readonly string[]) => string;
  readonly lifecycleHead: string;
  readonly mapHead: string;
  readonly mapRow: (key: string, value: string) => string;
  readonly processHead: string;
  /** A step after the first of a process. */
  readonly step: (step: ToldStep) => string;
  /** A step that goes by a name of its own. */
  readonly called: (step: string, name: string) => string;
  /** Older events may be missing. */
  readonly kept: (length: Length) => string;
  /** A name with its id, if that is another text. */
  readonly withId: (name: string, id: string | null) => string;
  readonly otherwise: string;
  readonly reachAll: string;
  readonly reachIf: string;
  /** Before how far the channel reaches. */
  readonly cost: (amount: string) => string;
  readonly coupon: (terms: CouponTerms) => string;
  readonly points: (amount: string, valid: Length | null) => string;
  readonly materialFor: (channel: string) => string;
  readonly materialLine: (locale: string, part: string, text: string) => string;
  /** Who gets the texts of the first locale: users of any other language, or all if no language is recorded. */
  readonly fallbackLocale: (locale: string, recorded: boolean) => string;
  readonly goal: (event: string) => string;

  // Strategies.
  /** `zone`: the one that holds for everybody, or `null` where each user's own does. */
  readonly every: (weekday: Weekday | null, clock: string, zone: string | null) => string;
  readonly once: (date: string, clock: string, zone: string | null) => string;
  /** Whom the strategy reaches, after when. */
  readonly who: (when: string, which: "all" | "one" | "everybody") => string;
  readonly channels: (names: readonly string[]) => string;
  readonly benefit: (name: string, terms: string) => string;
  readonly noBenefit: string;
  readonly materials: (names: readonly string[]) => string;
  readonly repeat: (rule: "never" | "always" | Length) => string;
  readonly goalWithin: (goal: string, event: string, within: Length) => string;
  readonly rank: (aim: Aim | null, priority: string | null) => string;
}
