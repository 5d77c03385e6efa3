import type { Scene } from "./scene.js";
import type { Within } from "./steps.js";
import { shiftDate } from "./window.js";

/** The last instant within so long after an instant: for days and months the end of that local day. */
export function lastWithin(within: Within | null, { zone }: Scene, instant: number): number {
  if (within === null) return Number.POSITIVE_INFINITY;
  if (within.unit === "ms") return instant + within.n;
  return zone.startOf(shiftDate(zone.dateAt(instant), within.unit, within.n) + 1) - 1;
}

/** Whether so long after an instant has passed by now: nothing more can happen within it. Without a length it never has. */
export function hasElapsed({ unit, n }: Within, { zone, at }: Scene, instant: number): boolean {
  if (unit === "ms") return at.now - instant >= n;
  return at.today > shiftDate(zone.dateAt(instant), unit, n);
}
