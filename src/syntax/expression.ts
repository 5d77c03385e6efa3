/** Tests and values, as written. They share one node type; the checker tells them apart. */
import type { Span } from "../text/span.js";
import type { Length, Name, NotYet, Quantity } from "./node.js";

export type Expr =
  | And
  | Or
  | Not
  | Compare
  | Is
  | OneOf
  | Known
  | Between
  | Contains
  | IfUnknown
  | Arithmetic
  | Has
  | Did
  | Sequence
  | Reached
  | PointTest
  | TimeSince
  | Aggregate
  | FieldOf
  | MapOf
  | Zodiac
  | Path
  | Quantity
  | TextLiteral
  | BooleanLiteral
  | DateLiteral
  | NotYet;

export interface And {
  readonly is: "and";
  /** At least two. */
  readonly parts: readonly Expr[];
  readonly span: Span;
}

export interface Or {
  readonly is: "or";
  readonly parts: readonly Expr[];
  readonly span: Span;
}

export interface Not {
  readonly is: "not";
  readonly operand: Expr;
  readonly span: Span;
}

export interface Compare {
  readonly is: "compare";
  readonly op: "<" | "<=" | ">" | ">=";
  readonly left: Expr;
  readonly right: Expr;
  readonly span: Span;
}

/** `a is b`, `a is not b`: the only equality. */
export interface Is {
  readonly is: "equal";
  readonly negated: boolean;
  readonly left: Expr;
  readonly right: Expr;
  readonly span: Span;
}

/** `a is [not] one of (b, c)`. */
export interface OneOf {
  readonly is: "oneOf";
  readonly negated: boolean;
  readonly operand: Expr;
  readonly list: readonly Expr[];
  readonly span: Span;
}

/** `a is [not] known`. */
export interface Known {
  readonly is: "known";
  readonly negated: boolean;
  readonly operand: Expr;
  readonly span: Span;
}

/** `a between b and c`: both ends belong. */
export interface Between {
  readonly is: "between";
  readonly operand: Expr;
  readonly low: Expr;
  readonly high: Expr;
  readonly span: Span;
}

export interface Contains {
  readonly is: "contains";
  readonly operand: Expr;
  readonly part: Expr;
  readonly span: Span;
}

/** `a if unknown b`. */
export interface IfUnknown {
  readonly is: "ifUnknown";
  readonly operand: Expr;
  readonly fallback: Expr;
  readonly span: Span;
}

export interface Arithmetic {
  readonly is: "arithmetic";
  readonly op: "+" | "-" | "*" | "/";
  readonly left: Expr;
  readonly right: Expr;
  readonly span: Span;
}

export interface Has {
  readonly is: "has";
  readonly tag: Name;
  readonly span: Span;
}

/** `did [not] <pattern> [frequency] [window] [without <pattern>]`. */
export interface Did {
  readonly is: "did";
  readonly negated: boolean;
  readonly pattern: Pattern;
  readonly frequency: Frequency | null;
  readonly window: Window | null;
  readonly without: Pattern | null;
  readonly span: Span;
}

/** An event, optionally with a test of its own fields. */
export interface Pattern {
  readonly event: Name;
  readonly where: Expr | null;
  readonly span: Span;
}

export type Frequency =
  /** `at least 3 times` (most null), `exactly 3 times` (least = most), `between 1 and 3 times`. */
  | { readonly is: "times"; readonly least: number; readonly most: number | null; readonly span: Span }
  /** `on at least 3 days`. */
  | { readonly is: "days"; readonly least: number; readonly span: Span }
  /** `on 3 consecutive days ending yesterday`: brings its own window. */
  | { readonly is: "streak"; readonly days: number; readonly ending: "today" | "yesterday"; readonly span: Span };

export type Window =
  | { readonly is: "ever" | "today" | "yesterday"; readonly span: Span }
  | { readonly is: "last" | "previous" | "for"; readonly length: Length; readonly span: Span }
  /** `this week`, `this month`, `this year`. */
  | { readonly is: "this"; readonly unit: "week" | "month" | "year"; readonly span: Span }
  /** `between 8 days and 14 days ago`. */
  | { readonly is: "ago"; readonly near: Length; readonly far: Length; readonly span: Span }
  /** `from 2026-06-01 to 2026-06-18`. */
  | { readonly is: "dates"; readonly from: DateLiteral; readonly to: DateLiteral; readonly span: Span }
  /** `within 7 days after user.registered_at`, `within 2 hours before last pay`. */
  | {
      readonly is: "within";
      readonly length: Length;
      readonly side: "after" | "before";
      readonly moment: Moment;
      readonly span: Span;
    }
  /** `since 1st pay`. */
  | { readonly is: "since"; readonly moment: Moment; readonly span: Span }
  | NotYet;

