import { formatClock, formatDate } from "../calendar/civil.js";
import type { Zone } from "../calendar/zone.js";
import { askAt } from "../facts/ask.js";
import type { Program, Strategy } from "../program/program.js";
import type { Due } from "./agenda.js";
import { type ClockTime, clockTimes, dateBefore } from "./clock.js";
import { compileDayRule, type NamesDate } from "./day-rule.js";
import { compileFestival } from "./festival.js";

/** What falls due in `(since, until]` for all users of a zone alike. */
export type SharedSource = (zone: Zone, since: number, until: number) => Due[];

/** The occurrences of a strategy that follow from the zone alone; `null` if they depend on the user. */
export function compileShared(
  { calendar }: Pick<Program, "calendar">,
  own: Strategy,
  strategy: number,
): SharedSource | null {
  const { when } = own;
  switch (when.is) {
    case "hourly":
      return onClock(fullHours, strategy, () => true, clockKey);
    case "every":
      return onClock([when.minute], strategy, compileDayRule(when.day, own, calendar), clockKey);
    case "once":
      return onClock([when.minute], strategy, (date) => date === when.date, clockKey);
    case "festival":
      return onClock([when.minute], strategy, compileFestival(when, own, calendar), dateKey);
    case "state": {
      const { minute } = when;
      return minute === null ? null : compared(strategy, minute);
    }
    default:
      return null;
  }
}

const fullHours: readonly number[] = Array.from({ length: 24 }, (_, hour) => hour * 60);

function clockKey({ date, minute }: ClockTime): string {
  return `${formatDate(date)}T${formatClock(minute)}`;
}

function dateKey({ date }: ClockTime): string {
  return formatDate(date);
}

/** Clock times that resolve to one instant are one occurrence: the earlier one's. */
function onClock(
  minutes: readonly number[],
  strategy: number,
  names: NamesDate,
  keyOf: (time: ClockTime) => string,
): SharedSource {
  return (zone, since, until) => {
    const taken = new Set<number>();
    const dues: Due[] = [];
    for (const time of clockTimes(zone, since, until, minutes)) {
      const { date, instant } = time;
      if (taken.has(instant) || !names(date)) continue;
      taken.add(instant);
      dues.push({ strategy, ask: askAt(instant), before: null, date, key: keyOf(time) });
    }
    return dues;
  };
}

/** A state that is looked at once a day, beside the same clock time of the civil date before. */
function compared(strategy: number, minute: number): SharedSource {
  const daily = onClock([minute], strategy, () => true, dateKey);
  return (zone, since, until) =>
    daily(zone, since, until).map((due) => {
      const before = zone.resolve(dateBefore(zone, due.date), minute);
      return { ...due, before: before === null ? null : askAt(before) };
    });
}
