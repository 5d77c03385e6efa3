import type { Num } from "../program/program.js";
import { MAX_WHOLE } from "./sql.js";

/**
 * An exact rational number in SQL: `n / d`, both whole, `d` above 0; `n` is NULL if it is unknown.
 * The bounds say how large each can get, so that nothing ever overflows.
 */
export interface NumSql {
  readonly n: string;
  readonly d: string;
  /** The divisor, if it is the same for every row. */
  readonly constant: bigint | null;
  readonly nBound: bigint;
  readonly dBound: bigint;
  /** How large anything computed on the way can get. */
  readonly peak: bigint;
}

/** Names the columns of the row that is tested. */
export interface Names {
  /** A field of the event. */
  readonly field: (place: number) => string;
  /** A field of the user who did it. */
  readonly profile: (place: number) => string;
}

export interface Width {
  /** Whether to compute in 128 bits. */
  readonly wide: boolean;
}

type Columns = Names & Width;

/** What SQL can't say: a step that could outgrow 128 bits, a table of values, a sign, what started it. An ordered history can. */
export class NotInSql extends Error {
  constructor() {
    super("SQL can't say this");
    this.name = "NotInSql";
  }
}

/** Compiles a value over the fields of an event. */
export function numSql(num: Num, columns: Columns): NumSql {
  switch (num.is) {
    case "constant":
      return constantSql(BigInt(num.n), BigInt(num.d), columns);
    case "column":
      return over(cast(columns.field(num.column), columns), BigInt(num.per), BigInt(MAX_WHOLE), columns);
    case "profile":
      return over(cast(columns.profile(num.field), columns), BigInt(num.per), BigInt(MAX_WHOLE), columns);
    case "plus":
    case "minus":
      return sumSql(numSql(num.left, columns), numSql(num.right, columns), num.is === "plus" ? "+" : "-");
    case "times":
      return productSql(numSql(num.left, columns), numSql(num.right, columns));
    case "over":
      return quotientSql(numSql(num.left, columns), numSql(num.right, columns), columns);
    case "ifUnknown":
      return eitherSql(numSql(num.value, columns), numSql(num.otherwise, columns));
    case "shiftMonths":
      return shiftSql(numSql(num.date, columns), num.months, columns);
    case "stage":
    case "tag":
    case "lookup":
    case "zodiac":
    case "trigger":
    case "when":
      throw new NotInSql();
  }
}

function cast(sql: string, { wide }: Columns): string {
  return wide ? `CAST(${sql} AS HUGEINT)` : sql;
}

/** A literal is as wide as what is computed with it: the database would take small ones for 32 bits. */
function literal(n: bigint, { wide }: Columns): string {
  return `CAST(${n} AS ${wide ? "HUGEINT" : "BIGINT"})`;
}

function constantSql(n: bigint, d: bigint, columns: Columns): NumSql {
  if (d === 0n) return over(cast("CAST(NULL AS BIGINT)", columns), 1n, 0n, columns);
  const sign = d < 0n ? -1n : 1n;
  return over(literal(n * sign, columns), d * sign, n < 0n ? -n : n, columns);
}

/** A value over a constant divisor. */
function over(n: string, d: bigint, nBound: bigint, columns: Columns): NumSql {
  return { n, d: literal(d, columns), constant: d, nBound, dBound: d, peak: larger(nBound, d) };
}

function times(sql: string, factor: NumSql): string {
  return factor.constant === 1n ? sql : `(${sql} * ${factor.d})`;
}

/** What every combination of two values has in common: the divisors multiplied. */
function product(a: NumSql, b: NumSql): Pick<NumSql, "d" | "constant" | "dBound"> {
  const constant = a.constant !== null && b.constant !== null ? a.constant * b.constant : null;
  return { d: `(${a.d} * ${b.d})`, constant, dBound: a.dBound * b.dBound };
}

function sumSql(a: NumSql, b: NumSql, op: "+" | "-"): NumSql {
  const same = a.constant !== null && a.constant === b.constant;
  if (same) {
    const nBound = a.nBound + b.nBound;
    return { ...a, n: `(${a.n} ${op} ${b.n})`, nBound, peak: largest(a.peak, b.peak, nBound) };
  }
  const left = a.nBound * b.dBound;
  const right = b.nBound * a.dBound;
  const divisor = product(a, b);
  const peak = largest(a.peak, b.peak, left + right, divisor.dBound);
  return { ...divisor, n: `(${times(a.n, b)} ${op} ${times(b.n, a)})`, nBound: left + right, peak };
}

function productSql(a: NumSql, b: NumSql): NumSql {
  const divisor = product(a, b);
  const nBound = a.nBound * b.nBound;
  return { ...divisor, n: `(${a.n} * ${b.n})`, nBound, peak: largest(a.peak, b.peak, nBound, divisor.dBound) };
}

function quotientSql(a: NumSql, b: NumSql, columns: Columns): NumSql {
  const top = times(a.n, b);
  const n = `(CASE WHEN ${b.n} > 0 THEN ${top} WHEN ${b.n} < 0 THEN -${top} END)`;
  const d = cast(`abs(${times(b.n, a)})`, columns);
  const nBound = a.nBound * b.dBound;
  const dBound = a.dBound * b.nBound;
  return { n, d, constant: null, nBound, dBound, peak: largest(a.peak, b.peak, nBound, dBound) };
}

function eitherSql(a: NumSql, b: NumSql): NumSql {
  const bounds = { nBound: larger(a.nBound, b.nBound), peak: larger(a.peak, b.peak) };
  const n = `coalesce(${a.n}, ${b.n})`;
  if (a.constant !== null && a.constant === b.constant) return { ...a, ...bounds, n };
  const d = `(CASE WHEN ${a.n} IS NOT NULL THEN ${a.d} ELSE ${b.d} END)`;
  return { ...bounds, n, d, constant: null, dBound: larger(a.dBound, b.dBound) };
}

/** Days are counted from 1970 on both sides; the database clamps to the month's end as the calendar does. */
function shiftSql(date: NumSql, months: number, columns: Columns): NumSql {
  const days = `CAST(floor(${date.n} / ${date.d}) AS INTEGER)`;
  const shifted = `(DATE '1970-01-01' + ${days} + to_months(${months}))::DATE - DATE '1970-01-01'`;
  return over(cast(`CAST(${shifted} AS BIGINT)`, columns), 1n, BigInt(MAX_WHOLE), columns);
}

/** The largest of some bounds. */
export function largest(...bounds: readonly bigint[]): bigint {
  return bounds.reduce(larger);
}

function larger(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}
