import { describe, expect, it } from "vitest";
import { DAY, dateOf, formatDate, parseDate } from "../../src/calendar/civil.js";
import { FIRST_LUNAR_YEAR, LAST_LUNAR_YEAR, lunarNewYear } from "../../src/calendar/lunar-new-year.js";
import { signOf } from "../../src/calendar/zodiac.js";
import { chinaTime, meanMoonBefore, newMoon } from "./sky.js";

const signs = "aries taurus gemini cancer leo virgo libra scorpio sagittarius capricorn aquarius pisces".split(" ");
const animals = "rat ox tiger rabbit dragon snake horse goat monkey rooster dog pig".split(" ");

function western(date: string): string | undefined {
  return signs[signOf.western(parseDate(date) as number)];
}

function chinese(date: string): string | undefined {
  return animals[signOf.chinese(parseDate(date) as number)];
}

describe("the sign of a date", () => {
  it("changes on the days of the usual table, in every year", () => {
    const table = [
      ["aries", "03-21", "04-19"],
      ["taurus", "04-20", "05-20"],
      ["gemini", "05-21", "06-21"],
      ["cancer", "06-22", "07-22"],
      ["leo", "07-23", "08-22"],
      ["virgo", "08-23", "09-22"],
      ["libra", "09-23", "10-23"],
      ["scorpio", "10-24", "11-22"],
      ["sagittarius", "11-23", "12-21"],
      ["capricorn", "12-22", "01-19"],
      ["aquarius", "01-20", "02-18"],
      ["pisces", "02-19", "03-20"],
    ] as const;
    for (const [sign, first, last] of table)
      for (const year of ["1899", "1999", "2000", "2024"])
        expect([western(`${year}-${first}`), western(`${year}-${last}`)]).toEqual([sign, sign]);
    expect(western("2024-02-29")).toBe("pisces");
  });

  it("is one of twelve on every day", () => {
    for (let date = dateOf(2023, 1, 1); date < dateOf(2025, 1, 1); date++)
      expect(signs[signOf.western(date)]).toBeDefined();
  });
});

describe("the Chinese sign of a date", () => {
  it("changes at the lunar new year, not on 1 January", () => {
    // Spring festivals as China celebrated them.
    expect([chinese("2000-02-04"), chinese("2000-02-05")]).toEqual(["rabbit", "dragon"]);
    expect([chinese("1985-02-19"), chinese("1985-02-20")]).toEqual(["rat", "ox"]);
    expect([chinese("2026-01-01"), chinese("2026-02-16"), chinese("2026-02-17")]).toEqual(["snake", "snake", "horse"]);
    expect(chinese("2008-12-31")).toBe("rat");
  });

  it("is known from the first to the last lunar year of the table only", () => {
    const ends = ["1900-01-31", "1901-02-18", "1901-02-19", "2100-02-08", "2100-02-09", "2101-06-01"];
    expect(ends.map(chinese)).toEqual([undefined, undefined, "ox", "goat", undefined, undefined]);
    expect(signOf.chinese(Number.MAX_SAFE_INTEGER)).toBeNaN();
  });
});

/** Where `Intl` was seen to differ, with its date. Adjudicated by the new moon: see below. */
const wrongInIntl: Readonly<Record<number, string>> = { 1954: "1954-02-04", 2027: "2027-02-07", 2030: "2030-02-02" };

const chineseCalendar = new Intl.DateTimeFormat("en-u-ca-chinese", {
  timeZone: "UTC",
  month: "numeric",
  day: "numeric",
});

function isNewYearByIntl(date: number): boolean {
  const parts = chineseCalendar.formatToParts(date * DAY);
  return (
    parts.find(({ type }) => type === "month")?.value === "1" && parts.find(({ type }) => type === "day")?.value === "1"
  );
}

function newYearByIntl(year: number): string {
  let date = dateOf(year, 1, 15);
  while (!isNewYearByIntl(date)) date++;
  return formatDate(date);
}

/** The new moon nearest to a date, as milliseconds after the start of that date on China's clock. */
function newMoonOn(date: number): number {
  const k = meanMoonBefore(date * DAY);
  const nearest = [k - 1, k, k + 1, k + 2].map((n) => chinaTime(newMoon(n)) - date * DAY);
  return nearest.sort((a, b) => Math.abs(a) - Math.abs(b))[0] as number;
}

describe("the lunar new year", () => {
  const years = Array.from({ length: LAST_LUNAR_YEAR - FIRST_LUNAR_YEAR + 1 }, (_, at) => FIRST_LUNAR_YEAR + at);

  it("is that of the host's calendar, but for three years in which the new moon falls close to midnight", () => {
    const differing = years.filter((year) => newYearByIntl(year) !== formatDate(lunarNewYear(year)));
    for (const year of differing) expect([year, newYearByIntl(year)]).toEqual([year, wrongInIntl[year]]);
  });

  it("falls on the day of a new moon on China's clock", () => {
    for (const year of years) {
      const after = newMoonOn(lunarNewYear(year));
      expect([year, after >= 0 && after < DAY]).toEqual([year, true]);
    }
  });

  it("is adjudicated by minutes where the host differs: 23:55 in 1954, 23:56 in 2027, 00:07 in 2030", () => {
    const minutes = [1954, 2027, 2030].map((year) => newMoonOn(lunarNewYear(year)) / 60_000);
    const wanted = [23 * 60 + 55, 23 * 60 + 56, 7];
    minutes.forEach((minute, at) => expect(Math.abs(minute - (wanted[at] ?? 0))).toBeLessThan(3));
  });

  it("begins months of 29 or 30 days: a year has 353 to 355 days, or 383 to 385 with a leap month", () => {
    for (const year of years.slice(1)) {
      const days = lunarNewYear(year) - lunarNewYear(year - 1);
      expect([353, 354, 355, 383, 384, 385]).toContain(days);
    }
  });
});
