import { describe, expect, it } from "vitest";
import { DAY, dateOf, formatDate, parseDate } from "../../src/calendar/civil.js";
import { FIRST_LUNAR_YEAR, LAST_LUNAR_YEAR, lunarNewYear } from "../../src/calendar/lunar-new-year.js";
import { signOf } from "../../src/calendar/zodiac.js";

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

const RAD = Math.PI / 180;
const sin = (degrees: number) => Math.sin(degrees * RAD);

/**
 * The instant of a new moon in milliseconds, by its number since that of 2000-01-06: Jean Meeus, Astronomical Algorithms, second
 * edition, chapter 49, without the terms below 0.001 day; exact to some three minutes.
 */
function newMoon(k: number): number {
  const t = k / 1236.85;
  const sun = 2.5534 + 29.1053567 * k - 0.0000014 * t * t;
  const moon = 201.5643 + 385.81693528 * k + 0.0107582 * t * t + 0.00001238 * t ** 3;
  const node = 160.7108 + 390.67050284 * k - 0.0016118 * t * t - 0.00000227 * t ** 3;
  const e = 1 - 0.002516 * t - 0.0000074 * t * t;
  const mean = 2_451_550.09766 + 29.530588861 * k + 0.00015437 * t * t - 0.00000015 * t ** 3;
  const julian =
    mean -
    0.4072 * sin(moon) +
    0.17241 * e * sin(sun) +
    0.01608 * sin(2 * moon) +
    0.01039 * sin(2 * node) +
    0.00739 * e * sin(moon - sun) -
    0.00514 * e * sin(moon + sun) +
    0.00208 * e * e * sin(2 * sun) -
    0.00111 * sin(moon - 2 * node);
  return (julian - 2_440_587.5) * DAY - secondsAhead(2000 + t * 100) * 1000;
}

/** How far dynamical time runs ahead of the clock in a year, roughly: 0 about 1902, 29 s in 1950, 64 s in 2000, some 200 s in 2100. */
function secondsAhead(year: number): number {
  const points = [
    [1900, -3],
    [1925, 23],
    [1950, 29],
    [1975, 46],
    [2000, 64],
    [2025, 69],
    [2101, 203],
  ] as const;
  const next = Math.max(
    1,
    points.findIndex(([at]) => at > year),
  );
  const [[from, low], [to, high]] = [points[next - 1] ?? points[0], points[next] ?? points[6]];
  return low + ((high - low) * (year - from)) / (to - from);
}

/** China's calendar went by Peking's own noon, 7:45:40 ahead of UTC, until 1928: in 1916 that made 3 February of 4 February, 00:05. */
function chinaAhead(date: number): number {
  return date < dateOf(1929, 1, 1) ? (7 * 3600 + 45 * 60 + 40) * 1000 : 8 * 3_600_000;
}

/** The new moon nearest to noon of a date on China's clock, as milliseconds after the start of that date there. */
function newMoonOn(date: number): number {
  const start = date * DAY - chinaAhead(date);
  const k = Math.round((start + DAY / 2 - newMoon(0)) / (29.530588861 * DAY));
  const nearest = [k - 1, k, k + 1].map(newMoon).sort((a, b) => Math.abs(a - start) - Math.abs(b - start));
  return (nearest[0] as number) - start;
}

describe("the lunar new year", () => {
  const years = Array.from({ length: LAST_LUNAR_YEAR - FIRST_LUNAR_YEAR + 1 }, (_, at) => FIRST_LUNAR_YEAR + at);

  it("is that of the host's calendar, but for three years in which the new moon falls close to midnight", () => {
    const differing = years.filter((year) => newYearByIntl(year) !== formatDate(lunarNewYear(year)));
    for (const year of differing) expect([year, newYearByIntl(year)]).toEqual([year, wrongInIntl[year]]);
  });

  it("falls on the day of a new moon on China's clock, give or take what the formula is off", () => {
    const slack = 5 * 60_000;
    for (const year of years) {
      const after = newMoonOn(lunarNewYear(year));
      expect([year, after > -slack && after < DAY + slack]).toEqual([year, true]);
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
