import type { Num, Type } from "../../program/program.js";
import type { Arithmetic } from "../../syntax/tree.js";
import type { Checker, Scope } from "../checker.js";
import { hasHappened, isKnown, isNotZero } from "../known.js";
import { fallbackFor, isBare, isQuantity, sameType, shownOf } from "../type.js";
import { constant, type Missing, type NumValue, plain, type Value } from "../value.js";

const words = { "+": "plus", "-": "minus", "*": "times", "/": "over" } as const;

/** `a + b` and its like: which types go together, and of which type the result is, stands in `resultOf`. */
export function arithmetic(c: Checker, expr: Arithmetic, scope: Scope): NumValue | null {
  const left = c.value(expr.left, scope);
  const right = c.value(expr.right, scope);
  if (!left || !right) return null;
  const moved = right.is === "period" ? movedDate(left, right, expr.op) : null;
  if (moved) return moved;
  const type = left.is === "num" && right.is === "num" ? resultOf(expr.op, left.type, right.type) : null;
  if (!type || left.is !== "num" || right.is !== "num") return refuse(c, expr, left, right);
  if (expr.op === "/" && right.num.is === "constant" && right.num.n === 0) {
    return c.report.add("divide-by-zero", expr.span, { text: c.phrases.textOf(expr.span) });
  }
  const num: Num = { is: words[expr.op], left: left.num, right: right.num };
  return plain(type, num, missing(c, expr, scope, type, num, left, right));
}

/**
 * The type of a result, or `null` where two types do not go together. What is of one kind adds up; money, points and
 * spans may be scaled; dividing two of a kind gives a ratio.
 */
export function resultOf(op: Arithmetic["op"], left: Type, right: Type): Type | null {
  if (op === "+" || op === "-") return sumOf(op, left, right);
  if (op === "*") return productOf(left, right) ?? productOf(right, left);
  if (isQuantity(left) && (sameType(left, right) || (isBare(left) && isBare(right)))) return { is: "ratio" };
  if (!isBare(right)) return left.is === "money" && right.is === "ratio" ? left : null;
  return left.is === "money" || left.is === "span" ? left : left.is === "ratio" ? { is: "number" } : null;
}

function sumOf(op: "+" | "-", left: Type, right: Type): Type | null {
  if (isBare(left) && isBare(right)) return sameType(left, right) ? left : { is: "number" };
  if (isQuantity(left) && sameType(left, right)) return left;
  if (op === "-" && left.is === "date" && right.is === "date") return { is: "period" };
  if (op === "-" && left.is === "instant" && right.is === "instant") return { is: "span" };
  return left.is === "instant" && right.is === "span" ? left : null;
}

function productOf(left: Type, right: Type): Type | null {
  if (isBare(left) && isBare(right)) return sameType(left, right) ? left : { is: "number" };
  if (left.is === "money") return isBare(right) || right.is === "ratio" ? left : null;
  if (left.is === "points") return right.is === "integer" ? left : null;
  if (left.is === "span") return isBare(right) ? left : null;
  if (left.is === "ratio") return right.is === "ratio" ? left : isBare(right) ? { is: "number" } : null;
  return null;
}

/** A date moved by whole days or months. */
function movedDate(left: Value, by: { unit: "day" | "month"; n: number }, op: Arithmetic["op"]): NumValue | null {
  if (left.is !== "num" || left.type.is !== "date" || (op !== "+" && op !== "-")) return null;
  if (by.unit === "day")
    return plain(left.type, { is: words[op], left: left.num, right: constant(by.n) }, left.missing);
  const months = op === "+" ? by.n : -by.n;
  return plain(left.type, { is: "shiftMonths", date: left.num, months }, left.missing);
}

/** A result is unknown if a side is, or if the divisor may be zero. */
function missing(
  c: Checker,
  expr: Arithmetic,
  scope: Scope,
  type: Type,
  num: Num,
  left: NumValue,
  right: NumValue,
): readonly Missing[] {
  if (isKnown(scope.known, num)) return [];
  const sides = [...left.missing, ...right.missing];
  if (expr.op !== "/" || isNotZero(scope.known, right.num)) return sides;
  if (right.counts && right.happens && hasHappened(scope.known, right.happens)) return sides;
  const text = `(${c.phrases.textOf(expr.span)})`;
  const divisor = c.phrases.textOf(expr.right.span);
  const known = `${divisor} is not ${fallbackFor(right.type)}`;
  return [...sides, { span: expr.span, text, known, fallback: fallbackFor(type), divisor }];
}

function refuse(c: Checker, expr: Arithmetic, left: Value, right: Value): null {
  return c.report.add("no-arithmetic", expr.span, {
    op: expr.op,
    left: c.phrases.textOf(expr.left.span),
    leftType: shownOf(left),
    right: c.phrases.textOf(expr.right.span),
    rightType: shownOf(right),
  });
}
