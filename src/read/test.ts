import type { And, Compare, Did, Expr, Is, Known, OneOf, Or, PointTest } from "../syntax/tree.js";
import { happening, moment } from "./event.js";
import { asTest } from "./role.js";
import { isShort, type Said } from "./said.js";
import type { Scope } from "./scope.js";
import { reached, sequence } from "./sequence.js";
import { measuredLength, stretchOf } from "./stretch.js";
import { type Choices, choicesOf, isNamedValue, nameOf, sortOf } from "./type.js";
import { value } from "./value.js";
import type { Operator, Sort } from "./told.js";
import type { Division } from "./told-model.js";

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
  const node = asTest(expr);
  switch (node.is) {
    case "and":
    case "or":
      return words.joined(
        node.parts.map((part) => bracketed(part, scope)),
        node.is,
      );
    case "not":
      return negation(node.operand, scope);
    case "compare":
      return compared(node, node.op, scope);
    case "equal":
      return equal(node, scope);
    case "oneOf":
      return oneOf(node, scope);
    case "known":
      return known(node, scope);
    case "between": {
      const sort = sortOf(node.operand, scope);
      const [low, high] = [node.low, node.high].map((each) => bound(each, sort) ?? value(each, scope));
      return words.between(value(node.operand, scope), low ?? "", high ?? "", sort);
    }
    case "contains":
      return words.contains(value(node.operand, scope), value(node.part, scope));
    case "has":
      return words.has(words.name(catalogue.named.tag.shown(node.tag.text)), false);
    case "did":
      return did(node, node.negated, scope);
    case "pointTest":
      return pointTest(node, scope);
    case "sequence":
      return node.negated ? words.not(sequence(node, scope)) : sequence(node, scope);
    case "reached":
      return reached(node, scope);
    case "notYet":
      throw new Error(`\`${node.construct}\` is refused by the checker`);
  }
}

function known({ operand, negated }: Known, scope: Scope): string {
  const { words } = scope;
  if (operand.is !== "timeSince" || operand.moment.is !== "point") return words.known(value(operand, scope), negated);
  return words.happenedAtAll(moment(operand.moment, scope).text, negated);
}

/** What has joints of its own is bracketed, so that it is clear which parts belong together. */
function bracketed(expr: Expr, scope: Scope): string {
  const text = condition(expr, scope);
  return hasJoints(expr) ? scope.words.bracket(text) : text;
}

function hasJoints(expr: Expr): boolean {
  if (expr.is === "did") return expr.without !== null || (expr.negated && expr.window?.is === "within");
  return expr.is === "and" || expr.is === "or" || (expr.is === "sequence" && !expr.negated) || expr.is === "reached";
}

/** What has a short denial of the same meaning is said with it. */
function negation(operand: Expr, scope: Scope): string {
  const { words, catalogue } = scope;
  if (operand.is === "has") return words.has(words.name(catalogue.named.tag.shown(operand.tag.text)), true);
  if (operand.is === "did" && !operand.negated && deniesPlainly(operand)) return did(operand, true, scope);
  return words.not(condition(operand, scope));
}

/** `did not … within 7 days after P` asks for P and for those days to have passed; `not (did …)` does not. */
function deniesPlainly({ window, without }: Did): boolean {
  return without === null && window?.is !== "within" && window?.is !== "since";
}

function compared({ left, right }: Pick<Compare, "left" | "right">, op: Operator, scope: Scope): string {
  const { words } = scope;
  if (left.is === "aggregate" && left.fn === "count" && right.is === "quantity") {
    const event = happening({ event: left.of, where: left.where }, scope);
    return words.counted(event, stretchOf(left.window, scope), op, right.amount);
  }
  const sort = sortOfPair(left, right, scope);
  const [first, second] = sides(left, right, scope);
  return words.compare(bound(left, sort) ?? first, op, bound(right, sort) ?? second, sort);
}

