import type { Goal } from "../../program/program.js";
import type * as Tree from "../../syntax/tree.js";
import { type Checker, userScope } from "../checker.js";
import { matched } from "../expression/pattern.js";

export function goal(c: Checker, node: Tree.Goal): Goal | null {
  const id = node.name.text;
  // A goal without a pattern was refused while reading.
  if (node.of?.is !== "did") return null;
  const { pattern } = node.of;
  const found = matched(c, pattern.event, pattern.where, userScope);
  const label = node.label?.text ?? null;
  return found && { id, label, of: { is: "did", event: found.event, where: found.where }, target: null };
}
