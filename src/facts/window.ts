import { addMonths, civilOf, dateOf, weekday } from "../calendar/civil.js";
import type { Zone } from "../calendar/zone.js";
import type { PlainWindow } from "./need.js";

/** A stretch of history as the half-open interval `[lo, hi)` over `occurred_at`; a window that is closed at now ends at now + 1. */
export interface Bounds {
  /** `-Infinity` for `ever`. */
  readonly lo: number;
  /** At most now + 1; a stretch with `hi` at or before `lo` is empty. */
  readonly hi: number;
}

/** The bounds of a window at an instant, by the local days of the user's zone. */
export function windowBounds(window: PlainWindow, zone: Zone, now: number): Bounds {
  switch (window.is) {
    case "ever":
      return { lo: Number.NEGATIVE_INFINITY, hi: now + 1 };
    case "span":
      return { lo: now - window.ms, hi: now + 1 };
    case "spanAgo":
      return { lo: now - window.far, hi: now - window.near + 1 };
    case "dates": {
      const end = window.to === null ? now + 1 : zone.startOf(window.to + 1);
      return { lo: zone.startOf(window.from), hi: Math.min(end, now + 1) };
    }
    default:
      return ofDates(window, zone, now);
  }
}

/** Windows that are counted from today. */
function ofDates(
  window: Exclude<PlainWindow, { is: "ever" | "span" | "spanAgo" | "dates" }>,
  zone: Zone,
  now: number,
): Bounds {
  const today = zone.dateAt(now);
  switch (window.is) {
    case "last":
      return { lo: zone.startOf(shiftDate(today, window.unit, -window.n) + 1), hi: now + 1 };
    case "previous":
      return { lo: zone.startOf(shiftDate(today, window.unit, -window.n)), hi: zone.startOf(today) };
    case "for":
      return { lo: zone.startOf(shiftDate(today, window.unit, -window.n)), hi: now + 1 };
    case "ago": {
      const { unit, near, far } = window;
      return { lo: zone.startOf(shiftDate(today, unit, -far)), hi: zone.startOf(shiftDate(today, unit, -near) + 1) };
    }
    case "thisWeek":
      return { lo: zone.startOf(today - ((weekday(today) - window.starts + 7) % 7)), hi: now + 1 };
    case "thisMonth":
      return { lo: zone.startOf(today - civilOf(today).day + 1), hi: now + 1 };
    case "thisYear":
      return { lo: zone.startOf(dateOf(civilOf(today).year, 1, 1)), hi: now + 1 };
  }
}

/** A date moved by whole days, or by whole months, clamped to the month's end. */
export function shiftDate(date: number, unit: "day" | "month", n: number): number {
  return unit === "day" ? date + n : addMonths(date, n);
}
