import type { FactFrame } from "../facts/fact-frame.js";
import { compileFacts, type FactPlan } from "../facts/plan.js";
import type { Program } from "../program/program.js";
import { createReport, InputError } from "./input-error.js";

/** Computes a program's facts, or throws an `InputError`. */
export type ExactFacts = FactPlan;

/**
 * The facts of a program, never rounded. The amount of one event always fits the whole numbers that facts hold; the total
 * of many may not. Then nothing is decided, as in a population.
 */
export function compileExactFacts(program: Program): ExactFacts {
  const { frame, write } = compileFacts(program);
  const totals = program.facts.flatMap((fact, place) => (fact.is === "sum" ? [{ fact, place }] : []));

  function check(into: FactFrame, first: number, end: number): void {
    for (const { fact, place } of totals) {
      if ((into.columns[place] as Float64Array).subarray(first, end).every(isExact)) continue;
      const event = program.events[fact.event];
      const { problems, report } = createReport();
      report("too-large-total", "events", { path: `${event?.id}.${event?.fields[fact.field]?.id}` });
      throw new InputError(problems);
    }
  }

  const exact: ExactFacts = {
    frame,
    write(input, into, first) {
      write(input, into, first);
      check(into, first, first + input.asks.length);
    },
    compute(input) {
      const into = frame(input.asks.length);
      exact.write(input, into, 0);
      return into;
    },
  };
  return exact;
}

function isExact(total: number): boolean {
  return Math.abs(total) <= Number.MAX_SAFE_INTEGER;
}
