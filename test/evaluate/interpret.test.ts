import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createEnvironment } from "../../src/evaluate/environment.js";
import type { Frame } from "../../src/evaluate/frame.js";
import { interpret } from "../../src/evaluate/interpret.js";
import { compileTest } from "../../src/evaluate/test.js";
import type { Lifecycle, MapKey, MapTable, Num, Op, Tag, Test, Text, Type } from "../../src/program/program.js";

// Columns 0 to 2 hold numbers, 3 and 4 texts.
const cell = fc.constantFrom(Number.NaN, -1, 0, 1, 2, 3, 2_000_000, Number.MAX_SAFE_INTEGER);
const word = fc.constantFrom(null, "", "a", "ab", "日本");
const integer: Type = { is: "integer" };
const types = fc.constantFrom<Type>(integer, { is: "number" }, { is: "ratio" });
const constant = fc.record({
  is: fc.constant("constant" as const),
  n: fc.constantFrom(-2, 0, 1, 3, Number.MAX_SAFE_INTEGER),
  d: fc.constantFrom(1, 2, 1_000_000),
});

const column = fc.record({ is: fc.constant("column" as const), column: fc.nat(2), per: fc.constantFrom(1, 1_000_000) });
const textColumn = fc.record({ is: fc.constant("column" as const), column: fc.constantFrom(3, 4) });
const maps: readonly MapTable[] = [
  {
    id: "prices",
    label: null,
    type: { is: "number" },
    rows: [
      { key: "a", value: 2_000_000 },
      { key: "", value: 0 },
    ],
  },
  { id: "upgrades", label: null, type: { is: "text" }, rows: [{ key: "ab", value: "a" }] },
];
const key: fc.Arbitrary<MapKey> = fc.oneof(
  fc.record({ is: fc.constant("text" as const), text: textColumn }),
  fc.record({ is: fc.constant("enum" as const), value: column, members: fc.constantFrom(["x", "a"], ["ab", "", "a"]) }),
);
/** Values that are made of columns alone: what tags give a name to. */
const valued: fc.Arbitrary<Num> = fc.oneof(
  column,
  fc.record({ is: fc.constant("lookup" as const), map: fc.constant(0), key }),
  fc.record({
    is: fc.constant("zodiac" as const),
    calendar: fc.constantFrom("western" as const, "chinese" as const),
    date: column,
  }),
  fc.record({ is: fc.constant("over" as const), left: column, right: column }),
);
const worded: fc.Arbitrary<Text> = fc.oneof(
  textColumn,
  fc.record({ is: fc.constant("lookup" as const), map: fc.constant(1), key }),
);

/** What values depend on that are unknown unless something holds. */
const compared: fc.Arbitrary<Test> = fc.record({
  is: fc.constant("compare" as const),
  op: fc.constantFrom<Op>("<", ">="),
  left: column,
  right: constant,
  type: types,
  said: fc.constant(0),
});

