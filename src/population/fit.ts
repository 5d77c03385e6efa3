import { withAnalysis } from "../program/analysis.js";
import type { Fact, Program } from "../program/program.js";
import { type Collector, collectorOf } from "./fit/collect.js";
import { findFrom, findPeriod } from "./fit/find.js";
import type { Fitting, FitProblem } from "./fit/fitting.js";
import { type PeriodFit, silenceCurve } from "./fit/silences.js";
import { isInSql } from "./fact-route.js";
import type { LoadReport } from "./load-report.js";
import { type SurveyOptions, surveyPopulation } from "./survey.js";

export { type Fitting, type FitProblem, LEAST_SAMPLE, type Seen } from "./fit/fitting.js";

export interface FitOptions extends Omit<SurveyOptions, "at" | "reads"> {
  /** The instant up to which the data is looked at, in milliseconds. */
  readonly until: number;
}

/** What was found for the fits of a program, in their order, and what cannot be fitted. */
export interface Fitted {
  readonly fittings: readonly Fitting[];
  readonly problems: readonly FitProblem[];
  readonly load: LoadReport;
  readonly users: number;
}

/** Fits some of what a program fits (all of it unless `ids` says which) to what was visible at an instant. */
export async function fitPopulation(options: FitOptions, ids?: ReadonlySet<string>): Promise<Fitted> {
  const { until } = options;
  const program = withAnalysis(options.program);
  const fits = program.analysis.fits.filter(({ id }) => ids?.has(id) ?? true);
  const periods = fits.filter((fit): fit is PeriodFit => fit.is === "period");
  const found = new Map<string, Fitting>();
  const counted = periods.filter(({ where }) => isInSql(where));
  const problems = periods.filter((fit) => !counted.includes(fit)).map((fit): FitProblem => ({ fit, why: "where" }));
  const collectors = new Map<string, Collector>();
  for (const fit of fits) {
    const collector = collectorOf(program, fit);
    if (collector) collectors.set(fit.id, collector);
  }
  const reads = [fits, counted.map((_, place) => ({ column: program.facts.length + place }))];
  const survey = { ...options, program: withPatterns(program, counted), reads, at: [until] };
  const { load, users } = await surveyPopulation(
    survey,
    (block) => collectors.forEach((collector) => collector.take(block)),
    async (db, population) => {
      for (const fit of counted)
        found.set(fit.id, findPeriod(fit, await silenceCurve(db, population, program, fit, until), until));
    },
  );
  for (const fit of fits) {
    const collector = collectors.get(fit.id);
    if (!collector) continue;
    const result = findFrom(program, fit, collector.result(), until);
    if (result.is === "fitting") found.set(fit.id, result.fitting);
    else problems.push(result.problem);
  }
  return { fittings: fits.flatMap(({ id }) => found.get(id) ?? []), problems, load, users };
}

/** The program with a fact for the events of each period, so that the fields that say which of them count are kept. */
function withPatterns(program: Program, periods: readonly PeriodFit[]): Program {
  const facts = periods.map(({ event, where }): Fact => ({ is: "count", event, where, window: { is: "ever" } }));
  return { ...program, facts: [...program.facts, ...facts] };
}
