import type { Expr } from "../../syntax/tree.js";
import type { Checker, Scope } from "../checker.js";
import { shownOf } from "../type.js";
import { type CheckedTest, constant, failed, plain, type Value } from "../value.js";
import { aggregate } from "./aggregate.js";
import { arithmetic } from "./arithmetic.js";
import { between, compare, equal } from "./compare.js";
import { did } from "./did.js";
import { fieldOf } from "./field-of.js";
import { has } from "./has.js";
import { date, quantity } from "./literal.js";
import { and, not, or } from "./logic.js";
import { mapOf } from "./map-of.js";
import { oneOf } from "./one-of.js";
import { contains, ifUnknown, known } from "./optional.js";
import { path } from "./path.js";
import { pointTest } from "./point-test.js";
import { reached } from "./reached.js";
import { sequence } from "./sequence.js";
import { timeSince } from "./since.js";
import { zodiac } from "./zodiac.js";

/** An expression where a test is needed. */
export function test(c: Checker, expr: Expr, scope: Scope): CheckedTest {
  switch (expr.is) {
    case "and":
      return and(c, expr, scope);
    case "or":
      return or(c, expr, scope);
    case "not":
      return not(c, expr, scope);
    case "compare":
      return compare(c, expr, scope);
    case "equal":
      return equal(c, expr, scope);
    case "between":
      return between(c, expr, scope);
    case "oneOf":
      return oneOf(c, expr, scope);
    case "known":
      return known(c, expr, scope);
    case "contains":
      return contains(c, expr, scope);
    case "has":
      return has(c, expr, scope);
    case "did":
      return did(c, expr, scope);
    case "pointTest":
      return pointTest(c, expr, scope);
    case "sequence":
      return sequence(c, expr, scope);
    case "reached":
      return reached(c, expr, scope);
    case "notYet":
      return failed;
    default:
      return notATest(c, expr, scope);
  }
}

/** An expression where a value is needed; `null` when something in it was reported. */
export function value(c: Checker, expr: Expr, scope: Scope): Value | null {
  switch (expr.is) {
    case "path":
      return path(c, expr, scope);
    case "quantity":
      return quantity(c, expr);
    case "date":
      return date(c, expr);
    case "text":
      return { is: "text", type: { is: "text" }, text: { is: "constant", text: expr.text }, missing: [] };
    case "boolean":
      return plain({ is: "boolean" }, constant(expr.value ? 1 : 0));
    case "arithmetic":
      return arithmetic(c, expr, scope);
    case "ifUnknown":
      return ifUnknown(c, expr, scope);
    case "aggregate":
      return aggregate(c, expr, scope);
    case "timeSince":
      return timeSince(c, expr, scope);
    case "fieldOf":
      return fieldOf(c, expr, scope);
    case "mapOf":
      return mapOf(c, expr, scope);
    case "zodiac":
      return zodiac(c, expr, scope);
    case "notYet":
      return null;
    default:
      return c.report.add("not-a-value", expr.span, { text: c.phrases.textOf(expr.span) });
  }
}

/** Whether an expression has the form of a value, not of a test. */
export function isValue({ is }: Expr): boolean {
  return valueForms.has(is);
}

const valueForms: ReadonlySet<Expr["is"]> = new Set<Expr["is"]>([
  "path",
  "quantity",
  "date",
  "text",
  "boolean",
  "arithmetic",
  "ifUnknown",
  "aggregate",
  "timeSince",
  "fieldOf",
  "mapOf",
  "zodiac",
]);

/** A value stands where a test belongs; if it is a yes or no, the fix is known exactly. */
function notATest(c: Checker, expr: Expr, scope: Scope): CheckedTest {
  const found = value(c, expr, scope);
  if (!found) return failed;
  const text = c.phrases.textOf(expr.span);
  const write = found.is === "num" && found.type.is === "boolean" ? `${text} is true` : null;
  const suggestion = write === null ? null : { span: expr.span, text: write };
  c.report.add("not-a-test", expr.span, { text, type: shownOf(found), write }, { suggestion });
  return failed;
}
