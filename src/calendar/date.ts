/** A day of the Gregorian calendar. */
export interface Civil {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

const DAY = 86_400_000;

/** The day with a number: days since 1970-01-01. */
export function civilOf(date: number): Civil {
  const at = new Date(date * DAY);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() };
}

/** Days since 1970-01-01 of a day; months and days outside their range carry over. */
export function dateOf(year: number, month: number, day: number): number {
  const at = new Date(0);
  // Unlike `Date.UTC`, this takes the years 0 to 99 as they are.
  at.setUTCFullYear(year, month - 1, day);
  return at.getTime() / DAY;
}

/** The date `months` later, or earlier if negative; a day that the month does not have becomes the month's last. */
export function shiftMonths(date: number, months: number): number {
  const { year, month, day } = civilOf(date);
  const lastDay = civilOf(dateOf(year, month + months + 1, 0)).day;
  return dateOf(year, month + months, Math.min(day, lastDay));
}
