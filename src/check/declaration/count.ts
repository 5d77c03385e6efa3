import type { Quantity } from "../../syntax/tree.js";
import type { Checker } from "../checker.js";

/** A whole number without a unit, at least `least`: how many there are of something. */
export function countOf(c: Checker, node: Quantity, least: 0 | 1 = 1): number | null {
  const text = c.phrases.textOf(node.span);
  if (node.unit !== null) {
    const suggestion = { span: node.span, text: node.amount };
    return c.report.add("wrong-unit", node.span, { text, unit: "plain", write: node.amount }, { suggestion });
  }
  const count = Number(node.amount);
  if (!Number.isInteger(count)) return c.report.add("not-whole", node.span, { text });
  if (!Number.isSafeInteger(count)) return c.report.add("too-large", node.span, { text });
  return count >= least ? count : c.report.add("not-positive", node.span, { text });
}
