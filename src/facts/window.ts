import { addMonths } from "../calendar/civil.js";
import type { Zone } from "../calendar/zone.js";
import type { Window } from "../program/program.js";

/** A stretch of history as the half-open interval `[lo, hi)` over `occurred_at`; a window that is closed at now ends at now + 1. */
export interface Bounds {
  /** `-Infinity` for `ever`. */
  readonly lo: number;
  readonly hi: number;
}

/** The bounds of a window at an instant, by the local days of the user's zone. */
export function windowBounds(window: Window, zone: Zone, now: number): Bounds {
  if (window.is === "ever") return { lo: Number.NEGATIVE_INFINITY, hi: now + 1 };
  if (window.is === "span") return { lo: now - window.ms, hi: now + 1 };
  const today = zone.dateAt(now);
  const back = window.unit === "day" ? today - window.n : addMonths(today, -window.n);
  switch (window.is) {
    case "last":
      return { lo: zone.startOf(back + 1), hi: now + 1 };
    case "previous":
      return { lo: zone.startOf(back), hi: zone.startOf(today) };
    case "for":
      return { lo: zone.startOf(back), hi: now + 1 };
  }
}
