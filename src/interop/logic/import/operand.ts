import { nearest } from "../../../text/nearest.js";
import type { Expr } from "../../../syntax/tree.js";
import { parseDecimal } from "../../../text/decimal.js";
import { shown } from "../../tree/read.js";
import { literal, nowhere } from "../literal.js";
import { argument, type At, phraseOf, type Reading, refuseOperator, type Step, stepOf } from "./reader.js";
import { known } from "./truth.js";
import { type Constant, literalFor, plainNumber, type Said, said, type Value } from "./value.js";

const span = nowhere;

/** The value of a piece of a rule, in the words of the language. */
export function operand(reading: Reading, at: At): Value {
  const { json, path } = at;
  if (json === null || typeof json === "string" || typeof json === "number" || typeof json === "boolean")
    return { is: "constant", json };
  const step = stepOf(json);
  if (step === null) return reading.refuse("logic-value", { path, phrase: phraseOf(json), got: shown(json) });
  switch (step.op) {
    case "var":
      return variable(reading, at, step);
    case "+":
    case "-":
    case "*":
      return arithmetic(reading, at, step);
    case "/":
      return quotient(reading, at, step);
    case "if":
    case "?:":
      return fallback(reading, at, step);
    case "==":
    case "===":
    case "!=":
    case "!==":
    case "<":
    case "<=":
    case ">":
    case ">=":
    case "!":
    case "!!":
    case "in": {
      const truth = reading.condition(at);
      return typeof truth === "boolean" ? { is: "constant", json: truth } : said(truth, { is: "boolean" });
    }
    default:
      return refuseOperator(reading, { ...at, op: step.op });
  }
}

/**
 * A name, with what it is if it is unknown as a second argument. (JSON Logic takes that for what is absent from the data, and
 * not for `null`; to the language both are unknown.)
 */
export function variable(reading: Reading, at: At, { args }: Step): Value {
  const { path, json } = at;
  const [name, otherwise] = args;
  const phrase = phraseOf(json);
  if (typeof name !== "string" || name === "") return reading.refuse("logic-name", { path, phrase, got: shown(name) });
  const found = reading.world.find(name);
  if (found === undefined)
    return reading.refuse("logic-unknown-name", { path, phrase, name, near: nearest(name, reading.world.names) });
  if (otherwise === undefined || otherwise === null || !found.unknown) return found;
  return defaulted(reading, at, found, { json: otherwise, path });
}

/** `a if unknown b`. */
function defaulted(reading: Reading, at: At, value: Said, by: At): Said {
  const other = operand(reading, by);
  const expr = other.is === "said" ? sameKind(reading, at, value, other) : constantFor(reading, at, other, value);
  return { ...value, expr: { is: "ifUnknown", operand: value.expr, fallback: expr, span }, unknown: false };
}

/** `{"if": [{"!==": [{"var": "a"}, null]}, {"var": "a"}, b]}` is how an export says `a if unknown b`. */
function fallback(reading: Reading, at: At, step: Step): Value {
  const { path, json } = at;
  const [test, value, otherwise] = step.args;
  const isPresence = JSON.stringify(test) === JSON.stringify({ "!==": [value, null] });
  if (step.args.length !== 3 || !isPresence) return reading.refuse("logic-choice", { path, phrase: phraseOf(json) });
  const found = operand(reading, argument(at, step, 1));
  if (found.is === "constant") return found;
  return found.unknown ? defaulted(reading, at, found, { json: otherwise, path: argument(at, step, 2).path }) : found;
}

/** A constant beside a value of some kind. */
export function constantFor(reading: Reading, at: At, constant: Constant, beside: Said): Expr {
  const found = literalFor(constant, beside);
  const { path, json } = at;
  const phrase = phraseOf(json);
  const got = shown(constant.json);
  if (found === "fine") return reading.refuse("logic-too-fine", { path, phrase, got });
  if (found !== null) return found;
  if (beside.kind === "choice" && beside.type?.is === "enum" && typeof constant.json === "string") {
    const all = beside.type.members.map(({ id }) => id);
    return reading.refuse("logic-no-member", { path, phrase, got, near: nearest(constant.json, all), known: all });
  }
  return reading.refuse("logic-kinds", { path, phrase, left: beside.kind, right: kindOfJson(constant.json) });
}

const kindOfJson = (json: Constant["json"]): Said["kind"] | "null" => {
  if (json === null) return "null";
  return typeof json === "number" ? "number" : typeof json === "string" ? "text" : "boolean";
};

/** A value beside another of the same kind and unit. */
export function sameKind(reading: Reading, { path, json }: At, value: Said, other: Said): Expr {
  const phrase = phraseOf(json);
  if (value.kind !== other.kind || value.kind === "instant")
    return reading.refuse("logic-kinds", { path, phrase, left: value.kind, right: other.kind });
  const hasUnit = value.type?.is === "money" || value.type?.is === "ratio" || value.type?.is === "number";
  if (
    value.kind === "number" &&
    hasUnit &&
    other.type !== null &&
    value.type?.is === other.type.is &&
    value.stored !== other.stored
  )
    return reading.refuse("logic-units", { path, phrase });
  return other.expr;
}

/** A value as a number; refused if it is none. */
function numeric(reading: Reading, { at, value }: Part): Said {
  const { path, json } = at;
  const found = value.is === "said" ? value : typeof value.json === "number" ? plainNumber(value.json) : null;
  if (found?.kind === "number") return found;
  const left = value.is === "said" ? value.kind : kindOfJson(value.json);
  return reading.refuse("logic-kinds", { path, phrase: phraseOf(json), left, right: "number" });
}

