import type { EventFact, Num, Type, Window } from "../../program/program.js";
import { storedPer } from "../../program/unit.js";
import type { Aggregate, Expr } from "../../syntax/tree.js";
import type { Checker, Scope } from "../checker.js";
import type { Matched } from "../matched.js";
import { hasHappened, isKnown } from "../known.js";
import { fallbackFor, isText } from "../type.js";
import { type Missing, type NumValue, plain, type TextValue } from "../value.js";
import { type AggregateField, aggregateField } from "./aggregate-field.js";
import { happened, matched } from "./pattern.js";
import { isKept } from "./retention.js";
import { windowOf } from "./window.js";

/**
 * `count of pay ever`, `average of pay.amount in the last 30 days`, `most frequent of order.drink …`. Counts and sums are
 * always known, the others are not.
 */
export function aggregate(c: Checker, expr: Aggregate, scope: Scope): NumValue | TextValue | null {
  if (scope.event) return c.report.add("where-needs-fields", expr.span, { text: c.phrases.textOf(expr.span) });
  const found = matched(c, expr.of, expr.where, scope);
  const window = windowOf(c, expr.window, expr.span, scope);
  if (!found) return null;
  const kept = window !== null && isKept(c, found.entry, window, expr.span);
  if (expr.fn === "count" || expr.fn === "countDays") return kept ? count(c, expr, expr.fn, found, window) : null;
  const of = aggregateField(c, expr, found);
  return of && kept ? overField(c, { ...expr, fn: expr.fn }, scope, found, window, of) : null;
}

function count(
  c: Checker,
  expr: Aggregate,
  fn: "count" | "countDays",
  found: Matched,
  window: Window,
): NumValue | null {
  const event = expr.of.text;
  if (expr.field) return c.report.add("count-has-field", expr.field.span, { event, field: expr.field.text });
  const is = fn === "count" ? "count" : "days";
  const num = column(c, { is, event: found.event, where: found.where, window });
  return { ...plain({ is: "integer" }, num), happens: happened(found, window), counts: true };
}

type OverField = Aggregate & { readonly fn: Exclude<Aggregate["fn"], "count" | "countDays"> };

function overField(
  c: Checker,
  expr: OverField,
  scope: Scope,
  found: Matched,
  window: Window,
  { field, place }: AggregateField,
): NumValue | TextValue {
  const { where, event } = found;
  const per = storedPer(field.type);
  const fact = (is: "sum" | "min" | "max" | "countKnown" | "distinct" | "mostFrequent"): EventFact => ({
    is,
    event,
    field: place,
    where,
    window,
  });
  const over = (is: Parameters<typeof fact>[0], by = per): Num => column(c, fact(is), by);
  // What must have happened for the value to be known; an optional field must also have been known once.
  const need = happened(found, window, field.optional ? place : null);
  const seen = happened(found, window, place);
  if (expr.fn === "sum") return { ...plain(field.type, over("sum")), happens: seen, counts: false };
  if (expr.fn === "countDistinct")
    return { ...plain({ is: "integer" }, over("distinct", 1)), happens: seen, counts: true };
  const unless = (value: Num | { readonly is: "column"; readonly column: number }, type: Type): readonly Missing[] =>
    isKnown(scope.known, value) || hasHappened(scope.known, need) ? [] : [missing(c, expr, type, field.optional)];
  if (expr.fn === "mostFrequent" && isText(field.type)) {
    const text = { is: "column", column: c.facts.column(fact("mostFrequent")) } as const;
    return { is: "text", type: field.type, text, missing: unless(text, field.type) };
  }
  const known = expr.fn !== "average" ? null : field.optional ? over("countKnown", 1) : null;
  const num: Num =
    expr.fn === "average"
      ? { is: "over", left: over("sum"), right: known ?? column(c, { is: "count", event, where, window }) }
      : over(expr.fn);
  const type: Type = expr.fn === "average" && field.type.is === "integer" ? { is: "number" } : field.type;
  return plain(type, num, unless(num, type));
}

/** Having done it is the plainest guard; where the field itself is optional it would not be enough. */
function missing(c: Checker, expr: Aggregate, type: Type, optional: boolean): Missing {
  const text = c.phrases.textOf(expr.span);
  const where = expr.where ? ` where ${bracketed(c, expr.where)}` : "";
  const window = expr.window ? c.phrases.textOf(expr.window.span) : "ever";
  const known = optional ? `${text} is known` : `did ${expr.of.text}${where} ${window}`;
  return { span: expr.span, text, known, fallback: fallbackFor(type) };
}

function bracketed(c: Checker, expr: Expr): string {
  const text = c.phrases.textOf(expr.span);
  return expr.is === "and" || expr.is === "or" ? `(${text})` : text;
}

function column(c: Checker, fact: EventFact, per = 1): Num {
  return { is: "column", column: c.facts.column(fact), per };
}
