import type { Length } from "../../program/program.js";
import type { Quantity } from "../../syntax/tree.js";
import type { Checker } from "../checker.js";
import { lengthOf } from "../length.js";

/** How long something stays valid; not zero. */
export function validityOf(c: Checker, node: Quantity): Length | null {
  const length = lengthOf(node);
  if (length && length.n > 0) return length;
  return c.report.add("bad-length", node.span, { text: c.phrases.textOf(node.span), needs: "any" });
}
