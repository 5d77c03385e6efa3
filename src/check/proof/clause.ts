import type { Test } from "../../program/program.js";
import type { Span } from "../../text/span.js";
import type { Checker } from "../checker.js";
import { readsOf } from "../reads.js";
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

/** What clauses look at: of those that share nothing, not even through others, none says anything about another. */
export function subjectsOf(c: Checker, clauses: readonly Clause[]): ReadonlyMap<Clause, ReadonlySet<string>> {
  return new Map(
    clauses.map((clause) => {
      const { profile, events, touches } = readsOf(c, clause.goals);
      const named = [...[...profile].map((field) => `user ${field}`), ...[...events].map((event) => `event ${event}`)];
      return [clause, new Set(touches ? [...named, "touches"] : named)];
    }),
  );
}

/** The clauses that share something with one, or with those that do; it is among them. */
export function relatedTo(
  clause: Clause,
  all: readonly Clause[],
  subjects: ReadonlyMap<Clause, ReadonlySet<string>>,
): readonly Clause[] {
  const reached = new Set(subjects.get(clause));
  // What starts a strategy has no test of its own, and is never left out.
  const found = new Set([clause, ...all.filter(({ test }) => test === null)]);
  for (let size = 0; size < found.size; ) {
    size = found.size;
    for (const each of all) {
      const own = [...(subjects.get(each) ?? [])];
      if (found.has(each) || !own.some((subject) => reached.has(subject))) continue;
      found.add(each);
      for (const subject of own) reached.add(subject);
    }
  }
  return all.filter((each) => found.has(each));
}
