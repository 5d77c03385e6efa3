import { createEnvironment } from "../evaluate/environment.js";
import { compileTest } from "../evaluate/test.js";
import { withAnalysis } from "../program/analysis.js";
import type { Metric, Program } from "../program/program.js";
import type { LoadReport } from "./load-report.js";
import { compileMetric, type MetricTally, type MetricValue } from "./metric-tally.js";
import { type Division, type Segment, type Segments, segmentsOf } from "./segments.js";
import { type SurveyOptions, surveyPopulation } from "./survey.js";

export interface MetricsOptions extends Omit<SurveyOptions, "reads"> {
  /** How users are divided besides; `null`: not at all. */
  readonly division: Division | null;
  /** Ids of the metrics; all if absent. */
  readonly metrics?: readonly string[] | undefined;
}

/** What metrics came to at each of the instants. */
export interface Measured {
  readonly load: LoadReport;
  readonly users: number;
  /** Ascending. */
  readonly at: readonly number[];
  /** Empty where users are not divided. */
  readonly segments: readonly Segment[];
  readonly metrics: readonly MeasuredMetric[];
  readonly expectations: readonly MeasuredExpectation[];
}

export interface MeasuredMetric {
  /** Its place in the program. */
  readonly metric: number;
  /** By instant. */
  readonly values: readonly MetricValue[];
  /** By segment, then by instant. */
  readonly bySegment: readonly (readonly MetricValue[])[];
}

/** How many of those who have the role did what is expected of them. */
export interface MeasuredExpectation {
  /** Its place in the program. */
  readonly expectation: number;
  /** By instant. */
  readonly values: readonly { readonly users: number; readonly met: number }[];
}

/** Measures everybody at each instant. See `surveyPopulation` for what it throws. */
export async function measureMetrics(options: MetricsOptions): Promise<Measured> {
  const { at, division } = options;
  const program = withAnalysis(options.program);
  const last = Math.max(...at);
  const books = createBooks(program, options);
  let segments: Segments | null = null;
  let index = 0;
  const surveyed = await surveyPopulation(
    { ...options, program, reads: books.reads },
    ({ ids, frame, row }) => {
      for (let user = 0; user < ids.length; user++) {
        const segment = segments && (segments.of[index++] as number);
        for (let place = 0; place < at.length; place++) books.take(frame, row(user, place), place, segment);
      }
    },
    async (db, population) => {
      if (division === null) return;
      segments = await segmentsOf(db, population, program, division, last);
      books.divide(segments.list.length);
    },
  );
  return { ...surveyed, at, segments: listOf(segments), ...books.result() };
}

function listOf(segments: Segments | null): readonly Segment[] {
  return segments?.list ?? [];
}

/** The tallies of all metrics and expectations, by instant, and of metrics by segment besides. */
function createBooks(program: Program, { at, metrics }: MetricsOptions) {
  const environment = createEnvironment(program);
  const chosen = program.analysis.metrics.flatMap((metric, place) =>
    metrics === undefined || metrics.includes(metric.id) ? [{ place, metric }] : [],
  );
  const tallies = chosen.map(({ place, metric }) => createMetricBook(place, metric, at.length, environment));
  const expectations = program.analysis.expectations.map(({ role, met }, place) => {
    const [has, did] = [environment.tag(role), compileTest(met, environment)];
    return { place, has, did, values: at.map(() => ({ users: 0, met: 0 })) };
  });
  return {
    reads: [...chosen, ...program.analysis.expectations.map(({ role, met }) => [{ tag: role }, met])],
    divide: (segments: number) => tallies.forEach((book) => book.divide(segments)),
    take(frame: Parameters<MetricTally["take"]>[0], row: number, instant: number, segment: number | null): void {
      for (const book of tallies) book.take(frame, row, instant, segment);
      for (const { has, did, values } of expectations) {
        const counts = values[instant];
        if (!counts || !has(frame, row)) continue;
        counts.users++;
        if (did(frame, row)) counts.met++;
      }
    },
    result: (): Pick<Measured, "metrics" | "expectations"> => ({
      metrics: tallies.map((book) => book.result()),
      expectations: expectations.map(({ place, values }) => ({ expectation: place, values })),
    }),
  };
}

function createMetricBook(
  place: number,
  metric: Metric,
  instants: number,
  environment: Parameters<typeof compileMetric>[1],
) {
  const empty = compileMetric(metric, environment);
  const row = (): MetricTally[] => Array.from({ length: instants }, empty);
  const all = row();
  let bySegment: MetricTally[][] = [];
  return {
    divide(segments: number): void {
      bySegment = Array.from({ length: segments }, row);
    },
    take(frame: Parameters<MetricTally["take"]>[0], at: number, instant: number, segment: number | null): void {
      all[instant]?.take(frame, at);
      if (segment !== null) bySegment[segment]?.[instant]?.take(frame, at);
    },
    result: (): MeasuredMetric => ({
      metric: place,
      values: all.map((tally) => tally.result()),
      bySegment: bySegment.map((tallies) => tallies.map((tally) => tally.result())),
    }),
  };
}
