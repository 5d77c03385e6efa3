import type { And, Compare, Did, Expr, Is, Known, OneOf, Or, PointTest } from "../syntax/tree.js";
import { isShort, type Said } from "./said.js";
import { type Choices, choicesOf, isValue, type Scope, sortOf } from "./scope.js";
import { lengthOf, stretchOf } from "./stretch.js";
import { happening, value } from "./value.js";
import type { Often, Operator, Sort } from "./wording.js";

/** A test in words: on one line if it is short, else as a list. */
export function told(expr: Expr, scope: Scope): Said {
  if (expr.is === "and" || expr.is === "or") return junction(expr, scope, false);
  if (expr.is === "not" && (expr.operand.is === "and" || expr.operand.is === "or"))
    return junction(expr.operand, scope, true);
  return condition(expr, scope);
}

function junction(expr: And | Or, scope: Scope, negated: boolean): Said {
  const inline = expr.parts.map((part) => condition(part, scope));
  const plain = expr.parts.every((part) => part.is !== "and" && part.is !== "or");
  if (plain && isShort(inline, scope.words.line))
    return condition(negated ? { is: "not", operand: expr, span: expr.span } : expr, scope);
  const items = expr.parts.map((part) => told(part, scope));
  return { head: scope.words.listed(expr.is, negated), numbered: false, items };
}

/** A test in words, on one line. */
export function condition(expr: Expr, scope: Scope): string {
  const { words, catalogue } = scope;
  switch (expr.is) {
    case "and":
    case "or":
      return words.joined(
        expr.parts.map((part) => bracketed(part, scope)),
        expr.is,
      );
    case "not":
      return negation(expr.operand, scope);
    case "compare":
      return compared(expr, expr.op, scope);
    case "equal":
      return equal(expr, scope);
    case "oneOf":
      return oneOf(expr, scope);
    case "known":
      return known(expr, scope);
    case "between": {
      const low = value(expr.low, scope);
      return words.between(value(expr.operand, scope), low, value(expr.high, scope), sortOf(expr.operand, scope));
    }
    case "contains":
      return words.contains(value(expr.operand, scope), value(expr.part, scope));
    case "has":
      return words.has(words.name(catalogue.named.tag.shown(expr.tag.text)), false);
    case "did":
      return did(expr, expr.negated, scope);
    case "pointTest":
      return pointTest(expr, scope);
    case "ifUnknown":
    case "arithmetic":
    case "timeSince":
    case "aggregate":
    case "path":
    case "quantity":
    case "text":
    case "boolean":
    case "date":
    case "notYet":
      throw new Error(`\`${expr.is}\` is not a test, and the checker lets none through where a test stands`);
  }
}

function known({ operand, negated }: Known, scope: Scope): string {
  const { words } = scope;
  if (operand.is !== "timeSince") return words.known(value(operand, scope), negated);
  return words.hasLast(happening(operand.point.pattern, scope), negated);
}

function bracketed(expr: Expr, scope: Scope): string {
  const text = condition(expr, scope);
  return expr.is === "and" || expr.is === "or" ? scope.words.bracket(text) : text;
}

/** What has a short denial of the same meaning is said with it. */
function negation(operand: Expr, scope: Scope): string {
  const { words, catalogue } = scope;
  if (operand.is === "has") return words.has(words.name(catalogue.named.tag.shown(operand.tag.text)), true);
  if (operand.is === "did" && !operand.negated) return did(operand, true, scope);
  return words.not(condition(operand, scope));
}

function compared({ left, right }: Pick<Compare, "left" | "right">, op: Operator, scope: Scope): string {
  const { words } = scope;
  if (left.is === "aggregate" && left.fn === "count" && right.is === "quantity") {
    const event = happening({ event: left.of, where: left.where }, scope);
    return words.counted(event, stretchOf(left.window), op, right.amount);
  }
  const [first, second] = sides(left, right, scope);
  return words.compare(first, op, second, sortOfPair(left, right, scope));
}

/** The sort of what is compared: a bare choice says nothing, the other side does. */
function sortOfPair(left: Expr, right: Expr, scope: Scope): Sort {
  const [first, second] = [sortOf(left, scope), sortOf(right, scope)];
  return first === "number" ? second : first;
}

function equal(expr: Is, scope: Scope): string {
  const { words } = scope;
  const { left, right, negated } = expr;
  const choices = choicesOf(left, scope);
  if (right.is === "boolean") return words.flag(value(left, scope), negated, right.value);
  if (left.is === "path" && choices?.lifecycle && isMember(right, choices)) {
    return words.stage(lifecycleName(left, scope), negated, [value(right, scope, choices)]);
  }
  return compared(expr, negated ? "!=" : "=", scope);
}

function lifecycleName(path: Expr & { readonly is: "path" }, { words, catalogue }: Scope): string {
  return words.name(catalogue.named.lifecycle.shown(path.names[0]?.text ?? ""));
}

/** Both sides in words. A choice is told by the side that is a value; the right side first, as the checker does. */
function sides(left: Expr, right: Expr, scope: Scope): readonly [string, string] {
  const second = value(right, scope, choicesOf(left, scope));
  const leftIsValue = left.is !== "path" || isValue(left, scope);
  return [value(left, scope, leftIsValue ? null : choicesOf(right, scope)), second];
}

function isMember(expr: Expr, { members }: Choices): boolean {
  return expr.is === "path" && expr.names.length === 1 && members.byId.has(expr.names[0]?.text ?? "");
}

function oneOf({ operand, negated, list }: OneOf, scope: Scope): string {
  const choices = choicesOf(operand, scope);
  const names = list.map((each) => value(each, scope, choices));
  if (operand.is === "path" && choices?.lifecycle) {
    return scope.words.stage(lifecycleName(operand, scope), negated, names);
  }
  return scope.words.oneOf(value(operand, scope), negated, names);
}

function did(expr: Did, negated: boolean, scope: Scope): string {
  const { words } = scope;
  const event = happening(expr.pattern, scope);
  const { frequency } = expr;
  if (frequency?.is === "streak") return words.streak(event, frequency.days, frequency.ending, negated);
  const often: Often = frequency ?? { is: "once" };
  return words.did(event, often, stretchOf(expr.window), negated);
}

function pointTest({ point, test }: PointTest, scope: Scope): string {
  const event = happening(point.pattern, scope);
  if (test.is === "ago") return scope.words.lastAgo(event, test.bound, lengthOf(test.length));
  const stretch = stretchOf(test.window);
  return stretch.is === "ever" ? scope.words.hasLast(event, false) : scope.words.lastIn(event, stretch);
}
