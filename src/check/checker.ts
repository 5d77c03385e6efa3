import type { MapTable } from "../program/program.js";
import type { Expr, Name } from "../syntax/tree.js";
import type { Catalogue, EventEntry } from "./catalogue.js";
import type { FactTable } from "./fact-table.js";
import type { Claim } from "./known.js";
import type { Step } from "./matched.js";
import type { Phrases } from "./phrases.js";
import type { Report } from "./report.js";
import type { CheckedTest, Value } from "./value.js";

/** Where an expression stands. */
export interface Scope {
  /** In a `where`: the event whose fields bare names are. Elsewhere `null`. */
  readonly event: EventEntry | null;
  /** What the tests before it have established. */
  readonly known: readonly Claim[];
  /** In a hole of a material. */
  readonly hole: boolean;
}

/** Where tests of a user stand: `who`, tags, stages, `reach if`. */
export const userScope: Scope = { event: null, known: [], hole: false };

/** What a tag stands for: a test, asked with `has`, or a value, used by its name. */
export type TagMeaning =
  | { readonly is: "test"; readonly checked: CheckedTest }
  | { readonly is: "value"; readonly value: Exclude<Value, { readonly is: "period" }> };

/** What every part of checking needs; expressions recurse through it, so that their files need not import each other. */
export interface Checker {
  readonly catalogue: Catalogue;
  readonly facts: FactTable;
  readonly phrases: Phrases;
  readonly report: Report;
  /** Checks an expression that must be a test. */
  test(expr: Expr, scope: Scope): CheckedTest;
  /** Checks an expression that must be a value; `null` when something in it was reported. */
  value(expr: Expr, scope: Scope): Value | null;
  /**
   * The declarations that others name, each checked once, when first asked for; `null` or empty if something in it was
   * reported. `reference` is where a tag or a lifecycle is named: it may close a circle.
   */
  tag(name: string, reference: Name | null): TagMeaning | null;
  stages(lifecycle: string, reference: Name | null): readonly CheckedTest[];
  steps(process: string): readonly Step[] | null;
  map(name: string): MapTable | null;
}
