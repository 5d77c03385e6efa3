import { compileFacts, type FactPlan } from "../facts/plan.js";
import type { Program } from "../program/program.js";
import { createReport, InputError } from "./input-error.js";

/** Computes a program's facts, or throws an `InputError`. */
export type ExactFacts = Pick<FactPlan, "compute">;

/**
 * The facts of a program, never rounded. The amount of one event always fits the whole numbers that facts hold; the total
 * of many may not. Then nothing is decided, as in a population.
 */
export function compileExactFacts(program: Program): ExactFacts {
  const plan = compileFacts(program);
  const totals = program.facts.flatMap((fact, place) => (fact.is === "sum" ? [{ fact, place }] : []));
  return {
    compute(input) {
      const frame = plan.compute(input);
      for (const { fact, place } of totals) {
        if ((frame.columns[place] as Float64Array).every(isExact)) continue;
        const event = program.events[fact.event];
        const { problems, report } = createReport();
        report("too-large-total", "events", { path: `${event?.id}.${event?.fields[fact.field]?.id}` });
        throw new InputError(problems);
      }
      return frame;
    },
  };
}

function isExact(total: number): boolean {
  return Math.abs(total) <= Number.MAX_SAFE_INTEGER;
}
