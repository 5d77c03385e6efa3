/**
 * The tree of a strategy file: what was written, where, before any name is resolved.
 * Nodes are frozen, tagged by `is`, and carry the span of the text they came from.
 * A missing part is `null`; a construct of a later version is a `notYet` node, so that the rest of the file is still read.
 */
import type { Span } from "../text/span.js";

/** An identifier: back-quotes removed, NFC. */
export interface Name {
  readonly text: string;
  readonly span: Span;
}

/** A label string, as shown to people; quotes removed, escapes resolved. */
export interface Label {
  readonly text: string;
  readonly span: Span;
}

export interface File {
  readonly file: string;
  readonly declarations: readonly Declaration[];
  readonly comments: readonly Comment[];
}

export interface Comment {
  /** With its `//`. */
  readonly text: string;
  readonly span: Span;
}

export type Declaration =
  | Project
  | User
  | Event
  | TagFact
  | Lifecycle
  | Channel
  | Benefit
  | Material
  | Goal
  | Strategy
  | NotYet;

/** A construct that the language has but this version does not: `construct` is the phrase to show, such as `split`. */
export interface NotYet {
  readonly is: "notYet";
  readonly construct: string;
  readonly span: Span;
}

export interface Project {
  readonly is: "project";
  readonly name: Name;
  readonly label: Label | null;
  /** Written `time zone Asia/Shanghai`; the text is as written. */
  readonly zone: Name | null;
  readonly currency: Name | null;
  readonly weekStarts: Name | null;
  /** Written `settle after 10 minutes`. */
  readonly settle: Quantity | null;
  readonly later: readonly NotYet[];
  readonly span: Span;
}

export interface User {
  readonly is: "user";
  readonly fields: readonly FieldDeclaration[];
  readonly span: Span;
}

export interface Event {
  readonly is: "event";
  readonly name: Name;
  readonly label: Label | null;
  readonly fields: readonly FieldDeclaration[];
  readonly span: Span;
}

export interface FieldDeclaration {
  readonly name: Name;
  readonly type: TypeName;
  /** `?` after the type: the value may be unknown. */
  readonly optional: boolean;
  readonly label: Label | null;
  /** The words after the type: `pii`, `fixed`, `source`. */
  readonly marks: readonly Name[];
  readonly span: Span;
}

export type TypeName =
  | {
      readonly is: "word" /** `text`, `time zone`, `CNY` … as written, words joined by one blank. */;
      readonly name: Name;
    }
  | { readonly is: "oneOf"; readonly members: readonly Member[]; readonly span: Span }
  | NotYet;

export interface Member {
  readonly name: Name;
  readonly label: Label | null;
}

export interface TagFact {
  readonly is: "tagFact";
  readonly name: Name;
  readonly label: Label | null;
  readonly value: Expr;
  readonly span: Span;
}

export interface Lifecycle {
  readonly is: "lifecycle";
  readonly name: Name;
  readonly label: Label | null;
  readonly stages: readonly Stage[];
  readonly otherwise: Member | null;
  readonly later: readonly NotYet[];
  readonly span: Span;
}

export interface Stage {
  readonly name: Name;
  readonly label: Label | null;
  readonly when: Expr;
  readonly span: Span;
}

export interface Channel {
  readonly is: "channel";
  readonly name: Name;
  readonly label: Label | null;
  /** Written `reach if <test>`. */
  readonly reach: Expr | null;
  /** Written `cost 0.05 CNY`. */
  readonly cost: Quantity | null;
  readonly later: readonly NotYet[];
  readonly span: Span;
}

export interface Benefit {
  readonly is: "benefit";
  readonly kind: "coupon" | "points";
  readonly name: Name;
  readonly label: Label | null;
  /** `20 CNY off`, or `100 points`. */
  readonly amount: Quantity | null;
  /** `over 200 CNY`: what the order must reach; coupons only. */
  readonly over: Quantity | null;
  /** `valid 7 days after issue`. */
  readonly valid: Quantity | null;
  readonly later: readonly NotYet[];
  readonly span: Span;
}

export interface Material {
  readonly is: "material";
  readonly name: Name;
  readonly label: Label | null;
  readonly channel: Name;
  readonly lines: readonly MaterialLine[];
  readonly later: readonly NotYet[];
  readonly span: Span;
}

