import type { Expr, Is, Name } from "../../syntax/tree.js";
import type { Checker, Scope } from "../checker.js";
import { type CheckedTest, failed } from "../value.js";

/** Whether it says `r is high` or `r is low` of a score. */
export function isCutTest(expr: Expr, isScore: (name: string) => boolean): boolean {
  return expr.is === "equal" && cutOf(expr, isScore) !== null;
}

/** `r is high`: at or better than where that begins; `r is low`: not so. `null` where it is no such test. */
export function cutTest(c: Checker, expr: Is, scope: Scope): CheckedTest | null {
  const { scores } = scope;
  const cut = scores && cutOf(expr, (name) => scores.has(name));
  if (!scores || !cut) return null;
  const said = c.phrases.said(expr.span);
  const high = scores.high(cut.score, said);
  if (!high) return failed;
  const test = cut.high === expr.negated ? ({ is: "not", part: high, said } as const) : high;
  return { test, whenTrue: [], whenFalse: [] };
}

function cutOf({ left, right }: Is, isScore: (name: string) => boolean): { score: string; high: boolean } | null {
  const score = alone(left)?.text;
  const word = alone(right)?.text;
  if (score === undefined || !isScore(score) || (word !== "high" && word !== "low")) return null;
  return { score, high: word === "high" };
}

function alone(expr: Expr): Name | null {
  return expr.is === "path" && expr.names.length === 1 ? (expr.names[0] ?? null) : null;
}
