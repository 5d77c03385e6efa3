import { civilOf, dateOf, weekday } from "../calendar/civil.js";
import type { CapWindow } from "../program/program.js";

/** When something is sent: the instant, and its local date. */
export interface Sent {
  readonly sendAt: number;
  readonly sendDate: number;
}

/** Dates or instants from `from` up to and without `to`, and how many sends they hold. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly held: number;
}

/**
 * Of all windows of a kind that one more send would fall into, the fullest, and what it holds without that send; of equally full ones
 * the earliest. Sends may lie before and after it: with n held, a cap of n is full, wherever in the window the new one falls.
 */
export function fullest(window: CapWindow, sends: readonly Sent[], next: Sent, weekStarts: number): Stretch {
  switch (window.is) {
    case "day":
    case "week":
    case "month":
      return count(sends, ...calendarWindow(window.is, next.sendDate, weekStarts));
    case "days":
      return densest(
        sends.map(({ sendDate }) => sendDate),
        next.sendDate,
        window.n,
      );
    case "span":
      // Instants are whole milliseconds, so (s − ms, s] holds what [s − ms + 1, s + 1) does.
      return densest(
        sends.map(({ sendAt }) => sendAt),
        next.sendAt,
        window.ms,
      );
  }
}

/** The first date of the day, week or month of a date, and the first one after it. Weeks start with a weekday, 1 Monday … 7 Sunday. */
export function calendarWindow(
  unit: "day" | "week" | "month",
  date: number,
  weekStarts: number,
): readonly [from: number, to: number] {
  if (unit === "day") return [date, date + 1];
  if (unit === "week") {
    const from = date - ((weekday(date) - weekStarts + 7) % 7);
    return [from, from + 7];
  }
  const { year, month } = civilOf(date);
  return [dateOf(year, month, 1), month === 12 ? dateOf(year + 1, 1, 1) : dateOf(year, month + 1, 1)];
}

function count(sends: readonly Sent[], from: number, to: number): Stretch {
  let held = 0;
  for (const { sendDate } of sends) if (sendDate >= from && sendDate < to) held++;
  return { from, to, held };
}

/** Of all stretches of a length that hold a point, that which holds most of some others. One starts at a point, or at `at` itself. */
function densest(points: readonly number[], at: number, length: number): Stretch {
  const near = points.filter((point) => point > at - length && point < at + length);
  let most: Stretch = { from: at, to: at + length, held: near.filter((point) => point >= at).length };
  for (const from of near) {
    if (from >= at) continue;
    const held = near.filter((point) => point >= from && point < from + length).length;
    if (held > most.held || (held === most.held && from < most.from)) most = { from, to: from + length, held };
  }
  return most;
}
