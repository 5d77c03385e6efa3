import { DAY, shiftDate } from "./civil.js";
import type { Zone } from "./zone.js";

/** Exact milliseconds; or days or months of the calendar, months clamped to the month's end. */
export interface Length {
  readonly unit: "day" | "month" | "ms";
  readonly n: number;
}

/**
 * The instant so long after an instant. After days or months the clock on the wall shows the same time, to the millisecond, so many
 * civil days or months later: what falls into a gap is shifted forward by its length, of an overlap it is the first. `null` if the
 * zone skipped that date.
 */
export function later(zone: Zone, instant: number, { unit, n }: Length): number | null {
  if (unit === "ms") return instant + n;
  const wall = instant + zone.offsetAt(instant);
  const date = Math.floor(wall / DAY);
  return zone.resolve(shiftDate(date, unit, n), 0, wall - date * DAY);
}

/** The last instant that still lies within so long after an instant: for days and months, the end of that local day. */
export function lastWithin(zone: Zone, instant: number, { unit, n }: Length): number {
  if (unit === "ms") return instant + n;
  return zone.startOf(shiftDate(zone.dateAt(instant), unit, n) + 1) - 1;
}
