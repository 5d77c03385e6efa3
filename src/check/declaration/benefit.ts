import type { Benefit } from "../../program/program.js";
import type * as Tree from "../../syntax/tree.js";
import type { Checker } from "../checker.js";
import { amountOf, pointsOf } from "./amount.js";
import { validityOf } from "./validity.js";

/** A coupon in the project's currency, or points. */
export function benefit(c: Checker, node: Tree.Benefit): Benefit | null {
  const valid = node.valid && validityOf(c, node.valid);
  if (node.valid && !valid) return null;
  const named = { id: node.name.text, label: node.label?.text ?? null };
  if (!node.amount) {
    const part = node.kind === "points" ? "points" : "amount";
    return node.later.length > 0 ? null : c.report.add("benefit-needs", node.name.span, { benefit: named.id, part });
  }
  if (node.kind === "points") {
    const amount = pointsOf(c, node.amount);
    return amount === null ? null : { is: "points", ...named, amount, valid };
  }
  const amount = amountOf(c, node.amount);
  const over = node.over && amountOf(c, node.over);
  if (amount === null || (node.over && over === null)) return null;
  return { is: "coupon", ...named, amount, over, valid };
}
