import type { Num, Op, Test, Text } from "../program/program.js";
import { storedPer } from "../program/unit.js";
import { largest, type Names, NotInSql, type NumSql, numSql, type Width } from "./num-sql.js";
import type { Parameters } from "./sql.js";

export { NotInSql } from "./num-sql.js";

const LONG = 2n ** 62n;
const HUGE = 2n ** 126n;

/**
 * Compiles the `where` of a fact to SQL over a row of events. Two-valued, as in the matcher: every smallest test is
 * made false where something in it is unknown, before `not` can see it.
 */
export function whereSql(test: Test, names: Names, parameters: Parameters): string {
  const sql = (part: Test): string => whereSql(part, names, parameters);
  switch (test.is) {
    case "and":
      return joined(test.parts.map(sql), "AND", "true");
    case "or":
      return joined(test.parts.map(sql), "OR", "false");
    case "not":
      return `(NOT ${sql(test.part)})`;
    case "compare":
      return compareSql(test.op, test.left, test.right, names);
    case "oneOfNum":
      return oneOfSql(test, names);
    case "knownNum":
      return bounded(names, (columns) => {
        const value = numSql(test.value, columns);
        return { sql: `(${value.n} IS NOT NULL)`, bound: value.peak };
      });
    case "sameText":
      return `coalesce(${textSql(test.left, names, parameters)} = ${textSql(test.right, names, parameters)}, false)`;
    case "contains":
      return `coalesce(contains(${textSql(test.text, names, parameters)}, ${textSql(test.part, names, parameters)}), false)`;
    case "oneOfText": {
      if (test.list.length === 0) return "false";
      const list = test.list.map((text) => parameters.text(text)).join(", ");
      return `coalesce(${textSql(test.value, names, parameters)} IN (${list}), false)`;
    }
    case "knownText":
      return `(${textSql(test.value, names, parameters)} IS NOT NULL)`;
    case "tag":
      throw new NotInSql();
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

function compareSql(op: Op, left: Num, right: Num, names: Names): string {
  return bounded(names, (columns) => compared(op, numSql(left, columns), numSql(right, columns)));
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

function oneOfSql(test: Extract<Test, { is: "oneOfNum" }>, names: Names): string {
  const per = storedPer(test.type);
  const parts = test.list.map((n) => compareSql("=", test.value, { is: "constant", n, d: per }, names));
  return joined(parts, "OR", "false");
}

interface Bounded {
  readonly sql: string;
  readonly bound: bigint;
}

/** Computes in 64 bits where that is enough, else in 128; beyond that, SQL can't say it. */
function bounded(names: Names, compile: (columns: Names & Width) => Bounded): string {
  const narrow = compile({ ...names, wide: false });
  if (narrow.bound < LONG) return narrow.sql;
  if (narrow.bound < HUGE) return compile({ ...names, wide: true }).sql;
  throw new NotInSql();
}

function textSql(text: Text, names: Names, parameters: Parameters): string {
  switch (text.is) {
    case "constant":
      return parameters.text(text.text);
    case "column":
      return names.field(text.column);
    case "profile":
      return names.profile(text.field);
    case "ifUnknown":
      return `coalesce(${textSql(text.value, names, parameters)}, ${textSql(text.otherwise, names, parameters)})`;
    case "tag":
    case "lookup":
    case "trigger":
    case "when":
      throw new NotInSql();
  }
}
