import { addMonths, shiftDate } from "../calendar/civil.js";
import type { Shift } from "../program/program.js";

/** The dates that a shift moves to a date: one, or at the end of a month up to four. */
export function originsOf(date: number, { unit, n }: Shift): number[] {
  if (unit === "day") return [date - n];
  const near = addMonths(date, -n);
  return [-3, -2, -1, 0, 1, 2, 3].map((days) => near + days).filter((from) => shiftDate(from, unit, n) === date);
}
