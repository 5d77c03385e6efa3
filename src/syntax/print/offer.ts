import type * as tree from "../tree.js";
import { block, clause } from "./block.js";
import { type Doc, marked, name } from "./doc.js";
import { expression, where } from "./expression.js";
import { pattern } from "./pattern.js";
import { unprintable } from "./unprintable.js";
import { label, quantity } from "./value.js";

export function channel(node: tree.Channel): Doc {
  const clauses = [
    ...clause(node.reach, (test) => ["reach if ", expression(test)]),
    ...clause(node.cost, (cost) => ["cost ", quantity(cost)]),
  ];
  return block(["channel ", name(node.name), label(node.label)], clauses, node.later, node.span);
}

export function benefit(node: tree.Benefit): Doc {
  const over = node.over === null ? "" : [" over ", quantity(node.over)];
  const off = node.kind === "coupon" || node.over !== null ? " off" : "";
  const clauses = [
    ...clause(node.amount, (amount) => [quantity(amount), off, over]),
    ...clause(node.valid, (valid) => ["valid ", quantity(valid), " after issue"]),
  ];
  return block([`benefit ${node.kind} `, name(node.name), label(node.label)], clauses, node.later, node.span);
}

export function goal(node: tree.Goal): Doc {
  for (const each of node.later) unprintable(each);
  const did = node.pattern === null ? "" : ["did ", pattern(node.pattern, where), " after touch"];
  return marked(node.span, ["goal ", name(node.name), label(node.label), " = ", did]);
}
