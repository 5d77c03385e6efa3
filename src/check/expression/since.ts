import type { Num, Op, Test } from "../../program/program.js";
import type { Point, TimeSince } from "../../syntax/tree.js";
import type { Checker, Scope } from "../checker.js";
import { hasHappened } from "../known.js";
import { constant, type Length, type Missing, type SinceValue, type SinceWhere } from "../value.js";
import { matched } from "./pattern.js";

/** The event whose last occurrence is meant. */
export interface Last {
  readonly event: number;
  readonly where: SinceWhere;
}

/** `time since last pay`: unknown for who never did it. */
export function timeSince(c: Checker, expr: TimeSince, scope: Scope): SinceValue | null {
  if (scope.event) return c.report.add("where-needs-fields", expr.span, { text: c.phrases.textOf(expr.span) });
  if (expr.moment.is !== "point") return null;
  const found = matched(c, expr.moment.pattern.event, expr.moment.pattern.where);
  if (!found) return null;
  const { event, key } = found;
  const need = { is: "happened", event, where: key, window: { is: "ever" }, field: null } as const;
  const missing = hasHappened(scope.known, need) ? [] : [missingLast(c, expr, expr.moment)];
  return { is: "since", event, where: { test: found.where, key }, fallback: null, missing };
}

function missingLast(c: Checker, expr: TimeSince, point: Point): Missing {
  const pattern = c.phrases.textOf(point.pattern.span);
  return {
    span: expr.span,
    text: c.phrases.textOf(expr.span),
    known: `did ${pattern} ever`,
    fallback: "3650 days",
  };
}

/** When it last happened, as an instant or as a local date. */
export function lastOf(c: Checker, last: Last, is: "pointInstant" | "pointDate"): Num {
  const point = { is: "point", event: last.event, where: last.where.test, nth: "last" } as const;
  const fact = { is, point } as const;
  return { is: "column", column: c.facts.column(fact), per: 1 };
}

/** Now, or today in the user's zone. */
export function clock(c: Checker, is: "now" | "today"): Num {
  return { is: "column", column: c.facts.column({ is }), per: 1 };
}

const turned: { readonly [O in Op]: Op } = { "<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "=", "!=": "!=" };

/**
 * Compares the time since an event with a length, in the length's own unit: exact milliseconds; whole days between local
 * dates; or, for months, the date itself with today moved back, so that the order turns round.
 */
export function comparedSince(
  c: Checker,
  last: Last,
  op: Op,
  length: Length,
  fallback: Length | null,
  said: number,
): Test {
  const otherwise = (value: Num, assumed: Num | null): Num =>
    assumed === null ? value : { is: "ifUnknown", value, otherwise: assumed };
  if (length.unit === "month") {
    const back = (months: number): Num => ({ is: "shiftMonths", date: clock(c, "today"), months: -months + 0 });
    const left = otherwise(lastOf(c, last, "pointDate"), fallback && back(fallback.n));
    return { is: "compare", op: turned[op], left, right: back(length.n), type: { is: "date" }, said };
  }
  const exact = length.unit === "ms";
  const elapsed: Num = {
    is: "minus",
    left: clock(c, exact ? "now" : "today"),
    right: lastOf(c, last, exact ? "pointInstant" : "pointDate"),
  };
  const left = otherwise(elapsed, fallback && constant(fallback.n));
  return { is: "compare", op, left, right: constant(length.n), type: { is: exact ? "span" : "period" }, said };
}
