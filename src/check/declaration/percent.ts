import { MILLIONTHS } from "../../program/program.js";
import type { Quantity } from "../../syntax/tree.js";
import type { Checker } from "../checker.js";
import { decimal } from "../decimal.js";

/** A percentage above 0% and up to 100%, in millionths. */
export function percentOf(c: Checker, node: Quantity): number | null {
  const share = node.unit === "%" ? decimal(node.amount, 100) : null;
  const stored = share ? (share.n * MILLIONTHS) / share.d : Number.NaN;
  if (Number.isInteger(stored) && stored > 0 && stored <= MILLIONTHS) return stored;
  return c.report.add("bad-share", node.span, { text: c.phrases.textOf(node.span) });
}
