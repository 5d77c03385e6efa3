import type { Sequence } from "../../syntax/tree.js";
import type { Span } from "../../text/span.js";
import type { Checker, Scope } from "../checker.js";
import { type CheckedTest, failed } from "../value.js";
import { areKept, stepsOf, taken, takenClaims } from "./steps.js";
import { windowOf } from "./window.js";

/** `did sequence in the last 7 days { view then order with same product_id within 2 days then no pay }`. */
export function sequence(c: Checker, expr: Sequence, scope: Scope): CheckedTest {
  if (scope.event) {
    c.report.add("where-needs-fields", expr.span, { text: c.phrases.textOf(expr.span) });
    return failed;
  }
  const window = windowOf(c, expr.window, headOf(expr), scope);
  const steps = stepsOf(c, expr.first, expr.steps, scope);
  if (!window || !steps || !areKept(c, steps, window, expr.span)) return failed;
  const said = c.phrases.said(expr.span);
  const test = taken(c, steps, window, said);
  const claims = takenClaims(steps, window);
  return expr.negated
    ? { test: { is: "not", part: test, said }, whenTrue: [], whenFalse: claims }
    : { test, whenTrue: claims, whenFalse: [] };
}

/** `did sequence`: what lacks a window when the steps follow at once. */
function headOf({ span, negated }: Sequence): Span {
  return { ...span, end: Math.min(span.end, span.start + (negated ? "did not sequence" : "did sequence").length) };
}
