import type { EventFact, Field, Num, Type, Window } from "../../program/program.js";
import { storedPer } from "../../program/unit.js";
import type { Aggregate, Expr } from "../../syntax/tree.js";
import type { Checker, Scope } from "../checker.js";
import { type Happened, hasHappened, isKnown } from "../known.js";
import { meant } from "../report.js";
import { fallbackFor, isOrdered, isQuantity, shown } from "../type.js";
import { type Missing, type NumValue, plain } from "../value.js";
import { type Matched, matched } from "./pattern.js";
import { windowOf } from "./window.js";

/** `count of pay ever`, `average of pay.amount in the last 30 days`. Count and sum are always known, the others are not. */
export function aggregate(c: Checker, expr: Aggregate, scope: Scope): NumValue | null {
  if (scope.event) return c.report.add("where-needs-fields", expr.span, { text: c.phrases.textOf(expr.span) });
  const found = matched(c, expr.of, expr.where);
  const window = windowOf(c, expr.window, expr.span);
  if (!found) return null;
  if (expr.fn === "countDays" || expr.fn === "countDistinct" || expr.fn === "mostFrequent") return null;
  if (expr.fn === "count") return window && count(c, expr, found, window);
  const of = fieldOf(c, expr, found);
  return of && window && overField(c, { ...expr, fn: expr.fn }, scope, found, window, of);
}

function count(c: Checker, expr: Aggregate, found: Matched, window: Window): NumValue | null {
  const event = expr.of.text;
  if (expr.field) return c.report.add("count-has-field", expr.field.span, { event, field: expr.field.text });
  const { where } = found;
  const num = column(c, { is: "count", event: found.event, where, window });
  return { ...plain({ is: "integer" }, num), happens: happened(found, window, null), counts: true };
}

interface Numbers {
  readonly field: Field;
  readonly place: number;
}

/** The field of an aggregate, which must be of a type that the aggregate can take. */
function fieldOf(c: Checker, expr: Aggregate, found: Matched): Numbers | null {
  const { fields, node } = found.entry;
  const fits = (type: Type): boolean =>
    isQuantity(type) || (isOrdered(type) && (expr.fn === "min" || expr.fn === "max"));
  const event = node.name.text;
  if (!expr.field) {
    const example = [...fields.values()].find((each) => each.field && fits(each.field.type))?.field?.id ?? null;
    return c.report.add("aggregate-needs-field", expr.span, { fn: expr.fn, event, example });
  }
  const entry = fields.get(expr.field.text);
  if (!entry) {
    const { exist, suggestion } = meant(expr.field, fields.keys());
    return c.report.add(
      "unknown-field",
      expr.field.span,
      { name: expr.field.text, owner: event, exist },
      { suggestion },
    );
  }
  const { field } = entry;
  if (!field) return null;
  if (fits(field.type)) return { field, place: entry.place };
  const args = { fn: expr.fn, field: `${event}.${field.id}`, type: shown(field.type) };
  return c.report.add("cannot-aggregate", expr.field.span, args);
}

function overField(
  c: Checker,
  expr: Aggregate & { fn: "sum" | "average" | "min" | "max" },
  scope: Scope,
  found: Matched,
  window: Window,
  { field, place }: Numbers,
): NumValue {
  const { where, event } = found;
  const per = storedPer(field.type);
  const over = (is: "sum" | "min" | "max" | "countKnown", by = per): Num =>
    column(c, { is, event, field: place, where, window }, by);
  // What must have happened for the value to be known; an optional field must also have been known once.
  const need = happened(found, window, field.optional ? place : null);
  if (expr.fn === "sum") {
    return { ...plain(field.type, over("sum")), happens: happened(found, window, place), counts: false };
  }
  const known = field.optional ? over("countKnown", 1) : null;
  const num: Num =
    expr.fn === "average"
      ? { is: "over", left: over("sum"), right: known ?? column(c, { is: "count", event, where, window }) }
      : over(expr.fn);
  const type: Type = expr.fn === "average" && field.type.is === "integer" ? { is: "number" } : field.type;
  const sure = isKnown(scope.known, num) || hasHappened(scope.known, need);
  return plain(type, num, sure ? [] : [missing(c, expr, type, field.optional)]);
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

export function happened(found: Matched, window: Window, field: number | null): Happened {
  return { is: "happened", event: found.event, where: found.key, window, field };
}

function column(c: Checker, fact: EventFact, per = 1): Num {
  return { is: "column", column: c.facts.column(fact), per };
}
