import { civilOf, dateOf, shiftDate, weekday } from "../calendar/civil.js";
import type { Zone } from "../calendar/zone.js";
import type { PlainWindow } from "./need.js";

/** A stretch of history as the half-open interval `[lo, hi)` over `occurred_at`; a window that is closed at now ends at `until` + 1. */
export interface Bounds {
  /** `-Infinity` for `ever`. */
  readonly lo: number;
  /** At most `until` + 1; a stretch with `hi` at or before `lo` is empty. */
  readonly hi: number;
}

/**
 * The bounds of a window at an instant, by the local days of the user's zone. What ends at now reaches up to `until`, which is
 * never before it; everything else is counted from now.
 */
export function windowBounds(window: PlainWindow, zone: Zone, now: number, until = now): Bounds {
  const end = until + 1;
  switch (window.is) {
    case "ever":
      return { lo: Number.NEGATIVE_INFINITY, hi: end };
    case "span":
      return { lo: now - window.ms, hi: end };
    case "spanAgo":
      return { lo: now - window.far, hi: now - window.near + 1 };
    case "dates": {
      const last = window.to === null ? end : zone.startOf(window.to + 1);
      return { lo: zone.startOf(window.from), hi: Math.min(last, end) };
    }
    default:
      return ofDates(window, zone, now, end);
  }
}

/** Windows that are counted from today. */
function ofDates(
  window: Exclude<PlainWindow, { is: "ever" | "span" | "spanAgo" | "dates" }>,
  zone: Zone,
  now: number,
  end: number,
): Bounds {
  const today = zone.dateAt(now);
  switch (window.is) {
    case "last":
      return { lo: zone.startOf(shiftDate(today, window.unit, -window.n) + 1), hi: end };
    case "previous":
      return { lo: zone.startOf(shiftDate(today, window.unit, -window.n)), hi: zone.startOf(today) };
    case "for":
      return { lo: zone.startOf(shiftDate(today, window.unit, -window.n)), hi: end };
    case "ago": {
      const { unit, near, far } = window;
      return { lo: zone.startOf(shiftDate(today, unit, -far)), hi: zone.startOf(shiftDate(today, unit, -near) + 1) };
    }
    case "thisWeek":
      return { lo: zone.startOf(today - ((weekday(today) - window.starts + 7) % 7)), hi: end };
    case "thisMonth":
      return { lo: zone.startOf(today - civilOf(today).day + 1), hi: end };
    case "thisYear":
      return { lo: zone.startOf(dateOf(civilOf(today).year, 1, 1)), hi: end };
  }
}
