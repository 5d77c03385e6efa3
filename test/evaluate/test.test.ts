import { describe, expect, it } from "vitest";
import { createEnvironment, noEnvironment } from "../../src/evaluate/environment.js";
import type { Frame } from "../../src/evaluate/frame.js";
import { compileTest } from "../../src/evaluate/test.js";
import type { Num, Test, Text } from "../../src/program/program.js";

// Column 0 holds numbers, column 1 texts, column 2 dates.
const frame: Frame = {
  columns: [Float64Array.of(1, 2, Number.NaN), ["ab", "日本", null], Float64Array.of(20_120, 19_782, Number.NaN)],
  rows: 3,
};
const number: Num = { is: "column", column: 0, per: 1 };
const text: Text = { is: "column", column: 1 };
const constant = (n: number): Num => ({ is: "constant", n, d: 1 });
const integer = { is: "integer" } as const;
const environment = createEnvironment({ tags: [], lifecycles: [], maps: [] });

function results(test: Test, by = environment): boolean[] {
  const compiled = compileTest(test, by);
  return [0, 1, 2].map((row) => compiled(frame, row));
}

const isOne: Test = { is: "compare", op: "=", left: number, right: constant(1), type: integer, said: 0 };

describe("a test", () => {
  it("is false for an unknown, whichever way it asks, and `not` turns that around", () => {
    expect(results(isOne)).toEqual([true, false, false]);
    expect(results({ ...isOne, op: "!=" })).toEqual([false, true, false]);
    expect(results({ is: "not", part: isOne, said: 0 })).toEqual([false, true, true]);
    expect(results({ is: "knownNum", value: number, type: integer, said: 0 })).toEqual([true, true, false]);
    expect(results({ is: "knownText", value: text, said: 0 })).toEqual([true, true, false]);
  });

  it("joins any number of parts", () => {
    const yes: Test = { is: "knownNum", value: constant(1), type: integer, said: 0 };
    for (const extra of [[], [yes], [yes, yes]]) {
      expect(results({ is: "and", parts: [...extra, yes, isOne], said: 0 })).toEqual([true, false, false]);
    }
    const no: Test = { is: "not", part: yes, said: 0 };
    for (const extra of [[], [no], [no, no]]) {
      expect(results({ is: "or", parts: [...extra, no, isOne], said: 0 })).toEqual([true, false, false]);
    }
  });

  it("finds a number in a short list, a long list, and a list in other units", () => {
    const list = Array.from({ length: 40 }, (_, place) => place + 2);
    expect(results({ is: "oneOfNum", value: number, list: [2, 7], type: integer, said: 0 })).toEqual([
      false,
      true,
      false,
    ]);
    expect(results({ is: "oneOfNum", value: number, list, type: integer, said: 0 })).toEqual([false, true, false]);
    const doubled: Num = { is: "times", left: number, right: constant(2) };
    expect(results({ is: "oneOfNum", value: doubled, list: [2], type: integer, said: 0 })).toEqual([
      true,
      false,
      false,
    ]);
    // A list of numbers is stored in millionths; the value 1 is 1000000 of them.
    const decimal = { is: "number" } as const;
    expect(results({ is: "oneOfNum", value: number, list: [1_000_000], type: decimal, said: 0 })).toEqual([
      true,
      false,
      false,
    ]);
  });

  it("compares texts exactly", () => {
    const same = (other: string): Test => ({
      is: "sameText",
      left: text,
      right: { is: "constant", text: other },
      said: 0,
    });
    expect(results(same("日本"))).toEqual([false, true, false]);
    expect(results({ is: "contains", text, part: { is: "constant", text: "b" }, said: 0 })).toEqual([
      true,
      false,
      false,
    ]);
    expect(results({ is: "oneOfText", value: text, list: ["constructor", "ab"], said: 0 })).toEqual([
      true,
      false,
      false,
    ]);
    const filled: Text = { is: "ifUnknown", value: text, otherwise: { is: "constant", text: "?" } };
    expect(results({ is: "sameText", left: filled, right: { is: "constant", text: "?" }, said: 0 })).toEqual([
      false,
      false,
      true,
    ]);
  });

  it("moves a date by months and stays within the month", () => {
    // 20120 is 2025-02-01, 19782 is 2024-02-29; a year before the latter is 2023-02-28, day 19416.
    const moved: Num = { is: "shiftMonths", date: { is: "column", column: 2, per: 1 }, months: -12 };
    const date = { is: "date" } as const;
    expect(results({ is: "compare", op: "=", left: moved, right: constant(19_416), type: date, said: 0 })).toEqual([
      false,
      true,
      false,
    ]);
    const twice: Num = { is: "times", left: moved, right: number };
    expect(results({ is: "compare", op: "=", left: twice, right: constant(38_832), type: date, said: 0 })).toEqual([
      false,
      true,
      false,
    ]);
  });

  it("names tags and stages, the first stage that holds winning", () => {
    const isTwo: Test = { ...isOne, right: constant(2) };
    const by = createEnvironment({
      tags: [
        { id: "one", label: null, value: { is: "test", test: isOne } },
        {
          id: "stage",
          label: null,
          value: {
            is: "test",
            test: {
              is: "compare",
              op: ">=",
              left: { is: "stage", lifecycle: 0 },
              right: constant(1),
              type: integer,
              said: 0,
            },
          },
        },
      ],
      maps: [],
      lifecycles: [
        {
          is: "lifecycle",
          id: "life",
          label: null,
          of: null,
          stages: [
            { id: "a", label: null, test: { is: "tag", tag: 0, said: 0 } },
            { id: "b", label: null, test: isTwo },
            { id: "c", label: null, test: null },
          ],
        },
      ],
    });
    expect([0, 1, 2].map((row) => by.stage(0)(frame, row))).toEqual([0, 1, 2]);
    expect(results({ is: "tag", tag: 1, said: 0 }, by)).toEqual([false, true, true]);
  });

  it("puts nobody in a stage of what is not about them, or of what no stage fits", () => {
    // The column is 1, 2 and unknown, row by row.
    const isTwo: Test = { ...isOne, right: constant(2) };
    const stages = [{ id: "a", label: null, test: isTwo }];
    const members = { is: "value", id: "some", label: null, of: isOne } as const;
    const by = createEnvironment({
      tags: [],
      maps: [],
      lifecycles: [
        { ...members, stages: [...stages, { id: "rest", label: null, test: null }] },
        { ...members, of: null, stages },
      ],
    });
    expect([0, 1, 2].map((row) => by.stage(0)(frame, row))).toEqual([1, Number.NaN, Number.NaN]);
    expect([0, 1, 2].map((row) => by.stage(1)(frame, row))).toEqual([Number.NaN, 0, Number.NaN]);
  });

  it("that depends on itself, or names nothing, is stopped", () => {
    const by = createEnvironment({
      tags: [{ id: "loop", label: null, value: { is: "test", test: { is: "tag", tag: 0, said: 0 } } }],
      lifecycles: [],
      maps: [],
    });
    expect(() => by.tag(0)).toThrow("the tag `loop` depends on itself");
    expect(() => by.stage(3)).toThrow("no lifecycle at place 3");
    expect(() => noEnvironment.tag(0)).toThrow(RangeError);
    expect(() => noEnvironment.stage(0)).toThrow(RangeError);
  });
});
