import * as fc from "fast-check";
import { expect, it } from "vitest";
import { createEnvironment } from "../../src/evaluate/environment.js";
import { compileMatchers } from "../../src/match/matchers.js";
import type { Test } from "../../src/program/program.js";
import { shopWith } from "../decide/shop.js";

/** A clause that holds where its column is 1. */
function isOne(column: number): Test {
  const left = { is: "column", column, per: 1 } as const;
  return { is: "compare", op: "=", left, right: { is: "constant", n: 1, d: 1 }, type: { is: "boolean" }, said: 0 };
}

it("a matcher gives the place of the first clause that fails, or −1", () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { maxLength: 6 }), (answers) => {
      const program = shopWith({ who: answers.map((_, column) => isOne(column)) });
      const [matcher] = compileMatchers(program, createEnvironment(program));
      const frame = { columns: answers.map((answer) => Float64Array.of(0, Number(answer))), rows: 2 };
      expect(matcher?.(frame, 1)).toBe(answers.indexOf(false));
    }),
  );
});
