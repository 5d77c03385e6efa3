import pc from "picocolors";
import type { Language } from "../../diagnostic/wording.js";
import type { Rational } from "../../evaluate/rational.js";
import { visible } from "../../text/visible.js";
import { amountText, distanceText } from "../amount.js";
import { localTime } from "../instant.js";
import { grouped, percent } from "../number.js";
import { loadLines } from "../plan/load.js";
import { type Align, table } from "../table.js";
import { loadWording } from "../wording/load.js";
import { type MetricsWording, metricsWording } from "../wording/metrics.js";
import { standingOf } from "./levels.js";
import { rollUps } from "./roll-up.js";
import { divisionLines, overTimeLines } from "./over-time.js";
import { lastValue, type MetricRow, type MetricsView, rowsOf, valueText } from "./view.js";

/** Metrics for people. */
export function renderMetrics(view: MetricsView, language: Language, colour: boolean): string {
  const words = metricsWording[language];
  const paint = pc.createColors(colour);
  const rows = rowsOf(view);
  const blocks = [
    headLines(view, words),
    loadLines(view.measured.load, loadWording[language], language),
    ...rows.filter(({ metric }) => metric.northStar).map((row) => starLines(row, words, language)),
    metricLines(
      rows.filter(({ metric }) => !metric.northStar),
      words,
      language,
    ),
    ...(rows.length === 0 ? [[words.none]] : []),
    overTimeLines(view, rows, words, language),
    ...divisionLines(view, rows, words, language),
    lineLines(view, words, language),
    expectationLines(view, words),
  ].filter((lines) => lines.length > 0);
  return `${blocks.map(([head = "", ...rest]) => [paint.bold(head), ...rest].join("\n")).join("\n\n")}\n`;
}

function headLines({ program, measured, zone, hash }: MetricsView, words: MetricsWording): string[] {
  const { id, label } = program.project;
  const rows = [
    [words.at, `${localTime(zone, measured.at.at(-1) ?? 0)}, ${zone.name}`],
    [words.users, grouped(measured.users)],
    [words.program, hash.slice(0, 12)],
  ];
  return [words.title(visible(label ?? id)), ...table(rows, ["left", "left"], "  ")];
}

/** What everything is steered by, at length. */
function starLines({ metric, found }: MetricRow, words: MetricsWording, language: Language): string[] {
  const { value = null, users = 0, counted = 0 } = found.values.at(-1) ?? {};
  const standing = standingOf(metric, value);
  const scale = metric.scale.map((level) => levelText(level, metric, language)).join(" · ");
  const name = [metric.id, metric.label ?? ""].map(visible).join("  ").trimEnd();
  const rows = [
    [words.now, valueText(value, metric, language), words.countedOf(counted, users)],
    ...(scale === "" ? [] : [[words.scale, scale, words.better[metric.better]]]),
    ...(scale === "" || !standing
      ? []
      : [
          [words.level, words.levelOf(standing.reached, metric.scale.length), nextText({ metric, standing }, language)],
        ]),
    ...(metric.target === null ? [] : [[words.target, targetText({ metric, standing }, language)]]),
  ];
  return [words.northStar(name), ...table(rows, ["left", "left", "left"], "  ")];
}

interface Placed {
  readonly metric: MetricRow["metric"];
  readonly standing: ReturnType<typeof standingOf>;
}

export function levelText(level: number, metric: MetricRow["metric"], language: Language): string {
  const standing = standingOf({ ...metric, scale: [], target: level }, { n: 0n, d: 1n });
  return standing?.target ? amountText(standing.target.level, metric.type, language) : "";
}

export function nextText({ metric, standing }: Placed, language: Language): string {
  const words = metricsWording[language];
  if (metric.scale.length === 0 || !standing) return "";
  if (!standing.next) return words.top;
  const { away, level } = standing.next;
  return words.ahead(distanceText(away, metric.type, language), amountText(level, metric.type, language));
}

export function targetText({ metric, standing }: Placed, language: Language): string {
  const words = metricsWording[language];
  if (metric.target === null) return "";
  const level = levelText(metric.target, metric, language);
  if (!standing?.target) return level;
  const { away } = standing.target;
  return away ? words.targetAhead(level, distanceText(away, metric.type, language)) : words.targetReached(level);
}

