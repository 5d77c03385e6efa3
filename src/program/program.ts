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
 *   instant              milliseconds since 1970-01-01T00:00:00Z
 *   enum                 the member's place in its type, from 0
 *   span                 milliseconds
 *   unknown              `NaN` for everything that is stored as a number
 *
 * Whole numbers stay within ±(2^53 − 1); readers reject what does not.
 */
import type { Fact } from "./fact.js";
import type { Num, Test, Text, Type } from "./test.js";

export type * from "./fact.js";
export type * from "./test.js";

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
  readonly maps: readonly MapTable[];
  readonly lifecycles: readonly Lifecycle[];
  readonly channels: readonly Channel[];
  readonly benefits: readonly Benefit[];
  readonly materials: readonly Material[];
  readonly goals: readonly Goal[];
  /** In order of declaration. */
  readonly strategies: readonly Strategy[];
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
}

export interface EventSchema {
  readonly id: string;
  readonly label: string | null;
  /** Whole dates before today from which the data is complete; `null`: all of them. */
  readonly kept: number | null;
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

export interface Lifecycle {
  readonly id: string;
  readonly label: string | null;
  /** In order: the first whose test holds. The last has no test: it is the `otherwise`. */
  readonly stages: readonly { readonly id: string; readonly label: string | null; readonly test: Test | null }[];
}

export interface Channel {
  readonly id: string;
  readonly label: string | null;
  /** Whom the channel can reach; `null` means everybody. */
  readonly reach: Test | null;
  /** What one send costs, in 1/10,000 of the project currency's minor unit. */
  readonly cost: number;
}

export type Benefit =
  /** `amount` and `over` in minor units of the project's currency. */
  | {
      readonly is: "coupon";
      readonly id: string;
      readonly label: string | null;
      readonly amount: number;
      readonly over: number | null;
      readonly valid: Validity | null;
    }
  | {
      readonly is: "points";
      readonly id: string;
      readonly label: string | null;
      readonly amount: number;
      readonly valid: Validity | null;
    };

/** Days, weeks, months and years run to the end of the local day; hours and minutes are exact. */
export type Validity =
  | { readonly unit: "day" | "month"; readonly n: number }
  | { readonly unit: "ms"; readonly n: number };

export interface Material {
  readonly id: string;
  readonly label: string | null;
  readonly channel: number;
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
  /** Filled from the decision's own benefit. */
  | { readonly is: "benefit"; readonly field: "amount" | "over" | "expires_at" };

export interface Goal {
  readonly id: string;
  readonly label: string | null;
  readonly event: number;
  readonly where: Test | null;
}

export interface Strategy {
  readonly id: string;
  readonly label: string | null;
  readonly aim: string | null;
  readonly when: When;
  /** All must hold; a refusal names the first that does not, counted from 1. Empty: everybody. */
  readonly who: readonly Test[];
  readonly repeat: Repeat;
  /** In order of preference; at least one. */
  readonly channels: readonly number[];
  readonly benefit: number | null;
  /** One per channel of the chain, in its order; `null` where the channel carries no text. */
  readonly materials: readonly (number | null)[];
  readonly goal: { readonly goal: number; readonly within: Validity } | null;
  /** 0 to 100; higher goes first. */
  readonly priority: number;
  /** Where the strategy is declared. */
  readonly said: number;
}

/** `minute`: minutes after local midnight. `weekday`: 1 Monday … 7 Sunday. `date`: days since 1970-01-01. */
export type When =
  | { readonly is: "every"; readonly weekday: number | null; readonly minute: number }
  | { readonly is: "once"; readonly date: number; readonly minute: number };

/** `after`: whole days or months between the occurrence's local date and that of the last touch. */
export type Repeat =
  | { readonly is: "never" | "always" }
  | { readonly is: "after"; readonly unit: "day" | "month"; readonly n: number };
