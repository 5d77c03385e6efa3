import type { Zone } from "../calendar/zone.js";
import type { Ask } from "./ask.js";
import type { FilterScheme, Scheme } from "./scheme.js";
import { windowBounds } from "./window.js";

/** The bounds of all windows of a scheme at some asks in one zone. */
export interface BoundsSet {
  /** One per ask. */
  readonly at: readonly BoundsAt[];
  /** By the filter's place: the interval that covers all of its windows at all of the asks. */
  readonly lo: Float64Array;
  readonly hi: Float64Array;
  /** By the filter's place: the start of the earliest window in which dates are counted; infinite if there is none. */
  readonly daysFrom: Float64Array;
}

/** The bounds at one ask, by the window's place. They follow from its two instants alone. */
export interface BoundsAt {
  readonly now: number;
  readonly until: number;
  /** The local date of now. */
  readonly today: number;
  readonly lo: Float64Array;
  readonly hi: Float64Array;
}

/**
 * Gives the bounds of windows. The last ones of each zone are remembered: in a batch, the users of one zone are asked
 * about at the same instants.
 */
export function rememberBounds(scheme: Scheme): (zone: Zone, asks: readonly Ask[]) => BoundsSet {
  const filters = scheme.kinds.flatMap((kind) => kind.filters);
  const known = new Map<Zone, BoundsSet>();
  return (zone, asks) => {
    const found = known.get(zone);
    if (found && sameInstants(found.at, asks)) return found;
    const at = asks.map((ask) => boundsAt(scheme, zone, ask));
    const lo = Float64Array.from(filters, (filter) => earliest(at, windowsOf(filter)));
    const hi = Float64Array.from(filters, (filter) => latest(at, windowsOf(filter)));
    const daysFrom = Float64Array.from(filters, (filter) => earliest(at, filter.dayWindows));
    const bounds = { at, lo, hi, daysFrom };
    known.set(zone, bounds);
    return bounds;
  };
}

function sameInstants(at: readonly BoundsAt[], asks: readonly Ask[]): boolean {
  if (at.length !== asks.length) return false;
  for (let i = 0; i < at.length; i++) {
    const known = at[i] as BoundsAt;
    const ask = asks[i] as Ask;
    if (known.now !== ask.now || known.until !== ask.until) return false;
  }
  return true;
}

function boundsAt({ windows }: Scheme, zone: Zone, { now, until }: Ask): BoundsAt {
  const bounds = windows.map((window) => windowBounds(window, zone, now, until));
  const lo = Float64Array.from(bounds, (each) => each.lo);
  const hi = Float64Array.from(bounds, (each) => each.hi);
  return { now, until, today: zone.dateAt(now), lo, hi };
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
