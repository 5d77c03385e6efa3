import { describe, expect, it } from "vitest";
import type { Column } from "../../src/evaluate/frame.js";
import { writeValue } from "../../src/facts/fact-frame.js";
import { totalField } from "../../src/facts/field.js";
import { emptySelection } from "../../src/facts/selection.js";
import { countDistinct, mostFrequent } from "../../src/facts/values.js";

const MAX = Number.MAX_SAFE_INTEGER;
const { NaN: unknown } = Number;

function selectionOf(column: Column) {
  return {
    ...emptySelection(),
    rows: Int32Array.from({ length: column.length }, (_, row) => row),
    size: column.length,
  };
}

function total(column: Column, start = 0, end = column.length) {
  const into = { countKnown: -1, sum: -1, min: -1, max: -1 };
  totalField(into, column, selectionOf(column), start, end);
  return into;
}

describe("the total of a field", () => {
  it("adds up what is known of a stretch, with the least and the greatest", () => {
    expect(total([100, 3, unknown, -2, 7, 100], 1, 5)).toEqual({ countKnown: 3, sum: 8, min: -2, max: 7 });
  });

  it("is 0, without a least or a greatest, where nothing is known", () => {
    const nothing = { countKnown: 0, sum: 0, min: unknown, max: unknown };
    expect(total([unknown, unknown])).toEqual(nothing);
    expect(total([null, null])).toEqual(nothing);
    expect(total([1, 2], 1, 1)).toEqual(nothing);
  });

  it("counts text that is known, and nothing else of it", () => {
    expect(total(["x", null, "x"])).toEqual({ countKnown: 2, sum: 0, min: unknown, max: unknown });
  });

  it.each([1, -1])("is exact although a sum on the way has no exact number, with the sign %i", (sign) => {
    // In floating point, 2^53 - 1 + 2 comes to 2^53, and the two would leave 1.
    expect(total([sign * MAX, sign * 2, unknown, sign * -MAX]).sum).toBe(sign * 2);
    expect(total([5, sign * MAX, sign * 2, sign * -MAX, 5], 1, 4).sum).toBe(sign * 2);
  });
});

describe("the values of a field", () => {
  const column = ["x", "y", null, "y", "x", "z", "z", "z"];
  const upTo = (end: number, start = 0) => mostFrequent(column, selectionOf(column), start, end);

  it("have a most frequent one, of equals the one seen last", () => {
    expect([1, 2, 4, 5, 6, 8].map((end) => upTo(end))).toEqual(["x", "y", "y", "x", "x", "z"]);
  });

  it("have no most frequent one where none is known", () => {
    expect([upTo(0), upTo(3, 2)]).toEqual([null, null]);
    expect(mostFrequent([unknown, unknown], selectionOf([1, 1]), 0, 2)).toBeNull();
    expect(mostFrequent([], selectionOf(column), 0, 2)).toBeNull();
  });

  it("are counted afresh for each question", () => {
    const distinct = (start: number, end: number) => countDistinct(column, selectionOf(column), start, end);
    expect([distinct(0, 8), distinct(0, 1), distinct(2, 3), distinct(5, 8)]).toEqual([3, 1, 0, 1]);
    expect([upTo(8), upTo(1), distinct(1, 2)]).toEqual(["z", "x", 1]);
  });

  it("differ as numbers do, the unknown left out", () => {
    const numbers = [1, unknown, 2, 1, unknown, unknown];
    expect(countDistinct(numbers, selectionOf(numbers), 0, 6)).toBe(2);
    expect(mostFrequent(numbers, selectionOf(numbers), 0, 6)).toBe(1);
  });
});

describe("writing a value", () => {
  it("stores what a column cannot hold as unknown", () => {
    const into = { columns: [new Float64Array(3), ["?", "?", "?"]], rows: 3 };
    [5, "five", null].forEach((value, row) => {
      writeValue(into, 0, row, value);
      writeValue(into, 1, row, value);
    });
    expect(into.columns.map((column) => [...column])).toEqual([
      [5, unknown, unknown],
      [null, "five", null],
    ]);
  });
});
