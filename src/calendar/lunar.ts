import { FIRST_YEAR, type LunarYear, lunarYear } from "./lunar-years.js";

/** A date of the Chinese lunar calendar. */
export interface LunarDate {
  /** The number of the year in which the lunar year begins. */
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** Whether it lies in the leap month, which comes after the plain month of the same number. */
  readonly leap: boolean;
  /** 1 to 30. */
  readonly day: number;
}

/** How many days a month has; 0 if the year has no such month, or lies outside the table. */
export function daysInLunarMonth(year: number, month: number, leap: boolean): number {
  const found = lunarYear(year);
  return found ? (found.lengths[placeOf(found, month, leap)] ?? 0) : 0;
}

/** The number of a year's leap month; 0 if it has none, or lies outside the table. */
export function leapMonthOf(year: number): number {
  return lunarYear(year)?.leap ?? 0;
}

/** The date of a lunar date, in days since 1970-01-01; `null` if there is none such in the table. */
export function dateOfLunar({ year, month, leap, day }: LunarDate): number | null {
  const found = lunarYear(year);
  if (!found || day < 1 || day > daysInLunarMonth(year, month, leap)) return null;
  return startOfMonth(found, placeOf(found, month, leap)) + day - 1;
}

/** The lunar date of a date; `null` before 1900-01-31 and after 2101-01-28. */
export function lunarOf(date: number): LunarDate | null {
  // A lunar year begins between 20 January and 21 February: it is that of the civil year, or the one before.
  let year = FIRST_YEAR + Math.floor((date - (lunarYear(FIRST_YEAR)?.start ?? 0)) / 365.2425) + 1;
  while (year >= FIRST_YEAR && date < (lunarYear(year)?.start ?? Number.POSITIVE_INFINITY)) year--;
  const found = lunarYear(year);
  return found && monthAt(found, year, date);
}

function monthAt(found: LunarYear, year: number, date: number): LunarDate | null {
  let day = date - found.start + 1;
  for (const [place, days] of found.lengths.entries()) {
    if (day <= days) return { year, ...monthOf(found, place), day };
    day -= days;
  }
  return null;
}

/**
 * The date in another lunar year of what comes each year: in a year without the leap month it lies in the plain month, and day 30
 * of a month of 29 days is day 29. `null` outside the table.
 */
export function dateInLunarYear({ month, leap, day }: LunarDate, year: number): number | null {
  const found = lunarYear(year);
  if (!found) return null;
  const place = placeOf(found, month, leap && found.leap === month);
  return startOfMonth(found, place) + Math.min(day, found.lengths[place] ?? 0) - 1;
}

/** As the program stores one: 100,000 × year + 1,000 × month + 100 if it is a leap month + day. */
export function storeLunar({ year, month, leap, day }: LunarDate): number {
  return year * 100_000 + month * 1000 + (leap ? 100 : 0) + day;
}

export function lunarOfStored(stored: number): LunarDate {
  const inMonth = stored % 1000;
  return {
    year: Math.floor(stored / 100_000),
    month: Math.floor(stored / 1000) % 100,
    leap: inMonth >= 100,
    day: inMonth % 100,
  };
}

/** Why a text is no lunar date: it is not written as one; the table does not reach it; the calendar has no such month or day. */
export type LunarFailure = "not a lunar date" | "out of range" | "no such month" | "no such day";

export type ParsedLunar =
  | { readonly is: "lunar"; readonly stored: number }
  | { readonly is: "failure"; readonly why: LunarFailure };

/** Reads `1990-08-15`, or `1990-05-15 leap` for a day of the leap month. */
export function parseLunar(text: string): ParsedLunar {
  const found = /^(\d{4})-(\d{2})-(\d{2})( leap)?$/.exec(text);
  if (!found) return { is: "failure", why: "not a lunar date" };
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])];
  const leap = found[4] !== undefined;
  if (month < 1 || month > 12 || day < 1 || day > 30) return { is: "failure", why: "not a lunar date" };
  if (!lunarYear(year)) return { is: "failure", why: "out of range" };
  const days = daysInLunarMonth(year, month, leap);
  if (day > days) return { is: "failure", why: days === 0 ? "no such month" : "no such day" };
  return { is: "lunar", stored: storeLunar({ year, month, leap, day }) };
}

/** `1990-08-15`, `1990-05-15 leap`. */
export function formatLunar({ year, month, leap, day }: LunarDate): string {
  const digits = [String(year).padStart(4, "0"), ...[month, day].map((part) => String(part).padStart(2, "0"))];
  return `${digits.join("-")}${leap ? " leap" : ""}`;
}

/** The place of a month in its year; −1 if there is none such. */
function placeOf({ leap: leapMonth }: LunarYear, month: number, leap: boolean): number {
  if (leap) return month === leapMonth ? month : -1;
  return leapMonth !== 0 && month > leapMonth ? month : month - 1;
}

function monthOf({ leap }: LunarYear, place: number): { readonly month: number; readonly leap: boolean } {
  if (leap === 0 || place < leap) return { month: place + 1, leap: false };
  return { month: place, leap: place === leap };
}

function startOfMonth({ start, lengths }: LunarYear, place: number): number {
  let date = start;
  for (let before = 0; before < place; before++) date += lengths[before] as number;
  return date;
}
