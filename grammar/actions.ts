import type { IToken } from "chevrotain";
import type * as tree from "../src/syntax/tree.js";

/** A token, or nothing where an optional part is not written. */
export type Maybe = IToken | undefined;

/** A value with the tokens that it spans, its brackets included. */
export interface Operand {
  readonly value: tree.Expr;
  readonly a: IToken;
  readonly z: IToken;
}

/** What may follow a value to make a test of it. */
export type Relation =
  | { readonly is: "order"; readonly operator: IToken; readonly right: tree.Expr }
  | { readonly is: "range"; readonly low: tree.Expr; readonly high: tree.Expr }
  | { readonly is: "contains"; readonly part: tree.Expr }
  | { readonly is: "dated"; readonly dating: Dating }
  | { readonly is: "equality"; readonly operator: IToken; readonly not: Maybe; readonly complement: Complement };

/** What is said of a moment: how long ago it was, or the window that it lies in. */
export type Dating = tree.PointTest["test"] | tree.NotYet;

/** A part of a row joined by `of`: a path (a map or a field, unless it is the last), a sign, an event, a value. */
export interface Link {
  readonly value: tree.Expr | tree.Point | tree.Zodiac["calendar"];
  readonly a: IToken;
  readonly z: IToken;
}

/** What may follow `is`. */
export type Complement =
  | { readonly is: "known" }
  | { readonly is: "oneOf"; readonly list: tree.Expr[] }
  | { readonly is: "value"; readonly right: tree.Expr };

/** What the head of a declaration says: everything before its block. */
export interface Head {
  readonly kind:
    | "project"
    | "user"
    | "event"
    | "map"
    | "process"
    | "lifecycle"
    | "channel"
    | "benefit"
    | "material"
    | "strategy";
  readonly name: IToken | null;
  readonly label: Maybe;
  /** The kind of a benefit, the channel of a material. */
  readonly other: Maybe;
}

/** The clauses that a block may have, each with what it holds. */
export interface Clauses {
  field: tree.FieldDeclaration;
  kept: tree.Quantity;
  row: tree.MapRow;
  step: ReadStep;
  zone: tree.Name;
  currency: tree.Name;
  weekStarts: tree.Name;
  settle: tree.Quantity;
  stage: tree.Stage;
  otherwise: tree.Member;
  reach: tree.Expr;
  cost: tree.Quantity;
  amount: tree.Quantity;
  over: tree.Quantity;
  valid: tree.Quantity;
  line: tree.MaterialLine;
  aim: tree.Name;
  when: tree.When;
  who: tree.Expr;
  repeat: tree.Repeat;
  channel: readonly tree.Name[];
  benefit: tree.BenefitClause;
  material: readonly tree.Name[];
  goal: tree.GoalClause;
  priority: tree.Quantity;
  later: tree.NotYet;
}

/**
 * What the grammar does with what it has read. The grammar knows spelling only; the syntax room makes nodes.
 * `a` and `z` are the first and the last token of the production.
 */
export interface Actions {
  // Names and literals.
  name(token: IToken): tree.Name;
  spelled(a: IToken, z: IToken): tree.Name;
  quantity(a: IToken, z: IToken, minus: Maybe, number: IToken, unit: Maybe, times: Maybe): tree.Quantity;
  text(token: IToken): tree.TextLiteral;
  boolean(token: IToken, value: boolean): tree.BooleanLiteral;
  date(token: IToken): tree.DateLiteral;
  clock(token: IToken): tree.Clock;
  notYet(construct: string, a: IToken, z: IToken): tree.NotYet;

  // Expressions.
  junction(operands: readonly Operand[], operators: readonly IToken[]): tree.Expr;
  not(nots: readonly IToken[], z: IToken, operand: tree.Expr): tree.Expr;
  has(a: IToken, tag: IToken): tree.Has;
  relation(a: IToken, z: IToken, left: tree.Expr, relation: Relation): tree.Expr;
  arithmetic(operands: readonly Operand[], operators: readonly IToken[]): tree.Expr;
  ifUnknown(a: IToken, z: IToken, operand: tree.Expr, fallback: tree.Expr): tree.IfUnknown;
  path(a: IToken, z: IToken, names: readonly IToken[]): tree.Path;
  aggregate(a: IToken, z: IToken, parts: AggregateParts): tree.Expr;
  pattern(a: IToken, z: IToken, where: tree.Expr | undefined): tree.Pattern;
  /** Whether one more `where` inside of `depth` others is too many; it is reported. */
  isTooDeep(where: IToken, depth: number): boolean;
  point(a: IToken, z: IToken, pattern: tree.Pattern): tree.Point;
  timeSince(a: IToken, z: IToken, moment: tree.Point | tree.Path): tree.Expr;
  pointTest(a: IToken, z: IToken, moment: tree.Point, dating: Dating): tree.Expr;
  /** Whether `was` stands before the window, if it needs to. */
  dating(said: boolean, window: tree.Window): Dating;
  wasBeside(side: IToken, z: IToken, moment: tree.Moment): Dating;
  /** Whether the last link wants another one after it. */
  isOpen(links: readonly Link[]): boolean;
  linked(first: Link, rest: readonly Link[]): tree.Expr;
  did(a: IToken, z: IToken, not: Maybe, parts: DidParts): tree.Expr;
  reached(a: IToken, z: IToken, parts: ReachedParts): tree.Expr;
  times(a: IToken, z: IToken, bound: IToken | null, low: IToken, high: Maybe, word: Maybe): tree.Frequency;
  days(a: IToken, z: IToken, bound: Maybe, number: IToken, unit: IToken): tree.Frequency;
  streak(a: IToken, z: IToken, number: IToken, unit: IToken, ending: IToken): tree.Frequency;
  window(a: IToken, z: IToken, is: "last" | "for", word: IToken, the: Maybe, length: Length): tree.Window;
  day(is: "ever" | "today" | "yesterday", token: IToken): tree.Window;
  thisUnit(a: IToken, unit: IToken): tree.Window;
  between(a: IToken, z: IToken, near: Length, far: Length): tree.Window;
  dates(a: IToken, z: IToken, from: tree.DateLiteral, to: tree.DateLiteral): tree.Window;
  within(a: IToken, z: IToken, length: Length, beside: Beside | undefined): tree.Window;
  since(a: IToken, z: IToken, moment: tree.Moment): tree.Window;
  length(number: IToken, unit: Maybe): tree.Quantity;
  named(token: IToken): tree.NotYet;

