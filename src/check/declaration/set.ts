import type { StrategySet } from "../../program/program.js";
import type * as Tree from "../../syntax/tree.js";
import type { Checker } from "../checker.js";
import { costOf } from "./amount.js";
import { pointPlace } from "./operating-point.js";
import { holdoutOf } from "./share.js";

/** What the members of a set have together; what they share beside that is written into each of them. */
export function strategySet(c: Checker, node: Tree.StrategySet): StrategySet | null {
  checkBranches(c, node);
  const point = node.point && pointPlace(c, node.point);
  const holdout = node.holdout && holdoutOf(c, node.holdout);
  const budget = node.budget && costOf(c, node.budget);
  for (const { strategy } of node.members) checkMember(c, node, strategy);
  if ((node.point && point === null) || (node.holdout && !holdout) || (node.budget && budget === null)) return null;
  return { id: node.name.text, label: node.label?.text ?? null, point, holdout, budget };
}

/** Cases come in order, and `otherwise` takes whom none of them took: once, after them. */
function checkBranches(c: Checker, node: Tree.StrategySet): void {
  const cases = node.members.filter(({ branch }) => branch === "case");
  const [first, ...others] = node.members.filter(({ branch }) => branch === "otherwise");
  if (!first) return;
  const word = (member: Tree.SetMember): Tree.SetMember["span"] => ({
    ...member.span,
    end: Math.min(member.span.end, member.span.start + "otherwise".length),
  });
  for (const other of others)
    c.report.add("otherwise-order", word(other), { why: "twice" }, { related: [word(first)] });
  if (cases.length === 0) c.report.add("otherwise-order", word(first), { why: "alone" });
  if (cases.some(({ span }) => span.start > first.span.start)) {
    c.report.add("otherwise-order", word(first), { why: "early" });
  }
}

/** All members of a set have one budget, and one holdout if the set has any. */
function checkMember(c: Checker, set: Tree.StrategySet, { holdout, budget }: Tree.Strategy): void {
  const of = set.name.text;
  if (budget) c.report.add("set-clause", budget.span, { set: of, clause: "budget" });
  if (holdout && set.holdout) {
    c.report.add("set-clause", holdout.span, { set: of, clause: "holdout" }, { related: [set.holdout.span] });
  }
}
