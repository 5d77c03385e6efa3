import type { Channel } from "../../program/program.js";
import type * as Tree from "../../syntax/tree.js";
import { type Checker, userScope } from "../checker.js";
import { costOf } from "./amount.js";

export function channel(c: Checker, node: Tree.Channel): Channel | null {
  const reach = node.reach && c.test(node.reach, userScope);
  const cost = node.cost ? costOf(c, node.cost) : 0;
  if (cost === null || (reach && !reach.test)) return null;
  return { id: node.name.text, label: node.label?.text ?? null, reach: reach?.test ?? null, cost };
}
