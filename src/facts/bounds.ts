import type { Zone } from "../calendar/zone.js";
import type { Window } from "../program/program.js";
import { windowBounds } from "./window.js";

/** The bounds of all windows of a program at one instant in one zone; places as in the list of windows. */
export interface BoundsAt {
  readonly now: number;
  readonly today: number;
  readonly lo: Float64Array;
  readonly hi: Float64Array;
}

/** How many bounds are kept before all are forgotten: enough for every zone of a population at a few instants. */
const KEPT = 4096;

/** Gives the bounds of windows, remembered: users of one zone share them, and a batch has few instants. */
export function rememberBounds(windows: readonly Window[]): (zone: Zone, instant: number) => BoundsAt {
  const known = new Map<Zone, Map<number, BoundsAt>>();
  let kept = 0;
  return (zone, instant) => {
    const found = known.get(zone)?.get(instant);
    if (found) return found;
    if (kept === KEPT) known.clear();
    kept = kept === KEPT ? 1 : kept + 1;
    const bounds = boundsOf(windows, zone, instant);
    const ofZone = known.get(zone);
    if (ofZone) ofZone.set(instant, bounds);
    else known.set(zone, new Map([[instant, bounds]]));
    return bounds;
  };
}

function boundsOf(windows: readonly Window[], zone: Zone, now: number): BoundsAt {
  const bounds = windows.map((window) => windowBounds(window, zone, now));
  const lo = Float64Array.from(bounds, (each) => each.lo);
  const hi = Float64Array.from(bounds, (each) => each.hi);
  return { now, today: zone.dateAt(now), lo, hi };
}
