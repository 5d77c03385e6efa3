import type { Language } from "../../diagnostic/wording.js";
import { visible } from "../../text/visible.js";
import { grouped } from "../number.js";
import { type Align, table } from "../table.js";
import type { MetricsWording } from "../wording/metrics.js";
import { dateOfInstant, hasBegun, type MetricRow, type MetricsView, segmentName, valueText } from "./view.js";

/** So many columns of values fit on a line. */
const COLUMNS = 6;

/** Every metric at the last instants; empty where there is one alone. */
export function overTimeLines(
  view: MetricsView,
  rows: readonly MetricRow[],
  words: MetricsWording,
  language: Language,
): string[] {
  const places = lastPlaces(view);
  if (view.every === null || places.length < 2 || rows.length === 0) return [];
  const cells = rows.map(({ metric, found }) => [
    visible(metric.id),
    ...places.map((place) => valueText(found.values[place]?.value, metric, language)),
    visible(metric.label ?? ""),
  ]);
  return [words.overTime(view.every), ...instantTable(view, places, "", cells, words)];
}

/** What is known by segment: at one instant all metrics side by side, over time a table for each. */
export function divisionLines(
  view: MetricsView,
  rows: readonly MetricRow[],
  words: MetricsWording,
  language: Language,
): string[][] {
  if (view.division === null) return [];
  const title = view.division.is === "source" ? words.bySource : words.byCohort(eventName(view));
  if (view.every === null) {
    const parts: MetricRow[][] = [];
    for (let from = 0; from < rows.length; from += COLUMNS) parts.push(rows.slice(from, from + COLUMNS));
    return parts.map((part) => [title, ...nowTable(view, part, words, language)]);
  }
  return rows.map(({ metric, found }) => {
    const places = lastPlaces(view);
    const cells = view.measured.segments.map((segment, at) => [
      segmentName(segment, view.division, words),
      ...places.map((place) => {
        const isThere = hasBegun(view, segment, view.measured.at[place] ?? 0);
        return isThere ? valueText(found.bySegment[at]?.[place]?.value, metric, language) : "";
      }),
      grouped(segment.users),
    ]);
    return [
      words.of(title, visible(metric.label ?? metric.id)),
      ...instantTable(view, places, words.users, cells, words),
    ];
  });
}

function eventName({ division, program }: MetricsView): string | null {
  const place = division?.is === "cohort" ? division.event : null;
  return place === null ? null : visible(program.events[place]?.id ?? "");
}

function nowTable(
  { division, measured }: MetricsView,
  rows: readonly MetricRow[],
  words: MetricsWording,
  language: Language,
): string[] {
  const titles = ["", words.users, ...rows.map(({ metric }) => visible(metric.id))];
  const cells = measured.segments.map((segment, at) => [
    segmentName(segment, division, words),
    grouped(segment.users),
    ...rows.map(({ metric, found }) => valueText(found.bySegment[at]?.at(-1)?.value, metric, language)),
  ]);
  const all = [
    words.everybody,
    grouped(measured.users),
    ...rows.map(({ metric, found }) => valueText(found.values.at(-1)?.value, metric, language)),
  ];
  return table([titles, ...cells, all], ["left", ...titles.slice(1).map((): Align => "right")], "  ");
}

/** The last instants, as many as fit. */
function lastPlaces({ measured }: MetricsView): number[] {
  return measured.at.map((_, place) => place).slice(-COLUMNS);
}

function instantTable(
  view: MetricsView,
  places: readonly number[],
  last: string,
  cells: readonly (readonly string[])[],
  words: MetricsWording,
): string[] {
  const { at } = view.measured;
  const dates = places.map((place) => dateOfInstant(view, at[place] ?? 0));
  const left = at.length - places.length;
  const align: Align[] = ["left", ...places.map((): Align => "right"), last === "" ? "left" : "right"];
  return [
    ...table([[words.ends, ...dates, last], ...cells], align, "  "),
    ...(left > 0 ? [`  ${words.shownLast(places.length, at.length)}`] : []),
  ];
}
