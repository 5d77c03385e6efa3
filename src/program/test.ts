/** Tests and values over the columns of a frame. Stored forms: see `program.ts`. */

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
        | "lunarDate"
        | "version"
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
  /** Unknown unless the test holds. */
  | { readonly is: "when"; readonly test: Test; readonly value: Num }
  /** Inside the `where` of a fact: a field of the user's profile. */
  | { readonly is: "profile"; readonly field: number; readonly per: number }
  /** Inside the `where` of a fact: a field of the event that triggered the occurrence; unknown where none did. */
  | { readonly is: "trigger"; readonly field: number; readonly per: number }
  /** The user's stage: its place in the lifecycle; unknown for those it is not about. */
  | { readonly is: "stage"; readonly lifecycle: number }
  /** The value of a tag that is a number, a choice, a date …. */
  | { readonly is: "tag"; readonly tag: number }
  /** What a map of quantities gives for a key; unknown without a row. */
  | { readonly is: "lookup"; readonly map: number; readonly key: MapKey }
  /** The sign of a date, from 0: Aries, or the Rat; the Chinese one unknown for dates outside its table. */
  | { readonly is: "zodiac"; readonly calendar: "western" | "chinese"; readonly date: Num }
  /** A date moved by whole months, clamped to the month's end. */
  | { readonly is: "shiftMonths"; readonly date: Num; readonly months: number };

export type Text =
  | { readonly is: "constant"; readonly text: string }
  | { readonly is: "column"; readonly column: number }
  /** Inside the `where` of a fact: a field of the user's profile. */
  | { readonly is: "profile"; readonly field: number }
  /** Inside the `where` of a fact: a field of the event that triggered the occurrence; unknown where none did. */
  | { readonly is: "trigger"; readonly field: number }
  | { readonly is: "tag"; readonly tag: number }
  | { readonly is: "lookup"; readonly map: number; readonly key: MapKey }
  | { readonly is: "ifUnknown"; readonly value: Text; readonly otherwise: Text }
  /** Unknown unless the test holds. */
  | { readonly is: "when"; readonly test: Test; readonly value: Text };

/** Looked up by text, or by the id of an enum's member. */
export type MapKey =
  | { readonly is: "text"; readonly text: Text }
  | { readonly is: "enum"; readonly value: Num; readonly members: readonly string[] };