const signs = { "+": "+", "-": "-", "*": "*" } as const;

function arithmetic(reading: Reading, at: At, step: Step): Value {
  const { path, json } = at;
  const op = signs[step.op as keyof typeof signs];
  const phrase = phraseOf(json);
  if (step.args.length === 0 || (op === "-" && step.args.length > 2))
    return reading.refuse("logic-arguments", { path, phrase, op, got: step.args.length });
  const parts = step.args.map((_, index) => partOf(reading, at, step, index));
  if (parts.length === 1 && op === "-") parts.unshift({ at, value: { is: "constant", json: 0 } });
  const [first, ...rest] = parts;
  if (first === undefined) return reading.refuse("logic-arguments", { path, phrase, op, got: 0 });
  // One factor alone is given back as it is, not made a number.
  if (op === "*" && rest.length === 0) return numeric(reading, first);
  return rest.reduce<Said>(
    (left, part) => combined(reading, at, op, left, part),
    asNumber(reading, at, op, first, rest[0]),
  );
}

interface Part {
  readonly at: At;
  readonly value: Value;
}

function partOf(reading: Reading, at: At, step: Step, index: number): Part {
  const part = argument(at, step, index);
  return { at: part, value: operand(reading, part) };
}

/** The first part: a constant takes its unit from what it is added to. */
function asNumber(reading: Reading, at: At, op: string, part: Part, next: Part | undefined): Said {
  const { value } = part;
  if (value.is === "constant" && op !== "*" && next?.value.is === "said" && next.value.kind === "number") {
    return {
      ...next.value,
      expr: constantFor(reading, at, value, next.value),
      unknown: false,
      needs: [],
      product: null,
    };
  }
  return calculable(reading, part, op);
}

/** What JSON Logic calculates with: `+` and `*` take an unknown for no number, `-` for 0. */
function calculable(reading: Reading, part: Part, op: string): Said {
  const value = numeric(reading, part);
  if (!value.unknown) return value;
  if (op === "-") return zeroIfUnknown(value);
  return { ...value, unknown: false, needs: [...value.needs, known(value.expr)] };
}

/** JSON Logic counts `null` as 0 wherever it subtracts or orders. */
export function zeroIfUnknown(value: Said): Said {
  const zero = literalFor({ is: "constant", json: 0 }, value);
  if (!value.unknown || zero === null || zero === "fine") return value;
  return { ...value, expr: { is: "ifUnknown", operand: value.expr, fallback: zero, span }, unknown: false };
}

function combined(reading: Reading, at: At, op: "+" | "-" | "*", left: Said, part: Part): Said {
  const { value } = part;
  if (op === "*") {
    const right = calculable(reading, part, op);
    const typed = left.type !== null && left.type.is !== "integer" ? left : right;
    const by = value.is === "constant" && typeof value.json === "number" ? value.json : null;
    const product = by !== null && Number.isSafeInteger(by) ? { of: left.expr, by } : null;
    return joined(op, left, right, typed, product);
  }
  if (value.is === "constant") {
    const expr = constantFor(reading, at, value, left);
    return joined(op, left, { ...left, expr, needs: [] }, left, null);
  }
  const right = calculable(reading, part, op);
  sameKind(reading, at, left, right);
  return joined(op, left, right, left.type?.is === "integer" ? right : left, null);
}

function joined(op: "+" | "-" | "*", left: Said, right: Said, typed: Said, product: Said["product"]): Said {
  const expr: Expr = { is: "arithmetic", op, left: left.expr, right: right.expr, span };
  return said(expr, typed.type, { stored: typed.stored, needs: [...left.needs, ...right.needs], product });
}

/**
 * Division by a number that is not 0 is multiplication by its inverse, where that has an end. (What may be 0 divides to
 * infinity in JSON Logic, and to nothing in the language, whose division makes a share of two numbers.)
 */
function quotient(reading: Reading, at: At, step: Step): Value {
  const { path, json } = at;
  const phrase = phraseOf(json);
  if (step.args.length !== 2)
    return reading.refuse("logic-arguments", { path, phrase, op: "/", got: step.args.length });
  const inverse = inverseOf(step.args[1]);
  if (inverse === null) return reading.refuse("logic-division", { path, phrase });
  const left = zeroIfUnknown(numeric(reading, partOf(reading, at, step, 0)));
  return joined("*", left, said(inverse, null), left, null);
}

function inverseOf(by: unknown): Expr | null {
  const decimal = typeof by === "number" && by !== 0 ? parseDecimal(String(by)) : null;
  if (decimal === null) return null;
  const sign = decimal.digits < 0n ? -1 : 1;
  const found = literal(sign * 10 ** decimal.scale, sign * Number(decimal.digits), null);
  return found?.is === "quantity" ? found : null;
}

/** A plain number beside money: what it counts are the smallest units. */
export function inMoney(value: Said, beside: Said): Expr {
  if (beside.type?.is !== "money" || !beside.stored || (value.type !== null && value.type.is !== "integer"))
    return value.expr;
  const { of, by } = value.product ?? { of: value.expr, by: 1 };
  const unit = literal(by, 1, beside.type);
  return unit === null ? value.expr : { is: "arithmetic", op: "*", left: of, right: unit, span };
}
