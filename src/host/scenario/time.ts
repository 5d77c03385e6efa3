import { MINUTE, parseClock, parseDate } from "../../calendar/civil.js";
import { parseInstant } from "../../calendar/instant.js";
import type { Zone } from "../../calendar/zone.js";

const SECOND = 1000;
const lengths = { second: SECOND, minute: MINUTE, hour: 60 * MINUTE } as const;

/** An instant with its offset, or what the clock of a zone shows: `2026-06-18 10:00`. `null` for anything else. */
export function readMoment(text: string, zone: Zone): number | null {
  const read = parseInstant(text);
  if (read.is === "instant") return read.ms;
  const found = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2})(?::([0-5]\d))?$/.exec(text);
  if (!found) return null;
  const [date, clock] = [parseDate(found[1] as string), parseClock(found[2] as string)];
  return date === null || clock === null ? null : zone.resolve(date, clock, Number(found[3] ?? "0") * SECOND);
}

/** The same, or counted back from `now`: `3 days ago at 10:00`, `yesterday`, `2 hours ago`, `now`. Days are those of the zone. */
export function readTime(text: string, zone: Zone, now: number): number | null {
  if (text === "now") return now;
  return readSpan(text, now) ?? readDay(text, zone, now) ?? readMoment(text, zone);
}

function readSpan(text: string, now: number): number | null {
  const found = /^(\d{1,6}) (second|minute|hour)s? ago$/.exec(text);
  return found ? now - Number(found[1]) * lengths[found[2] as keyof typeof lengths] : null;
}

/** Without a clock time, that of `now`. */
function readDay(text: string, zone: Zone, now: number): number | null {
  const found = /^(?:(\d{1,5}) days? ago|(yesterday|today))(?: at (\d{2}:\d{2}))?$/.exec(text);
  if (!found) return null;
  const today = zone.dateAt(now);
  const days = found[1] === undefined ? Number(found[2] === "yesterday") : Number(found[1]);
  if (found[3] === undefined) {
    const sinceMidnight = now + zone.offsetAt(now) - today * 86_400_000;
    return zone.resolve(today - days, 0, sinceMidnight);
  }
  const clock = parseClock(found[3]);
  return clock === null ? null : zone.resolve(today - days, clock);
}
