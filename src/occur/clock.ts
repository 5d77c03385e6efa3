import type { Zone } from "../calendar/zone.js";

/** A clock time of a local date, and the instant at which the clock first shows it. */
export interface ClockTime {
  readonly date: number;
  readonly minute: number;
  readonly instant: number;
}

/**
 * The clock times, of each local date in turn, whose instants lie in `(since, until]`. None on dates that the zone skipped.
 * Two of them may share an instant, where a gap shifted one onto the other.
 */
export function clockTimes(zone: Zone, since: number, until: number, minutes: readonly number[]): ClockTime[] {
  const found: ClockTime[] = [];
  if (since >= until) return found;
  // A gap may shift the last clock times of a date into the next one.
  for (let date = zone.dateAt(since) - 2; date <= zone.dateAt(until) + 1; date++)
    for (const minute of minutes) {
      const instant = zone.resolve(date, minute);
      if (instant !== null && instant > since && instant <= until) found.push({ date, minute, instant });
    }
  return found;
}

/** Remembers the last interval of each zone: users are mostly looked at over the same one, one after the other. */
export function rememberClockTimes(
  minutes: readonly number[],
): (zone: Zone, since: number, until: number) => ClockTime[] {
  const last = new Map<Zone, { readonly since: number; readonly until: number; readonly times: ClockTime[] }>();
  return (zone, since, until) => {
    const known = last.get(zone);
    if (known && known.since === since && known.until === until) return known.times;
    const times = clockTimes(zone, since, until, minutes);
    last.set(zone, { since, until, times });
    return times;
  };
}

/** The last local date before one that the zone did not skip. */
export function dateBefore(zone: Zone, date: number): number {
  let before = date - 1;
  while (zone.startOf(before) === zone.startOf(before + 1)) before--;
  return before;
}
