import type { Frame } from "../evaluate/frame.js";
import type { Rational } from "../evaluate/rational.js";
import type { Environment, NumReader, RowTest, WholeReader } from "../evaluate/reader.js";
import { compileTest } from "../evaluate/test.js";
import { compileNum } from "../evaluate/value.js";
import { lowerWhole } from "../evaluate/whole.js";
import type { Metric, Num } from "../program/program.js";
import { ExactMedian } from "./exact-median.js";
import { ExactSum, reduced } from "./exact-sum.js";

/** What a metric came to. */
export interface MetricValue {
  /** As its type is compared (see `Num`); `null`: unknown, since nobody is counted or a divisor is 0. */
  readonly value: Rational | null;
  /** Whom it is about. */
  readonly users: number;
  /** Of those: for whom it holds, or whose value is known. */
  readonly counted: number;
}

/** Adds up one metric over users. */
export interface MetricTally {
  take(frame: Frame, row: number): void;
  result(): MetricValue;
}

/** Makes empty tallies of a metric, which is compiled once. */
export function compileMetric({ among, of }: Metric, environment: Environment): () => MetricTally {
  const isAbout = among === null ? null : compileTest(among, environment);
  switch (of.is) {
    case "share":
    case "count":
      return holding(isAbout, compileTest(of.who, environment), of.is);
    case "ratio":
      return quotient(isAbout, compileValue(of.value, environment), compileValue(of.over, environment));
    case "median":
      return middle(isAbout, compileValue(of.value, environment));
    default:
      return adding(isAbout, compileValue(of.value, environment), of.is);
  }
}

/** A value that is whole over one divisor for nearly everybody. */
interface Value {
  readonly per: number;
  readonly whole: WholeReader;
  readonly exact: NumReader;
}

interface Adding {
  addWhole(value: number): void;
  add(value: Rational): void;
}

function compileValue(num: Num, environment: Environment): Value {
  const whole = lowerWhole(num, environment);
  const exact = compileNum(num, environment);
  return whole
    ? { per: whole.per, whole: whole.read, exact }
    : { per: 1, whole: () => Number.POSITIVE_INFINITY, exact };
}

/** Adds a user's value, if it is known, and tells whether it is. */
function put({ whole, exact }: Value, frame: Frame, row: number, into: Adding): boolean {
  const value = whole(frame, row);
  if (Number.isNaN(value)) return false;
  if (value !== Number.POSITIVE_INFINITY) {
    into.addWhole(value);
    return true;
  }
  const found = exact(frame, row);
  if (found !== null) into.add(found);
  return found !== null;
}

type About = RowTest | null;

function holding(isAbout: About, holds: RowTest, is: "share" | "count"): () => MetricTally {
  return () => {
    let [users, counted] = [0, 0];
    return {
      take(frame, row) {
        if (isAbout && !isAbout(frame, row)) return;
        users++;
        if (holds(frame, row)) counted++;
      },
      result: () => ({ value: over(units(counted), units(is === "share" ? users : 1)), users, counted }),
    };
  };
}

function adding(isAbout: About, value: Value, is: "total" | "perUser"): () => MetricTally {
  return () => {
    const sum = new ExactSum(value.per);
    let [users, counted] = [0, 0];
    return {
      take(frame, row) {
        if (isAbout && !isAbout(frame, row)) return;
        users++;
        if (put(value, frame, row, sum)) counted++;
      },
      result: () => ({ value: over(sum.total(), units(is === "total" ? 1 : counted)), users, counted }),
    };
  };
}

function middle(isAbout: About, value: Value): () => MetricTally {
  return () => {
    const values = new ExactMedian(value.per);
    let [users, counted] = [0, 0];
    return {
      take(frame, row) {
        if (isAbout && !isAbout(frame, row)) return;
        users++;
        if (put(value, frame, row, values)) counted++;
      },
      result: () => ({ value: values.median(), users, counted }),
    };
  };
}

function quotient(isAbout: About, above: Value, below: Value): () => MetricTally {
  return () => {
    const [left, right] = [new ExactSum(above.per), new ExactSum(below.per)];
    let [users, counted] = [0, 0];
    return {
      take(frame, row) {
        if (isAbout && !isAbout(frame, row)) return;
        users++;
        const known = [put(above, frame, row, left), put(below, frame, row, right)];
        if (known.includes(true)) counted++;
      },
      result: () => ({ value: over(left.total(), right.total()), users, counted }),
    };
  };
}

function units(n: number): Rational {
  return { n: BigInt(n), d: 1n };
}

/** Unknown where the divisor is 0. */
function over(a: Rational, b: Rational): Rational | null {
  if (b.n === 0n) return null;
  const sign = b.n < 0n ? -1n : 1n;
  return reduced({ n: sign * a.n * b.d, d: sign * a.d * b.n });
}