const align: readonly Align[] = ["left", "right", "left", "left", "left", "left", "left"];

/** Metrics side by side, as they are at the last instant. Columns that are empty everywhere are left out. */
function metricLines(rows: readonly MetricRow[], words: MetricsWording, language: Language): string[] {
  if (rows.length === 0) return [];
  const cells = rows.map(({ metric, found }) => metricCells({ metric, found }, words, language));
  const titles = ["", words.now, words.level, words.toNext, words.target, words.counted, ""];
  const shown = titles.flatMap((_, column) => (cells.some((each) => each[column] !== "") ? [column] : []));
  const pick = (cellsOfRow: readonly string[]): string[] => shown.map((column) => cellsOfRow[column] ?? "");
  return [
    words.metrics,
    ...table(
      [titles, ...cells].map(pick),
      shown.map((column) => align[column] ?? "left"),
      "  ",
    ),
  ];
}

/** Name, value, level, way to the next level, target, how many are counted, label. */
export function metricCells({ metric, found }: MetricRow, words: MetricsWording, language: Language): string[] {
  const { value = null, users = 0, counted = 0 } = found.values.at(-1) ?? {};
  const standing = standingOf(metric, value);
  const { scale } = metric;
  return [
    visible(metric.id),
    valueText(value, metric, language),
    scale.length > 0 && standing ? words.levelOf(standing.reached, scale.length) : "",
    nextText({ metric, standing }, language),
    targetText({ metric, standing }, language),
    words.countedOf(counted, users),
    visible(metric.label ?? ""),
  ];
}

function lineLines(view: MetricsView, words: MetricsWording, language: Language): string[] {
  const rows = lineRows(view, words, language);
  if (rows.length === 0) return [];
  const titles = ["", words.now, words.share, ""];
  return [words.lines, ...table([titles, ...rows], ["left", "right", "right", "left"], "  ")];
}

/** Lines of business beneath the metrics that theirs go into: name, value, share of the whole, label. */
export function lineRows(view: MetricsView, words: MetricsWording, language: Language): string[][] {
  const { program } = view;
  const { metrics, lines } = program.analysis;
  const share = (of: Rational | null): string => (of ? amountText(of, { is: "ratio" }, language) : "");
  return rollUps(program, (metric) => lastValue(view, metric)).flatMap(({ into, total, parts, rest }) => {
    const whole = metrics[into];
    if (!whole) return [];
    const members = parts.flatMap((part) => {
      const [line, metric] = [lines[part.line], metrics[part.metric]];
      if (!line || !metric) return [];
      const name = `  ${words.of(visible(line.label ?? line.id), visible(metric.id))}`;
      return [[name, valueText(part.value, metric, language), share(part.share), visible(metric.label ?? "")]];
    });
    const twice = rest && rest.value.n < 0n ? words.twice : "";
    return [
      [visible(whole.id), valueText(total, whole, language), "", visible(whole.label ?? "")],
      ...members,
      ...(rest ? [[`  ${words.noLine}`, valueText(rest.value, whole, language), share(rest.share), twice]] : []),
    ];
  });
}

/** How many of those who have a role do what is expected of them. */
function expectationLines({ program, measured }: MetricsView, words: MetricsWording): string[] {
  const rows = measured.expectations.map((each) => expectationCells(program, each));
  if (rows.length === 0) return [];
  return [
    words.expectations,
    ...table([["", words.users, words.asExpected, "", ""], ...rows], ["left", "right", "right", "right", "left"], "  "),
  ];
}

/** The role, how many have it, how many do as expected, their share, and what is expected. */
export function expectationCells(
  { analysis, tags, phrases }: MetricsView["program"],
  { expectation, values }: MetricsView["measured"]["expectations"][number],
): string[] {
  const expected = analysis.expectations[expectation];
  const tag = expected && tags[expected.role];
  const { users, met } = values.at(-1) ?? { users: 0, met: 0 };
  const role = visible(expected?.label ?? tag?.label ?? tag?.id ?? "");
  const what = visible(phrases[expected?.said ?? -1]?.text ?? "");
  return [role, grouped(users), grouped(met), users === 0 ? "" : percent(met, users), what];
}
