import { DateTime } from "luxon";
import type { EventFact, Window } from "../../src/program/program.js";

/** An event as the oracle sees it: no columns, no order. */
export interface Happening {
  readonly occurred: number;
  readonly received: number | null;
  /** Field values by place: `null` is unknown. */
  readonly fields: readonly (number | string | null)[];
}

const QUARTER = 15 * 60_000;
const DAY = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();
const starts = new Map<string, number>();

/** What the calendar on the wall shows, as days since 1970-01-01. */
function wallDate(zone: string, instant: number): number {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" });
    formats.set(zone, format);
  }
  return Date.parse(`${format.format(instant)}T00:00:00Z`) / DAY;
}

/** The first quarter of an hour at which the wall shows the date, or a later one. */
export function startOfDate(zone: string, date: number): number {
  const key = `${zone} ${date}`;
  const known = starts.get(key);
  if (known !== undefined) return known;
  let instant = date * DAY - DAY - 4 * QUARTER;
  while (wallDate(zone, instant) < date) instant += QUARTER;
  starts.set(key, instant);
  return instant;
}

/** The last date that has begun. */
export function localDate(zone: string, instant: number): number {
  let date = wallDate(zone, instant) - 2;
  while (startOfDate(zone, date + 1) <= instant) date++;
  return date;
}

/** A date moved back by whole months, by luxon. */
function monthsBack(date: number, months: number): number {
  return (
    DateTime.fromMillis(date * DAY, { zone: "UTC" })
      .minus({ months })
      .toMillis() / DAY
  );
}

/** The sentences of the table of windows, one by one. */
function isInWindow(window: Window, zone: string, now: number, occurred: number): boolean {
  if (window.is === "ever") return occurred <= now;
  if (window.is === "span") return occurred >= now - window.ms && occurred <= now;
  const today = localDate(zone, now);
  const back = window.unit === "day" ? today - window.n : monthsBack(today, window.n);
  switch (window.is) {
    case "last":
      return occurred >= startOfDate(zone, back + 1) && occurred <= now;
    case "previous":
      return occurred >= startOfDate(zone, back) && occurred < startOfDate(zone, today);
    case "for":
      return occurred >= startOfDate(zone, back) && occurred <= now;
  }
}

/** A fact, by looking at every event; `passes` is the filter. Unknown is `null`. */
export function factByScan(
  fact: EventFact,
  passes: (event: Happening) => boolean,
  events: readonly Happening[],
  zone: string,
  now: number,
  settle: number,
): number | null {
  const seen = events
    .filter(({ occurred, received }) => occurred <= now && (received === null || received - settle <= now))
    .filter(({ occurred }) => isInWindow(fact.window, zone, now, occurred))
    .filter(passes);
  const instants = seen.map(({ occurred }) => occurred).sort((left, right) => left - right);
  const known = "field" in fact ? seen.map(({ fields }) => fields[fact.field] ?? null).filter((v) => v !== null) : [];
  const numbers = known.filter((value) => typeof value === "number").sort((left, right) => left - right);
  const last = instants.at(-1) ?? null;
  switch (fact.is) {
    case "count":
      return seen.length;
    case "days":
      return new Set(instants.map((instant) => localDate(zone, instant))).size;
    case "lastInstant":
      return last;
    case "lastDate":
      return last === null ? null : localDate(zone, last);
    case "countKnown":
      return known.length;
    case "sum":
      return numbers.reduce((sum, value) => sum + value, 0);
    case "min":
      return numbers[0] ?? null;
    case "max":
      return numbers.at(-1) ?? null;
  }
}
