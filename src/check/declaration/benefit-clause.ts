import type * as Tree from "../../syntax/tree.js";
import type { Checker } from "../checker.js";
import { meant } from "../report.js";

/** The benefit that an offer gives; `place` is `null` under `benefit none`. */
export interface Given {
  readonly place: number | null;
  readonly node: Tree.Benefit | null;
  /** Where it can't be had, the touch goes out without it. */
  readonly elseNone: boolean;
}

/** What a `benefit` clause names. */
export function benefitOf(c: Checker, clause: Tree.BenefitClause): Given | null {
  if (clause.is === "none") return { place: null, node: null, elseNone: false };
  const { name, elseNone } = clause;
  const { benefits } = c.catalogue;
  const entry = benefits.get(name.text);
  if (entry) return { ...entry, elseNone };
  const { exist, suggestion } = meant(name, benefits.keys());
  return c.report.add("unknown-benefit", name.span, { name: name.text, exist }, { suggestion });
}
