import { DAY } from "../calendar/civil.js";
import { later } from "../calendar/later.js";
import type { Length } from "../program/program.js";
import type { OccurrenceUser } from "./own.js";
import { type Events, type FindEvents, occurredAt } from "./pattern.js";

/** More than clocks and skipped dates can add to a length, or take from it. */
const SLACK = 3 * DAY;

/** No length is longer than this, in milliseconds. */
export function longest({ unit, n }: Length): number {
  return unit === "ms" ? n : n * (unit === "day" ? 1 : 31) * DAY + SLACK;
}

/** No length is shorter than this; an occurrence never comes before its event. */
function shortest({ unit, n }: Length): number {
  return unit === "ms" ? n : Math.max(0, n * (unit === "day" ? 1 : 28) * DAY - SLACK);
}

/** Events from which a length reaches, or may reach, into `(since, until]`. */
export function eventsReaching(
  find: FindEvents,
  user: OccurrenceUser,
  length: Length,
  since: number,
  until: number,
): Events {
  return find(user, since - longest(length), until - shortest(length));
}

/** The instant so long after the event at a place, if it lies in `(since, until]`; else `null`. */
export function dueAfter(
  { zone }: OccurrenceUser,
  events: Events,
  place: number,
  length: Length,
  since: number,
  until: number,
): number | null {
  const instant = later(zone, occurredAt(events, place), length);
  return instant !== null && instant > since && instant <= until ? instant : null;
}
