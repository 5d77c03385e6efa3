import { civilOf } from "./civil.js";
import { LAST_LUNAR_YEAR, lunarNewYear } from "./lunar-new-year.js";

/** The last day of each month that belongs to the sign that began in the month before: Capricorn until 19 January … */
const lastDays = [19, 18, 20, 19, 20, 21, 22, 22, 22, 23, 22, 21] as const;

/** The sign of a date, from 0 (Aries, from 21 March) to 11 (Pisces). */
function westernSign(date: number): number {
  const { month, day } = civilOf(date);
  // Capricorn, the tenth from Aries, reigns as a year begins.
  return (month + 8 + (day > (lastDays[month - 1] as number) ? 1 : 0)) % 12;
}

/** The animal of a date's lunar year, from 0 (the Rat) to 11 (the Pig); `NaN` outside 1901-02-19 … 2100-02-08. */
function chineseSign(date: number): number {
  const { year } = civilOf(date);
  const begun = date >= lunarNewYear(year);
  // Beyond either end of the table the comparisons are with `NaN`, and false.
  if (begun) return year < LAST_LUNAR_YEAR ? animalOf(year) : Number.NaN;
  return date >= lunarNewYear(year - 1) && date < lunarNewYear(year) ? animalOf(year - 1) : Number.NaN;
}

/** 1900 was a year of the Rat. */
function animalOf(year: number): number {
  return (year - 1900) % 12;
}

export const signOf: { readonly [C in "western" | "chinese"]: (date: number) => number } = {
  western: westernSign,
  chinese: chineseSign,
};
