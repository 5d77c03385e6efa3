import type { DateLiteral, Length as LengthNode, Window } from "../../src/syntax/tree.js";
import { type Clock, DAY, dateFromText, dateText, HOUR, MINUTE, shiftMonths, weekdayOf } from "./clock.js";

/** A length of time as it was written: a Span is exact, a Period follows the calendar; they never convert. */
export type Length =
  | { readonly is: "span"; readonly ms: number }
  | { readonly is: "days"; readonly days: number }
  | { readonly is: "months"; readonly months: number };

const units: ReadonlyMap<string, (n: number) => Length> = new Map<string, (n: number) => Length>([
  ["second", (n) => ({ is: "span", ms: n * 1000 })],
  ["minute", (n) => ({ is: "span", ms: n * MINUTE })],
  ["hour", (n) => ({ is: "span", ms: n * HOUR })],
  ["day", (n) => ({ is: "days", days: n })],
  ["week", (n) => ({ is: "days", days: 7 * n })],
  ["month", (n) => ({ is: "months", months: n })],
  ["year", (n) => ({ is: "months", months: 12 * n })],
]);

/** The length of time that a quantity says, or `null` if its unit is not one of time. */
export function lengthOf(quantity: LengthNode): Length | null {
  if (quantity.is === "measured") throw new Error("measured lengths are written out before");
  return units.get(quantity.unit ?? "")?.(Number(quantity.amount)) ?? null;
}

/** A stretch of time: from `from` up to, and without, `until`. */
export interface Interval {
  readonly from: number;
  readonly until: number;
}

export function contains(interval: Interval, instant: number): boolean {
  return interval.from <= instant && instant < interval.until;
}

/** The windows that need nothing but the calendar. */
export type PlainWindow = Exclude<Window, { is: "within" | "since" }>;

/**
 * The stretch that a window means at `now`. What is closed at now ends one millisecond after it, or, where a touch is looked at
 * once more, after `reach`; nothing ends later.
 */
export function intervalOf(
  window: PlainWindow | null,
  now: number,
  clock: Clock,
  weekStarts = 1,
  reach = now,
): Interval {
  const whole = uncut(window, now, clock, weekStarts, reach + 1);
  return { from: whole.from, until: Math.min(whole.until, reach + 1) };
}

function uncut(
  window: PlainWindow | null,
  now: number,
  clock: Clock,
  weekStarts: number,
  throughNow: number,
): Interval {
  const today = clock.dateAt(now);
  switch (window?.is) {
    case undefined:
    case "ever":
      return { from: Number.NEGATIVE_INFINITY, until: throughNow };
    case "today":
      return { from: clock.startOf(today), until: throughNow };
    case "yesterday":
      return { from: clock.startOf(today - 1), until: clock.startOf(today) };
    case "this":
      return { from: clock.startOf(firstDateOf(window.unit, today, weekStarts)), until: throughNow };
    case "dates":
      return { from: clock.startOf(dateWritten(window.from)), until: clock.startOf(dateWritten(window.to) + 1) };
    case "ago":
      return ago(lengthWritten(window.near), lengthWritten(window.far), now, clock);
    case "last":
    case "previous":
    case "for":
      return back(window.is, lengthWritten(window.length), now, clock, throughNow);
    case "notYet":
      throw new Error(`not part of the language yet: ${window.construct}`);
  }
}

function lengthWritten(quantity: LengthNode): Length {
  const length = lengthOf(quantity);
  if (length === null) throw new Error("a window's length must be a length of time");
  return length;
}

export function dateWritten({ year, month, day }: DateLiteral): number {
  return Math.round(Date.UTC(year, month - 1, day) / DAY);
}

/** The first date of the week, month or year of a date. */
function firstDateOf(unit: "week" | "month" | "year", date: number, weekStarts: number): number {
  if (unit === "week") return date - ((weekdayOf(date) - weekStarts + 7) % 7);
  const [year = "", month = ""] = dateText(date).split("-");
  return dateFromText(unit === "month" ? `${year}-${month}-01` : `${year}-01-01`);
}

/** A date so long before another; months are clamped to the end of the month. */
function before(date: number, length: Exclude<Length, { is: "span" }>): number {
  return length.is === "days" ? date - length.days : shiftMonths(date, -length.months);
}

/** Whole dates, both ends included; or between two instants, both included. */
function ago(near: Length, far: Length, now: number, clock: Clock): Interval {
  if (near.is === "span" && far.is === "span") return { from: now - far.ms, until: now - near.ms + 1 };
  if (near.is === "span" || far.is === "span" || near.is !== far.is)
    throw new Error("`ago` takes two lengths of a kind");
  const today = clock.dateAt(now);
  return { from: clock.startOf(before(today, far)), until: clock.startOf(before(today, near) + 1) };
}

function back(
  is: "last" | "previous" | "for",
  length: Length,
  now: number,
  clock: Clock,
  throughNow: number,
): Interval {
  if (length.is === "span") {
    if (is === "previous") throw new Error("`previous` takes whole dates");
    return { from: now - length.ms, until: throughNow };
  }
  const today = clock.dateAt(now);
  const first = before(today, length);
  switch (is) {
    case "last":
      return { from: clock.startOf(first + 1), until: throughNow };
    case "previous":
      return { from: clock.startOf(first), until: clock.startOf(today) };
    case "for":
      return { from: clock.startOf(first), until: throughNow };
  }
}
