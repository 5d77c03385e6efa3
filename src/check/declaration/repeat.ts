import type { Repeat } from "../../program/program.js";
import type * as Tree from "../../syntax/tree.js";
import type { Checker } from "../checker.js";
import { lengthOf } from "../length.js";

/** What comes round by itself must say whether the user may be touched again; a single date or what users do need not. */
export function repeatOf(c: Checker, node: Tree.Strategy): Repeat | null {
  const { when, repeat } = node;
  if (!repeat) {
    if (when?.is === "every" || when?.is === "dated") {
      return c.report.add("strategy-needs", node.name.span, { strategy: node.name.text, clause: "repeat" });
    }
    return { is: when?.is === "once" ? "never" : "always" };
  }
  const { rule } = repeat;
  if (rule === "never" || rule === "always") return { is: rule };
  const length = lengthOf(rule);
  if (length && length.unit !== "ms" && length.n > 0) return { is: "after", unit: length.unit, n: length.n };
  return c.report.add("bad-length", rule.span, { text: c.phrases.textOf(rule.span), needs: "days" });
}
