import type { Aggregate, Arithmetic, Expr, MapOf, Path, Quantity, TextLiteral, Zodiac } from "../../src/syntax/tree.js";
import { declared } from "./catalogue.js";
import { stageOf } from "./divided.js";
import { measureWritten } from "./found.js";
import type { Fields, Happened } from "./history.js";
import { modelScore } from "./model-score.js";
import { eventAt, inTotalOrder } from "./moment.js";
import { happenedIn, timeSince } from "./phrase.js";
import { compareRationals, decimal, minus, over, plus, type Rational, times, whole } from "./rational.js";
import { holds } from "./holds.js";
import { compareValues, type Value } from "./value.js";
import { dateWritten, lengthOf } from "./window.js";
import type { World } from "./world.js";
import { chineseSign, westernSign } from "./zodiac.js";

/** What an expression is worth, or `null` if that is unknown. */
export function valueOf(expr: Expr, world: World): Value | null {
  switch (expr.is) {
    case "quantity":
      return quantity(expr);
    case "text":
      return { is: "text", text: expr.text };
    case "boolean":
      return { is: "boolean", boolean: expr.value };
    case "date":
      return { is: "date", date: dateWritten(expr) };
    case "ifUnknown":
      return valueOf(expr.operand, world) ?? valueOf(expr.fallback, world);
    case "arithmetic":
      return arithmetic(expr, world);
    case "timeSince":
      return timeSince(expr, world);
    case "aggregate":
      return aggregate(expr, world);
    case "fieldOf":
      return eventAt(expr.point, world)?.fields.get(expr.field.text) ?? null;
    case "mapOf":
      return mapped(expr, world);
    case "zodiac":
      return sign(expr, world);
    case "path":
      return path(expr, world);
    default:
      return { is: "boolean", boolean: holds(expr, world) };
  }
}

function quantity(written: Quantity): Value {
  const length = lengthOf(written);
  if (length !== null) return { is: "length", length };
  const amount = decimal(written.amount);
  return number(written.unit === "%" ? times(amount, decimal("0.01")) : amount);
}

function number(value: Rational): Value {
  return { is: "number", number: value };
}

/** Unknown if a side is unknown, or the divisor is zero. */
function arithmetic(expr: Arithmetic, world: World): Value | null {
  const left = valueOf(expr.left, world);
  const right = valueOf(expr.right, world);
  if (left === null || right === null) return null;
  if (left.is !== "number" || right.is !== "number") throw new TypeError(`no ${expr.op} of ${left.is} and ${right.is}`);
  switch (expr.op) {
    case "+":
      return number(plus(left.number, right.number));
    case "-":
      return number(minus(left.number, right.number));
    case "*":
      return number(times(left.number, right.number));
    case "/": {
      const quotient = over(left.number, right.number);
      return quotient === null ? null : number(quotient);
    }
  }
}

/** A count or a sum over nothing is 0; an average, a least or a greatest of nothing is unknown. */
function aggregate(expr: Aggregate, world: World): Value | null {
  const found = happenedIn(world, expr.of.text, expr.where, expr.window);
  if (expr.fn === "count") return number(whole(found.length));
  if (expr.fn === "countDays")
    return number(whole(new Set(found.map((each) => world.clock.dateAt(each.occurredAt))).size));
  const field = expr.field?.text ?? "";
  if (expr.fn === "countDistinct") return number(whole(distinct(valuesIn(found, field)).length));
  if (expr.fn === "mostFrequent") return mostFrequent(valuesIn(inTotalOrder(found), field));
  const known = found.flatMap((each) => numberIn(each.fields, field));
  const sum = known.reduce(plus, whole(0));
  const [first, ...rest] = known;
  if (expr.fn === "sum") return number(sum);
  if (first === undefined) return null;
  if (expr.fn === "average") return number(times(sum, { top: 1n, bottom: BigInt(known.length) }));
  const wanted = expr.fn === "min" ? -1 : 1;
  return number(rest.reduce((best, each) => (compareRationals(each, best) === wanted ? each : best), first));
}

function valuesIn(events: readonly Happened[], field: string): Value[] {
  return events.flatMap((each) => each.fields.get(field) ?? []);
}

/** The first of each value. */
function distinct(values: readonly Value[]): Value[] {
  return values.filter((value, place) => values.findIndex((other) => compareValues(value, other) === 0) === place);
}

/** Of values in their order, the one that occurs most often; of several, the one that occurs last. */
function mostFrequent(values: readonly Value[]): Value | null {
  const often = (value: Value) => values.filter((other) => compareValues(value, other) === 0).length;
  const most = Math.max(...values.map(often));
  return values.findLast((value) => often(value) === most) ?? null;
}

/** What the row of a map says whose key is the value; unknown without one. */
function mapped(expr: MapOf, world: World): Value | null {
  const value = valueOf(expr.operand, world);
  if (value === null) return null;
  if (value.is !== "text" && value.is !== "word") throw new TypeError(`no map takes a ${value.is}`);
  const wanted = value.is === "text" ? value.text : value.word;
  const row = declared(world.catalogue.maps, expr.map.text).rows.find(({ key }) => wordOf(key) === wanted);
  if (row === undefined) return null;
  return row.value.is === "quantity" ? quantity(row.value) : { is: "text", text: wordOf(row.value) };
}

/** A word of a map stands for itself. */
function wordOf(word: Path | TextLiteral): string {
  return word.is === "text" ? word.text : word.names.map((name) => name.text).join(".");
}

function sign(expr: Zodiac, world: World): Value | null {
  const value = valueOf(expr.operand, world);
  if (value === null) return null;
  if (value.is !== "date") throw new TypeError(`a ${value.is} has no sign`);
  const word = expr.calendar === "western" ? westernSign(value.date) : chineseSign(value.date);
  return word === null ? null : { is: "word", word };
}

function numberIn(fields: Fields, field: string): Rational[] {
  const value = fields.get(field);
  return value?.is === "number" ? [value.number] : [];
}

/** A field of the event in question, a field of the profile, a stage, a tag, or else a word such as the member of an enum. */
function path(expr: Path, world: World): Value | null {
  const [first = "", second] = expr.names.map((name) => name.text);
  if (second !== undefined) {
    if (first === "user") return world.profile.get(second) ?? null;
    if (first === "event") return world.trigger?.fields.get(second) ?? null;
    throw new Error(`neither a field of the profile nor of the event: ${first}.${second}`);
  }
  if (world.row?.has(first)) return world.row.get(first) ?? null;
  const measure = world.catalogue.measures.get(first);
  if (measure !== undefined)
    return quantity({ is: "quantity", ...measureWritten(measure, world.catalogue.found), span: expr.span });
  // Inside a `where`, all other bare names are fields of the event or words.
  if (world.row !== null) return { is: "word", word: first };
  const score = world.value?.scores.find(({ name }) => name.text === first);
  if (score !== undefined) return valueOf(score.value, { ...world, value: null });
  const model = world.catalogue.models.get(first);
  if (model !== undefined) return modelScore(model, world);
  const tag = world.catalogue.tags.get(first);
  if (tag !== undefined) return valueOf(tag.value, world);
  const lifecycle = world.catalogue.lifecycles.get(first);
  const word = lifecycle === undefined ? first : stageOf(lifecycle, world);
  return word === null ? null : { is: "word", word };
}
