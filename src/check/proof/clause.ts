import type { Test } from "../../program/program.js";
import type { Span } from "../../text/span.js";
import type { Checker } from "../checker.js";
import type { Goal } from "./goal.js";
import type { Outcome, Search } from "./search.js";

/** Something that must hold, as it was said. */
export interface Clause {
  readonly goals: readonly Goal[];
  readonly text: string;
  readonly span: Span | null;
  /** What a tag or a stage stands for, where the text only names it. */
  readonly test: Test | null;
}

/** The clauses of tests that must all hold: each part of an `and` is one, but not what a single phrase was made into. */
export function clausesOf(c: Checker, tests: readonly Test[]): readonly Clause[] {
  return tests.flatMap((test) => {
    if (test.is === "and" && test.parts.every(({ said }) => said !== test.said)) return clausesOf(c, test.parts);
    return [clauseOf(c, test)];
  });
}

export function clauseOf(c: Checker, test: Test): Clause {
  const text = c.phrases.list[test.said]?.text ?? "";
  return { goals: [{ is: "test", test, want: true }], text, span: c.phrases.spanOf(test.said), test };
}

export function solveAll(search: Search, clauses: readonly Clause[]): Outcome {
  return search.solve(clauses.flatMap(({ goals }) => goals));
}

/** Of clauses that cannot hold together, few that cannot: without any one of them the others could, as far as is seen. */
export function conflictOf(search: Search, clauses: readonly Clause[]): readonly Clause[] {
  let left = clauses;
  for (const clause of clauses) {
    const without = left.filter((each) => each !== clause);
    if (solveAll(search, without).is === "dead") left = without;
  }
  return left;
}