/** What a stretch of time starts or ends at: an event, a date or an instant of the profile, or a date. */
export type Moment = Point | Path | DateLiteral;

/** `last <pattern>`, `1st <pattern>`, `2nd <pattern>`: one event, in total order. */
export interface Point {
  readonly is: "point";
  readonly nth: number | "last";
  readonly pattern: Pattern;
  readonly span: Span;
}

/** `did [not] sequence in the last 7 days { view then order with same product_id within 2 days then no pay }`. */
export interface Sequence {
  readonly is: "sequence";
  readonly negated: boolean;
  readonly window: Window | null;
  readonly first: Pattern;
  /** What comes after the first, at most 9. */
  readonly steps: readonly SequenceStep[];
  readonly span: Span;
}

/** `then [no] <pattern> [with same <field>] [within <length>]`. */
export interface SequenceStep {
  /** `then no`: it must not follow. */
  readonly no: boolean;
  readonly pattern: Pattern;
  /** The field whose value is that of the event before. */
  readonly same: Name | null;
  readonly within: Quantity | null;
  readonly span: Span;
}

/** `reached confirm of recharge in the last 7 days but not password`: steps of a `process`. */
export interface Reached {
  readonly is: "reached";
  readonly step: Name;
  readonly process: Name;
  readonly window: Window | null;
  readonly butNot: Name | null;
  readonly span: Span;
}

/** `last order was at least 30 days ago`, `user.registered_at was in the last 7 days`, `2nd pay within 30 days after 1st pay`. */
export interface PointTest {
  readonly is: "pointTest";
  readonly moment: Point | Path;
  readonly test:
    | { readonly is: "ago"; readonly bound: "at least" | "at most"; readonly length: Length }
    | { readonly is: "window"; readonly window: Window };
  readonly span: Span;
}

/** `time since last pay`, `time since user.registered_at`. */
export interface TimeSince {
  readonly is: "timeSince";
  readonly moment: Point | Path;
  readonly span: Span;
}

/**
 * `count of pay ever`, `sum of pay.amount where … in the last 30 days`, `count of distinct view.category`, `count of days with pay`,
 * `most frequent of order.drink`; `of` is the event, `field` absent for `count` and `countDays`.
 */
export interface Aggregate {
  readonly is: "aggregate";
  readonly fn: "count" | "countDistinct" | "countDays" | "sum" | "average" | "min" | "max" | "mostFrequent";
  readonly of: Name;
  readonly field: Name | null;
  readonly where: Expr | null;
  readonly window: Window | null;
  readonly span: Span;
}

/** `amount of last pay`: a field of one event. */
export interface FieldOf {
  readonly is: "fieldOf";
  readonly field: Name;
  readonly point: Point;
  readonly span: Span;
}

/** `upgrade of favourite`: what a `map` gives for a value; unknown where it has no row. */
export interface MapOf {
  readonly is: "mapOf";
  readonly map: Name;
  readonly operand: Expr;
  readonly span: Span;
}

/** `zodiac of user.birthday`, `chinese zodiac of user.birthday`. */
export interface Zodiac {
  readonly is: "zodiac";
  readonly calendar: "western" | "chinese";
  readonly operand: Expr;
  readonly span: Span;
}

/** `user.city`, `category`, `buyer`, `headphones`, `benefit.amount`: dotted names, resolved by the checker. */
export interface Path {
  readonly is: "path";
  readonly names: readonly Name[];
  readonly span: Span;
}

export interface TextLiteral {
  readonly is: "text";
  readonly text: string;
  readonly span: Span;
}

export interface BooleanLiteral {
  readonly is: "boolean";
  readonly value: boolean;
  readonly span: Span;
}

/** `2026-11-10`. */
export interface DateLiteral {
  readonly is: "date";
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly span: Span;
}
