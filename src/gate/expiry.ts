import { addMonths, DAY, formatClock, formatDate, MINUTE } from "../calendar/civil.js";
import type { Zone } from "../calendar/zone.js";
import type { Length } from "../program/program.js";

/** The first instant at which something issued at `issued` is no longer valid. Whole days and months end with a local day. */
export function expiryOf(valid: Length, zone: Zone, issued: number): number {
  return valid.unit === "ms" ? issued + valid.n : zone.startOf(lastDate(valid, zone, issued) + 1);
}

/** The last moment of validity, as people say it: the local date `2026-11-17`, or the minute `2026-11-17 20:14`. */
export function lastValid(valid: Length, zone: Zone, issued: number): string {
  if (valid.unit !== "ms") return formatDate(lastDate(valid, zone, issued));
  return localMinute(zone, issued + valid.n - 1);
}

function lastDate(valid: Length, zone: Zone, issued: number): number {
  const today = zone.dateAt(issued);
  return valid.unit === "month" ? addMonths(today, valid.n) : today + valid.n;
}

/** What the local clock shows at an instant, to the minute: `2026-11-17 20:14`. */
export function localMinute(zone: Zone, instant: number): string {
  const local = instant + zone.offsetAt(instant);
  const date = Math.floor(local / DAY);
  return `${formatDate(date)} ${formatClock(Math.floor((local - date * DAY) / MINUTE))}`;
}
