import type { Zone } from "../calendar/zone.js";
import type { FilterScheme, Scheme } from "./scheme.js";
import { windowBounds } from "./window.js";

/** The bounds of all windows of a scheme at some instants in one zone. */
export interface BoundsSet {
  readonly instants: readonly number[];
  /** One per instant. */
  readonly at: readonly BoundsAt[];
  /** By the filter's place: the interval that covers all of its windows at all of the instants. */
  readonly lo: Float64Array;
  readonly hi: Float64Array;
  /** By the filter's place: the start of the earliest window in which dates are counted; infinite if there is none. */
  readonly daysFrom: Float64Array;
}

/** The bounds at one instant, by the window's place. */
export interface BoundsAt {
  readonly now: number;
  readonly today: number;
  readonly lo: Float64Array;
  readonly hi: Float64Array;
}

/**
 * Gives the bounds of windows. The last ones of each zone are remembered: in a batch, the users of one zone are asked
 * about at the same instants.
 */
export function rememberBounds(scheme: Scheme): (zone: Zone, instants: readonly number[]) => BoundsSet {
  const filters = scheme.kinds.flatMap((kind) => kind.filters);
  const known = new Map<Zone, BoundsSet>();
  return (zone, instants) => {
    const found = known.get(zone);
    if (found && sameInstants(found.instants, instants)) return found;
    const at = instants.map((instant) => boundsAt(scheme, zone, instant));
    const lo = Float64Array.from(filters, (filter) => earliest(at, windowsOf(filter)));
    const hi = Float64Array.from(filters, (filter) => latest(at, windowsOf(filter)));
    const daysFrom = Float64Array.from(filters, (filter) => earliest(at, filter.dayWindows));
    const bounds = { instants: [...instants], at, lo, hi, daysFrom };
    known.set(zone, bounds);
    return bounds;
  };
}

function sameInstants(left: readonly number[], right: readonly number[]): boolean {
  if (left.length !== right.length) return false;
  for (let i = 0; i < left.length; i++) if (left[i] !== right[i]) return false;
  return true;
}

function boundsAt({ windows }: Scheme, zone: Zone, now: number): BoundsAt {
  const bounds = windows.map((window) => windowBounds(window, zone, now));
  const lo = Float64Array.from(bounds, (each) => each.lo);
  const hi = Float64Array.from(bounds, (each) => each.hi);
  return { now, today: zone.dateAt(now), lo, hi };
}

function windowsOf({ slots }: FilterScheme): number[] {
  return slots.map(({ window }) => window);
}

function earliest(at: readonly BoundsAt[], windows: readonly number[]): number {
  let found = Number.POSITIVE_INFINITY;
  for (const { lo } of at) for (const window of windows) found = Math.min(found, lo[window] as number);
  return found;
}

function latest(at: readonly BoundsAt[], windows: readonly number[]): number {
  let found = Number.NEGATIVE_INFINITY;
  for (const { hi } of at) for (const window of windows) found = Math.max(found, hi[window] as number);
  return found;
}
