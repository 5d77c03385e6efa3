import type { IToken } from "chevrotain";
import type * as tree from "../src/syntax/tree.js";
import type {
  AbsenceParts,
  Branch,
  CapParts,
  CapWindow,
  ConsentParts,
  EveryParts,
  ExpectationParts,
  GoalParts,
  GuardParts,
  Head,
  HourParts,
  Length,
  MaterialParts,
  Maybe,
  MetricParts,
  Opened,
  PeriodParts,
  RateParts,
  ScoreParts,
  ShiftedParts,
  StallParts,
  StateParts,
  TagModelParts,
  TierParts,
  Unless,
  VariantHead,
} from "./parts.js";

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
  calendar: tree.Name;
  locales: readonly tree.Name[];
  stage: tree.Stage;
  otherwise: tree.Member;
  reach: tree.Expr;
  cost: tree.Quantity;
  quota: NonNullable<tree.Channel["quota"]>;
  characters: tree.Channel["limits"][number];
  amount: tree.Quantity;
  upTo: tree.Quantity;
  over: tree.Quantity;
  valid: tree.Quantity;
  quantity: tree.Quantity;
  byChannel: tree.Benefit["byChannel"][number];
  perUser: tree.Quantity;
  budget: tree.Quantity;
  salt: tree.TextLiteral;
  prize: tree.Benefit["prizes"][number];
  giver: tree.Name;
  friend: tree.Name;
  template: tree.TextLiteral;
  parameter: NonNullable<tree.Material["template"]>["parameters"][number];
  line: tree.MaterialLine;
  aim: tree.Aim;
  point: tree.Name;
  purpose: tree.Name;
  when: tree.When;
  who: tree.Expr;
  repeat: tree.Repeat;
  limit: tree.Limit;
  send: tree.Send;
  channel: tree.ChannelClause;
  benefit: tree.BenefitClause;
  material: readonly tree.Name[];
  goal: tree.GoalClause;
  priority: tree.Quantity;
  exclusive: tree.Exclusive;
  holdout: tree.Holdout;
  sets: readonly tree.Name[];
  split: tree.Split;
  variant: tree.Variant;
  none: IToken;
  guard: tree.Guard;
  hypothesis: tree.Hypothesis;
  productStage: tree.Name;
  refresh: tree.Quantity;
  fallback: tree.Quantity;
  among: tree.Expr;
  scale: readonly tree.Quantity[];
  target: tree.Quantity;
  better: NonNullable<tree.Metric["better"]>;
  score: tree.Score;
  splitAt: tree.Name;
  tier: tree.Tier;
  group: tree.Member;
  lifecycles: readonly tree.Name[];
  values: readonly tree.Name[];
  rollUp: tree.Line["metrics"][number];
  acquisition: tree.Costs["acquisition"][number];
  upkeep: NonNullable<tree.Costs["upkeep"]>;
  margin: tree.Quantity;
  member: tree.SetMember;
  rule: tree.PolicyRule;
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
  named(token: IToken): Length;

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
  repeat(a: IToken, z: IToken, rule: "never" | "always" | tree.Quantity): void;
  limit(a: IToken, z: IToken, n: tree.Quantity, key: tree.Path): void;
  sendBetween(hours: HourParts, z: IToken, otherwise: Maybe): tree.Send;
  sendAtBestHour(a: IToken, z: IToken, hours: HourParts | undefined): tree.Send;
  chain(a: IToken, z: IToken, links: readonly tree.ChannelLink[]): tree.ChannelClause;
  link(a: IToken, z: IToken, name: IToken, wait: tree.ChannelLink["wait"]): tree.ChannelLink;
  wait(a: IToken, z: IToken, length: tree.Quantity, unless: Unless | undefined): tree.ChannelLink["wait"];
  preferred(a: IToken, z: IToken, names: readonly IToken[], least: tree.Quantity | undefined): tree.ChannelClause;
  aim(a: IToken, z: IToken, name: IToken, at: tree.Path | undefined): void;
  noBenefit(none: IToken): tree.BenefitClause;
  benefitNamed(name: IToken, elseNone: boolean): tree.BenefitClause;
  goalClause(a: IToken, z: IToken, parts: GoalParts): void;
  hypothesis(a: IToken, text: IToken, state: Maybe): void;
  exclusive(a: IToken, z: IToken, names: readonly tree.Name[], days: tree.Quantity | undefined): void;
  share(quantity: tree.Quantity): tree.Quantity;
  holdout(a: IToken, z: IToken, share: tree.Quantity, salt: tree.TextLiteral | undefined): tree.Holdout;
  guard(a: IToken, z: IToken, parts: GuardParts): void;

  // Triggers.
  every(a: IToken, z: IToken, parts: EveryParts): tree.When;
  once(a: IToken, z: IToken, date: tree.DateLiteral, at: tree.Clock): tree.When;
  shifted(a: IToken, z: IToken, parts: ShiftedParts): tree.When;
  onDate(a: IToken, z: IToken, date: tree.Path, at: tree.Clock | undefined): tree.When;
  pointHappens(a: IToken, z: IToken, point: tree.Point): tree.When;
  happens(a: IToken, z: IToken, pattern: tree.Pattern): tree.When;
  state(a: IToken, z: IToken, parts: StateParts): tree.When;
  stalls(a: IToken, z: IToken, parts: StallParts): tree.When;
  absence(a: IToken, z: IToken, first: tree.Pattern, parts: AbsenceParts): tree.When;

  // Blocks in blocks: what is open is set aside until the inner one is closed.
  open(): Opened;
  splitHead(a: IToken, z: IToken, salt: tree.TextLiteral | undefined): void;
  split(a: IToken, z: IToken, opened: Opened): void;
  variantHead(head: VariantHead): void;
  noOffer(none: IToken): void;
  variant(a: IToken, z: IToken, opened: Opened): void;
  /** `word` is the `strategy` of a member. */
  branch(word: IToken, branch: Branch | undefined): void;
  setMember(a: IToken, z: IToken, opened: Opened): void;

  // What is offered.
  quota(a: IToken, z: IToken, n: tree.Quantity, per: IToken): void;
  characterLimit(a: IToken, z: IToken, part: IToken, characters: tree.Quantity): void;
  freeOrder(free: IToken, order: IToken): void;
  stock(a: IToken, z: IToken, quantity: tree.Quantity, channel: Maybe): void;
  prize(a: IToken, share: tree.Quantity, benefit: IToken): void;
  materialClause(a: IToken, z: IToken, name: tree.Name, said: MaterialParts): void;

  // The rules of a policy.
  consent(a: IToken, z: IToken, parts: ConsentParts): void;
  tested(is: "stopList" | "personalise", a: IToken, z: IToken, test: tree.Expr): void;
  quiet(a: IToken, z: IToken, hours: HourParts, otherwise: Maybe): void;
  perUnit(unit: IToken): CapWindow;
  inLength(length: tree.Quantity): CapWindow;
  cap(a: IToken, z: IToken, parts: CapParts): void;
  globalHoldout(a: IToken, z: IToken, holdout: tree.Holdout): void;
  bestHour(a: IToken, z: IToken, events: readonly tree.Name[], least: Maybe): void;

  names(list: readonly IToken[]): readonly tree.Name[];

  // Declarations.
  head(head: Head): void;
  block(a: IToken, z: IToken): tree.Declaration;
  tagFact(a: IToken, z: IToken, name: IToken, label: Maybe, value: tree.Expr): tree.Declaration;
  tagStrategy(a: IToken, z: IToken, name: IToken, label: Maybe, valid: tree.Quantity | undefined): tree.Declaration;
  operatingPoint(a: IToken, z: IToken, name: IToken, label: Maybe): tree.Declaration;
  goalDid(a: IToken, z: IToken, pattern: tree.Pattern): tree.GoalOf;
  goalEnters(who: IToken, enters: IToken, state: tree.Path): tree.GoalOf;
  goal(a: IToken, z: IToken, name: IToken, label: Maybe, of: tree.GoalOf | tree.NotYet): tree.Declaration;

  // Models and metrics.
  tagModel(a: IToken, z: IToken, parts: TagModelParts): tree.Declaration;
  measure(a: IToken, z: IToken, name: IToken, label: Maybe, of: tree.MeasureOf): tree.Declaration;
  period(a: IToken, z: IToken, parts: PeriodParts): tree.MeasureOf;
  shareOf(a: IToken, z: IToken, who: tree.Expr, among: tree.Expr | undefined): tree.MeasureOf;
  score(a: IToken, z: IToken, parts: ScoreParts): void;
  splitAt(a: IToken, at: IToken): void;
  tier(a: IToken, z: IToken, parts: TierParts): void;
  ranked(word: IToken, rank: { readonly share: tree.Quantity; readonly by: IToken }): tree.Tier["rule"];
  metric(a: IToken, z: IToken, parts: MetricParts): tree.Declaration;
  metricShare(a: IToken, z: IToken, who: tree.Expr): tree.MetricOf;
  total(a: IToken, z: IToken, value: tree.Expr, over: tree.Expr | undefined): tree.MetricOf;
  perUser(a: IToken, z: IToken, value: tree.Expr): tree.MetricOf;
  duration(a: IToken, z: IToken, from: tree.Point, to: tree.Point): tree.MetricOf;
  active(a: IToken, z: IToken, pattern: tree.Pattern): tree.MetricOf;
  rate(a: IToken, z: IToken, parts: RateParts): tree.MetricOf;
  scale(a: IToken, z: IToken, levels: readonly tree.Quantity[]): void;
  better(a: IToken, how: IToken): void;
  rollUp(a: IToken, z: IToken, metrics: readonly tree.Name[], into: Maybe): void;
  expectation(a: IToken, z: IToken, parts: ExpectationParts): tree.Declaration;
  acquisition(a: IToken, z: IToken, cost: tree.Quantity, sources: readonly IToken[]): void;
  upkeep(a: IToken, cost: tree.Quantity, per: IToken): void;
}

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
