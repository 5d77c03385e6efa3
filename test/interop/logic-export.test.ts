import fc from "fast-check";
import jsonLogic from "json-logic-js";
import { describe, expect, it } from "vitest";
import { createEnvironment } from "../../src/evaluate/environment.js";
import type { Frame } from "../../src/evaluate/frame.js";
import { compileTest } from "../../src/evaluate/test.js";
import { exportLogic } from "../../src/interop/logic/export.js";
import type { Program } from "../../src/program/program.js";
import { program as randomProgram } from "../agree/programs.js";
import { frameOf, programOf } from "./logic.js";

describe("the `who` of a program as JSON Logic", () => {
  it("says over named facts what the engine finds, for random programs and random facts", () => {
    let clauses = 0;
    const compared = fc.property(randomProgram, fc.infiniteStream(fc.nat()), ({ text }, numbers) => {
      const program = programOf(text);
      const frame = frameOf(program, 40, numbers);
      clauses += agrees(program, frame);
    });
    fc.assert(compared, { numRuns: 60 });
    expect(clauses).toBeGreaterThan(2500);
  });
});

/** Compares every clause with the engine on every row; returns how many it compared. */
function agrees(program: Program, frame: Frame): number {
  const environment = createEnvironment(program);
  const exported = exportLogic(program);
  let count = 0;
  for (const { id, who: clauses } of exported.strategies) {
    const tests = (program.strategies.find((each) => each.id === id)?.who ?? []).map((test) =>
      compileTest(test, environment),
    );
    for (let row = 0; row < frame.rows; row++) {
      const data = exported.data(frame, row);
      clauses.forEach(({ rule, phrase }, place) => {
        const found = jsonLogic.apply(rule as never, data);
        expect({ phrase, rule, data, found }).toEqual({ phrase, rule, data, found: tests[place]?.(frame, row) });
        count++;
      });
    }
  }
  return count;
}
