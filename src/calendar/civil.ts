/**
 * Civil dates as whole numbers: days since 1970-01-01 in the proleptic Gregorian calendar. No zones, no clock.
 */

/** Milliseconds in a civil day; a local day may be shorter or longer. */
export const DAY = 86_400_000;

export const MINUTE = 60_000;

export interface CivilDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

/** Days in 400 years, after which the calendar repeats; and from 0000-03-01 to 1970-01-01. */
const CYCLE = 146_097;
const EPOCH = 719_468;

/** The first and the last date that can be written with four digits of year: 0001-01-01 and 9999-12-31. */
export const FIRST_DATE = dateOf(1, 1, 1);
export const LAST_DATE = dateOf(9999, 12, 31);

/**
 * Days since 1970-01-01. `day` may lie outside the month: it is simply counted from the month's first.
 * The year is taken to begin in March, so that the leap day comes last and months follow one straight line.
 */
export function dateOf(year: number, month: number, day: number): number {
  const shifted = month > 2 ? year : year - 1;
  const cycle = Math.floor(shifted / 400);
  const yearInCycle = shifted - cycle * 400;
  const monthFromMarch = month > 2 ? month - 3 : month + 9;
  const dayInYear = Math.floor((153 * monthFromMarch + 2) / 5) + day - 1;
  const dayInCycle = yearInCycle * 365 + Math.floor(yearInCycle / 4) - Math.floor(yearInCycle / 100) + dayInYear;
  return cycle * CYCLE + dayInCycle - EPOCH;
}

/** The year, month and day of a date. */
export function civilOf(date: number): CivilDate {
  const cycle = Math.floor((date + EPOCH) / CYCLE);
  const dayInCycle = date + EPOCH - cycle * CYCLE;
  const leapless =
    dayInCycle - Math.floor(dayInCycle / 1460) + Math.floor(dayInCycle / 36_524) - Math.floor(dayInCycle / 146_096);
  const yearInCycle = Math.floor(leapless / 365);
  const dayInYear = dayInCycle - (365 * yearInCycle + Math.floor(yearInCycle / 4) - Math.floor(yearInCycle / 100));
  const monthFromMarch = Math.floor((5 * dayInYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return {
    year: cycle * 400 + yearInCycle + (month > 2 ? 0 : 1),
    month,
    day: dayInYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  };
}

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Moves a date by whole months; a day that the target month lacks becomes its last: 31 March − 1 month is 28 or 29 February. */
export function addMonths(date: number, months: number): number {
  const { year, month, day } = civilOf(date);
  const count = year * 12 + (month - 1) + months;
  const toYear = Math.floor(count / 12);
  const toMonth = count - toYear * 12 + 1;
  return dateOf(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)));
}

/** A date moved by whole days, or by whole months, clamped to the month's end. */
export function shiftDate(date: number, unit: "day" | "month", n: number): number {
  return unit === "day" ? date + n : addMonths(date, n);
}

/** 1 Monday … 7 Sunday. 1970-01-01 was a Thursday. */
export function weekday(date: number): number {
  return ((((date + 3) % 7) + 7) % 7) + 1;
}

/** `2018-07-20`. */
export function formatDate(date: number): string {
  const { year, month, day } = civilOf(date);
  return `${String(year).padStart(4, "0")}-${twoDigits(month)}-${twoDigits(day)}`;
}

/** Reads `YYYY-MM-DD`, years 0001 to 9999; `null` for anything else and for dates that do not exist. */
export function parseDate(text: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  return checkedDate(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10)));
}

/** The date, or `null` if there is no such month or day, or the year is not 1 to 9999. */
export function checkedDate(year: number, month: number, day: number): number | null {
  if (year < 1 || year > 9999 || month < 1 || month > 12) return null;
  return day < 1 || day > daysInMonth(year, month) ? null : dateOf(year, month, day);
}

/** `09:30` from the minutes after midnight. */
export function formatClock(minute: number): string {
  return `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`;
}

/** Reads `HH:MM`, 00:00 to 23:59, as minutes after midnight; `null` for anything else. */
export function parseClock(text: string): number | null {
  if (!/^\d{2}:\d{2}$/.test(text)) return null;
  const hour = Number(text.slice(0, 2));
  const minute = Number(text.slice(3, 5));
  return hour > 23 || minute > 59 ? null : hour * 60 + minute;
}

function twoDigits(n: number): string {
  return String(n).padStart(2, "0");
}
