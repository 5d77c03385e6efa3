import * as fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import {
  addMonths,
  civilOf,
  DAY,
  dateOf,
  daysInMonth,
  formatClock,
  formatDate,
  isLeapYear,
  parseClock,
  parseDate,
  weekday,
} from "../../src/calendar/civil.js";

const anyDate = fc.integer({ min: -719_162, max: 2_932_896 });
const utc = (date: number) => DateTime.fromMillis(date * DAY, { zone: "UTC" });

describe("civil dates, beside luxon and the host", () => {
  it("have the same year, month and day, there and back, from year 1 to 9999", () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const { year, month, day } = utc(date);
        expect(civilOf(date)).toEqual({ year, month, day });
        expect(dateOf(year, month, day)).toBe(date);
        expect(weekday(date)).toBe(utc(date).weekday);
        expect(formatDate(date)).toBe(utc(date).toFormat("yyyy-MM-dd"));
        expect(parseDate(formatDate(date))).toBe(date);
      }),
      { numRuns: 5000 },
    );
  });

  it("run day after day without a gap through four centuries", () => {
    const wrong: number[] = [];
    let [year, month, day] = [1999, 12, 31];
    for (let date = dateOf(1999, 12, 31); date <= dateOf(2400, 3, 2); date++) {
      const civil = civilOf(date);
      if (civil.year !== year || civil.month !== month || civil.day !== day) wrong.push(date);
      day++;
      if (day > daysInMonth(year, month)) [month, day] = [month + 1, 1];
      if (month > 12) [year, month] = [year + 1, 1];
    }
    expect(wrong).toEqual([]);
    expect([year, month, day]).toEqual([2400, 3, 3]);
  });

  it("move by months as luxon moves them, clamped to the month's end", () => {
    fc.assert(
      fc.property(fc.integer({ min: -200_000, max: 200_000 }), fc.integer({ min: -500, max: 500 }), (date, months) => {
        expect(addMonths(date, months)).toBe(utc(date).plus({ months }).toMillis() / DAY);
      }),
      { numRuns: 5000 },
    );
  });

  it.each([
    ["2018-03-31", -1, "2018-02-28"],
    ["2020-03-31", -1, "2020-02-29"],
    ["2020-02-29", 12, "2021-02-28"],
    ["2020-02-29", 48, "2024-02-29"],
    ["2018-01-31", 1, "2018-02-28"],
    ["2018-12-31", 2, "2019-02-28"],
    ["2018-01-15", -1, "2017-12-15"],
    ["2018-01-15", 0, "2018-01-15"],
  ])("%s moved by %i months is %s", (from, months, to) => {
    expect(formatDate(addMonths(parseDate(from) ?? Number.NaN, months))).toBe(to);
  });

  it("know leap years: 2000 and 2020 are, 1900, 2018 and 2100 are not", () => {
    expect([2000, 2020, 1900, 2018, 2100].map(isLeapYear)).toEqual([true, true, false, false, false]);
  });
});

describe("reading and writing", () => {
  it.each([
    "2018-02-29",
    "2018-13-01",
    "2018-00-10",
    "2018-01-00",
    "2018-04-31",
    "0000-01-01",
    "2018-1-1",
    "20180101",
    " 2018-01-01",
    "2018-01-01\n",
    "２０１８-01-01",
    "",
  ])("%j is no date", (text) => {
    expect(parseDate(text)).toBe(null);
  });

  it("a date far from now is a number of days: 0001-01-01, 1970-01-01, 9999-12-31", () => {
    expect(["0001-01-01", "1970-01-01", "9999-12-31"].map(parseDate)).toEqual([-719_162, 0, 2_932_896]);
  });

  it("a clock is minutes after midnight, and back", () => {
    for (let minute = 0; minute < 1440; minute++) expect(parseClock(formatClock(minute))).toBe(minute);
    expect(formatClock(9 * 60 + 5)).toBe("09:05");
    for (const text of ["24:00", "9:00", "09:60", "0900", "09:00:00", ""]) expect(parseClock(text)).toBe(null);
  });
});
