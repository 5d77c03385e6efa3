import type { Num, Op, Test } from "../../program/program.js";
import type { TimeSince } from "../../syntax/tree.js";
import type { Checker, Scope } from "../checker.js";
import { constant, type Dated, type Length, type NumValue, plain, type SinceValue } from "../value.js";
import { clock, dateOfMoment, datedOf, instantOfMoment, missingMoment } from "./dated.js";
import { keepsAll } from "./retention.js";

/** `time since last pay`, `time since user.registered_at`: unknown for who never did it, or where the field is. */
export function timeSince(c: Checker, expr: TimeSince, scope: Scope): SinceValue | null {
  if (scope.event) return c.report.add("where-needs-fields", expr.span, { text: c.phrases.textOf(expr.span) });
  const { moment } = expr;
  const dated = datedOf(c, moment, scope);
  if (!dated) return null;
  const entry = moment.is === "point" && c.catalogue.events.get(moment.pattern.event.text);
  if (entry && !keepsAll(c, entry, expr.span, "point")) return null;
  const missing = dated.sure ? [] : [missingMoment(c, moment, c.phrases.textOf(expr.span), expr.span)];
  return { is: "since", dated, of: c.phrases.textOf(moment.span), fallback: null, missing };
}

/** Local days since a moment, for what is counted with other users' in one unit; `null` where another unit is assumed if there was none. */
export function daysSince(c: Checker, { dated, fallback }: SinceValue): NumValue | null {
  if (fallback && fallback.unit !== "day") return null;
  const gone: Num = { is: "minus", left: clock(c, "today"), right: dateOfMoment(c, dated.moment) };
  return plain({ is: "period" }, fallback ? { is: "ifUnknown", value: gone, otherwise: constant(fallback.n) } : gone);
}

const turned: { readonly [O in Op]: Op } = { "<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "=", "!=": "!=" };

/**
 * Compares the time since a moment with a length, in the length's own unit: exact milliseconds; whole days between local
 * dates; or, for months, the date itself with today moved back, so that the order turns round. `null` for hours since a
 * date, which has no hour.
 */
export function comparedSince(
  c: Checker,
  { moment }: Pick<Dated, "moment">,
  op: Op,
  length: Length,
  fallback: Length | null,
  said: number,
): Test | null {
  const otherwise = (value: Num, assumed: Num | null): Num =>
    assumed === null ? value : { is: "ifUnknown", value, otherwise: assumed };
  if (length.unit === "month") {
    const back = (months: number): Num => ({ is: "shiftMonths", date: clock(c, "today"), months: -months + 0 });
    const left = otherwise(dateOfMoment(c, moment), fallback && back(fallback.n));
    return { is: "compare", op: turned[op], left, right: back(length.n), type: { is: "date" }, said };
  }
  const exact = length.unit === "ms";
  const right = exact ? instantOfMoment(c, moment) : dateOfMoment(c, moment);
  if (!right) return null;
  const elapsed: Num = { is: "minus", left: clock(c, exact ? "now" : "today"), right };
  const left = otherwise(elapsed, fallback && constant(fallback.n));
  return { is: "compare", op, left, right: constant(length.n), type: { is: exact ? "span" : "period" }, said };
}
