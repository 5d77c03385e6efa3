import type { Compare, Expr } from "../../../syntax/tree.js";
import { nowhere } from "../literal.js";
import { constantFor, inMoney, operand, sameKind, variable, zeroIfUnknown } from "./operand.js";
import { argument, type At, phraseOf, type Reading, type Step, stepOf } from "./reader.js";
import { conjunction, disjunction, equal, known, negation, type Truth } from "./truth.js";
import { type Constant, plainNumber, type Said, type Value } from "./value.js";

const span = nowhere;

/** When a piece of a rule is what JSON Logic counts as true, in the words of the language. */
export function condition(reading: Reading, at: At): Truth {
  const { json, path } = at;
  const step = stepOf(json);
  if (step === null) return constantTruth(reading, at);
  const arg = (index: number): At => argument(at, step, index);
  const all = (): Truth[] => step.args.map((_, index) => condition(reading, arg(index)));
  const needs = (least: number, most: number): void => {
    if (step.args.length < least || step.args.length > most)
      reading.refuse("logic-arguments", { path, phrase: phraseOf(json), op: step.op, got: step.args.length });
  };
  switch (step.op) {
    case "and":
      needs(1, Number.POSITIVE_INFINITY);
      return conjunction(all());
    case "or":
      needs(1, Number.POSITIVE_INFINITY);
      return disjunction(all());
    case "!":
    case "!!":
      needs(1, 1);
      return step.op === "!" ? negation(condition(reading, arg(0))) : condition(reading, arg(0));
    case "if":
    case "?:":
      return chosen(reading, at, step, 0);
    case "==":
    case "===":
    case "!=":
    case "!==": {
      needs(2, 2);
      const same = distributed(reading, arg(0), (left) =>
        distributed(reading, arg(1), (right) => equality(reading, at, left, right)),
      );
      return step.op.startsWith("!") ? negation(same) : same;
    }
    case "<":
    case "<=":
      needs(2, 3);
      if (step.args.length === 2) return order(reading, at, step.op, arg(0), arg(1));
      return conjunction([order(reading, at, step.op, arg(0), arg(1)), order(reading, at, step.op, arg(1), arg(2))]);
    case ">":
    case ">=":
      needs(2, 2);
      return order(reading, at, step.op, arg(0), arg(1));
    case "in":
      needs(2, 2);
      return distributed(reading, arg(0), (needle) => membership(reading, at, needle, arg(1)));
    case "missing":
      return disjunction(step.args.flat().map((name) => missing(reading, at, name)));
    default:
      return truthOf(reading, at, operand(reading, at));
  }
}

function constantTruth({ refuse }: Reading, { json, path }: At): Truth {
  if (Array.isArray(json)) {
    if (json.some((each) => stepOf(each) !== null))
      return refuse("logic-value", { path, phrase: phraseOf(json), got: "[…]" });
    return json.length > 0;
  }
  if (typeof json === "object" && json !== null)
    return refuse("logic-value", { path, phrase: phraseOf(json), got: "{…}" });
  return Boolean(json);
}

/** What counts as true: not 0, not an empty text, not unknown. */
function truthOf(reading: Reading, at: At, value: Value): Truth {
  if (value.is === "constant") return Boolean(value.json);
  const { expr } = value;
  const present = [...value.needs, ...(value.unknown ? [known(expr)] : [])];
  switch (value.kind) {
    case "boolean":
      return conjunction([...present, isTest(expr) ? expr : equal(expr, { is: "boolean", value: true, span })]);
    case "number":
      return conjunction([
        ...present,
        negation(equal(expr, constantFor(reading, at, { is: "constant", json: 0 }, value))),
      ]);
    case "text":
      return conjunction([...present, negation(equal(expr, { is: "text", text: "", span }))]);
    default:
      return conjunction(present);
  }
}

/** A value that is true or false may be a test of the language: a named fact, or a comparison. */
const isTest = (expr: Expr): boolean =>
  expr.is !== "path" && expr.is !== "fieldOf" && expr.is !== "aggregate" && expr.is !== "ifUnknown";

/** `if` with its tests and results in turn, and what holds otherwise. */
function chosen(reading: Reading, at: At, step: Step, from: number): Truth {
  const left = step.args.length - from;
  if (left === 0) return false;
  if (left === 1) return condition(reading, argument(at, step, from));
  const test = condition(reading, argument(at, step, from));
  const result = condition(reading, argument(at, step, from + 1));
  return either(test, result, chosen(reading, at, step, from + 2));
}

