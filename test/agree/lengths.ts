import type { DateLiteral, File, Quantity } from "../../src/syntax/tree.js";
import { type Clock, DAY, shiftMonths } from "../reference/clock.js";
import { type Length, lengthOf } from "../reference/window.js";

/** What a program says of time: its lengths, and its dates as days since 1970-01-01. Each once. */
export interface Times {
  readonly lengths: readonly Length[];
  readonly dates: readonly number[];
}

/** Finds every length and date anywhere in a tree. */
export function timesOf(file: File): Times {
  const lengths = new Map<string, Length>();
  const dates = new Set<number>();
  visit(file.declarations);
  return { lengths: [...lengths.values()], dates: [...dates] };

  function visit(node: unknown): void {
    if (typeof node !== "object" || node === null) return;
    if (isNode(node, "quantity")) {
      const length = lengthOf(node as Quantity);
      if (length) lengths.set(JSON.stringify(length), length);
    } else if (isNode(node, "date")) {
      const { year, month, day } = node as DateLiteral;
      if (day !== undefined) dates.add(Date.UTC(year, month - 1, day) / DAY);
    }
    for (const value of Object.values(node)) visit(value);
  }
}

function isNode(node: object, is: string): boolean {
  return "is" in node && node.is === is;
}

/** An instant so much later, or earlier if `sign` is −1; by dates, the start of the day so far away, or of the one after it. */
export function shifted(clock: Clock, from: number, length: Length, sign: 1 | -1, next: 0 | 1): number {
  const date = clock.dateAt(from);
  switch (length.is) {
    case "span":
      return from + sign * length.ms;
    case "days":
      return clock.startOf(date + sign * length.days + next);
    case "months":
      return clock.startOf(shiftMonths(date, sign * length.months) + next);
  }
}