/** A version is written as a text, and told as a number. */
function bound(expr: Expr, sort: Sort): string | null {
  return sort === "version" && expr.is === "text" ? expr.text : null;
}

/** The sort of what is compared: a bare choice says nothing, the other side does. */
function sortOfPair(left: Expr, right: Expr, scope: Scope): Sort {
  const [first, second] = [sortOf(left, scope), sortOf(right, scope)];
  return first === "number" || second === "version" ? second : first;
}

function equal(expr: Is, scope: Scope): string {
  const { words } = scope;
  const { left, right, negated } = expr;
  const cut = cutOf(expr, scope);
  if (cut) return cut;
  const choices = choicesOf(left, scope);
  if (right.is === "boolean") return words.flag(value(left, scope), negated, right.value);
  if (left.is === "path" && choices?.lifecycle && isMember(right, choices)) {
    return words.stage(lifecycleName(left, scope), divisionOf(left, scope), negated, [value(right, scope, choices)]);
  }
  return compared(expr, negated ? "!=" : "=", scope);
}

/** `r is high`, of a score; what is not high is low. */
function cutOf({ left, right, negated }: Is, { words, scores }: Scope): string | null {
  const score = left.is === "path" ? scores?.get(nameOf(left)) : undefined;
  const word = right.is === "path" ? nameOf(right) : "";
  if (!score || (word !== "high" && word !== "low")) return null;
  return words.isHigh(words.scoreOf(score.name), (word === "high") !== negated);
}

function divisionOf(path: Expr & { readonly is: "path" }, { catalogue }: Scope): Division {
  return catalogue.divisions.get(nameOf(path)) ?? "lifecycle";
}

function lifecycleName(path: Expr & { readonly is: "path" }, { words, catalogue }: Scope): string {
  return words.name(catalogue.named.lifecycle.shown(path.names[0]?.text ?? ""));
}

/** Both sides in words. A choice is told by the side that is a value; the right side first, as the checker does. */
function sides(left: Expr, right: Expr, scope: Scope): readonly [string, string] {
  const second = value(right, scope, choicesOf(left, scope));
  const leftIsValue = left.is !== "path" || isNamedValue(left, scope);
  return [value(left, scope, leftIsValue ? null : choicesOf(right, scope)), second];
}

function isMember(expr: Expr, { members }: Choices): boolean {
  return expr.is === "path" && expr.names.length === 1 && members.byId.has(expr.names[0]?.text ?? "");
}

function oneOf({ operand, negated, list }: OneOf, scope: Scope): string {
  const choices = choicesOf(operand, scope);
  const sort = sortOf(operand, scope);
  const names = list.map((each) => bound(each, sort) ?? value(each, scope, choices));
  if (operand.is === "path" && choices?.lifecycle) {
    return scope.words.stage(lifecycleName(operand, scope), divisionOf(operand, scope), negated, names);
  }
  return scope.words.oneOf(value(operand, scope), negated, names);
}

function did(expr: Did, negated: boolean, scope: Scope): string {
  const { words } = scope;
  const event = happening(expr.pattern, scope);
  const { frequency } = expr;
  const text =
    frequency?.is === "streak"
      ? words.streak(event, frequency.days, frequency.ending, negated)
      : words.did(event, frequency ?? { is: "once" }, stretchOf(expr.window, scope), negated);
  return expr.without ? words.without(text, happening(expr.without, scope)) : text;
}

function pointTest({ moment: node, test }: PointTest, scope: Scope): string {
  const { words } = scope;
  const { text } = moment(node, scope);
  if (test.is === "ago") return words.wasAgo(text, test.bound, measuredLength(test.length, scope));
  const stretch = stretchOf(test.window, scope);
  if (stretch.is !== "ever") return words.wasIn(text, stretch);
  return node.is === "point" ? words.happenedAtAll(text, false) : words.hasPassed(text);
}
