import type { Quantity, Window } from "../../src/syntax/tree.js";
import { type Clock, HOUR, MINUTE, shiftMonths } from "./clock.js";

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
export function lengthOf(quantity: Quantity): Length | null {
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

/** The stretch that a window means at `now`. What is closed at now ends one millisecond after it. */
export function intervalOf(window: Window | null, now: number, clock: Clock): Interval {
  const throughNow = now + 1;
  if (window === null || window.is === "ever") return { from: Number.NEGATIVE_INFINITY, until: throughNow };
  if (window.is === "notYet") throw new Error(`not part of the language yet: ${window.construct}`);
  const today = clock.dateAt(now);
  const length = lengthOf(window.length);
  if (length === null) throw new Error("a window's length must be a length of time");
  if (length.is === "span") {
    if (window.is === "previous") throw new Error("`previous` takes whole dates");
    return { from: now - length.ms, until: throughNow };
  }
  const back = length.is === "days" ? today - length.days : shiftMonths(today, -length.months);
  switch (window.is) {
    case "last":
      return { from: clock.startOf(back + 1), until: throughNow };
    case "previous":
      return { from: clock.startOf(back), until: clock.startOf(today) };
    case "for":
      return { from: clock.startOf(back), until: throughNow };
  }
}
