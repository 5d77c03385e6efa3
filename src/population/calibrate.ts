import type { Calibration } from "../program/calibration.js";
import type { Program } from "../program/program.js";
import type { Fitting, FitProblem } from "./fit/fitting.js";
import { type FitOptions, fitPopulation } from "./fit.js";
import type { LoadReport } from "./load-report.js";

export type { Census } from "./fit/census.js";
export { movedUsers, stageCensus, stageSizes } from "./fit/census.js";

export interface CalibrateOptions extends Omit<FitOptions, "program"> {
  /** The project compiled with what was found so far. */
  readonly programWith: (calibrations: readonly Calibration[]) => Program;
}

/** Everything that a project fits, fitted. */
export interface Calibrated {
  /** Compiled with what was found. */
  readonly program: Program;
  /** In order of declaration. */
  readonly fittings: readonly Fitting[];
  /** If there are any, the fittings are not all. */
  readonly problems: readonly FitProblem[];
  readonly load: LoadReport | null;
  readonly users: number;
}

/**
 * Fits all that a project fits to what was visible at an instant, from nothing: what was found before does not matter. A fit may read
 * another (a value of users who are not churned, the period of churn): it is fitted again once that is found, which its definition
 * shows, since numbers that were found are spelled out in it.
 */
export async function calibratePopulation(options: CalibrateOptions): Promise<Calibrated> {
  const found = new Map<string, Fitting>();
  const problems = new Map<string, FitProblem>();
  let load: LoadReport | null = null;
  let users = 0;
  for (let program = options.programWith([]), round = 0; ; round++) {
    const { fits } = program.analysis;
    const isCurrent = (id: string, definition: string): boolean =>
      found.get(id)?.calibration.definition === definition || problems.get(id)?.fit.definition === definition;
    const due = fits.filter(({ id, definition }) => !isCurrent(id, definition));
    if (due.length === 0) {
      const fittings = fits.flatMap(({ id }) => found.get(id) ?? []);
      return { program, fittings, problems: [...problems.values()], load, users };
    }
    // Each round settles whatever reads only what is settled.
    if (round > fits.length) throw new RangeError("what is fitted depends on itself");
    const result = await fitPopulation({ ...options, program }, new Set(due.map(({ id }) => id)));
    ({ load, users } = result);
    for (const { id } of due) {
      found.delete(id);
      problems.delete(id);
    }
    for (const fitting of result.fittings) found.set(fitting.fit.id, fitting);
    for (const problem of result.problems) problems.set(problem.fit.id, problem);
    program = options.programWith([...found.values()].map(({ calibration }) => calibration));
  }
}
