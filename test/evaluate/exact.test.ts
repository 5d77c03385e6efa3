import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createEnvironment } from "../../src/evaluate/environment.js";
import type { Frame } from "../../src/evaluate/frame.js";
import { compileTest } from "../../src/evaluate/test.js";
import type { Num, Op } from "../../src/program/program.js";

/** A second, naive arithmetic: pairs of bigints straight from the definition of `Num`, with `null` for unknown. */
function value(num: Num, row: readonly number[]): [bigint, bigint] | null {
  switch (num.is) {
    case "constant":
      return [BigInt(num.n), BigInt(num.d)];
    case "column": {
      const stored = row[num.column] as number;
      return stored !== stored ? null : [BigInt(stored), BigInt(num.per)];
    }
    case "ifUnknown":
      return value(num.value, row) ?? value(num.otherwise, row);
    case "plus":
    case "minus":
    case "times":
    case "over": {
      const left = value(num.left, row);
      const right = value(num.right, row);
      if (left === null || right === null) return null;
      const [a, b] = left;
      const [c, d] = right;
      if (num.is === "times") return [a * c, b * d];
      if (num.is === "over") return c === 0n ? null : [a * d, b * c];
      return [num.is === "plus" ? a * d + c * b : a * d - c * b, b * d];
    }
    default:
      throw new Error(num.is);
  }
}

function holds(op: Op, left: Num, right: Num, row: readonly number[]): boolean {
  const a = value(left, row);
  const b = value(right, row);
  if (a === null || b === null) return false;
  // a.n / a.d − b.n / b.d has the sign of its numerator times that of its divisor.
  const difference = (a[0] * b[1] - b[0] * a[1]) * a[1] * b[1];
  const order = difference < 0n ? -1 : difference > 0n ? 1 : 0;
  if (op === "=") return order === 0;
  if (op === "!=") return order !== 0;
  if (op === "<") return order < 0;
  if (op === "<=") return order <= 0;
  return op === ">" ? order > 0 : order >= 0;
}

const whole = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -6, max: 6 }) },
  { weight: 2, arbitrary: fc.integer({ min: -3_000_000, max: 3_000_000 }) },
  { weight: 2, arbitrary: fc.maxSafeInteger() },
  { weight: 1, arbitrary: fc.constantFrom(Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, 2 ** 52, 94906267) },
);
const cell = fc.oneof({ weight: 8, arbitrary: whole }, { weight: 1, arbitrary: fc.constant(Number.NaN) });
const width = 4;

const { num } = fc.letrec<{ num: Num }>((tie) => ({
  num: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.record({
      is: fc.constant("column" as const),
      column: fc.nat(width - 1),
      per: fc.constantFrom(1, 1, 1, 100, 1_000_000),
    }),
    fc.record({
      is: fc.constant("constant" as const),
      n: whole,
      d: fc.constantFrom(1, 1, 1, -1, 2, -3, 100, 1_000_000),
    }),
    fc.record({
      is: fc.constantFrom("plus" as const, "minus" as const, "times" as const, "over" as const),
      left: tie("num"),
      right: tie("num"),
    }),
    fc.record({ is: fc.constant("ifUnknown" as const), value: tie("num"), otherwise: tie("num") }),
  ),
}));
const op = fc.constantFrom<Op>("<", "<=", ">", ">=", "=", "!=");
const rows = fc.array(fc.tuple(cell, cell, cell, cell), { minLength: 1, maxLength: 4 });

const environment = createEnvironment({ tags: [], lifecycles: [], maps: [] });
const integer = { is: "integer" } as const;

function frameOf(cells: readonly (readonly number[])[]): Frame {
  const columns = Array.from({ length: width }, (_, column) =>
    Float64Array.from(cells, (row) => row[column] as number),
  );
  return { columns, rows: cells.length };
}

describe("comparison", () => {
  it("agrees with naive rational arithmetic for every shape, sign and size", () => {
    fc.assert(
      fc.property(op, num, num, rows, (operator, left, right, cells) => {
        const test = compileTest({ is: "compare", op: operator, left, right, type: integer, said: 0 }, environment);
        const frame = frameOf(cells);
        cells.forEach((row, index) => {
          expect(test(frame, index)).toBe(holds(operator, left, right, row));
        });
      }),
      { numRuns: 20_000 },
    );
  });

  it("of an average takes no rounding: 3 times 0.1 is 0.3, and a sum of 2^53 − 1 over 2 is not 2^52", () => {
    const average: Num = {
      is: "over",
      left: { is: "column", column: 0, per: 1 },
      right: { is: "column", column: 1, per: 1 },
    };
    const frame = frameOf([
      [30, 300, 0, 0],
      [Number.MAX_SAFE_INTEGER, 2, 0, 0],
      [0, 0, 0, 0],
    ]);
    const is = (n: number, d: number) =>
      compileTest(
        { is: "compare", op: "=", left: average, right: { is: "constant", n, d }, type: integer, said: 0 },
        environment,
      );
    expect(is(1, 10)(frame, 0)).toBe(true);
    expect(is(2 ** 52, 1)(frame, 1)).toBe(false);
    expect(is(Number.MAX_SAFE_INTEGER, 2)(frame, 1)).toBe(true);
    expect(is(0, 1)(frame, 2), "a division by 0 is unknown").toBe(false);
  });

  it("of a deeply nested value takes no longer than its size", () => {
    let deep: Num = { is: "column", column: 0, per: 1 };
    for (let level = 0; level < 60; level++) {
      const over: Num = { is: "over", left: deep, right: { is: "column", column: 1, per: 1 } };
      deep = { is: "ifUnknown", value: over, otherwise: { is: "constant", n: 1, d: 1 } };
    }
    const test = compileTest(
      { is: "compare", op: ">", left: deep, right: { is: "constant", n: 0, d: 1 }, type: integer, said: 0 },
      environment,
    );
    expect(test(frameOf([[5, 1, 0, 0]]), 0)).toBe(true);
  });
});