/** One line of a material: `zh-CN title "{user.nickname if unknown '朋友'}，降价啦"`. */
export interface MaterialLine {
  /** A BCP 47 language tag, as written. */
  readonly locale: Name;
  /** `title`, `body`: the slot of the channel that this text fills. */
  readonly part: Name;
  readonly pieces: readonly Piece[];
  readonly span: Span;
}

export type Piece =
  | { readonly is: "words"; readonly text: string; readonly span: Span }
  | { readonly is: "hole"; readonly value: Expr; readonly span: Span };

export interface Goal {
  readonly is: "goal";
  readonly name: Name;
  readonly label: Label | null;
  /** Written `did pay where … after touch`. */
  readonly pattern: Pattern | null;
  readonly later: readonly NotYet[];
  readonly span: Span;
}

/** A clause that occurs twice in a strategy is reported while reading; the first one stays. */
export interface Strategy {
  readonly is: "strategy";
  readonly name: Name;
  readonly label: Label | null;
  readonly aim: Name | null;
  readonly when: When | null;
  readonly who: Expr | null;
  readonly repeat: Repeat | null;
  /** `channel push then sms`: in order of preference. */
  readonly channels: readonly Name[];
  readonly benefit: BenefitClause | null;
  readonly materials: readonly Name[];
  readonly goal: GoalClause | null;
  readonly priority: Quantity | null;
  readonly later: readonly NotYet[];
  readonly span: Span;
}

export type When =
  | {
      readonly is: "every" /** A weekday, or `null` for every day. */;
      readonly day: Name | null;
      readonly at: Clock | null;
      readonly span: Span;
    }
  | { readonly is: "once"; readonly date: DateLiteral; readonly at: Clock; readonly span: Span }
  | NotYet;

/** `at 10:00`, in the user's zone. */
export interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly span: Span;
}

export interface Repeat {
  readonly rule: "never" | "always" | Quantity;
  readonly span: Span;
}

export type BenefitClause =
  | { readonly is: "none"; readonly span: Span }
  | { readonly is: "named"; readonly name: Name };

export interface GoalClause {
  readonly name: Name;
  readonly within: Quantity | null;
  readonly span: Span;
}

// Expressions: tests and values share one node type; the checker tells them apart.

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
  | PointTest
  | TimeSince
  | Aggregate
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

/** `did [not] <pattern> [frequency] [window]`. */
export interface Did {
  readonly is: "did";
  readonly negated: boolean;
  readonly pattern: Pattern;
  readonly frequency: Frequency | null;
  readonly window: Window | null;
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
  | { readonly is: "ever"; readonly span: Span }
  | { readonly is: "last" | "previous" | "for"; readonly length: Quantity; readonly span: Span }
  | NotYet;

/** `last <pattern>`. */
export interface Point {
  readonly pattern: Pattern;
  readonly span: Span;
}

/** `last order was at least 30 days ago`, `last order was in the last 7 days`. */
export interface PointTest {
  readonly is: "pointTest";
  readonly point: Point;
  readonly test:
    | { readonly is: "ago"; readonly bound: "at least" | "at most"; readonly length: Quantity }
    | { readonly is: "window"; readonly window: Window };
  readonly span: Span;
}

/** `time since last pay`. */
export interface TimeSince {
  readonly is: "timeSince";
  readonly point: Point;
  readonly span: Span;
}

/** `count of pay ever`, `sum of pay.amount where … in the last 30 days`; `of` is the event, `field` absent for counts. */
export interface Aggregate {
  readonly is: "aggregate";
  readonly fn: "count" | "sum" | "average" | "min" | "max";
  readonly of: Name;
  readonly field: Name | null;
  readonly where: Expr | null;
  readonly window: Window | null;
  readonly span: Span;
}

/** `user.city`, `category`, `buyer`, `headphones`, `benefit.amount`: dotted names, resolved by the checker. */
export interface Path {
  readonly is: "path";
  readonly names: readonly Name[];
  readonly span: Span;
}

/** A number with its unit: `7 days`, `20 CNY`, `30%`, `200 points`; a bare number has unit `null`. */
export interface Quantity {
  readonly is: "quantity";
  /** Decimal digits as written, folded to ASCII, underscores removed; may carry a leading `-`. */
  readonly amount: string;
  /** Singular time units (`day`, `hour` …), `%`, `points`, or a currency code; `null` for a bare number. */
  readonly unit: string | null;
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
