import * as fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { whereEnvironment } from "../../src/evaluate/environment.js";
import type { Frame } from "../../src/evaluate/frame.js";
import { compileTest } from "../../src/evaluate/test.js";
import { type Database, openDatabase } from "../../src/population/database.js";
import { rowNames } from "../../src/population/profile-join.js";
import { Parameters } from "../../src/population/sql.js";
import { NotInSql, whereSql } from "../../src/population/where-sql.js";
import type { Num, Op, Test, Text } from "../../src/program/program.js";

const MAX = Number.MAX_SAFE_INTEGER;
const said = 0;
const integer = { is: "integer" } as const;

// Two columns of numbers, two of texts; unknowns, signs, zeros, the largest and what quotes and escapes could break.
const numbers = [Number.NaN, 0, 1, -1, 2, 3, 100, 150, -7, 17_000, MAX, -MAX];
const texts = [null, "", "a", "ab", "b", "A", "'", '"', "%", "_", "\\", "é", "首页", "\u{1f600}", "$1"];

const frame: Frame = rowsOf();

function rowsOf(): Frame {
  const rows = numbers.flatMap((a, i) => numbers.map((b, j) => [a, b, texts[(i + j) % texts.length] ?? null] as const));
  return {
    columns: [
      Float64Array.from(rows, ([a]) => a),
      Float64Array.from(rows, ([, b]) => b),
      rows.map(([, , text]) => text),
      rows.map((_, row) => texts[row % texts.length] ?? null),
    ],
    rows: rows.length,
  };
}

/** The user of a row: a number and a text, from another row, so that both meet all others. */
function profileOf(row: number): readonly (number | string | null)[] {
  const other = (row * 7 + 5) % frame.rows;
  return [frame.columns[1]?.[other] ?? null, frame.columns[3]?.[other] ?? null];
}

let db: Database;

beforeAll(async () => {
  db = await openDatabase();
  await db.run("CREATE TABLE facts (row INTEGER, f0 BIGINT, f1 BIGINT, f2 VARCHAR, f3 VARCHAR, p0 BIGINT, p1 VARCHAR)");
  for (let row = 0; row < frame.rows; row++) {
    const cells = [...frame.columns.map((column) => column[row] ?? null), ...profileOf(row)];
    const known = cells.map((cell) => (typeof cell === "number" ? (Number.isNaN(cell) ? null : BigInt(cell)) : cell));
    await db.run("INSERT INTO facts VALUES ($1, $2, $3, $4, $5, $6, $7)", [row, ...known]);
  }
});

afterAll(() => db.close());

const constant = fc.record({
  is: fc.constant("constant" as const),
  n: fc.constantFrom(0, 1, -1, 2, 50, 100, 20_000, MAX),
  d: fc.constantFrom(1, 2, 3, 100, 1_000_000),
});
const column = fc.record({
  is: fc.constant("column" as const),
  column: fc.constantFrom(0, 1),
  per: fc.constantFrom(1, 100, 1_000_000),
});

const { num } = fc.letrec<{ num: Num }>((tie) => ({
  num: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    column,
    constant,
    fc.record({ is: fc.constant("profile" as const), field: fc.constant(0), per: fc.constantFrom(1, 100) }),
    fc.record({
      is: fc.constantFrom("plus" as const, "minus" as const, "times" as const, "over" as const),
      left: tie("num"),
      right: tie("num"),
    }),
    fc.record({ is: fc.constant("ifUnknown" as const), value: tie("num"), otherwise: tie("num") }),
  ),
}));

const text: fc.Arbitrary<Text> = fc.oneof(
  fc.record({ is: fc.constant("column" as const), column: fc.constantFrom(2, 3) }),
  fc.constant({ is: "profile" as const, field: 1 }),
  fc.constantFrom(...texts.filter((one) => one !== null)).map((one) => ({ is: "constant" as const, text: one })),
  fc.constant({
    is: "ifUnknown" as const,
    value: { is: "column" as const, column: 2 },
    otherwise: { is: "constant" as const, text: "首页" },
  }),
);

const op = fc.constantFrom<Op>("<", "<=", ">", ">=", "=", "!=");

const { test } = fc.letrec<{ test: Test }>((tie) => ({
  test: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    fc
      .record({ is: fc.constant("compare" as const), op, left: num, right: num })
      .map((one) => ({ ...one, type: integer, said })),
    fc.record({ is: fc.constant("knownNum" as const), value: num }).map((one) => ({ ...one, type: integer, said })),
    fc
      .record({ value: num, list: fc.array(fc.constantFrom(0, 1, 100, -7), { maxLength: 3 }) })
      .map((one) => ({ is: "oneOfNum" as const, ...one, type: integer, said })),
    fc.record({ is: fc.constant("sameText" as const), left: text, right: text }).map((one) => ({ ...one, said })),
    fc.record({ is: fc.constant("contains" as const), text, part: text }).map((one) => ({ ...one, said })),
    fc.record({ is: fc.constant("knownText" as const), value: text }).map((one) => ({ ...one, said })),
    fc
      .record({ value: text, list: fc.array(fc.constantFrom("a", "'", "首页"), { maxLength: 3 }) })
      .map((one) => ({ is: "oneOfText" as const, ...one, said })),
    fc.record({ is: fc.constant("not" as const), part: tie("test") }).map((one) => ({ ...one, said })),
    fc
      .record({
        is: fc.constantFrom("and" as const, "or" as const),
        parts: fc.array(tie("test"), { minLength: 2, maxLength: 3 }),
      })
      .map((one) => ({ ...one, said })),
  ),
}));

/** The rows that pass by SQL, or `null` if SQL can't say the test. */
async function passingBySql(one: Test): Promise<number[] | null> {
  const parameters = new Parameters();
  try {
    const sql = whereSql(one, rowNames, parameters);
    const rows = await db.rows(`SELECT row FROM facts WHERE ${sql} ORDER BY row`, parameters.values);
    return rows.map(([row]) => Number(row));
  } catch (error) {
    if (error instanceof NotInSql) return null;
    throw error;
  }
}

it("law 2: a `where` passes the same rows in SQL as in the matcher, or SQL can't say it", async () => {
  let comparable = 0;
  await fc.assert(
    fc.asyncProperty(test, async (one) => {
      const bySql = await passingBySql(one);
      if (bySql === null) return;
      comparable++;
      let profile = profileOf(0);
      const environment = whereEnvironment({ maps: [] }, { profile: () => profile, trigger: () => null });
      const holds = compileTest(one, environment);
      const passes = (row: number): boolean => {
        profile = profileOf(row);
        return holds(frame, row);
      };
      const byMatcher = Array.from({ length: frame.rows }, (_, row) => row).filter(passes);
      expect(bySql).toEqual(byMatcher);
    }),
    { numRuns: 1500 },
  );
  expect(comparable).toBeGreaterThan(750);
});
