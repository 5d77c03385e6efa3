import type { Zone } from "../../calendar/zone.js";
import { formatDate } from "../../calendar/civil.js";
import type { Language } from "../../diagnostic/wording.js";
import type { Rational } from "../../evaluate/rational.js";
import type { Measured, MeasuredMetric } from "../../population/metrics.js";
import type { Division, Segment } from "../../population/segments.js";
import type { Metric, Program } from "../../program/program.js";
import { visible } from "../../text/visible.js";
import { amountText } from "../amount.js";
import type { Every } from "../periods.js";
import { type MetricsWording, metricsWording } from "../wording/metrics.js";

/** Measured metrics with all that is shown about them. */
export interface MetricsView {
  readonly dir: string;
  readonly program: Program;
  readonly hash: string;
  /** The project's. */
  readonly zone: Zone;
  /** `null` where only one instant was asked for. */
  readonly every: Every | null;
  readonly division: Division | null;
  readonly measured: Measured;
}

/** A metric with what it came to; the north star first, then in the program's order. */
export interface MetricRow {
  readonly metric: Metric;
  readonly found: MeasuredMetric;
}

export function rowsOf({ program, measured }: MetricsView): MetricRow[] {
  const rows = measured.metrics.flatMap((found) => {
    const metric = program.analysis.metrics[found.metric];
    return metric ? [{ metric, found }] : [];
  });
  return [...rows.filter(({ metric }) => metric.northStar), ...rows.filter(({ metric }) => !metric.northStar)];
}

/** The value of a metric at the last instant; `null` too where it was not asked for. */
export function lastValue({ measured }: MetricsView, metric: number): Rational | null {
  return measured.metrics.find((found) => found.metric === metric)?.values.at(-1)?.value ?? null;
}

export function valueText(value: Rational | null | undefined, { type }: Metric, language: Language): string {
  return value ? amountText(value, type, language) : metricsWording[language].unknown;
}

/** What a segment is called, given how users are divided. */
export function segmentName({ is, id, label }: Segment, division: Division | null, words: MetricsWording): string {
  if (is === "others") return words.others;
  if (is === "unknown") return division?.is === "source" ? words.noSource : words.noCohort;
  return visible(label ?? id);
}

/** The date at whose end, or within which, a value was taken. */
export function dateOfInstant({ zone }: MetricsView, instant: number): string {
  return formatDate(zone.dateAt(instant));
}

/**
 * Whether a cohort had begun by an instant: before that, its metrics say nothing about it. Other segments always had.
 */
export function hasBegun(view: MetricsView, { is, id }: Segment, instant: number): boolean {
  if (view.division?.is !== "cohort" || is !== "named") return true;
  return dateOfInstant(view, instant).slice(0, 7) >= id;
}
