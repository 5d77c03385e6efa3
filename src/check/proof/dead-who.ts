import { conflictOf, solveAll } from "./clause.js";
import type { Proof } from "./proof.js";

/** A `who` that nobody can be in, whatever their profile and history. */
export function deadWho({ c, users: { search }, begun, who }: Proof): boolean {
  const all = [...begun, ...who];
  if (solveAll(search, all).is !== "dead") return false;
  const conflict = conflictOf(search, all);
  const last = conflict.at(-1) ?? who[0];
  if (!last?.span) return false;
  const related = conflict.flatMap(({ span }) => (span && span !== last.span ? [span] : []));
  c.report.add("dead-who", last.span, { phrases: conflict.map(({ text }) => text) }, { related });
  return true;
}
