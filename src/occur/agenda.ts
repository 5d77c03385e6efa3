import { DAY, formatClock, formatDate, weekday } from "../calendar/civil.js";
import { isInstant } from "../calendar/instant.js";
import type { Zone } from "../calendar/zone.js";
import type { Ask } from "../facts/ask.js";
import type { Program, When } from "../program/program.js";
import { byCodePoint } from "../text/order.js";

/** One occurrence of a strategy's `when`. */
export interface Occurrence {
  /** The strategy's place in the program. */
  readonly strategy: number;
  /** Its place in the agenda's `asks`. */
  readonly at: number;
  /** Of a strategy that starts when a state changes: the place of the ask at which it must have been otherwise; else −1. */
  readonly before: number;
  /** The local date. */
  readonly date: number;
  /** The occurrence key: for a schedule the civil date and clock, `2018-07-20T10:00`; a civil date; or an event's id. */
  readonly key: string;
}

/** Occurrences in a half-open interval `(since, until]`, in the total order of the fold. */
export interface Agenda {
  /** Distinct, ascending by `now`, then by `upTo`. Facts are needed once per user at each of them. */
  readonly asks: readonly Ask[];
  /** Ordered by instant, then priority (high first), then strategy id, then key. */
  readonly occurrences: readonly Occurrence[];
}

/** A clock shows at most this much more or less than UTC; a gap shifts a clock time by no more. */
const FARTHEST = DAY;

/**
 * What falls due in `(since, until]` in a zone, for all strategies or for those at the given places.
 * Each schedule fires once per local date that it names; a date that the zone skipped has none.
 * Empty unless `since` is before `until`; throws a `RangeError` where one of them is no instant of the years 1 to 9999.
 */
export function agenda(
  program: Program,
  zone: Zone,
  since: number,
  until: number,
  strategies?: ReadonlySet<number>,
): Agenda {
  if (!isInstant(since) || !isInstant(until)) throw new RangeError("an agenda needs two instants");
  const due: Due[] = [];
  program.strategies.forEach(({ when }, strategy) => {
    if (strategies && !strategies.has(strategy)) return;
    addDue(due, when, strategy, zone, since, until);
  });
  return withInstants(due.sort((left, right) => compare(program, left, right)));
}

interface Due {
  readonly instant: number;
  readonly strategy: number;
  readonly date: number;
  readonly key: string;
}

function addDue(due: Due[], when: When, strategy: number, zone: Zone, since: number, until: number): void {
  let latest: number | null = null;
  for (const date of datesOf(when, since, until)) {
    const instant = zone.resolve(date, when.minute);
    // Two dates whose clock times fall on one instant are one occurrence: the earlier date's.
    if (instant === null || instant === latest) continue;
    latest = instant;
    if (instant > since && instant <= until)
      due.push({ instant, strategy, date, key: `${formatDate(date)}T${formatClock(when.minute)}` });
  }
}

/** The dates, ascending, on which the schedule may fall into the interval in some zone. */
function datesOf(when: When, since: number, until: number): number[] {
  if (when.is === "once") return [when.date];
  const dates: number[] = [];
  const last = Math.floor((until + FARTHEST) / DAY);
  for (let date = Math.floor((since - FARTHEST) / DAY) - 1; date <= last; date++)
    if (when.weekday === null || when.weekday === weekday(date)) dates.push(date);
  return dates;
}

/** The total order of the fold: instant, priority (high first), strategy id by code point, key. */
function compare(program: Program, left: Due, right: Due): number {
  if (left.instant !== right.instant) return left.instant - right.instant;
  const [one, other] = [program.strategies[left.strategy], program.strategies[right.strategy]];
  if (!one || !other || one === other) return byCodePoint(left.key, right.key);
  return other.priority - one.priority || byCodePoint(one.id, other.id);
}

function withInstants(due: readonly Due[]): Agenda {
  const instants: number[] = [];
  const occurrences = due.map(({ instant, strategy, date, key }) => {
    if (instants.at(-1) !== instant) instants.push(instant);
    return { strategy, at: instants.length - 1, date, key };
  });
  return { instants, occurrences };
}
