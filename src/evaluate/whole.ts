import { addMonths } from "../calendar/civil.js";
import { signOf } from "../calendar/zodiac.js";
import type { Num } from "../program/program.js";
import type { Environment, Whole } from "./reader.js";
import { compileKey, knownNumber } from "./value.js";

const MAX = Number.MAX_SAFE_INTEGER;

/** Whether a plain number is exact: a product of safe integers that rounds into this range was not rounded. */
export function isExact(value: number): boolean {
  return value <= MAX && value >= -MAX;
}

/** Lowers a value to a whole number over a constant; `null` if its divisor depends on the user, or is too large. */
export function lowerWhole(num: Num, environment: Environment): Whole | null {
  switch (num.is) {
    case "constant":
      return constant(num.n, num.d);
    case "column": {
      const { column, per } = num;
      return {
        read: (frame, row) => (frame.columns[column] as Float64Array)[row] as number,
        per,
        constant: null,
        mayOutgrow: false,
      };
    }
    case "stage":
      return { read: environment.stage(num.lifecycle), per: 1, constant: null, mayOutgrow: false };
    case "profile": {
      const { field, per } = num;
      return { read: () => environment.profile()[field] as number, per, constant: null, mayOutgrow: false };
    }
    case "trigger": {
      const { field, per } = num;
      return { read: () => knownNumber(environment.trigger(field)), per, constant: null, mayOutgrow: false };
    }
    case "tag":
      return environment.tagWhole(num.tag);
    case "lookup":
      return lowerLookup(num, environment);
    case "shiftMonths":
      return lowerDate(num.date, environment, (date) => addMonths(date, num.months));
    case "zodiac":
      return lowerDate(num.date, environment, signOf[num.calendar]);
    case "over":
      return lowerOver(num, environment);
    case "times":
      return lowerTimes(num, environment);
    case "plus":
    case "minus":
      return lowerSum(num, environment);
    case "ifUnknown":
      return lowerIfUnknown(num, environment);
    case "when": {
      const test = environment.test(num.test);
      const whole = lowerWhole(num.value, environment);
      if (whole === null) return null;
      return {
        ...whole,
        read: (frame, row) => (test(frame, row) ? whole.read(frame, row) : Number.NaN),
        constant: null,
      };
    }
  }
}

function constant(n: number, d: number): Whole {
  const value = d === 0 ? Number.NaN : d < 0 ? -n : n;
  return { read: () => value, per: d === 0 ? 1 : Math.abs(d), constant: value, mayOutgrow: false };
}

/** A whole number made of a date. */
function lowerDate(num: Num, environment: Environment, of: (date: number) => number): Whole | null {
  const date = lowerWhole(num, environment);
  if (date === null || date.per !== 1) return null;
  const { read, mayOutgrow } = date;
  return {
    read: (frame, row) => {
      const value = read(frame, row);
      return Number.isFinite(value) ? of(value) : value;
    },
    per: 1,
    constant: null,
    mayOutgrow,
  };
}

function lowerLookup(num: Extract<Num, { is: "lookup" }>, environment: Environment): Whole {
  const { rows, per } = environment.table(num.map);
  const key = compileKey(num.key, environment);
  return {
    read: (frame, row) => {
      const known = key(frame, row);
      const found = known === null ? undefined : rows.get(known);
      return typeof found === "number" ? found : Number.NaN;
    },
    per,
    constant: null,
    mayOutgrow: false,
  };
}

type Arithmetic = Extract<Num, { is: "plus" | "minus" | "times" | "over" }>;

/** `a / k` for a constant `k` is `a` times its inverse. */
function lowerOver(num: Arithmetic, environment: Environment): Whole | null {
  if (num.right.is !== "constant") return null;
  const inverse = { is: "constant", n: num.right.d, d: num.right.n } as const;
  return lowerTimes({ is: "times", left: num.left, right: inverse }, environment);
}

function lowerTimes(num: Arithmetic, environment: Environment): Whole | null {
  const left = lowerWhole(num.left, environment);
  const right = lowerWhole(num.right, environment);
  if (left === null || right === null || !isExact(left.per * right.per)) return null;
  const a = left.read;
  const b = right.read;
  return {
    read: (frame, row) => product(a(frame, row), b(frame, row)),
    per: left.per * right.per,
    constant: null,
    mayOutgrow: true,
  };
}

function product(a: number, b: number): number {
  const value = a * b;
  return isExact(value) ? value : outgrown(a, b);
}

/** What comes of two values whose sum or product is not exact: an unknown stays one, all else needs exact arithmetic. */
function outgrown(a: number, b: number): number {
  return Number.isNaN(a) || Number.isNaN(b) ? Number.NaN : Number.POSITIVE_INFINITY;
}

function lowerSum(num: Arithmetic, environment: Environment): Whole | null {
  const both = overOneDivisor(lowerWhole(num.left, environment), lowerWhole(num.right, environment));
  if (both === null) return null;
  const [a, b] = both;
  const sign = num.is === "plus" ? 1 : -1;
  return {
    read: (frame, row) => sum(a.read(frame, row), b.read(frame, row), sign),
    per: a.per,
    constant: null,
    mayOutgrow: true,
  };
}

function sum(a: number, b: number, sign: number): number {
  const value = a + sign * b;
  return isExact(value) ? value : outgrown(a, b);
}

function lowerIfUnknown(num: Extract<Num, { is: "ifUnknown" }>, environment: Environment): Whole | null {
  const both = overOneDivisor(lowerWhole(num.value, environment), lowerWhole(num.otherwise, environment));
  if (both === null) return null;
  const [value, otherwise] = both;
  return {
    read: (frame, row) => {
      const known = value.read(frame, row);
      return Number.isNaN(known) ? otherwise.read(frame, row) : known;
    },
    per: value.per,
    constant: null,
    mayOutgrow: true,
  };
}

/** Both values over the least common multiple of their divisors. */
function overOneDivisor(a: Whole | null, b: Whole | null): readonly [Whole, Whole] | null {
  if (a === null || b === null) return null;
  if (a.per === b.per) return [a, b];
  const per = (a.per / greatestCommonDivisor(a.per, b.per)) * b.per;
  return isExact(per) ? [scaled(a, per / a.per), scaled(b, per / b.per)] : null;
}

function scaled(value: Whole, factor: number): Whole {
  const { read } = value;
  return {
    read: (frame, row) => product(read(frame, row), factor),
    per: value.per * factor,
    constant: null,
    mayOutgrow: true,
  };
}

function greatestCommonDivisor(a: number, b: number): number {
  let x = a;
  let y = b;
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}
