import type { Op, Test, Window } from "../../program/program.js";
import type { Length as LengthNode, PointTest } from "../../syntax/tree.js";
import type { Checker, Scope } from "../checker.js";
import { type CheckedTest, type Dated, failed, type Length } from "../value.js";
import { clock, dateOfMoment, datedOf, instantOfMoment, missingMoment } from "./dated.js";
import { liesIn } from "./lies-in.js";
import { reportMissing } from "./missing.js";
import { isKept, keepsAll } from "./retention.js";
import { comparedSince } from "./since.js";
import { windowOf } from "./window.js";

/**
 * `last order was at least 30 days ago`, `user.registered_at was in the last 7 days`, `2nd pay within 30 days after 1st pay`;
 * false for who never did it, and for what has yet to come. An optional field must be known.
 */
export function pointTest(c: Checker, expr: PointTest, scope: Scope): CheckedTest {
  if (scope.event) {
    c.report.add("where-needs-fields", expr.span, { text: c.phrases.textOf(expr.span) });
    return failed;
  }
  const { moment } = expr;
  const dated = datedOf(c, moment, scope);
  if (!dated) return failed;
  const test =
    expr.test.is === "ago" ? ago(c, expr, expr.test, dated) : inWindow(c, expr, expr.test.window, dated, scope);
  if (!test) return failed;
  if (moment.is === "path" && !dated.sure) {
    reportMissing(c, [missingMoment(c, moment, c.phrases.textOf(moment.span), moment.span)], scope);
    return failed;
  }
  return { test, whenTrue: dated.whenKnown, whenFalse: [] };
}

type Ago = Extract<PointTest["test"], { readonly is: "ago" }>;

function ago(c: Checker, expr: PointTest, test: Ago, dated: Dated): Test | null {
  const length = agoLength(c, test.length);
  if (!length) return null;
  const span = expr.span;
  const most = test.bound === "at most";
  if (!isAnswered(c, expr, most ? recent(length) : { is: "ever" })) return null;
  const op: Op = test.bound === "at least" ? ">=" : "<=";
  const said = c.phrases.said(span);
  const compared = comparedSince(c, dated, op, length, null, said);
  if (!compared) return noHour(c, expr, test.length);
  // Only what the user is told beforehand, such as an expiry, can lie ahead; an event never does.
  const mayLieAhead = dated.moment.is === "profile" && (most || length.n === 0);
  return mayLieAhead ? { is: "and", parts: [hasCome(c, dated, said), compared], said } : compared;
}

function agoLength(c: Checker, node: LengthNode): Length | null {
  const length = c.length(node);
  if (length || node.is === "measured") return length;
  return c.report.add("bad-length", node.span, { text: c.phrases.textOf(node.span), needs: "any" });
}

/** How far back one must look to find a moment that was at most so long ago. */
function recent({ unit, n }: Length): Window {
  return unit === "ms" ? { is: "span", ms: n } : { is: "for", unit, n };
}

function hasCome(c: Checker, { moment }: Dated, said: number): Test {
  const instant = instantOfMoment(c, moment);
  const left = instant ?? dateOfMoment(c, moment);
  const type = { is: instant ? "instant" : "date" } as const;
  return { is: "compare", op: "<=", left, right: clock(c, instant ? "now" : "today"), type, said };
}

function inWindow(
  c: Checker,
  expr: PointTest,
  node: (PointTest["test"] & { readonly is: "window" })["window"],
  dated: Dated,
  scope: Scope,
): Test | null {
  const window = windowOf(c, node, expr.span, scope);
  if (!window || !isAnswered(c, expr, window)) return null;
  const said = c.phrases.said(expr.span);
  const isDate = dated.moment.is === "profile" && !instantOfMoment(c, dated.moment);
  if (isDate && (window.is === "span" || window.is === "spanAgo")) {
    return noHour(c, expr, node.is === "ago" ? node.near : "length" in node ? node.length : null);
  }
  const test = liesIn(c, dated.moment, window, said);
  // A window that stands beside a moment, and whatever is no arithmetic, ends at now by itself.
  const byArithmetic = test.is !== "compare" || test.type.is !== "boolean";
  const mayLieAhead = dated.moment.is === "profile" && byArithmetic && window.is !== "previous" && window.is !== "ago";
  return mayLieAhead ? { is: "and", parts: [hasCome(c, dated, said), test], said } : test;
}

/** Whether enough of the event is kept to answer: for the last one, as far back as the test looks; for others, all of it. */
function isAnswered(c: Checker, { moment, span }: PointTest, window: Window): boolean {
  const entry = moment.is === "point" ? c.catalogue.events.get(moment.pattern.event.text) : undefined;
  if (!entry || moment.is !== "point") return true;
  if (moment.nth !== "last" || window.is === "ever") return keepsAll(c, entry, span, "point");
  return isKept(c, entry, window, span);
}

function noHour(c: Checker, { moment }: PointTest, length: LengthNode | null): null {
  const of = c.phrases.textOf(moment.span);
  const text = length ? c.phrases.textOf(length.span) : of;
  return c.report.add("date-without-hour", (length ?? moment).span, { of, text });
}
