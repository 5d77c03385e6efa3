import type { Strategy, When } from "../../src/syntax/tree.js";
import { byCodePoint } from "./value.js";
import { type Clock, DAY, dateText, weekdayOf } from "./clock.js";

/** A strategy comes due. */
export interface Due {
  readonly strategy: Strategy;
  readonly instant: number;
  /** The local date of the schedule, and the occurrence key: that date with the clock time as it was written. */
  readonly date: number;
  readonly key: string;
}

const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/** All that comes due in `(since, until]`, in total order: instant, priority (high first), strategy id, key. */
export function dueIn(strategies: readonly Strategy[], since: number, until: number, clock: Clock): Due[] {
  const due = strategies.flatMap((strategy) => {
    const when = strategy.when;
    if (when === null || when.is === "notYet") throw new Error(`no schedule in ${strategy.name.text}`);
    return datesBetween(since, until).flatMap((date) => {
      const at = falls(when, date) ? clock.resolve(date, minuteOf(when)) : null;
      if (at === null || at <= since || at > until) return [];
      return [{ strategy, instant: at, date, key: `${dateText(date)}T${clockText(minuteOf(when))}` }];
    });
  });
  return due.sort(
    (a, b) =>
      a.instant - b.instant ||
      priorityOf(b.strategy) - priorityOf(a.strategy) ||
      byCodePoint(a.strategy.name.text, b.strategy.name.text) ||
      byCodePoint(a.key, b.key),
  );
}

/** Every date that any zone may show between two instants, with days to spare. */
function datesBetween(since: number, until: number): number[] {
  const first = Math.floor(since / DAY) - 2;
  const last = Math.floor(until / DAY) + 2;
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

type Schedule = Exclude<When, { is: "notYet" }>;

function falls(when: Schedule, date: number): boolean {
  if (when.is === "once")
    return date === Math.round(Date.UTC(when.date.year, when.date.month - 1, when.date.day) / DAY);
  return when.day === null || weekdays.indexOf(when.day.text.toLowerCase()) + 1 === weekdayOf(date);
}

function minuteOf(when: Schedule): number {
  if (when.at === null) throw new Error("a schedule needs a clock time");
  return when.at.hour * 60 + when.at.minute;
}

function clockText(minute: number): string {
  const two = (n: number) => String(n).padStart(2, "0");
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

/** 0 to 100; 50 where nothing is said. */
function priorityOf(strategy: Strategy): number {
  return strategy.priority === null ? 50 : Number(strategy.priority.amount);
}
