import type { Test } from "../../program/program.js";
import type { Contains, IfUnknown, Known } from "../../syntax/tree.js";
import type { Checker, Scope } from "../checker.js";
import { type Claim, knownClaims } from "../known.js";
import { shownOf } from "../type.js";
import { type CheckedTest, failed, plain, type SinceValue, type Value } from "../value.js";
import { literalLength } from "./compare.js";
import { dateOfMoment } from "./dated.js";
import { isSure, missingOf } from "./missing.js";
import { against } from "./pair.js";
import { related } from "./relation.js";
import { memberClaims } from "./stage.js";

/** `a is known`: the one test that may look at what is unknown. */
export function known(c: Checker, expr: Known, scope: Scope): CheckedTest {
  const value = c.value(expr.operand, scope);
  if (!value) return failed;
  if (value.is === "period") {
    c.report.add("not-a-test", expr.span, { text: c.phrases.textOf(expr.span), type: "period", write: null });
    return failed;
  }
  const said = c.phrases.said(expr.span);
  const { test, claims } = isKnownTest(c, value, said);
  return expr.negated
    ? { test: { is: "not", part: test, said }, whenTrue: [], whenFalse: claims }
    : { test, whenTrue: claims, whenFalse: [] };
}

function isKnownTest(
  c: Checker,
  value: Exclude<Value, { is: "period" }>,
  said: number,
): { test: Test; claims: Claim[] } {
  if (value.is === "since") {
    const { moment, whenKnown } = value.dated;
    const date = dateOfMoment(c, moment);
    return { test: { is: "knownNum", value: date, type: { is: "date" }, said }, claims: [...whenKnown] };
  }
  if (value.is === "text") {
    return { test: { is: "knownText", value: value.text, said }, claims: knownClaims(value.text) };
  }
  const members = value.num.is === "stage" ? memberClaims(c, value.num.lifecycle) : [];
  const claims = [...knownClaims(value.num), ...members];
  return { test: { is: "knownNum", value: value.num, type: value.type, said }, claims };
}

/** `a if unknown b`: known wherever b is. */
export function ifUnknown(c: Checker, expr: IfUnknown, scope: Scope): Value | null {
  const value = c.value(expr.operand, scope);
  if (!value) return null;
  const fallback = against(c, expr.fallback, value, expr.operand, scope);
  if (!fallback) return null;
  if (value.is === "since") return sinceOr(c, value, fallback, expr);
  const both = related(c, value, fallback, expr.operand, expr.fallback);
  if (!both) return null;
  const missing = missingOf(fallback);
  if (both.is === "num") {
    return plain(both.type, { is: "ifUnknown", value: both.left.num, otherwise: both.right.num }, missing);
  }
  const text = { is: "ifUnknown", value: both.left.text, otherwise: both.right.text } as const;
  return { is: "text", type: both.type, text, missing };
}

function sinceOr(c: Checker, value: SinceValue, fallback: Value, expr: IfUnknown): SinceValue | null {
  const length = literalLength(fallback);
  if (length) return { ...value, fallback: length, missing: [] };
  return c.report.add("time-since-needs-length", expr.span, { text: c.phrases.textOf(expr.operand.span) });
}

/** `a contains b`: between texts. */
export function contains(c: Checker, expr: Contains, scope: Scope): CheckedTest {
  const operand = c.value(expr.operand, scope);
  const part = c.value(expr.part, scope);
  if (!operand || !part) return failed;
  for (const [value, side] of [
    [operand, expr.operand],
    [part, expr.part],
  ] as const) {
    if (value.is === "text") continue;
    c.report.add("not-text", side.span, { text: c.phrases.textOf(side.span), type: shownOf(value) });
    return failed;
  }
  const sure = [isSure(c, operand, scope), isSure(c, part, scope)];
  if (sure.includes(false) || operand.is !== "text" || part.is !== "text") return failed;
  const test: Test = { is: "contains", text: operand.text, part: part.text, said: c.phrases.said(expr.span) };
  return { test, whenTrue: [], whenFalse: [] };
}
