import type { Checker } from "../checker.js";
import { type Clause, conflictOf, solveAll } from "./clause.js";
import type { Search } from "./search.js";

/** A `who` that nobody can be in, whatever their profile and history. `begun` is what holds whenever the strategy looks. */
export function deadWho(c: Checker, search: Search, begun: readonly Clause[], who: readonly Clause[]): boolean {
  const all = [...begun, ...who];
  if (solveAll(search, all).is !== "dead") return false;
  const conflict = conflictOf(search, all);
  const last = conflict.at(-1) ?? who[0];
  if (!last?.span) return false;
  const related = conflict.flatMap(({ span }) => (span && span !== last.span ? [span] : []));
  c.report.add("dead-who", last.span, { phrases: conflict.map(({ text }) => text) }, { related });
  return true;
}