  // Clauses: each is kept until its block ends.
  clause<C extends keyof Clauses>(clause: C, value: Clauses[C], a: IToken, z: IToken): void;
  later(construct: string, a: IToken, z: IToken): void;
  field(a: IToken, z: IToken, type: tree.TypeName, optional: boolean, marks: readonly IToken[]): void;
  key(token: IToken): tree.Path;
  mapRow(a: IToken, z: IToken, key: tree.MapRow["key"], value: tree.MapRow["value"]): void;
  step(parts: StepParts, alias: Maybe, follows: boolean): void;
  word(a: IToken, z: IToken): tree.TypeName;
  members(a: IToken, z: IToken, list: tree.Member[]): tree.TypeName;
  member(name: IToken, label: Maybe): tree.Member;
  stage(a: IToken, z: IToken, name: IToken, label: Maybe, when: tree.Expr): void;
  line(a: IToken, z: IToken, locale: tree.Name, part: IToken, text: IToken): void;
  every(a: IToken, z: IToken, word: IToken, more: boolean, at: tree.Clock | undefined): tree.When;
  once(a: IToken, z: IToken, date: tree.DateLiteral, at: tree.Clock): tree.When;
  repeat(a: IToken, z: IToken, rule: "never" | "always" | tree.Quantity): void;
  benefit(a: IToken, word: IToken): void;
  goalNamed(a: IToken, z: IToken, name: IToken, within: tree.Quantity | undefined): void;
  names(list: readonly IToken[]): readonly tree.Name[];

  // Declarations.
  head(head: Head): void;
  block(a: IToken, z: IToken): tree.Declaration;
  tagFact(a: IToken, z: IToken, name: IToken, label: Maybe, value: tree.Expr): tree.Declaration;
  goal(a: IToken, z: IToken, name: IToken, label: Maybe, pattern: tree.Pattern | tree.NotYet): tree.Declaration;
}

export type Length = tree.Quantity | tree.NotYet;

/** What a stretch of time starts or ends at, and on which side of it. */
export interface Beside {
  readonly side: IToken;
  readonly moment: tree.Moment;
}

export interface AggregateParts {
  readonly fn: IToken;
  /** `distinct`, or the `days` of `days with`. */
  readonly what: Maybe;
  readonly of: IToken;
  readonly field: Maybe;
  readonly where: tree.Expr | undefined;
  readonly window: tree.Window | undefined;
}

export interface StepParts {
  readonly a: IToken;
  readonly z: IToken;
  readonly no: Maybe;
  readonly pattern: tree.Pattern;
  readonly same: Maybe;
  readonly within: Length | undefined;
}

/** A step of a process, before it is known which one is the first. */
export interface ReadStep {
  readonly step: tree.SequenceStep & tree.ProcessStep;
  /** Whether it began with `then`. */
  readonly follows: boolean;
}

export interface ReachedParts {
  readonly step: IToken;
  readonly process: IToken;
  readonly window: tree.Window | undefined;
  readonly butNot: Maybe;
}

/** What may follow `did` and `did not`. */
export type DidParts =
  | {
      readonly is: "occurrence";
      readonly pattern: tree.Pattern;
      readonly frequency: tree.Frequency | undefined;
      readonly window: tree.Window | undefined;
      /** A frequency after the window: in the wrong place. */
      readonly late: tree.Frequency | undefined;
      readonly without: tree.Pattern | undefined;
    }
  | {
      readonly is: "sequence";
      readonly window: tree.Window | undefined;
      /** A `no` before the first step: nothing can be missing before it. */
      readonly no: Maybe;
      readonly first: tree.Pattern;
      readonly steps: readonly StepParts[];
    }
  /** `did 2nd pay`: said in another way. */
  | {
      readonly is: "nth";
      readonly ordinal: IToken;
      readonly pattern: tree.Pattern;
      readonly window: tree.Window | undefined;
    };
