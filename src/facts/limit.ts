import { shiftDate } from "../calendar/civil.js";
import { lastWithin as lastOf } from "../calendar/later.js";
import type { Scene } from "./scene.js";
import type { Within } from "./steps.js";

/** The last instant within so long after an instant: for days and months the end of that local day. */
export function lastWithin(within: Within | null, { zone }: Scene, instant: number): number {
  if (within === null) return Number.POSITIVE_INFINITY;
  return lastOf(zone, instant, within);
}

/** Whether so long after an instant has passed by now: nothing more can happen within it. Without a length it never has. */
export function hasElapsed({ unit, n }: Within, { zone, at }: Scene, instant: number): boolean {
  if (unit === "ms") return at.now - instant >= n;
  return at.today > shiftDate(zone.dateAt(instant), unit, n);
}
