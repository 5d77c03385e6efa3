import { formatInstant } from "../../calendar/instant.js";
import type { Rational } from "../../evaluate/rational.js";
import type { MetricValue } from "../../population/metric-tally.js";
import type { Metric, Type } from "../../program/program.js";
import { storedPer } from "../../program/unit.js";
import { roundedNumber } from "../amount.js";
import { standingOf } from "./levels.js";
import { rollUps } from "./roll-up.js";
import { lastValue, type MetricRow, type MetricsView, rowsOf } from "./view.js";
import { loadDocument } from "../plan/load-document.js";

/** Metrics for machines. `format_version` grows when a reader of the old form would misread the new one. */
export function metricsDocument(view: MetricsView): object {
  const { program, measured } = view;
  return {
    format_version: 1,
    project: program.project.id,
    program: view.hash,
    at: measured.at.map(formatInstant),
    users: measured.users,
    by: divisionDocument(view),
    segments: measured.segments.map(({ is, id, label, users }) => ({ is, id, label, users })),
    metrics: rowsOf(view).map(metricDocument),
    lines: linesDocument(view),
    expectations: measured.expectations.map((each) => expectationDocument(view, each)),
    load: loadDocument(measured.load),
  };
}

function divisionDocument({ division, program }: MetricsView): object | null {
  if (division === null) return null;
  if (division.is === "source")
    return { is: "source", field: program.user.fields[program.user.source ?? -1]?.id ?? "" };
  return { is: "cohort", event: division.event === null ? null : (program.events[division.event]?.id ?? "") };
}

function metricDocument({ metric, found }: MetricRow): object {
  const { id, label, northStar, better, scale, target, type } = metric;
  const { value = null } = found.values.at(-1) ?? {};
  const standing = standingOf(metric, value);
  const stored = (level: number): number =>
    unitNumber({ n: BigInt(level), d: BigInt(storedPer(type)) }, type) as number;
  return {
    id,
    label,
    north_star: northStar,
    better,
    unit: unitOf(type),
    scale: scale.map(stored),
    target: target === null ? null : stored(target),
    /** How many levels of the scale are reached at the last instant, and how far the next one and the target lie ahead. */
    level: standing?.reached ?? null,
    to_next: unitNumber(standing?.next?.away ?? null, type),
    to_target: unitNumber(standing?.target?.away ?? null, type),
    values: found.values.map((each) => valueDocument(each, metric)),
    segments: found.bySegment.map((values) => values.map((each) => valueDocument(each, metric))),
  };
}

/** `value` is rounded to six decimals; `exact` is the same as a fraction. Both `null` if it is unknown. */
function valueDocument({ value, users, counted }: MetricValue, { type }: Metric): object {
  return { value: unitNumber(value, type), exact: exactText(value, type), users, counted };
}

/** What a value is counted in: the currency's units, milliseconds, days, points; a share is a part of 1. */
function unitOf(type: Type): string {
  const units: Partial<Record<Type["is"], string>> = {
    ratio: "share",
    period: "days",
    span: "milliseconds",
    points: "points",
  };
  return type.is === "money" ? type.currency : (units[type.is] ?? "number");
}

function inUnits({ n, d }: Rational, type: Type): Rational {
  return type.is === "money" ? { n, d: d * BigInt(type.minor) } : { n, d };
}

function unitNumber(value: Rational | null, type: Type): number | null {
  return value && roundedNumber(inUnits(value, type), 6);
}

function exactText(value: Rational | null, type: Type): string | null {
  if (value === null) return null;
  const { n, d } = inUnits(value, type);
  return d === 1n ? String(n) : `${n}/${d}`;
}

function linesDocument(view: MetricsView): object[] {
  const { metrics, lines } = view.program.analysis;
  const ratio: Type = { is: "ratio" };
  return rollUps(view.program, (metric) => lastValue(view, metric)).flatMap(({ into, total, parts, rest }) => {
    const whole = metrics[into];
    if (!whole) return [];
    return [
      {
        into: whole.id,
        value: unitNumber(total, whole.type),
        parts: parts.map(({ line, metric, value, share }) => ({
          line: lines[line]?.id ?? "",
          metric: metrics[metric]?.id ?? "",
          value: unitNumber(value, metrics[metric]?.type ?? whole.type),
          share: unitNumber(share, ratio),
        })),
        in_no_line: rest && { value: unitNumber(rest.value, whole.type), share: unitNumber(rest.share, ratio) },
      },
    ];
  });
}

function expectationDocument(
  { program }: MetricsView,
  { expectation, values }: MetricsView["measured"]["expectations"][number],
): object {
  const expected = program.analysis.expectations[expectation];
  return {
    role: program.tags[expected?.role ?? -1]?.id ?? "",
    label: expected?.label ?? null,
    expected: program.phrases[expected?.said ?? -1]?.text ?? "",
    each: expected?.each ?? "",
    values,
  };
}
