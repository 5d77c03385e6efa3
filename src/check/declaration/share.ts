import type { Holdout } from "../../program/program.js";
import type * as Tree from "../../syntax/tree.js";
import type { Checker } from "../checker.js";
import { decimal } from "../decimal.js";

/** All there is, in 1/10,000. */
export const WHOLE_SHARE = 10_000;

/** A percentage of people, above 0% and up to 100%, in 1/10,000: that is how finely they are told apart. */
export function shareOf(c: Checker, node: Tree.Quantity, least: 0 | 1 = 1): number | null {
  const share = node.unit === "%" ? decimal(node.amount, 100) : null;
  const stored = share ? (share.n * WHOLE_SHARE) / share.d : Number.NaN;
  if (Number.isInteger(stored) && stored >= least && stored <= WHOLE_SHARE) return stored;
  return c.report.add("bad-share", node.span, { text: c.phrases.textOf(node.span) });
}

/** `holdout 2% salt "all-2026"`. */
export function holdoutOf(c: Checker, node: Tree.Holdout): Holdout | null {
  const share = shareOf(c, node.share);
  return share === null ? null : { share, salt: node.salt.text };
}
