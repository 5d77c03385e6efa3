import type { Test } from "../../program/program.js";
import type { And, Not, Or } from "../../syntax/tree.js";
import type { Checker, Scope } from "../checker.js";
import type { Claim } from "../known.js";
import type { CheckedTest } from "../value.js";

/** `a and b`: what `a` establishes holds in `b`. */
export function and(c: Checker, expr: And, scope: Scope): CheckedTest {
  const parts = inOrder(c, expr.parts, scope, (part) => part.whenTrue);
  return joined(
    c,
    "and",
    expr,
    parts,
    parts.flatMap((part) => part.whenTrue),
    [],
  );
}

/** `a or b`: in `b`, `a` does not hold. */
export function or(c: Checker, expr: Or, scope: Scope): CheckedTest {
  const parts = inOrder(c, expr.parts, scope, (part) => part.whenFalse);
  return joined(
    c,
    "or",
    expr,
    parts,
    [],
    parts.flatMap((part) => part.whenFalse),
  );
}

export function not(c: Checker, expr: Not, scope: Scope): CheckedTest {
  const { test, whenTrue, whenFalse } = c.test(expr.operand, scope);
  const turned: Test | null = test && { is: "not", part: test, said: c.phrases.said(expr.span) };
  return { test: turned, whenTrue: whenFalse, whenFalse: whenTrue };
}

/** Checks tests one after the other, each knowing what those before it have established. */
export function inOrder(
  c: Checker,
  parts: And["parts"],
  scope: Scope,
  establishes: (part: CheckedTest) => readonly Claim[],
): CheckedTest[] {
  let { known } = scope;
  return parts.map((part) => {
    const checked = c.test(part, { ...scope, known });
    known = [...known, ...establishes(checked)];
    return checked;
  });
}

function joined(
  c: Checker,
  is: "and" | "or",
  expr: And | Or,
  parts: readonly CheckedTest[],
  whenTrue: readonly Claim[],
  whenFalse: readonly Claim[],
): CheckedTest {
  const tests = parts.flatMap((part) => part.test ?? []);
  const test: Test | null = tests.length < parts.length ? null : { is, parts: tests, said: c.phrases.said(expr.span) };
  return { test, whenTrue, whenFalse };
}
