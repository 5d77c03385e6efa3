import type { Goal, GoalOf, Strategy } from "../../program/program.js";
import type * as Tree from "../../syntax/tree.js";
import { type Checker, userScope } from "../checker.js";
import { matched } from "../expression/pattern.js";
import { meant } from "../report.js";
import { percentOf } from "./percent.js";
import { fixedState } from "./state-change.js";
import { validityOf } from "./validity.js";

export function goal(c: Checker, node: Tree.Goal): Goal | null {
  const of = node.of && goalOf(c, node.of);
  const target = node.target && percentOf(c, node.target);
  // A goal without a pattern was refused while reading.
  if (!of || (node.target && target === null)) return null;
  return { id: node.name.text, label: node.label?.text ?? null, of, target };
}

function goalOf(c: Checker, of: Tree.GoalOf): GoalOf | null {
  if (of.is === "enters") return entered(c, of);
  const found = matched(c, of.pattern.event, of.pattern.where, userScope);
  return found && { is: "did", event: found.event, where: found.where };
}

function entered(c: Checker, { state: path }: Extract<Tree.GoalOf, { readonly is: "enters" }>): GoalOf | null {
  const state = fixedState(c, path);
  return state && { is: "enters", state };
}

/** `goal paid within 3 days target 10%`, `goal user enters spend.gold within 60 days`. */
export function aimedGoal(c: Checker, clause: Tree.GoalClause): Strategy["goal"] {
  const of = clause.of.is === "named" ? goalPlace(c, clause.of.name) : entered(c, clause.of);
  const within = clause.within && validityOf(c, clause.within);
  const target = clause.target && percentOf(c, clause.target);
  if (of === null) return null;
  if (!clause.within) return c.report.add("goal-needs-within", clause.span, { goal: textOf(c, clause) });
  if (!within || (clause.target && target === null)) return null;
  return { of, within, target };
}

function textOf(c: Checker, { of }: Tree.GoalClause): string {
  return of.is === "named" ? of.name.text : c.phrases.textOf(of.span);
}

function goalPlace(c: Checker, name: Tree.Name): number | null {
  const entry = c.catalogue.goals.get(name.text);
  if (entry) return entry.place;
  const { exist, suggestion } = meant(name, c.catalogue.goals.keys());
  return c.report.add("unknown-goal", name.span, { name: name.text, exist }, { suggestion });
}
