import type * as Tree from "../../syntax/tree.js";
import type { Checker } from "../checker.js";
import { meant } from "../report.js";

/** The benefit that a strategy gives; `place` is `null` under `benefit none`. */
export interface Given {
  readonly place: number | null;
  readonly node: Tree.Benefit | null;
}

/** The `benefit` clause, which a strategy must have. */
export function benefitOf(c: Checker, node: Tree.Strategy): Given | null {
  const clause = node.benefit;
  if (!clause) {
    return c.report.add("strategy-needs", node.name.span, { strategy: node.name.text, clause: "benefit" });
  }
  if (clause.is === "none") return { place: null, node: null };
  const { benefits } = c.catalogue;
  const entry = benefits.get(clause.name.text);
  if (entry) return entry;
  const { exist, suggestion } = meant(clause.name, benefits.keys());
  return c.report.add("unknown-benefit", clause.name.span, { name: clause.name.text, exist }, { suggestion });
}
