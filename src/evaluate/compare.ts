import type { Num, Op } from "../program/program.js";
import { compareRationals, floorOf, type Rational, rational } from "./rational.js";
import type { Environment, RowTest, Whole, WholeReader } from "./reader.js";
import { compileNum } from "./value.js";
import { isExact, lowerWhole } from "./whole.js";

/** How an order (less than, equal to, greater than 0) decides each operator. */
const decides: { readonly [O in Op]: (order: number) => boolean } = {
  "<": (order) => order < 0,
  "<=": (order) => order <= 0,
  ">": (order) => order > 0,
  ">=": (order) => order >= 0,
  "=": (order) => order === 0,
  "!=": (order) => order !== 0,
};

const turned: { readonly [O in Op]: Op } = { "<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "=", "!=": "!=" };

/**
 * Compiles `left op right`: exact by cross-multiplication, false when a side is unknown.
 * The shapes that strategies are made of get closures over plain numbers; what outgrows those is decided by `compareExactly`.
 */
export function compileCompare(op: Op, left: Num, right: Num, environment: Environment): RowTest {
  const a = lowerWhole(left, environment);
  const b = lowerWhole(right, environment);
  if (b === null) {
    const quotient = a && compareQuotient(turned[op], right, left, a, environment);
    return quotient ?? compareExactly(op, left, right, environment);
  }
  if (a === null)
    return compareQuotient(op, left, right, b, environment) ?? compareExactly(op, left, right, environment);
  if (Number.isSafeInteger(b.constant)) return compareToConstant(op, left, right, a, b, environment);
  if (Number.isSafeInteger(a.constant)) return compareToConstant(turned[op], right, left, b, a, environment);
  return compareWholes(op, left, right, a, b, environment);
}

/** The meaning of a comparison, in exact arithmetic of any size. */
function compareExactly(op: Op, left: Num, right: Num, environment: Environment): RowTest {
  const a = compileNum(left, environment);
  const b = compileNum(right, environment);
  const decide = decides[op];
  return (frame, row) => {
    const x = a(frame, row);
    if (x === null) return false;
    const y = b(frame, row);
    return y !== null && decide(compareRationals(x, y));
  };
}

/** `column op constant` and the like: one comparison with a whole threshold, computed here once. */
function compareToConstant(
  op: Op,
  left: Num,
  right: Num,
  value: Whole,
  bound: Whole,
  environment: Environment,
): RowTest {
  const threshold = rational(BigInt(bound.constant as number) * BigInt(value.per), BigInt(bound.per)) as Rational;
  const floor = floorOf(threshold);
  const isWhole = floor * threshold.d === threshold.n;
  const below = Number(floor);
  const above = Number(isWhole ? floor : floor + 1n);
  const test = thresholdTest(op, value.read, below, above, isWhole);
  if (!value.mayOutgrow) return test;
  const exactly = compareExactly(op, left, right, environment);
  const { read } = value;
  return (frame, row) => (read(frame, row) === Number.POSITIVE_INFINITY ? exactly(frame, row) : test(frame, row));
}

/** `below` and `above` are the whole numbers next to the threshold, or both the threshold itself. */
function thresholdTest(op: Op, read: WholeReader, below: number, above: number, isWhole: boolean): RowTest {
  switch (op) {
    case "<":
      return (frame, row) => read(frame, row) < above;
    case "<=":
      return (frame, row) => read(frame, row) <= below;
    case ">":
      return (frame, row) => read(frame, row) > below;
    case ">=":
      return (frame, row) => read(frame, row) >= above;
    case "=":
      return isWhole ? (frame, row) => read(frame, row) === below : () => false;
    case "!=":
      // An unknown equals nothing, itself included; it must not count as different.
      return isWhole
        ? (frame, row) => {
            const value = read(frame, row);
            return value !== below && !Number.isNaN(value);
          }
        : (frame, row) => !Number.isNaN(read(frame, row));
  }
}

/** Two values over constant divisors: cross-multiplied by the divisors of each other. */
function compareWholes(op: Op, left: Num, right: Num, a: Whole, b: Whole, environment: Environment): RowTest {
  const exactly = compareExactly(op, left, right, environment);
  const decide = decides[op];
  return (frame, row) => {
    const x = a.read(frame, row) * b.per;
    const y = b.read(frame, row) * a.per;
    if (isExact(x) && isExact(y)) return decide(x - y);
    return Number.isNaN(x) || Number.isNaN(y) ? false : exactly(frame, row);
  };
}

/**
 * A quotient of two values against a third, such as an average against an amount: `p / q op v` is `p op v · q`,
 * turned around where `q` is negative. `null` if the parts have no constant divisors.
 */
function compareQuotient(op: Op, left: Num, right: Num, value: Whole, environment: Environment): RowTest | null {
  if (left.is !== "over") return null;
  const above = lowerWhole(left.left, environment);
  const below = lowerWhole(left.right, environment);
  if (above === null || below === null || !isExact(below.per * value.per)) return null;
  const factor = below.per * value.per;
  const exactly = compareExactly(op, left, right, environment);
  const decide = decides[op];
  return (frame, row) => {
    const divisor = below.read(frame, row);
    const x = above.read(frame, row) * factor;
    const y = value.read(frame, row) * divisor * above.per;
    if (divisor === 0 || Number.isNaN(x) || Number.isNaN(divisor)) return false;
    if (!isExact(x) || !isExact(y)) return exactly(frame, row);
    return decide(divisor < 0 ? y - x : x - y);
  };
}
