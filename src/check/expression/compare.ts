import type { Op, Test } from "../../program/program.js";
import type { Between, Compare, Expr, Is } from "../../syntax/tree.js";
import type { Span } from "../../text/span.js";
import type { Checker, Scope } from "../checker.js";
import type { Claim } from "../known.js";
import { isOrdered, shown } from "../type.js";
import { type CheckedTest, failed, type Length, type NumValue, type SinceValue, type Value } from "../value.js";
import { cutTest } from "./cut.js";
import { isSure } from "./missing.js";
import { pair } from "./pair.js";
import { isStage, stageClaims } from "./stage.js";
import { mismatch, related } from "./relation.js";
import { comparedSince } from "./since.js";

/** `a >= b`. */
export function compare(c: Checker, expr: Compare, scope: Scope): CheckedTest {
  return relate(c, expr.op, expr.left, expr.right, expr.span, scope);
}

/** `a is b`, `a is not b`. */
export function equal(c: Checker, expr: Is, scope: Scope): CheckedTest {
  const cut = cutTest(c, expr, scope);
  return cut ?? relate(c, expr.negated ? "!=" : "=", expr.left, expr.right, expr.span, scope);
}

/** `a between b and c`: the same as two comparisons. */
export function between(c: Checker, expr: Between, scope: Scope): CheckedTest {
  const low = relate(c, ">=", expr.operand, expr.low, expr.span, scope);
  // Once the operand was found wanting, the second comparison would only repeat it.
  if (!low.test) return failed;
  const high = relate(c, "<=", expr.operand, expr.high, expr.span, scope);
  if (!high.test) return failed;
  if (isEmpty(low.test, high.test)) {
    const args = { low: c.phrases.textOf(expr.low.span), high: c.phrases.textOf(expr.high.span) };
    c.report.add("empty-range", expr.span, args);
    return failed;
  }
  const test: Test = { is: "and", parts: [low.test, high.test], said: low.test.said };
  return { test, whenTrue: [...low.whenTrue, ...high.whenTrue], whenFalse: [] };
}

function isEmpty(low: Test, high: Test): boolean {
  if (low.is !== "compare" || high.is !== "compare") return false;
  if (low.right.is !== "constant" || high.right.is !== "constant") return false;
  return low.right.n * high.right.d > high.right.n * low.right.d;
}

function relate(c: Checker, op: Op, left: Expr, right: Expr, span: Span, scope: Scope): CheckedTest {
  const values = pair(c, left, right, scope);
  if (!values) return failed;
  const since = withSince(c, op, values, left, right, span, scope);
  if (since) return since;
  const both = related(c, values[0], values[1], left, right);
  if (!both) return failed;
  if (op !== "=" && op !== "!=" && !isOrdered(both.type)) {
    c.report.add("no-order", span, { op, text: c.phrases.textOf(left.span), type: shown(both.type) });
    return failed;
  }
  const sure = [both.left, both.right].map((value) => (op === "=" && isStage(value)) || isSure(c, value, scope));
  if (sure.includes(false)) return failed;
  const said = c.phrases.said(span);
  if (both.is === "text") {
    const same: Test = { is: "sameText", left: both.left.text, right: both.right.text, said };
    return { test: op === "=" ? same : { is: "not", part: same, said }, whenTrue: [], whenFalse: [] };
  }
  const test: Test = { is: "compare", op, left: both.left.num, right: both.right.num, type: both.type, said };
  return {
    test,
    whenTrue: claims(c, op, both.left, both.right),
    whenFalse: claims(c, opposite[op], both.left, both.right),
  };
}

/** Time since an event is compared with a literal length only: its unit decides how to count. */
function withSince(
  c: Checker,
  op: Op,
  [left, right]: readonly [Value, Value],
  leftExpr: Expr,
  rightExpr: Expr,
  span: Span,
  scope: Scope,
): CheckedTest | null {
  if (left.is === "since") return sinceTest(c, op, left, right, leftExpr, rightExpr, span, scope);
  if (right.is === "since") return sinceTest(c, mirrored[op], right, left, rightExpr, leftExpr, span, scope);
  return null;
}

function sinceTest(
  c: Checker,
  op: Op,
  since: SinceValue,
  other: Value,
  sinceExpr: Expr,
  otherExpr: Expr,
  span: Span,
  scope: Scope,
): CheckedTest {
  const length = literalLength(other);
  if (!length || (since.fallback && since.fallback.unit !== length.unit)) {
    if (other.is === "num" && otherExpr.is === "quantity") mismatch(c, since, other, sinceExpr, otherExpr);
    else if (length)
      c.report.add("time-mismatch", otherExpr.span, {
        left: c.phrases.textOf(sinceExpr.span),
        right: c.phrases.textOf(otherExpr.span),
      });
    else c.report.add("time-since-needs-length", span, { text: c.phrases.textOf(sinceExpr.span) });
    return failed;
  }
  if (!isSure(c, since, scope)) return failed;
  const test = comparedSince(c, since.dated, op, length, since.fallback, c.phrases.said(span));
  if (test) return { test, whenTrue: [], whenFalse: [] };
  c.report.add("date-without-hour", otherExpr.span, { of: since.of, text: c.phrases.textOf(otherExpr.span) });
  return failed;
}

/** The length that a literal gives. */
export function literalLength(value: Value): Length | null {
  if (value.is === "period") return { unit: value.unit, n: value.n };
  if (value.is !== "num" || value.type.is !== "span" || value.num.is !== "constant") return null;
  return { unit: "ms", n: value.num.n };
}

const opposite: { readonly [O in Op]: Op } = { "<": ">=", "<=": ">", ">": "<=", ">=": "<", "=": "!=", "!=": "=" };
const mirrored: { readonly [O in Op]: Op } = { "<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "=", "!=": "!=" };

/** What a comparison with a constant says of the other side: that it is not zero, and what follows from that. */
function claims(c: Checker, op: Op, left: NumValue, right: NumValue): readonly Claim[] {
  if (left.num.is === "constant") return right.num.is === "constant" ? [] : claims(c, mirrored[op], right, left);
  const { num } = right;
  if (num.is !== "constant") return [];
  if (left.num.is === "stage") return op === "=" ? stageClaims(c, left.num.lifecycle, num.n) : [];
  if (!excludesZero(op, num.n)) return [];
  const notZero: Claim = { is: "notZero", value: left.num };
  if (!left.happens) return [notZero];
  return [notZero, { ...left.happens, times: left.counts ? leastCount(op, num.n / num.d) : 1 }];
}

/** The least whole number, from 1, that stands in a relation to a number. */
function leastCount(op: Op, n: number): number {
  const least = op === ">" ? Math.floor(n) + 1 : op === ">=" || op === "=" ? Math.ceil(n) : 1;
  return Math.max(1, least);
}

function excludesZero(op: Op, n: number): boolean {
  switch (op) {
    case "=":
      return n !== 0;
    case "!=":
      return n === 0;
    case ">":
      return n >= 0;
    case ">=":
      return n > 0;
    case "<":
      return n <= 0;
    case "<=":
      return n < 0;
  }
}