const either = (test: Truth, result: Truth, otherwise: Truth): Truth =>
  disjunction([conjunction([test, result]), conjunction([negation(test), otherwise])]);

/** What is said of a value, of each that an `if` may choose. */
function distributed(reading: Reading, at: At, say: (at: At) => Truth): Truth {
  const step = stepOf(at.json);
  const isChoice = step !== null && (step.op === "if" || step.op === "?:") && !isFallback(step);
  if (!isChoice) return say(at);
  const from = (index: number): Truth => {
    const left = step.args.length - index;
    if (left <= 1) return say(left === 0 ? { json: null, path: at.path } : argument(at, step, index));
    const test = condition(reading, argument(at, step, index));
    return either(test, say(argument(at, step, index + 1)), from(index + 2));
  };
  return from(0);
}

const isFallback = ({ args }: Step): boolean =>
  args.length === 3 && JSON.stringify(args[0]) === JSON.stringify({ "!==": [args[1], null] });

function equality(reading: Reading, at: At, leftAt: At, rightAt: At): Truth {
  const [left, right] = [operand(reading, leftAt), operand(reading, rightAt)];
  if (left.is === "constant" && right.is === "constant") return sameConstants(reading, at, left, right);
  if (left.is === "said" && right.is === "said") return sameValues(reading, at, left, right);
  const [value, constant] = left.is === "said" ? [left, right as Constant] : [right as Said, left];
  if (constant.json === null) return value.unknown ? negation(known(value.expr)) : false;
  const present = [...value.needs, ...(value.unknown ? [known(value.expr)] : [])];
  if (value.kind === "boolean" && isTest(value.expr) && typeof constant.json === "boolean")
    return constant.json ? value.expr : negation(value.expr);
  return conjunction([...present, equal(value.expr, constantFor(reading, at, constant, value))]);
}

/** Equal constants of one kind are compared by the language, so that nothing is decided here. */
function sameConstants({ refuse }: Reading, { path, json }: At, left: Constant, right: Constant): Truth {
  if (left.json === null && right.json === null) return true;
  const [a, b] = [literalOf(left), literalOf(right)];
  if (a !== null && b !== null && typeof left.json === typeof right.json) return equal(a, b);
  return refuse("logic-kinds", { path, phrase: phraseOf(json), left: kind(left), right: kind(right) });
}

const kind = ({ json }: Constant): "null" | "number" | "text" | "boolean" =>
  json === null ? "null" : typeof json === "string" ? "text" : typeof json === "number" ? "number" : "boolean";

function literalOf({ json }: Constant): Expr | null {
  if (typeof json === "number") return plainNumber(json)?.expr ?? null;
  if (typeof json === "boolean") return { is: "boolean", value: json, span };
  return typeof json === "string" ? { is: "text", text: json, span } : null;
}

function sameValues(reading: Reading, at: At, left: Said, right: Said): Truth {
  if (left.kind === "boolean" && right.kind === "boolean" && (isTest(left.expr) || isTest(right.expr))) {
    const alike = [true, false].map((value) => conjunction([isBoolean(left, value), isBoolean(right, value)]));
    return disjunction(alike);
  }
  const expr = sameKind(reading, at, left, right);
  const present = [
    ...left.needs,
    ...right.needs,
    ...[left, right].flatMap((each) => (each.unknown ? [known(each.expr)] : [])),
  ];
  const same = conjunction([...present, equal(left.expr, left.kind === "number" ? inMoney(right, left) : expr)]);
  if (!left.unknown || !right.unknown) return same;
  return disjunction([same, conjunction([negation(known(left.expr)), negation(known(right.expr))])]);
}

/** Whether a value is true, or false; what is unknown is neither. */
function isBoolean({ expr, unknown, needs }: Said, value: boolean): Truth {
  if (isTest(expr)) return value ? expr : negation(expr);
  return conjunction([...needs, ...(unknown ? [known(expr)] : []), equal(expr, { is: "boolean", value, span })]);
}

