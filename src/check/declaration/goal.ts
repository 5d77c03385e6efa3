import type { Goal } from "../../program/program.js";
import type * as Tree from "../../syntax/tree.js";
import { type Checker, userScope } from "../checker.js";
import { matched } from "../expression/pattern.js";

export function goal(c: Checker, node: Tree.Goal): Goal | null {
  const id = node.name.text;
  // A goal without a pattern was refused while reading.
  if (!node.pattern) return null;
  const found = matched(c, node.pattern.event, node.pattern.where, userScope);
  return found && { id, label: node.label?.text ?? null, event: found.event, where: found.where };
}
