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

export type Type =
  | {
      readonly is:
        | "text"
        | "zone"
        | "locale"
        | "boolean"
        | "integer"
        | "number"
        | "ratio"
        | "points"
        | "date"
        | "instant"
        | "span"
        | "period";
    }
  | {
      readonly is: "money";
      readonly currency: string /** Minor units per unit: 100 for CNY, 1 for JPY. */;
      readonly minor: number;
    }
  | { readonly is: "enum"; readonly members: readonly Member[] };

export interface Member {
  readonly id: string;
  readonly label: string | null;
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
  readonly fields: readonly Field[];
}

/** A stretch of history that ends at or before now; `n` whole units. Bounds: `windowBounds` in the facts room. */
export type Window =
  | { readonly is: "ever" }
  /** `last`: today and the n−1 dates before it, up to now. `previous`: n whole dates, ending with yesterday. `for`: n whole dates and today up to now. */
  | { readonly is: "last" | "previous" | "for"; readonly unit: "day" | "month"; readonly n: number }
  /** The last `ms` milliseconds, both ends included. */
  | { readonly is: "span"; readonly ms: number };

/** What must be known about a user at an instant. */
export type Fact =
  /** The instant of the decision. */
  | { readonly is: "now" }
  /** The local date of now, in the user's zone. */
  | { readonly is: "today" }
  /** A field of the profile, by place. */
  | { readonly is: "profile"; readonly field: number }
  /** Of the visible events of one kind, in a window, that pass `where`: */
  | EventFact;

export type EventFact =
  /** how many; on how many distinct local dates; the instant, or the local date, of the latest (unknown if none). */
  | {
      readonly is: "count" | "days" | "lastInstant" | "lastDate";
      readonly event: number;
      readonly where: Test | null;
      readonly window: Window;
    }
  /** over a field's known values: how many; their total (0 if none); the least and the greatest (unknown if none). */
  | {
      readonly is: "countKnown" | "sum" | "min" | "max";
      readonly event: number;
      readonly field: number;
      readonly where: Test | null;
      readonly window: Window;
    };

/** A piece of a source file, as written (white space folded to one blank). */
export interface Phrase {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
  readonly text: string;
}

/**
 * A test: two-valued for every user. `column` numbers in it name facts in a `who`, a tag, a stage, a reach;
 * inside the `where` of a fact they name fields of the event. `said` is a place in `phrases`.
 */
export type Test =
  | { readonly is: "and" | "or"; readonly parts: readonly Test[]; readonly said: number }
  | { readonly is: "not"; readonly part: Test; readonly said: number }
  /** False when a side is unknown. `type` tells how to show both sides. */
  | {
      readonly is: "compare";
      readonly op: Op;
      readonly left: Num;
      readonly right: Num;
      readonly type: Type;
      readonly said: number;
    }
  | { readonly is: "sameText"; readonly left: Text; readonly right: Text; readonly said: number }
  | { readonly is: "contains"; readonly text: Text; readonly part: Text; readonly said: number }
  | {
      readonly is: "oneOfNum";
      readonly value: Num;
      /** Stored values of `type`: members' places, minor units, millionths … */
      readonly list: readonly number[];
      readonly type: Type;
      readonly said: number;
    }
  | { readonly is: "oneOfText"; readonly value: Text; readonly list: readonly string[]; readonly said: number }
  | { readonly is: "knownNum"; readonly value: Num; readonly type: Type; readonly said: number }
  | { readonly is: "knownText"; readonly value: Text; readonly said: number }
  /** A named tag holds. */
  | { readonly is: "tag"; readonly tag: number; readonly said: number };

export type Op = "<" | "<=" | ">" | ">=" | "=" | "!=";

/**
 * A value that compares as an exact rational number; unknown if anything it needs is unknown, or a divisor is 0.
 * A column's stored whole number stands for `stored / per`: `per` is `MILLIONTHS` for number and ratio, and 1 for every other
 * type. So a value of type money counts minor units, a span milliseconds, a date days, and `30%` is 3/10.
 */
export type Num =
  | { readonly is: "constant"; readonly n: number; readonly d: number }
  | { readonly is: "column"; readonly column: number; readonly per: number }
  | { readonly is: "plus" | "minus" | "times" | "over"; readonly left: Num; readonly right: Num }
  | { readonly is: "ifUnknown"; readonly value: Num; readonly otherwise: Num }
  /** The user's stage: its place in the lifecycle. */
  | { readonly is: "stage"; readonly lifecycle: number }
  /** A date moved by whole months, clamped to the month's end. */
  | { readonly is: "shiftMonths"; readonly date: Num; readonly months: number };

export type Text =
  | { readonly is: "constant"; readonly text: string }
  | { readonly is: "column"; readonly column: number }
  | { readonly is: "ifUnknown"; readonly value: Text; readonly otherwise: Text };

export interface Tag {
  readonly id: string;
  readonly label: string | null;
  readonly test: Test;
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
  | { readonly is: "num"; readonly value: Num; readonly type: Type }
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
