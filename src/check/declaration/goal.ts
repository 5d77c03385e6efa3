import type { Goal } from "../../program/program.js";
import type * as Tree from "../../syntax/tree.js";
import type { Checker } from "../checker.js";
import { matched } from "../expression/pattern.js";

export function goal(c: Checker, node: Tree.Goal): Goal | null {
  const id = node.name.text;
  if (!node.pattern)
    return node.later.length > 0 ? null : c.report.add("goal-needs-event", node.name.span, { goal: id });
  const found = matched(c, node.pattern.event, node.pattern.where);
  return found && { id, label: node.label?.text ?? null, event: found.event, where: found.where };
}
