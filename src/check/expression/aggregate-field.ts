import type { Field, Type } from "../../program/program.js";
import type { Aggregate } from "../../syntax/tree.js";
import type { Checker } from "../checker.js";
import type { Matched } from "../matched.js";
import { meant } from "../report.js";
import { isOrdered, isQuantity, shown } from "../type.js";

/** The field of an event that an aggregate is over, with its place. */
export interface AggregateField {
  readonly field: Field;
  readonly place: number;
}

const words: { readonly [F in Aggregate["fn"]]: string } = {
  count: "count of",
  countDays: "count of days with",
  countDistinct: "count of distinct",
  sum: "sum of",
  average: "average of",
  min: "min of",
  max: "max of",
  mostFrequent: "most frequent of",
};

/** The field, which must be of a type that the aggregate can take; whatever is wrong is reported. */
export function aggregateField(c: Checker, expr: Aggregate, found: Matched): AggregateField | null {
  const { fields, node } = found.entry;
  const event = node.name.text;
  const fn = words[expr.fn];
  if (!expr.field) {
    const example =
      [...fields.values()].find((each) => each.field && fits(expr.fn, each.field.type))?.field?.id ?? null;
    return c.report.add("aggregate-needs-field", expr.span, { fn, event, example });
  }
  const entry = fields.get(expr.field.text);
  if (!entry) {
    const { exist, suggestion } = meant(expr.field, fields.keys());
    const args = { name: expr.field.text, owner: event, exist };
    return c.report.add("unknown-field", expr.field.span, args, { suggestion });
  }
  const { field } = entry;
  if (!field) return null;
  if (fits(expr.fn, field.type)) return { field, place: entry.place };
  const args = { fn, field: `${event}.${field.id}`, type: shown(field.type) };
  return c.report.add("cannot-aggregate", expr.field.span, args);
}

/** Anything can be counted; only what has a smaller and a greater has extremes, and only quantities add up. */
function fits(fn: Aggregate["fn"], type: Type): boolean {
  if (fn === "countDistinct" || fn === "mostFrequent") return true;
  return isQuantity(type) || (isOrdered(type) && (fn === "min" || fn === "max"));
}
