/**
 * The program: a checked project with every name resolved, as plain JSON data. All that runs is built from it alone.
 *
 * How values are stored, everywhere downstream (columns, constants, facts):
 *
 *   text, zone, locale   a string; unknown is `null`
 *   boolean              0 or 1
 *   integer, points      a whole number
 *   number, ratio        millionths, whole (`0.3` is 300000; `30%` too)
 *   money                minor units of its currency, whole (`20 CNY` is 2000)
 *   date                 days since 1970-01-01
 *   lunar date           100,000 × year + 1,000 × month + 100 if it is a leap month + day
 *   version              10^10 × first + 10^5 × second + third number, each below 100,000
 *   instant              milliseconds since 1970-01-01T00:00:00Z
 *   enum                 the member's place in its type, from 0
 *   span                 milliseconds
 *   unknown              `NaN` for everything that is stored as a number
 *
 * Whole numbers stay within ±(2^53 − 1); readers reject what does not.
 */
import type { Analysis, GoalOf } from "./analysis.js";
import type { Benefit } from "./benefit.js";
import type { Calendar } from "./calendar.js";
import type { Fact } from "./fact.js";
import type { Policy } from "./policy.js";
import type { OperatingPoint, Strategy, StrategySet, StrategyTag } from "./strategy.js";
import type { Num, Test, Text, Type } from "./test.js";

export type * from "./analysis.js";
export type * from "./benefit.js";
export type * from "./calendar.js";
export type * from "./fact.js";
export type * from "./policy.js";
export type * from "./strategy.js";
export type * from "./test.js";
export type * from "./when.js";

/** How many stored units make one, for the types that are stored in fractions. */
export const MILLIONTHS = 1_000_000;

/** Channel costs are finer than money: stored in 1/10,000 of a minor unit. */
export const COST_PER_MINOR = 10_000;

export interface Program {
  readonly project: ProjectSettings;
  readonly user: UserSchema;
  readonly events: readonly EventSchema[];
  /** What must be known about a user at an instant, each once, however many strategies use it. A column per fact. */
  readonly facts: readonly Fact[];
  /** The source text behind tests and values, for explanations. */
  readonly phrases: readonly Phrase[];
  readonly tags: readonly Tag[];
  readonly strategyTags: readonly StrategyTag[];
  readonly maps: readonly MapTable[];
  readonly lifecycles: readonly Lifecycle[];
  readonly channels: readonly Channel[];
  readonly benefits: readonly Benefit[];
  readonly materials: readonly Material[];
  readonly goals: readonly Goal[];
  /** `null` where no strategy asks for it. */
  readonly calendar: Calendar | null;
  readonly policy: Policy;
  readonly points: readonly OperatingPoint[];
  readonly sets: readonly StrategySet[];
  /** In order of declaration. */
  readonly strategies: readonly Strategy[];
  readonly analysis: Analysis;
}

export interface ProjectSettings {
  readonly id: string;
  readonly label: string | null;
  readonly zone: string;
  /** ISO 4217. */
  readonly currency: string;
  /** Minor units of the currency per unit: 100 for CNY, 1 for JPY. */
  readonly minor: number;
  /** 1 Monday … 7 Sunday. */
  readonly weekStarts: number;
  /** How long after its occurrence an event may arrive and still count, in milliseconds. */
  readonly settle: number;
  /** The locales that users have, BCP 47, as written; empty if the project does not say. Materials have a text for each. */
  readonly locales: readonly string[];
}

export interface Field {
  readonly id: string;
  readonly label: string | null;
  readonly type: Type;
  readonly optional: boolean;
  /** Personal data: shown only as known or unknown, except in a file that somebody asked for. */
  readonly pii: boolean;
  /** Never changes after it is first known. */
  readonly fixed: boolean;
}

export interface UserSchema {
  readonly fields: readonly Field[];
  /** The place of `id` in `fields`; its type is text and it is never optional. */
  readonly id: number;
  /** The place of the field of type zone, or `null`: then the project's zone holds for everybody. */
  readonly zone: number | null;
  /** The place of the field of type locale, or `null`. */
  readonly locale: number | null;
  /** The place of the field that says where a user came from, or `null`. */
  readonly source: number | null;
}

export interface EventSchema {
  readonly id: string;
  readonly label: string | null;
  /** Whole dates before today from which the data is complete; `null`: all of them. */
  readonly kept: number | null;
  /** The model whose scores these are, by the name of a model tag: each has one field, `value`. `null`: what users do. */
  readonly model: string | null;
  readonly fields: readonly Field[];
}

/** A piece of a source file, as written (white space folded to one blank). */
export interface Phrase {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
  readonly text: string;
}

/** A named test, or a named value. */
export interface Tag {
  readonly id: string;
  readonly label: string | null;
  readonly value:
    | { readonly is: "test"; readonly test: Test }
    | { readonly is: "num"; readonly num: Num; readonly type: Type }
    | { readonly is: "text"; readonly text: Text; readonly type: Type };
}

/** A table of values: `key` to text, or to stored quantities of `type`. Keys are distinct. */
export interface MapTable {
  readonly id: string;
  readonly label: string | null;
  readonly type: Type;
  readonly rows: readonly { readonly key: string; readonly value: string | number }[];
}

/** Users divided into named parts, of which the first whose test holds counts. Tiers of a value and groups are stages like any other. */
export interface Lifecycle {
  readonly is: "lifecycle" | "value" | "groups";
  readonly id: string;
  readonly label: string | null;
  /** Whom it is about, `null`: everybody. Nobody else is in a stage. */
  readonly of: Test | null;
  /** In order: the first whose test holds. A last one without a test takes the rest; without it, all are shown to be in one. */
  readonly stages: readonly { readonly id: string; readonly label: string | null; readonly test: Test | null }[];
}

export interface Channel {
  readonly id: string;
  readonly label: string | null;
  /** Whom the channel can reach; `null` means everybody. */
  readonly reach: Test | null;
  /** What one send costs, in 1/10,000 of the project currency's minor unit. */
  readonly cost: number;
  /** What all users together may get, by the date of sending in the project's zone. */
  readonly quota: { readonly n: number; readonly per: "day" | "week" | "month" } | null;
  /** How many characters a part of a message may have. */
  readonly limits: readonly { readonly part: string; readonly characters: number }[];
}

export interface Material {
  readonly id: string;
  readonly label: string | null;
  readonly channel: number;
  /** A template of the provider, whose parameters are filled in instead of texts. */
  readonly template: {
    readonly id: string;
    readonly parameters: readonly { readonly id: string; readonly value: Piece }[];
  } | null;
  /** One per locale, in order of declaration; the first is the fallback. */
  readonly texts: readonly { readonly locale: string; readonly parts: readonly Part[] }[];
}

/** A slot of a message, such as `title`. */
export interface Part {
  readonly id: string;
  readonly pieces: readonly Piece[];
}

export type Piece =
  | { readonly is: "words"; readonly text: string }
  /** `otherwise` stands where the value is unknown; `null` if it is always known. */
  | { readonly is: "num"; readonly value: Num; readonly type: Type; readonly otherwise: string | null }
  | { readonly is: "text"; readonly value: Text }
  /** Filled from the decision's own benefit: that which was drawn, of a lottery; that of who is touched, of a referral. */
  | { readonly is: "benefit"; readonly field: "amount" | "over" | "expires_at" };

export interface Goal {
  readonly id: string;
  readonly label: string | null;
  readonly of: GoalOf;
  /** The share of touched users who are to reach it, in millionths. */
  readonly target: number | null;
}
