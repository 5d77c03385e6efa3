/**
 * The tree of a strategy file: what was written, where, before any name is resolved.
 * Nodes are frozen, tagged by `is`, and carry the span of the text they came from.
 * A missing part is `null`; a construct of a later version is a `notYet` node, so that the rest of the file is still read.
 */
import type { Span } from "../text/span.js";
import type { Expr, Path, Pattern, SequenceStep, TextLiteral } from "./expression.js";
import type { Costs, Expectation, GoalOf, Groups, Line, Measure, Metric, TagModel, Value } from "./model.js";
import type { Label, Member, Name, NotYet, Quantity, TypeName } from "./node.js";
import type { OperatingPoint, Policy, Strategy, StrategySet, TagStrategy } from "./strategy.js";

export type * from "./expression.js";
export type * from "./model.js";
export type * from "./node.js";
export type * from "./strategy.js";

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
  | TagModel
  | TagStrategy
  | MapTable
  | Process
  | Measure
  | Lifecycle
  | Value
  | Groups
  | Channel
  | Benefit
  | Material
  | Goal
  | Metric
  | Line
  | Expectation
  | Costs
  | OperatingPoint
  | Policy
  | StrategySet
  | Strategy
  | NotYet;

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
  /** Written `calendar china`. */
  readonly calendar: Name | null;
  /** Written `locales zh-CN, en`. */
  readonly locales: readonly Name[];
  /** Written `product stage growth`. */
  readonly stage: Name | null;
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
  /** Written `kept 90 days`: older events may be missing from the data. */
  readonly kept: Quantity | null;
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

export interface TagFact {
  readonly is: "tagFact";
  readonly name: Name;
  readonly label: Label | null;
  readonly value: Expr;
  readonly span: Span;
}

/** `map upgrade { americano: cold_brew  latte: "燕麦拿铁" }`. */
export interface MapTable {
  readonly is: "map";
  readonly name: Name;
  readonly label: Label | null;
  readonly rows: readonly MapRow[];
  readonly span: Span;
}

/** Words (paths of one name) and texts; a value may also be a quantity. */
export interface MapRow {
  readonly key: Path | TextLiteral;
  readonly value: Path | TextLiteral | Quantity;
  readonly span: Span;
}

/** `process recharge { start_recharge then confirm_recharge within 1 day then enter_password }`. */
export interface Process {
  readonly is: "process";
  readonly name: Name;
  readonly label: Label | null;
  readonly first: ProcessStep;
  /** Those after the first, at most 9; none has `no`. */
  readonly steps: readonly (SequenceStep & ProcessStep)[];
  readonly span: Span;
}

/** A step goes by the name of its event, unless it has its own: `visit where page is "cart" as cart`. */
export interface ProcessStep {
  readonly pattern: Pattern;
  readonly alias: Name | null;
  readonly span: Span;
}

export interface Lifecycle {
  readonly is: "lifecycle";
  readonly name: Name;
  readonly label: Label | null;
  readonly stages: readonly Stage[];
  /** `null`: then the stages must be shown to cover everybody. */
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
  /** Written `quota 50000 per day`. */
  readonly quota: { readonly n: Quantity; readonly per: Name; readonly span: Span } | null;
  /** Written `limit title 20 characters`. */
  readonly limits: readonly { readonly part: Name; readonly characters: Quantity; readonly span: Span }[];
  readonly later: readonly NotYet[];
  readonly span: Span;
}

/** Which parts belong to which kind is for the checker to say. */
export interface Benefit {
  readonly is: "benefit";
  /** `coupon`, `free_order`, `points`, `gift`, `lottery`, `check_in`, `privilege`, `referral`: as written. */
  readonly kind: Name;
  readonly name: Name;
  readonly label: Label | null;
  /** `20 CNY off`, `10% off`, `100 points`, `worth 39 CNY`. */
  readonly amount: Quantity | null;
  /** `up to 50 CNY`, after `10% off` or `free order`. */
  readonly upTo: Quantity | null;
  /** `over 200 CNY`: what the order must reach. */
  readonly over: Quantity | null;
  /** `valid 7 days after issue`. */
  readonly valid: Quantity | null;
  /** `quantity 10000`. */
  readonly quantity: Quantity | null;
  /** `quantity 3000 by push`. */
  readonly byChannel: readonly { readonly channel: Name; readonly quantity: Quantity; readonly span: Span }[];
  /** `1 per user`. */
  readonly perUser: Quantity | null;
  /** `budget 200000 CNY`. */
  readonly budget: Quantity | null;
  /** `cost 12 CNY`: what one costs us. */
  readonly cost: Quantity | null;
  /** `salt "wheel-2026"`. */
  readonly salt: TextLiteral | null;
  /** `prize 5% hp20`. */
  readonly prizes: readonly { readonly share: Quantity; readonly benefit: Name; readonly span: Span }[];
  /** `giver hp20`, `friend p100`. */
  readonly giver: Name | null;
  readonly friend: Name | null;
  readonly later: readonly NotYet[];
  readonly span: Span;
}

export interface Material {
  readonly is: "material";
  readonly name: Name;
  readonly label: Label | null;
  readonly channel: Name;
  /** Written `for sms template "SMS_2041" { order = event.order_id }`; then there are no lines. */
  readonly template: {
    readonly id: TextLiteral;
    readonly parameters: readonly { readonly name: Name; readonly value: Expr; readonly span: Span }[];
  } | null;
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
  readonly of: GoalOf | null;
  /** `target 8%`: the share of touched users who are to reach it. */
  readonly target: Quantity | null;
  readonly later: readonly NotYet[];
  readonly span: Span;
}
