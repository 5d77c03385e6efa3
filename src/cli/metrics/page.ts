import type { Language } from "../../diagnostic/wording.js";
import type { Rational } from "../../evaluate/rational.js";
import { visible } from "../../text/visible.js";
import { amountText } from "../amount.js";
import { localTime } from "../instant.js";
import { grouped } from "../number.js";
import type { Format, Page, PageTable, Section } from "../page/page.js";
import type { Align } from "../table.js";
import { type MetricsWording, metricsWording } from "../wording/metrics.js";
import { expectationCells, lineRows, metricCells } from "./pretty.js";
import { levelsOf } from "./levels.js";
import { dateOfInstant, hasBegun, type MetricRow, type MetricsView, rowsOf, segmentName, valueText } from "./view.js";

/** A chart holds so many lines that they can be told apart. */
const LINES = 8;

/** Metrics as a page. */
export function metricsPage(view: MetricsView, language: Language): Page {
  const words = metricsWording[language];
  const { program, measured, zone } = view;
  const { id, label } = program.project;
  const rows = rowsOf(view);
  return {
    title: words.title(label ?? id),
    lead: words.lead(localTime(zone, measured.at.at(-1) ?? 0), zone.name, measured.users),
    sections: [
      rows.length === 0 ? { heading: words.metrics, note: words.none } : nowSection(rows, words, language),
      ...rows.flatMap((row) => metricSections(view, row, words, language)),
      ...lineSections(view, words, language),
      ...expectationSections(view, words),
    ],
  };
}

function tableOf(names: readonly string[], rows: readonly (readonly string[])[], align: readonly Align[]): PageTable {
  return { columns: names.map((name, column) => ({ name, align: align[column] ?? "left" })), rows };
}

function nowSection(rows: readonly MetricRow[], words: MetricsWording, language: Language): Section {
  const titles = ["", words.now, words.level, words.toNext, words.target, words.counted, ""];
  const cells = rows.map((row) => {
    const [id = "", ...rest] = metricCells(row, words, language);
    return [row.metric.northStar ? `★ ${id}` : id, ...rest];
  });
  const star = rows.some(({ metric }) => metric.northStar);
  return {
    heading: words.metrics,
    ...(star ? { note: words.starNote } : {}),
    table: tableOf(titles, cells, ["left", "right", "left", "left", "left", "left", "left"]),
  };
}

/** One metric over time, and by segment. */
function metricSections(view: MetricsView, row: MetricRow, words: MetricsWording, language: Language): Section[] {
  const { metric } = row;
  const name = visible(metric.label ?? metric.id);
  const over = view.every === null ? [] : [overTime(view, row, name, words, language)];
  if (view.division === null) return over;
  return [
    ...over,
    view.every === null
      ? bySegment(view, row, name, words, language)
      : segmentsOverTime(view, row, name, words, language),
  ];
}

function overTime(
  view: MetricsView,
  { metric, found }: MetricRow,
  name: string,
  words: MetricsWording,
  language: Language,
): Section {
  const { at } = view.measured;
  const labels = at.map((instant) => dateOfInstant(view, instant));
  return {
    heading: name,
    chart: {
      is: "lines",
      name,
      labels,
      series: [{ name, values: found.values.map(({ value }) => plotted(value)) }],
      levels: levelsOf(metric, words),
      format: formatOf(metric, language),
    },
    table: tableOf(
      [words.ends, words.now, words.counted],
      found.values.map(({ value, counted, users }, place) => [
        labels[place] ?? "",
        valueText(value, metric, language),
        words.countedOf(counted, users),
      ]),
      ["left", "right", "left"],
    ),
  };
}

function bySegment(
  view: MetricsView,
  { metric, found }: MetricRow,
  name: string,
  words: MetricsWording,
  language: Language,
): Section {
  const { division, measured } = view;
  const last = measured.segments.map((_, place) => found.bySegment[place]?.at(-1));
  const names = measured.segments.map((segment) => segmentName(segment, division, words));
  return {
    heading: words.metricOf(name),
    chart: {
      is: "bars",
      name: words.metricOf(name),
      labels: names,
      series: [{ name, values: last.map((each) => plotted(each?.value ?? null)) }],
      format: formatOf(metric, language),
    },
    table: tableOf(
      ["", words.users, words.now, words.counted],
      measured.segments.map(({ users }, place) => [
        names[place] ?? "",
        grouped(users),
        valueText(last[place]?.value, metric, language),
        words.countedOf(last[place]?.counted ?? 0, last[place]?.users ?? 0),
      ]),
      ["left", "right", "right", "left"],
    ),
  };
}

/** The latest of many segments have lines; the table has all. */
function segmentsOverTime(
  view: MetricsView,
  { metric, found }: MetricRow,
  name: string,
  words: MetricsWording,
  language: Language,
): Section {
  const { division, measured } = view;
  const labels = measured.at.map((instant) => dateOfInstant(view, instant));
  const values = measured.segments.map((segment, place) =>
    measured.at.map((instant, at) => {
      const value = found.bySegment[place]?.[at]?.value ?? null;
      return hasBegun(view, segment, instant)
        ? { text: valueText(value, metric, language), plot: plotted(value) }
        : null;
    }),
  );
  const names = measured.segments.map((segment) => segmentName(segment, division, words));
  const chosen =
    division?.is === "cohort"
      ? measured.segments.map((_, place) => place).slice(-LINES)
      : [...names.keys()].slice(0, LINES);
  return {
    heading: words.metricOf(name),
    chart: {
      is: "lines",
      name: words.metricOf(name),
      labels,
      series: chosen.map((place) => ({
        name: names[place] ?? "",
        values: (values[place] ?? []).map((each) => each?.plot ?? null),
      })),
      format: formatOf(metric, language),
    },
    table: tableOf(
      ["", words.users, ...labels],
      measured.segments.map(({ users }, place) => [
        names[place] ?? "",
        grouped(users),
        ...(values[place] ?? []).map((each) => each?.text ?? ""),
      ]),
      ["left", "right", ...labels.map((): Align => "right")],
    ),
  };
}

/** What a chart draws: exact values are for the tables beside it. */
function plotted(value: Rational | null): number | null {
  return value && Number(value.n) / Number(value.d);
}

function formatOf({ type }: MetricRow["metric"], language: Language): Format {
  return (n) => amountText({ n: BigInt(Math.round(n * 1e6)), d: 1_000_000n }, type, language);
}

function lineSections(view: MetricsView, words: MetricsWording, language: Language): Section[] {
  const rows = lineRows(view, words, language);
  if (rows.length === 0) return [];
  return [
    {
      heading: words.lines,
      table: tableOf(["", words.now, words.share, ""], rows, ["left", "right", "right", "left"]),
    },
  ];
}

function expectationSections({ program, measured }: MetricsView, words: MetricsWording): Section[] {
  if (measured.expectations.length === 0) return [];
  const rows = measured.expectations.map((each) => expectationCells(program, each));
  return [
    {
      heading: words.expectations,
      table: tableOf(["", words.users, words.asExpected, words.share, ""], rows, [
        "left",
        "right",
        "right",
        "right",
        "left",
      ]),
    },
  ];
}
