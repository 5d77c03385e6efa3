import type { When } from "../../program/program.js";
import type * as Tree from "../../syntax/tree.js";
import type { Checker } from "../checker.js";
import { userScope, type Scope } from "../checker.js";
import { matched } from "../expression/pattern.js";
import { isKept, keepsAll } from "../expression/retention.js";
import { sameField } from "../expression/steps.js";
import type { Length } from "../value.js";
import { validityOf } from "./validity.js";

type Of<K extends Tree.When["is"]> = Extract<Tree.When, { readonly is: K }>;

/** Where the pattern stands that says which event starts a strategy. */
export const patternScope: Scope = { ...userScope, trigger: { is: "none", why: "pattern", at: null } };

export function happens(c: Checker, when: Of<"happens">): When | null {
  const found = matched(c, when.pattern.event, when.pattern.where, patternScope);
  return found && { is: "happens", pattern: { event: found.event, where: found.where } };
}

/** `confirm is not followed by pay with same order_id within 30 minutes`. */
export function absence(c: Checker, when: Of<"absence">): When | null {
  const first = matched(c, when.first.event, when.first.where, patternScope);
  const then = matched(c, when.then.event, when.then.where, patternScope);
  const within = validityOf(c, when.within);
  const same = when.same && first && then && sameField(c, when.same, then, first);
  if (!first || !then || !within || (when.same && !same)) return null;
  const kept = [first, then].every(({ entry }) => isKept(c, entry, back(within), when.span));
  if (!kept) return null;
  return {
    is: "absence",
    first: { event: first.event, where: first.where },
    then: { event: then.event, where: then.where },
    same,
    within,
  };
}

/** The window that a wait since an event reaches back over. */
function back({ unit, n }: Length): Parameters<typeof isKept>[2] {
  return unit === "ms" ? { is: "span", ms: n } : { is: "for", unit, n };
}

/** `3 days after 2nd order`. */
export function afterPoint(c: Checker, when: Of<"afterPoint">): When | null {
  const { nth, pattern } = when.point;
  const found = matched(c, pattern.event, pattern.where, patternScope);
  const after = validityOf(c, when.length);
  if (nth === "last") return notLast(c, when);
  if (!found || !after || !keepsAll(c, found.entry, when.point.span, "point")) return null;
  return { is: "nth", pattern: { event: found.event, where: found.where }, nth, after };
}

/** Each event is the last one until the next: what is meant is that none follows. */
function notLast(c: Checker, { point, length, span }: Of<"afterPoint">): null {
  const pattern = c.phrases.textOf(point.pattern.span);
  const write = `${pattern} is not followed by ${pattern} within ${c.phrases.textOf(length.span)}`;
  const suggestion = { span, text: write };
  return c.report.add("after-last", point.span, { text: c.phrases.textOf(point.span), write }, { suggestion });
}
