import { daysInLunarMonth } from "../calendar/lunar.js";
import { FIRST_YEAR, LAST_YEAR } from "../calendar/lunar-years.js";

/** SQL for whether a text is written as a lunar date: `1990-08-15`, or `1990-05-15 leap` for a day of a leap month. */
export function isLunarText(text: string): string {
  return `regexp_full_match(${text}, '[0-9]{4}-[0-9]{2}-[0-9]{2}( leap)?')`;
}

/** SQL for the stored form of a lunar date, given its text; NULL where the calendar has no such day. */
export function storedLunarSql(text: string): string {
  const part = (from: number, length: number): string => `TRY_CAST(substr(${text}, ${from}, ${length}) AS BIGINT)`;
  const leap = `CASE WHEN ends_with(${text}, 'leap') THEN 100 ELSE 0 END`;
  const month = `(${part(1, 4)} * 100000 + ${part(6, 2)} * 1000 + ${leap})`;
  const day = part(9, 2);
  const [long, short] = [30, 29].map((days) => monthsOf(days).join(", "));
  const exists = `(${day} BETWEEN 1 AND 30 AND ${month} IN (${long}) OR ${day} BETWEEN 1 AND 29 AND ${month} IN (${short}))`;
  return `CASE WHEN ${isLunarText(text)} AND ${exists} THEN ${month} + ${day} END`;
}

/** The months of the table that have so many days, as their day 0 would be stored. */
function monthsOf(days: number): number[] {
  const found: number[] = [];
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year++)
    for (let month = 1; month <= 12; month++)
      for (const leap of [false, true])
        if (daysInLunarMonth(year, month, leap) === days) found.push(year * 100_000 + month * 1000 + (leap ? 100 : 0));
  return found;
}
