import { dateFromText } from "./clock.js";

export const firstYear = 1901;

/**
 * The first day of each Chinese year from 1901, month and day, ten to a line. Two libraries and the published almanacs agree on all
 * but three: some put 1954 on 4 February, 2027 on 7 February and 2030 on 2 February; the almanacs, and this list, say otherwise.
 */
const newYears = [
  "0219 0208 0129 0216 0204 0125 0213 0202 0122 0210",
  "0130 0218 0206 0126 0214 0203 0123 0211 0201 0220",
  "0208 0128 0216 0205 0124 0213 0202 0123 0210 0130",
  "0217 0206 0126 0214 0204 0124 0211 0131 0219 0208",
  "0127 0215 0205 0125 0213 0202 0122 0210 0129 0217",
  "0206 0127 0214 0203 0124 0212 0131 0218 0208 0128",
  "0215 0205 0125 0213 0202 0121 0209 0130 0217 0206",
  "0127 0215 0203 0123 0211 0131 0218 0207 0128 0216",
  "0205 0125 0213 0202 0220 0209 0129 0217 0206 0127",
  "0215 0204 0123 0210 0131 0219 0207 0128 0216 0205",
  "0124 0212 0201 0122 0209 0129 0218 0207 0126 0214",
  "0203 0123 0210 0131 0219 0208 0128 0216 0205 0125",
  "0212 0201 0122 0210 0129 0217 0206 0126 0213 0203",
  "0123 0211 0131 0219 0208 0128 0215 0204 0124 0212",
  "0201 0122 0210 0130 0217 0206 0126 0214 0202 0123",
  "0211 0201 0219 0208 0128 0215 0204 0124 0212 0202",
  "0121 0209 0129 0217 0205 0126 0214 0203 0123 0211",
  "0131 0219 0207 0127 0215 0205 0124 0212 0202 0122",
  "0209 0129 0217 0206 0126 0214 0203 0124 0210 0130",
  "0218 0207 0127 0215 0205 0125 0212 0201 0121 0209",
]
  .join(" ")
  .split(" ")
  .map((text, place) => dateFromText(`${firstYear + place}-${text.slice(0, 2)}-${text.slice(2)}`));

/** The first day of a Chinese year; `null` outside the list. */
export function newYearOf(year: number): number | null {
  return newYears[year - firstYear] ?? null;
}

/**
 * The Chinese year of a date, named by the common year in which it begins; `null` before the first new year of the list and
 * from the last one on.
 */
export function chineseYearOf(date: number): number | null {
  const later = newYears.findIndex((start) => start > date);
  return later <= 0 ? null : firstYear + later - 1;
}
