import type { Field } from "../program/program.js";
import type { Arithmetic, DateLiteral, Expr, Path, Pattern } from "../syntax/tree.js";
import type { Members } from "./catalogue.js";
import { type Choices, choicesOf, nameOf, type Scope, sortOf } from "./scope.js";
import { stretchOf } from "./stretch.js";
import type { BenefitPart } from "./wording.js";

/** A value in words; a bare name may be one of the `choices` that it stands against. */
export function value(expr: Expr, scope: Scope, choices: Choices | null = null): string {
  const { words } = scope;
  switch (expr.is) {
    case "path":
      return path(expr, scope, choices);
    case "quantity":
      return words.quantity(expr.amount, expr.unit);
    case "text":
      return words.text(expr.text);
    case "boolean":
      return words.boolean(expr.value);
    case "date":
      return dateText(expr);
    case "ifUnknown": {
      const fallback = value(expr.fallback, scope, choicesOf(expr.operand, scope));
      const compound = expr.operand.is === "arithmetic";
      return words.ifUnknown(value(expr.operand, scope), fallback, sortOf(expr.operand, scope), compound);
    }
    case "arithmetic":
      return words.arithmetic(operand(expr, "left", scope), expr.op, operand(expr, "right", scope));
    case "aggregate": {
      const field = expr.field && words.word(fieldsOf(expr.of.text, scope).shown(expr.field.text));
      const event = happening({ event: expr.of, where: expr.where }, scope);
      return words.aggregate(expr.fn, event, field, stretchOf(expr.window), sortOf(expr, scope));
    }
    case "timeSince":
      return words.timeSince(happening(expr.point.pattern, scope));
    case "and":
    case "or":
    case "not":
    case "compare":
    case "equal":
    case "oneOf":
    case "known":
    case "between":
    case "contains":
    case "has":
    case "did":
    case "pointTest":
    case "notYet":
      throw new Error(`\`${expr.is}\` is not a value, and the checker lets none through where a value stands`);
  }
}

/** An event with the test of its fields. */
export function happening({ event, where }: Pick<Pattern, "event" | "where">, scope: Scope): string {
  const { words, catalogue } = scope;
  const test = where && scope.condition(where, { ...scope, event: event.text });
  return words.event(words.name(catalogue.named.event.shown(event.text)), test);
}

/** `2026-11-10`. */
export function dateText({ year, month, day }: DateLiteral): string {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

function path(expr: Path, scope: Scope, choices: Choices | null): string {
  const { words, catalogue, event } = scope;
  const name = nameOf(expr);
  const second = expr.names[1]?.text;
  if (second === undefined && choices?.members.byId.has(name)) return member(name, choices, scope);
  if (event !== null) return words.word(fieldsOf(event, scope).shown(name));
  if (second === undefined) return words.stageOf(words.name(catalogue.named.lifecycle.shown(name)));
  if (name === "benefit") return words.benefitPart(second as BenefitPart);
  return words.userField(words.word(catalogue.user.shown(second)));
}

function member(id: string, { members, lifecycle }: Choices, { words }: Scope): string {
  return lifecycle ? words.name(members.shown(id)) : words.word(members.shown(id));
}

function fieldsOf(event: string, { catalogue }: Scope): Members<Field> {
  const fields = catalogue.events.get(event);
  if (!fields) throw new Error(`the event \`${event}\` is not in the program that was compiled from it`);
  return fields;
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