/** Tests over everything that the language has; those of tags and stages name only what was declared before. */
function tests(tags: number, lifecycles: number): fc.Arbitrary<Test> {
  const leaves: fc.Arbitrary<Num>[] = [constant, column, valued];
  if (tags > 0) leaves.push(fc.constant<Num>({ is: "tag", tag: 2 }));
  if (lifecycles > 0) leaves.push(fc.record({ is: fc.constant("stage" as const), lifecycle: fc.nat(lifecycles - 1) }));
  const { num } = fc.letrec<{ num: Num }>((tie) => ({
    num: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      ...leaves,
      fc.record({
        is: fc.constantFrom("plus" as const, "minus" as const, "times" as const, "over" as const),
        left: tie("num"),
        right: tie("num"),
      }),
      fc.record({ is: fc.constant("ifUnknown" as const), value: tie("num"), otherwise: tie("num") }),
      fc.record({ is: fc.constant("when" as const), test: compared, value: tie("num") }),
    ),
  }));
  const text: fc.Arbitrary<Text> = fc.oneof(
    worded,
    fc.constant<Text>(tags > 0 ? { is: "tag", tag: 3 } : { is: "constant", text: "" }),
    fc.record({ is: fc.constant("constant" as const), text: fc.constantFrom("", "a", "ab") }),
    fc.record({ is: fc.constant("when" as const), test: compared, value: worded }),
    fc.record({
      is: fc.constant("ifUnknown" as const),
      value: fc.oneof(worded, fc.record({ is: fc.constant("when" as const), test: compared, value: worded })),
      otherwise: fc.record({ is: fc.constant("constant" as const), text: fc.constantFrom("a", "b") }),
    }),
  );
  const said = fc.constant(0);
  const small: fc.Arbitrary<Test>[] = [
    fc.record({
      is: fc.constant("compare" as const),
      op: fc.constantFrom<Op>("<", "<=", ">", ">=", "=", "!="),
      left: num,
      right: num,
      type: types,
      said,
    }),
    fc.record({
      is: fc.constant("oneOfNum" as const),
      value: num,
      list: fc.array(fc.constantFrom(0, 1, 2, 3_000_000), { maxLength: 20 }),
      type: types,
      said,
    }),
    fc.record({ is: fc.constant("knownNum" as const), value: num, type: types, said }),
    fc.record({ is: fc.constant("sameText" as const), left: text, right: text, said }),
    fc.record({ is: fc.constant("contains" as const), text, part: text, said }),
    fc.record({
      is: fc.constant("oneOfText" as const),
      value: text,
      list: fc.array(fc.constantFrom("a", "ab", "日本"), { maxLength: 3 }),
      said,
    }),
    fc.record({ is: fc.constant("knownText" as const), value: text, said }),
  ];
  if (tags > 0) small.push(fc.record({ is: fc.constant("tag" as const), tag: fc.nat(tags - 1), said }));
  return fc.letrec<{ test: Test }>((tie) => ({
    test: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      ...small,
      fc.record({
        is: fc.constantFrom("and" as const, "or" as const),
        parts: fc.array(tie("test"), { minLength: 2, maxLength: 4 }),
        said,
      }),
      fc.record({ is: fc.constant("not" as const), part: tie("test"), said }),
    ),
  })).test;
}

const tag =
  (id: string) =>
  (test: Test): Tag => ({ id, label: null, value: { is: "test", test } });
/** About everybody or about some, with a stage for the rest or without. */
const lifecycle = ([of, rest, ...own]: readonly [Test | null, readonly null[], Test, Test]): Lifecycle => ({
  is: "value",
  id: "life",
  label: null,
  of,
  stages: [...own, ...rest].map((test, place) => ({ id: `s${place}`, label: null, test })),
});
const program = fc.record({
  tags: fc.tuple(
    tests(0, 0).map(tag("t0")),
    tests(1, 0).map(tag("t1")),
    valued.map((num): Tag => ({ id: "t2", label: null, value: { is: "num", num, type: integer } })),
    worded.map((text): Tag => ({ id: "t3", label: null, value: { is: "text", text, type: { is: "text" } } })),
  ),
  lifecycles: fc.tuple(
    fc.tuple(fc.option(tests(2, 0)), fc.constantFrom([], [null]), tests(2, 0), tests(2, 0)).map(lifecycle),
  ),
});
const rows = fc.array(fc.tuple(cell, cell, cell, word, word), { minLength: 1, maxLength: 5 });

function frameOf(cells: readonly (readonly [number, number, number, string | null, string | null])[]): Frame {
  return {
    columns: [
      ...[0, 1, 2].map((place) => Float64Array.from(cells, (row) => row[place] as number)),
      cells.map((row) => row[3]),
      cells.map((row) => row[4]),
    ],
    rows: cells.length,
  };
}

describe("the interpreter that explanations are made from", () => {
  it("agrees with the compiled tests, tags and stages included", () => {
    let held = 0;
    let asked = 0;
    fc.assert(
      fc.property(tests(2, 1), program, rows, (test, { tags, lifecycles }, cells) => {
        const declared = { tags, lifecycles, maps };
        const frame = frameOf(cells);
        const compiled = compileTest(test, createEnvironment(declared));
        for (let row = 0; row < cells.length; row++) {
          const finding = interpret(test, declared, frame, row);
          expect(compiled(frame, row)).toBe(finding.holds);
          asked++;
          if (finding.holds) held++;
        }
      }),
      { numRuns: 10_000 },
    );
    // Both answers must have come up often, or the law says little.
    expect(held / asked).toBeGreaterThan(0.2);
    expect(held / asked).toBeLessThan(0.8);
  });
});
