import { conflictOf, solveAll } from "./clause.js";
import type { Proof } from "./proof.js";
import type { Outcome } from "./search.js";

/** Whether anybody can be in a `who`, whatever their profile and history; where nobody can, or it was not found out, that is said. */
export function deadWho({ c, users: { search }, begun, who, entry: { node } }: Proof): Outcome["is"] {
  const all = [...begun, ...who];
  const { is } = solveAll(search, all);
  if (is === "unchecked" && node.who) c.report.add("who-unproved", node.who.span, {}, { severity: "warning" });
  if (is !== "dead") return is;
  const conflict = conflictOf(search, all);
  const last = conflict.at(-1) ?? who[0];
  if (!last?.span) return "open";
  const related = conflict.flatMap(({ span }) => (span && span !== last.span ? [span] : []));
  c.report.add("dead-who", last.span, { phrases: conflict.map(({ text }) => text) }, { related });
  return is;
}
