import { lunarMonths } from "./lunar-months.js";
import { firstYear, newYearOf } from "./new-years.js";

/** A date of the Chinese calendar; the year is named by the common year in which it begins. */
export interface LunarDate {
  readonly year: number;
  readonly month: number;
  readonly leap: boolean;
  readonly day: number;
}

/** Reads `1990-08-15`, or in a leap month `1990-08-15 leap`. */
export function lunarDateFromText(text: string): LunarDate {
  const match = /^(\d{4})-(\d{2})-(\d{2})( leap)?$/.exec(text);
  if (!match) throw new SyntaxError(`not a lunar date: ${text}`);
  return { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]), leap: match[4] !== undefined };
}

interface Month {
  readonly month: number;
  readonly leap: boolean;
  readonly days: number;
}

/** The months of a Chinese year in order; `null` for a year that the table does not have. */
export function monthsOf(year: number): readonly Month[] | null {
  const letters = lunarMonths[year - firstYear];
  if (letters === undefined) return null;
  let month = 0;
  return [...letters.matchAll(/\(([Ls])\)|([Ls])/g)].map(([, leap, plain]) => {
    if (plain !== undefined) month += 1;
    return { month, leap: leap !== undefined, days: (leap ?? plain) === "L" ? 30 : 29 };
  });
}

/**
 * The common date on which a month and day fall in a Chinese year; `null` outside the table. A leap month in a year without it is
 * the plain month; day 30 of a month of 29 days is day 29.
 */
export function inLunarYear({ month, leap, day }: Omit<LunarDate, "year">, year: number): number | null {
  const months = monthsOf(year);
  const start = newYearOf(year);
  if (months === null || start === null) return null;
  const exact = months.findIndex((each) => each.month === month && each.leap === leap);
  const place = exact >= 0 ? exact : months.findIndex((each) => each.month === month && !each.leap);
  const before = months.slice(0, place).reduce((sum, { days }) => sum + days, 0);
  return start + before + Math.min(day, months[place]?.days ?? 0) - 1;
}

/** The last day of a Chinese year, the eve of the next; `null` outside the table. */
export function lastOfLunarYear(year: number): number | null {
  const months = monthsOf(year);
  const start = newYearOf(year);
  if (months === null || start === null) return null;
  return start + months.reduce((sum, { days }) => sum + days, 0) - 1;
}