/** Less and greater: of numbers, where JSON Logic takes an unknown for 0, and of dates. */
function order(reading: Reading, at: At, op: Compare["op"], leftAt: At, rightAt: At): Truth {
  const [left, right] = [operand(reading, leftAt), operand(reading, rightAt)];
  const { path, json } = at;
  const phrase = phraseOf(json);
  if (left.is === "constant" && right.is === "constant") {
    const [a, b] = [literalOf(left), literalOf(right)];
    if (a?.is === "quantity" && b?.is === "quantity") return { is: "compare", op, left: a, right: b, span };
    return reading.refuse("logic-kinds", { path, phrase, left: kind(left), right: kind(right) });
  }
  const value = left.is === "said" ? left : (right as Said);
  if (value.kind !== "number" && value.kind !== "date" && !(value.kind === "version" && value.stored))
    return reading.refuse("logic-order", { path, phrase, kind: value.kind });
  const sides = [left, right].map((side) => sideOf(reading, at, side, value));
  const [a, b] = sides as [Said, Said];
  const guards = sides.flatMap(({ needs }) => needs);
  return conjunction([...guards, { is: "compare", op, left: inMoney(a, b), right: inMoney(b, a), span }]);
}

function sideOf(reading: Reading, at: At, side: Value, beside: Said): Said {
  if (side.is === "constant") {
    const expr = constantFor(reading, at, side.json === null ? { is: "constant", json: 0 } : side, beside);
    return { ...beside, expr, needs: [], unknown: false, product: null };
  }
  sameKind(reading, at, beside, side);
  if (side.kind === "number") return zeroIfUnknown(side);
  return side.unknown ? { ...side, needs: [...side.needs, known(side.expr)] } : side;
}

/** `in` a list of constants, or in a text. */
function membership(reading: Reading, at: At, needleAt: At, haystackAt: At): Truth {
  const needle = operand(reading, needleAt);
  const { json: haystack } = haystackAt;
  if (Array.isArray(haystack)) return oneOf(reading, at, needle, haystack);
  const text = operand(reading, haystackAt);
  const { path, json } = at;
  const phrase = phraseOf(json);
  if (needle.is === "constant" && needle.json === "") return reading.refuse("logic-empty-text", { path, phrase });
  const [part, whole] = [textual(needle), textual(text)];
  if (part === null || whole === null) {
    const [left, right] = [needle, text].map((each) => (each.is === "constant" ? kind(each) : each.kind)) as [
      "text",
      "text",
    ];
    return reading.refuse("logic-kinds", { path, phrase, left, right });
  }
  // An empty text is in every text, but JSON Logic finds nothing in an empty one, and cannot be told what a profile holds.
  if (needle.is === "said") return reading.refuse("logic-empty-text", { path, phrase });
  const present = text.is === "said" && text.unknown ? [known(whole)] : [];
  return conjunction([...present, { is: "contains", operand: whole, part, span }]);
}

function textual(value: Value): Expr | null {
  if (value.is === "said") return value.kind === "text" ? value.expr : null;
  return typeof value.json === "string" ? { is: "text", text: value.json, span } : null;
}

function oneOf(reading: Reading, at: At, needle: Value, list: readonly unknown[]): Truth {
  const { path, json } = at;
  const phrase = phraseOf(json);
  const constants = list.map((each): Constant => {
    if (each === null || ["string", "number", "boolean"].includes(typeof each))
      return { is: "constant", json: each as Constant["json"] };
    return reading.refuse("logic-value", { path, phrase, got: "{…}" });
  });
  if (needle.is === "constant") {
    // Compared strictly: constants of another kind are never the same.
    const alike = constants.filter((each) => kind(each) === kind(needle));
    return disjunction(alike.map((each) => sameConstants(reading, at, needle, each)));
  }
  const present = [...needle.needs, ...(needle.unknown ? [known(needle.expr)] : [])];
  const values = constants.filter((each) => each.json !== null).map((each) => constantFor(reading, at, each, needle));
  const listed: Truth =
    values.length === 0
      ? false
      : conjunction([...present, { is: "oneOf", negated: false, operand: needle.expr, list: values, span }]);
  const orUnknown = values.length < constants.length && needle.unknown;
  return orUnknown ? disjunction([negation(known(needle.expr)), listed]) : listed;
}

/** `missing` counts an empty text as missing, too. */
function missing(reading: Reading, at: At, name: unknown): Truth {
  const value = variable(reading, at, { op: "var", args: [name] });
  if (value.is === "constant") return false;
  const unknown = value.unknown ? negation(known(value.expr)) : false;
  if (value.kind !== "text") return unknown;
  const empty = equal(value.expr, { is: "text", text: "", span });
  return disjunction([unknown, value.unknown ? conjunction([known(value.expr), empty]) : empty]);
}
