import { storedPer } from "../../program/unit.js";
import type { FieldOf } from "../../syntax/tree.js";
import type { Checker, Scope } from "../checker.js";
import { hasHappened, isKnown } from "../known.js";
import { meant } from "../report.js";
import { fallbackFor, isText } from "../type.js";
import { type Missing, plain, type Value } from "../value.js";
import { missingMoment } from "./dated.js";
import { pointOf } from "./moment.js";
import { keepsAll } from "./retention.js";

/** `amount of last pay`: unknown where there is no such event, or the field is unknown in it. */
export function fieldOf(c: Checker, expr: FieldOf, scope: Scope): Value | null {
  const text = c.phrases.textOf(expr.span);
  if (scope.event) return c.report.add("where-needs-fields", expr.span, { text });
  const marked = pointOf(c, expr.point, scope);
  if (!marked) return null;
  const { entry } = marked.found;
  const named = entry.fields.get(expr.field.text);
  if (!named) {
    const { exist, suggestion } = meant(expr.field, entry.fields.keys());
    const args = { name: expr.field.text, owner: entry.node.name.text, exist };
    return c.report.add("unknown-field", expr.field.span, args, { suggestion });
  }
  const { field, place } = named;
  if (!field || !keepsAll(c, entry, expr.span, "point")) return null;
  const column = c.facts.column({ is: "pointField", point: marked.point, field: place });
  const value = { is: "column", column, per: storedPer(field.type) } as const;
  const sure = isKnown(scope.known, value) || (!field.optional && hasHappened(scope.known, marked.need));
  const guard = missingMoment(c, expr.point, text, expr.span);
  const fallback = fallbackFor(field.type);
  const known = field.optional ? `${text} is known` : guard.known;
  const missing: Missing[] = sure ? [] : [{ ...guard, known, fallback }];
  if (!isText(field.type)) return plain(field.type, value, missing);
  return { is: "text", type: field.type, text: { is: "column", column }, missing };
}
