import { lunarYear } from "./lunar-years.js";

export const FIRST_LUNAR_YEAR = 1901;
export const LAST_LUNAR_YEAR = 2100;

/** The date of the lunar new year in a year from `FIRST_LUNAR_YEAR` to `LAST_LUNAR_YEAR`; `NaN` outside. */
export function lunarNewYear(year: number): number {
  return year < FIRST_LUNAR_YEAR ? Number.NaN : (lunarYear(year)?.start ?? Number.NaN);
}
