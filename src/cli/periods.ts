import { addMonths, civilOf, dateOf, weekday } from "../calendar/civil.js";
import type { Zone } from "../calendar/zone.js";

export type Every = "day" | "week" | "month";

/**
 * The last millisecond of each whole local day, week or month that ends after `since` and before `until`, and `until` itself.
 * `weekStarts`: 1 Monday … 7 Sunday.
 */
export function periodEnds(zone: Zone, weekStarts: number, since: number, until: number, every: Every): number[] {
  const ends: number[] = [];
  for (let date = nextStart(zone.dateAt(since), every, weekStarts); ; date = nextStart(date, every, weekStarts)) {
    const end = zone.startOf(date) - 1;
    if (end >= until) break;
    if (end > since) ends.push(end);
  }
  return [...ends, until];
}

/** The first date of the period after the one that a date lies in. */
function nextStart(date: number, every: Every, weekStarts: number): number {
  if (every === "day") return date + 1;
  if (every === "week") return date + 7 - ((weekday(date) - weekStarts + 7) % 7);
  const { year, month } = civilOf(date);
  return addMonths(dateOf(year, month, 1), 1);
}
