import type { Aggregate, Arithmetic, Expr, IfUnknown, Path } from "../syntax/tree.js";
import { dateText, fieldName, happening, moment, point } from "./event.js";
import { asValue } from "./role.js";
import { type Scope, triggersWith } from "./scope.js";
import { stretchOf } from "./stretch.js";
import { type Choices, choicesOf, nameOf, sortOf } from "./type.js";
import type { BenefitPart, FallbackKind } from "./told.js";

/** A value in words; a bare name may be one of the `choices` that it stands against. */
export function value(expr: Expr, scope: Scope, choices: Choices | null = null): string {
  const { words, catalogue } = scope;
  const node = asValue(expr);
  switch (node.is) {
    case "path":
      return path(node, scope, choices);
    case "quantity":
      return words.quantity(node.amount, node.unit);
    case "text":
      return words.text(node.text);
    case "boolean":
      return words.boolean(node.value);
    case "date":
      return dateText(node);
    case "ifUnknown":
      return ifUnknown(node, scope);
    case "arithmetic":
      return words.arithmetic(operand(node, "left", scope), node.op, operand(node, "right", scope));
    case "aggregate":
      return aggregate(node, scope);
    case "timeSince":
      return words.timeSince(moment(node.moment, scope).text);
    case "fieldOf":
      return words.fieldOf(fieldName(node.point.pattern.event.text, node.field.text, scope), point(node.point, scope));
    case "mapOf":
      return words.mapped(words.name(catalogue.named.map.shown(node.map.text)), value(node.operand, scope));
    case "zodiac":
      return words.zodiac(node.calendar, value(node.operand, scope));
  }
}

function aggregate(node: Aggregate, scope: Scope): string {
  const field = node.field && fieldName(node.of.text, node.field.text, scope);
  const event = happening({ event: node.of, where: node.where }, scope);
  return scope.words.aggregate(node.fn, event, field, stretchOf(node.window, scope), sortOf(node, scope));
}

function ifUnknown({ operand: known, fallback }: IfUnknown, scope: Scope): string {
  const kind = fallbackKind(known, fallback, scope);
  const text = value(fallback, scope, choicesOf(known, scope));
  return scope.words.ifUnknown(value(known, scope), text, kind, known.is === "arithmetic");
}

function fallbackKind(known: Expr, fallback: Expr, scope: Scope): FallbackKind {
  if (known.is === "timeSince" && known.moment.is === "point") return "never";
  return fallback.is === "text" || sortOf(known, scope) === "text" ? "text" : "number";
}

function path(expr: Path, scope: Scope, choices: Choices | null): string {
  const { words, catalogue, event } = scope;
  const name = nameOf(expr);
  const second = expr.names[1]?.text;
  if (second !== undefined) {
    if (name === "benefit") return words.benefitPart(second as BenefitPart);
    if (name === "event") return words.triggerField(fieldName(triggersWith(second, scope)[0] ?? "", second, scope));
    return words.userField(words.word(catalogue.user.shown(second)));
  }
  if (choices?.members.byId.has(name)) return member(name, choices, scope);
  if (event !== null && catalogue.events.get(event)?.byId.has(name)) return fieldName(event, name, scope);
  const score = scope.scores?.get(name);
  if (score) return words.scoreOf(score.name);
  if (catalogue.measures.has(name)) return measured(name, scope);
  if (catalogue.tagTypes.has(name)) return words.tag(words.name(catalogue.named.tag.shown(name)));
  const division = catalogue.divisions.get(name) ?? "lifecycle";
  return words.stageOf(words.name(catalogue.named.lifecycle.shown(name)), division);
}

function measured(name: string, { words, catalogue }: Scope): string {
  const shown = words.name(catalogue.named.measure.shown(name));
  return catalogue.measures.get(name) === "share" ? words.measuredShare(shown) : words.measuredDays(shown);
}

function member(id: string, { members, lifecycle }: Choices, { words }: Scope): string {
  return lifecycle ? words.name(members.shown(id)) : words.word(members.shown(id));
}

/** Brackets where the calculation would otherwise be read in another order. */
function operand(expr: Arithmetic, side: "left" | "right", scope: Scope): string {
  const inner = expr[side];
  const text = value(inner, scope);
  if (inner.is !== "arithmetic") return text;
  const binds = bindsCloser(inner.op)
    ? !bindsCloser(expr.op) || side === "left"
    : !bindsCloser(expr.op) && side === "left";
  return binds ? text : scope.words.bracket(text);
}

function bindsCloser(op: Arithmetic["op"]): boolean {
  return op === "*" || op === "/";
}
