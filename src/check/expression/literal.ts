import { checkedDate } from "../../calendar/civil.js";
import type { DateLiteral, Quantity } from "../../syntax/tree.js";
import type { Checker } from "../checker.js";
import { currencies, currencyDigits } from "../currency.js";
import { decimal } from "../decimal.js";
import { isTimeUnit, lengthOf, timeUnits } from "../length.js";
import { meant } from "../report.js";
import { constant, plain, type NumValue, type PeriodValue } from "../value.js";

/** A number with its unit. */
export function quantity(c: Checker, expr: Quantity): NumValue | PeriodValue | null {
  const { unit } = expr;
  if (unit !== null && isTimeUnit(unit)) return time(c, expr);
  if (unit !== null && currencyDigits(unit) !== null) return amount(c, expr, unit);
  const value = decimal(expr.amount, unit === "%" ? 100 : 1);
  if (!value) return c.report.add("too-large", expr.span, { text: c.phrases.textOf(expr.span) });
  if (unit === null) return plain({ is: value.d === 1 ? "integer" : "number" }, constant(value.n, value.d));
  if (unit === "%") return plain({ is: "ratio" }, constant(value.n, value.d));
  if (unit === "points") return points(c, expr, value.n, value.d);
  return unknownUnit(c, expr, unit);
}

function time(c: Checker, expr: Quantity): NumValue | PeriodValue | null {
  const length = lengthOf(expr);
  if (!length) return c.report.add("bad-length", expr.span, { text: c.phrases.textOf(expr.span), needs: "whole" });
  if (length.unit === "ms") return plain({ is: "span" }, constant(length.n));
  return { is: "period", unit: length.unit, n: length.n };
}

/** Money counts in minor units; a literal finer than that could never be paid. */
function amount(c: Checker, expr: Quantity, currency: string): NumValue | null {
  const digits = currencyDigits(currency) as number;
  const value = decimal(expr.amount);
  const text = c.phrases.textOf(expr.span);
  if (!value) return c.report.add("too-large", expr.span, { text });
  if (value.digits > digits) return c.report.add("too-fine", expr.span, { text, currency, digits });
  const minor = 10 ** digits;
  const n = value.n * (minor / value.d);
  if (!Number.isSafeInteger(n)) return c.report.add("too-large", expr.span, { text });
  return plain({ is: "money", currency, minor }, constant(n));
}

function points(c: Checker, expr: Quantity, n: number, d: number): NumValue | null {
  if (d !== 1) return c.report.add("not-whole", expr.span, { text: c.phrases.textOf(expr.span) });
  return plain({ is: "points" }, constant(n));
}

function unknownUnit(c: Checker, expr: Quantity, unit: string): null {
  const own = c.catalogue.currency?.currency;
  const names = [...(own === undefined ? [] : [own]), ...timeUnits, "points", ...currencies];
  const near = meant({ text: unit, span: expr.span }, names).suggestion;
  const suggestion = near && { span: expr.span, text: `${expr.amount} ${near.text}` };
  return c.report.add("unknown-unit", expr.span, { name: unit }, { suggestion });
}

/** The days from 1970-01-01 to a date, or `null` (reported) if the calendar has no such date. */
export function epochDay(c: Checker, literal: DateLiteral): number | null {
  const day = checkedDate(literal.year, literal.month, literal.day);
  return day ?? c.report.add("bad-date", literal.span, { text: c.phrases.textOf(literal.span) });
}

export function date(c: Checker, expr: DateLiteral): NumValue | null {
  const day = epochDay(c, expr);
  return day === null ? null : plain({ is: "date" }, constant(day));
}
