import fc from "fast-check";
import { expect } from "vitest";
import { parse } from "../../src/syntax/parse.js";
import { newEngine } from "../conformance/engine.js";
import { decide } from "../reference/decide.js";
import { program } from "./programs.js";
import { situationOf } from "./situations.js";

/** Situations that each random program meets. */
const SITUATIONS = 8;

const cases = program.chain((one) =>
  fc.record({
    program: fc.constant(one),
    situations: fc.array(situationOf(one), { minLength: SITUATIONS, maxLength: SITUATIONS }),
  }),
);

const property = fc.property(cases, (each) => {
  const { file, diagnostics } = parse({ name: "case.touch", text: each.program.text });
  expect(
    diagnostics.map(({ code, span }) => `${code} at ${each.program.text.slice(span.start - 200, span.end + 20)}`),
  ).toEqual([]);
  const engine = newEngine(each.program.text);
  for (const situation of each.situations) {
    const { decisions, ghosts, cancellations, refused } = engine.decide(situation);
    const told = { decisions: decisions.map(own), ghosts: ghosts.map(own), cancellations, refused };
    expect(told).toEqual(decide(file.declarations, situation));
  }
});

/** The hash of the program is the engine's alone. */
function own(placed: object): object {
  return Object.fromEntries(Object.entries(placed).filter(([field]) => field !== "program"));
}

/**
 * Law 2 over random programs and situations: the engine and the reference agree on every decision, gate and code.
 * Compares about `pairs` of them; the same seed gives the same ones. Returns how many it compared.
 */
export function engineAgreesWithReference(pairs: number, seed?: number): number {
  const numRuns = Math.ceil(pairs / SITUATIONS);
  fc.assert(property, { numRuns, ...(seed === undefined ? {} : { seed }) });
  return numRuns * SITUATIONS;
}
