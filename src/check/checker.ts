import type { Calibration } from "../program/calibration.js";
import type { MapTable, Test } from "../program/program.js";
import type { NoTrigger } from "../diagnostic/check/trigger.js";
import type { Expr, Length as LengthNode, Name } from "../syntax/tree.js";
import type { Span } from "../text/span.js";
import type { CalendarUse } from "./calendar-use.js";
import type { Catalogue, EventEntry } from "./catalogue.js";
import type { FactTable } from "./fact-table.js";
import type { Claim } from "./known.js";
import type { Step } from "./matched.js";
import type { Phrases } from "./phrases.js";
import type { Report } from "./report.js";
import type { CheckedTest, Length, NumValue, Value } from "./value.js";

/** Where an expression stands. */
export interface Scope {
  /** In a `where`: the event whose fields bare names are. Elsewhere `null`. */
  readonly event: EventEntry | null;
  /** What the tests before it have established. */
  readonly known: readonly Claim[];
  /** In a hole of a material. */
  readonly hole: boolean;
  /** In the tiers of a value: its scores, by their names. Elsewhere `null`. */
  readonly scores: Scores | null;
  /** In the `who` of a strategy: what strategies have done may be asked for. */
  readonly who: boolean;
  /** What `event.x` reads. */
  readonly trigger: TriggerScope;
}

/** An event that starts a strategy, with the fields that are known in each that does. */
export interface TriggerEvent extends EventEntry {
  readonly established: ReadonlySet<string>;
}

export type TriggerScope =
  /** The event that starts the strategy; in a material, that of each strategy which uses it: all must have the field. */
  | { readonly is: "event"; readonly entries: readonly TriggerEvent[] }
  /** No event starts it, and why; `at` is where that is said, if it stands elsewhere. */
  | { readonly is: "none"; readonly why: NoTrigger; readonly at: Span | null }
  /** In a material that no strategy uses yet: any event that has the field. */
  | { readonly is: "unused" }
  /** What starts it has an error, which was reported. */
  | { readonly is: "unsound" };

/** Where tests of a user stand that no event starts: tags, stages, `reach if`, rules of a policy. */
export const userScope: Scope = {
  event: null,
  known: [],
  hole: false,
  scores: null,
  who: false,
  trigger: { is: "none", why: "anytime", at: null },
};

/** Where tests of a user stand in a strategy: its `who`, what it limits. */
export function scopeUnder(trigger: TriggerScope, known: readonly Claim[] = []): Scope {
  return { ...userScope, known, who: true, trigger };
}

/** What a tag stands for: a test, asked with `has`, or a value, used by its name. */
export type TagMeaning =
  | { readonly is: "test"; readonly checked: CheckedTest }
  | { readonly is: "value"; readonly value: Exclude<Value, { readonly is: "period" }> };

/** The scores of a value, as its tiers ask for them. */
export interface Scores {
  has(name: string): boolean;
  /** The value of one; `null` if something in it was reported. */
  value(name: string): NumValue | null;
  /** Whether one is high: at or better than where that begins. */
  high(name: string, said: number): Test | null;
}

/** What a measure gives: a length, or a share in millionths. */
export type Measured =
  | { readonly is: "period"; readonly length: Length }
  | { readonly is: "share"; readonly share: number };

/** Users divided into parts: whom it is about (`null`: everybody), and the tests of those before the rest. */
export interface Divided {
  readonly of: CheckedTest | null;
  readonly stages: readonly CheckedTest[];
}

/** What every part of checking needs; expressions recurse through it, so that their files need not import each other. */
export interface Checker {
  readonly catalogue: Catalogue;
  readonly facts: FactTable;
  readonly phrases: Phrases;
  readonly report: Report;
  readonly calendar: CalendarUse;
  /** Checks an expression that must be a test. */
  test(expr: Expr, scope: Scope): CheckedTest;
  /** Checks an expression that must be a value; `null` when something in it was reported. */
  value(expr: Expr, scope: Scope): Value | null;
  /**
   * The declarations that others name, each checked once, when first asked for; `null` or empty if something in it was
   * reported. `reference` is where a tag or a lifecycle is named: it may close a circle.
   */
  tag(name: string, reference: Name | null): TagMeaning | null;
  division(lifecycle: string, reference: Name | null): Divided;
  measure(name: string, reference: Name | null): Measured | null;
  steps(process: string): readonly Step[] | null;
  map(name: string): MapTable | null;
  /** What was found for measures, values and groups, by their names. */
  readonly calibrations: ReadonlyMap<string, Calibration>;
  /** A length as written, `null` if it is none; or as measured, then whatever is wrong was reported. */
  length(node: LengthNode): Length | null;
}
