import type { Num, Op, Test, Text } from "../program/program.js";
import { storedPer } from "../program/unit.js";
import { type Columns, largest, type NumSql, numSql } from "./num-sql.js";
import type { Parameters } from "./sql.js";

/** A calculation whose steps could outgrow 128 bits. `said` is the place of its phrase. */
export class TestTooLarge extends Error {
  constructor(readonly said: number) {
    super("the calculation is too large for SQL");
    this.name = "TestTooLarge";
  }
}

const LONG = 2n ** 62n;
const HUGE = 2n ** 126n;

/**
 * Compiles the `where` of a fact to SQL over a row of events. Two-valued, as in the matcher: every smallest test is
 * made false where something in it is unknown, before `not` can see it.
 */
export function whereSql(test: Test, name: Columns["name"], parameters: Parameters): string {
  const sql = (part: Test): string => whereSql(part, name, parameters);
  switch (test.is) {
    case "and":
      return joined(test.parts.map(sql), "AND", "true");
    case "or":
      return joined(test.parts.map(sql), "OR", "false");
    case "not":
      return `(NOT ${sql(test.part)})`;
    case "compare":
      return compareSql(test.op, test.left, test.right, name, test.said);
    case "oneOfNum":
      return oneOfSql(test, name);
    case "knownNum":
      return bounded(test.said, name, (columns) => {
        const value = numSql(test.value, columns);
        return { sql: `(${value.n} IS NOT NULL)`, bound: value.peak };
      });
    case "sameText":
      return `coalesce(${textSql(test.left, name, parameters)} = ${textSql(test.right, name, parameters)}, false)`;
    case "contains":
      return `coalesce(contains(${textSql(test.text, name, parameters)}, ${textSql(test.part, name, parameters)}), false)`;
    case "oneOfText": {
      if (test.list.length === 0) return "false";
      const list = test.list.map((text) => parameters.text(text)).join(", ");
      return `coalesce(${textSql(test.value, name, parameters)} IN (${list}), false)`;
    }
    case "knownText":
      return `(${textSql(test.value, name, parameters)} IS NOT NULL)`;
    case "tag":
      throw new RangeError("a tag is named where only the fields of an event are");
  }
}

function joined(parts: readonly string[], word: "AND" | "OR", none: string): string {
  return parts.length === 0 ? none : `(${parts.join(` ${word} `)})`;
}

const operators: { readonly [O in Op]: string } = {
  "<": "<",
  "<=": "<=",
  ">": ">",
  ">=": ">=",
  "=": "=",
  "!=": "<>",
};

function compareSql(op: Op, left: Num, right: Num, name: Columns["name"], said: number): string {
  return bounded(said, name, (columns) => compared(op, numSql(left, columns), numSql(right, columns)));
}

/** Cross-multiplied, so that nothing is divided and nothing rounded. */
function compared(op: Op, a: NumSql, b: NumSql): Bounded {
  const same = a.constant !== null && a.constant === b.constant;
  const left = same ? a.n : `${a.n} * ${b.d}`;
  const right = same ? b.n : `${b.n} * ${a.d}`;
  return {
    sql: `coalesce(${left} ${operators[op]} ${right}, false)`,
    bound: largest(a.peak, b.peak, a.nBound * b.dBound, b.nBound * a.dBound),
  };
}

function oneOfSql(test: Extract<Test, { is: "oneOfNum" }>, name: Columns["name"]): string {
  const per = storedPer(test.type);
  const parts = test.list.map((n) => compareSql("=", test.value, { is: "constant", n, d: per }, name, test.said));
  return joined(parts, "OR", "false");
}

interface Bounded {
  readonly sql: string;
  readonly bound: bigint;
}

/** Computes in 64 bits where that is enough, else in 128. */
function bounded(said: number, name: Columns["name"], compile: (columns: Columns) => Bounded): string {
  const narrow = compile({ name, wide: false });
  if (narrow.bound < LONG) return narrow.sql;
  if (narrow.bound < HUGE) return compile({ name, wide: true }).sql;
  throw new TestTooLarge(said);
}

function textSql(text: Text, name: Columns["name"], parameters: Parameters): string {
  switch (text.is) {
    case "constant":
      return parameters.text(text.text);
    case "column":
      return name(text.column);
    case "ifUnknown":
      return `coalesce(${textSql(text.value, name, parameters)}, ${textSql(text.otherwise, name, parameters)})`;
  }
}
