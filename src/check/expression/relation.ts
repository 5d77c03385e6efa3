import type { Type } from "../../program/program.js";
import type { Expr } from "../../syntax/tree.js";
import type { Checker } from "../checker.js";
import { isBare, sameType, shownOf } from "../type.js";
import type { NumValue, TextValue, Value } from "../value.js";

/** Two values of one type, ready to be compared. */
export type Related =
  | { readonly is: "num"; readonly left: NumValue; readonly right: NumValue; readonly type: Type }
  | { readonly is: "text"; readonly left: TextValue; readonly right: TextValue; readonly type: Type };

/** Whether two values are of one kind; if not, says what does not fit and what to write instead. */
export function related(c: Checker, left: Value, right: Value, leftExpr: Expr, rightExpr: Expr): Related | null {
  const lunar = isLunar(left) ? leftExpr : isLunar(right) ? rightExpr : null;
  if (lunar) return c.report.add("lunar-compared", lunar.span, { text: c.phrases.textOf(lunar.span) });
  if (left.is === "text" && right.is === "text") {
    const fits = sameType(left.type, right.type) || leftExpr.is === "text" || rightExpr.is === "text";
    if (fits) return { is: "text", left, right, type: leftExpr.is === "text" ? right.type : left.type };
  }
  if (left.is === "num" && right.is === "num") {
    if (sameType(left.type, right.type)) return { is: "num", left, right, type: left.type };
    if (isBare(left.type) && isBare(right.type)) return { is: "num", left, right, type: { is: "number" } };
  }
  if (left.is === "num" && right.is === "period" && left.type.is === "period" && right.unit === "day") {
    const days: NumValue = { ...left, num: { is: "constant", n: right.n, d: 1 }, missing: [], happens: null };
    return { is: "num", left, right: days, type: left.type };
  }
  return mismatch(c, left, right, leftExpr, rightExpr);
}

/** Says why two values do not go together. */
export function mismatch(c: Checker, left: Value, right: Value, leftExpr: Expr, rightExpr: Expr): null {
  if (bareLiteral(right, rightExpr) && unitless(c, rightExpr, left, leftExpr)) return null;
  if (bareLiteral(left, leftExpr) && unitless(c, leftExpr, right, rightExpr)) return null;
  const texts = { left: c.phrases.textOf(leftExpr.span), right: c.phrases.textOf(rightExpr.span) };
  const leftType = shownOf(left);
  const rightType = shownOf(right);
  if (isTime(left) && isTime(right)) return c.report.add("time-mismatch", rightExpr.span, texts);
  if (typeof leftType === "object" && typeof rightType === "object") {
    const currencies = { leftCurrency: leftType.currency, rightCurrency: rightType.currency };
    return c.report.add("currency-mismatch", rightExpr.span, { ...texts, ...currencies });
  }
  return c.report.add("type-mismatch", rightExpr.span, { ...texts, leftType, rightType });
}

/** A lunar date comes again every year, on another day: there is nothing to compare it with. */
function isLunar(value: Value): boolean {
  return value.is === "num" && value.type.is === "lunarDate";
}

function bareLiteral(value: Value, expr: Expr): boolean {
  return expr.is === "quantity" && value.is === "num" && isBare(value.type);
}

function isTime(value: Value): boolean {
  return value.is === "period" || value.is === "since" || value.type.is === "span" || value.type.is === "period";
}

/** A bare number against a value that has a unit: the fix writes the unit after it. */
function unitless(c: Checker, literal: Expr, other: Value, otherExpr: Expr): boolean {
  if (literal.is !== "quantity") return false;
  const write = withUnit(literal.amount, other);
  if (write === null) return false;
  const text = c.phrases.textOf(literal.span);
  const args = { text, other: c.phrases.textOf(otherExpr.span), write };
  c.report.add("needs-unit", literal.span, args, { suggestion: { span: literal.span, text: write } });
  return true;
}

function withUnit(amount: string, other: Value): string | null {
  if (other.is === "since" || other.is === "period") return `${amount} days`;
  switch (other.type.is) {
    case "money":
      return `${amount} ${other.type.currency}`;
    case "points":
      return `${amount} points`;
    case "span":
      return `${amount} hours`;
    case "period":
      return `${amount} days`;
    case "ratio":
      return `${percent(amount)}%`;
    default:
      return null;
  }
}

/** `0.3` was meant as 30 percent; `30` too. */
function percent(amount: string): string {
  const value = Number(amount);
  return Math.abs(value) > 1 ? amount : String(Number((value * 100).toPrecision(15)));
}
