import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dateOf, formatDate, parseDate } from "../../src/calendar/civil.js";
import {
  dateInLunarYear,
  dateOfLunar,
  daysInLunarMonth,
  formatLunar,
  type LunarDate,
  leapMonthOf,
  lunarOf,
  lunarOfStored,
  parseLunar,
  storeLunar,
} from "../../src/calendar/lunar.js";
import { FIRST_DATE, LAST_DATE } from "../../src/calendar/lunar-years.js";
import { skyMonths } from "./almanac.js";
import { answers } from "./record/answers.js";

const date = (text: string): number => parseDate(text) ?? Number.NaN;
const shown = (found: number | null): string | null => (found === null ? null : formatDate(found));

function lunar(text: string): LunarDate {
  const read = parseLunar(text);
  if (read.is === "failure") throw new Error(`${text}: ${read.why}`);
  return lunarOfStored(read.stored);
}

describe("the lunar calendar", () => {
  it("is that of the sky by the rules of GB/T 33661-2017, but for one new moon seconds from midnight", () => {
    const months = skyMonths(1901, 2100);
    const differing = months.filter(({ start, ...month }) => dateOfLunar({ ...month, day: 1 }) !== start);
    // 2057-09-29: 23:59:57 or 00:00:0x, by how fast the Earth will turn until then. The almanacs expect the 29th.
    expect(differing.map(({ year, month, leap }) => ({ year, month, leap }))).toEqual([
      { year: 2057, month: 9, leap: false },
    ]);
    expect(differing.every(({ fromMidnight }) => fromMidnight < 0.5)).toBe(true);
    expect(months).toHaveLength(200 * 12 + months.filter(({ leap }) => leap).length);
    for (let year = 1901; year <= 2100; year++)
      expect([year, months.find((each) => each.year === year && each.leap)?.month ?? 0]).toEqual([
        year,
        leapMonthOf(year),
      ]);
  });

  it("gives each of its days one lunar date, day after day, there and back", () => {
    let before: LunarDate | null = null;
    for (let day = FIRST_DATE; day <= LAST_DATE; day++) {
      const found = lunarOf(day) as LunarDate;
      expect(dateOfLunar(found)).toBe(day);
      const next = before === null || before.day === daysInLunarMonth(before.year, before.month, before.leap);
      expect(found.day).toBe(next ? 1 : (before?.day ?? 0) + 1);
      before = found;
    }
    expect([lunarOf(FIRST_DATE - 1), lunarOf(LAST_DATE + 1)]).toEqual([null, null]);
    expect([lunarOf(date("0001-01-01")), lunarOf(date("9999-12-31"))]).toEqual([null, null]);
    expect([FIRST_DATE, LAST_DATE].map(formatDate)).toEqual(["1900-01-31", "2101-01-28"]);
  });

  it("knows days that people know", () => {
    const known = [
      ["2026-02-17", "2026-01-01"],
      ["2025-01-28", "2024-12-29"],
      ["2020-05-23", "2020-04-01 leap"],
      ["2023-03-22", "2023-02-01 leap"],
      ["2025-07-25", "2025-06-01 leap"],
      ["2033-12-22", "2033-11-01 leap"],
      ["1976-09-09", "1976-08-16"],
      ["2008-08-08", "2008-07-08"],
    ] as const;
    for (const [solar, text] of known) {
      expect(formatLunar(lunarOf(date(solar)) as LunarDate)).toBe(text);
      expect(shown(dateOfLunar(lunar(text)))).toBe(solar);
    }
  });
});

/** A library's months as the file of answers writes them: the dates of their first days, by name. */
function monthsOf({ months, newYear1901 }: (typeof answers)[keyof typeof answers]): Map<string, number> {
  const found = new Map<string, number>();
  let start: number = newYear1901;
  for (let year = 1901; year <= 2099; year++) {
    const bits = Number.parseInt(months.slice((year - 1901) * 4, (year - 1900) * 4), 32);
    const leap = bits & 15;
    for (let place = 0; place < (leap === 0 ? 12 : 13); place++) {
      const isLeap = leap > 0 && place === leap;
      const month = leap > 0 && place >= leap ? place : place + 1;
      found.set(formatLunar({ year, month, leap: isLeap, day: 1 }), start);
      start += 29 + ((bits >> (place + 4)) & 1);
    }
  }
  return found;
}

describe("two libraries, from 1901 to 2099", () => {
  const [one, other] = [monthsOf(answers.lunarTypescript), monthsOf(answers.solarlunar)];

  it("begin all months but two on the same day", () => {
    const names = [...new Set([...one.keys(), ...other.keys()])].sort();
    const differing = names.filter((name) => one.get(name) !== other.get(name));
    const said = differing.map((name) => [name, ...[one, other].map((each) => shown(each.get(name) ?? null))]);
    expect(said).toEqual([
      ["1933-06-01", "1933-07-23", "1933-07-22"],
      ["2097-07-01", "2097-08-07", "2097-08-08"],
    ]);
    expect(one.size).toBe(2461);
  });

  it("are both right where they agree, and of two answers that of the new moon's day is ours", () => {
    for (const [name, start] of one)
      if (other.get(name) === start) expect([name, dateOfLunar(lunar(name))]).toEqual([name, start]);
    // New moons of 1933-07-23, 00:03, and of 2097-08-07, some seconds before midnight, by the sky.
    expect(["1933-06-01", "2097-07-01"].map((name) => shown(dateOfLunar(lunar(name))))).toEqual([
      "1933-07-23",
      "2097-08-07",
    ]);
    const sky = [...skyMonths(1933, 1933), ...skyMonths(2097, 2097)].filter(({ leap }) => !leap);
    expect(shown(sky.find(({ year, month }) => year === 1933 && month === 6)?.start ?? null)).toBe("1933-07-23");
    expect(shown(sky.find(({ year, month }) => year === 2097 && month === 7)?.start ?? null)).toBe("2097-08-07");
  });
});

describe("what comes every lunar year", () => {
  it("lies in the plain month where the year has no such leap month", () => {
    const born = lunar("2020-04-01 leap");
    expect(shown(dateInLunarYear(born, 2020))).toBe("2020-05-23");
    expect(shown(dateInLunarYear(born, 2021))).toBe("2021-05-12");
    expect(formatLunar(lunarOf(date("2021-05-12")) as LunarDate)).toBe("2021-04-01");
  });

  it("lies in the plain month where it was in the plain month, leap month or not", () => {
    expect(shown(dateInLunarYear(lunar("2019-04-15"), 2020))).toBe("2020-05-07");
  });

  it("is day 29 where the month has no day 30", () => {
    const born = lunar("2023-12-30");
    expect(formatLunar(lunarOf(dateInLunarYear(born, 2024) as number) as LunarDate)).toBe("2024-12-29");
    expect(formatLunar(lunarOf(dateInLunarYear(born, 2028) as number) as LunarDate)).toBe("2028-12-29");
  });

  it("never moves by more than the day, or the leap month, that the year lacks", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: FIRST_DATE, max: LAST_DATE }),
        fc.integer({ min: 1900, max: 2100 }),
        (day, year) => {
          const born = lunarOf(day) as LunarDate;
          const found = lunarOf(dateInLunarYear(born, year) as number) as LunarDate;
          const days = daysInLunarMonth(year, born.month, found.leap);
          expect(found).toEqual({
            year,
            month: born.month,
            leap: born.leap && leapMonthOf(year) === born.month,
            day: Math.min(born.day, days),
          });
        },
      ),
      { numRuns: 3000 },
    );
    expect([1899, 2101].map((year) => dateInLunarYear(lunar("1990-08-15"), year))).toEqual([null, null]);
  });
});

describe("a lunar date as text", () => {
  it("is stored as one number, and comes back", () => {
    expect(parseLunar("1990-08-15")).toEqual({ is: "lunar", stored: 199_008_015 });
    expect(parseLunar("2020-04-29 leap")).toEqual({ is: "lunar", stored: 202_004_129 });
    fc.assert(
      fc.property(fc.integer({ min: FIRST_DATE, max: LAST_DATE }), (day) => {
        const found = lunarOf(day) as LunarDate;
        expect(parseLunar(formatLunar(found))).toEqual({ is: "lunar", stored: storeLunar(found) });
        expect(lunarOfStored(storeLunar(found))).toEqual(found);
      }),
    );
  });

  it.each([
    ["2020-04-30 leap", "no such day"],
    ["2021-04-01 leap", "no such month"],
    ["2024-12-30", "no such day"],
    ["1899-12-01", "out of range"],
    ["2101-01-01", "out of range"],
    ["1990-13-01", "not a lunar date"],
    ["1990-00-01", "not a lunar date"],
    ["1990-08-31", "not a lunar date"],
    ["1990-08-00", "not a lunar date"],
    ["1990-8-15", "not a lunar date"],
    ["1990-08-15 Leap", "not a lunar date"],
    ["1990-08-15 ", "not a lunar date"],
    ["", "not a lunar date"],
  ])("%j is refused: %s", (text, why) => {
    expect(parseLunar(text)).toEqual({ is: "failure", why });
  });

  it("names every civil day of the table, and no other", () => {
    expect(dateOfLunar({ year: 2020, month: 4, leap: true, day: 30 })).toBe(null);
    expect(dateOfLunar({ year: 2020, month: 13, leap: false, day: 1 })).toBe(null);
    expect(daysInLunarMonth(2101, 1, false)).toBe(0);
    expect(dateOfLunar({ year: 1900, month: 1, leap: false, day: 1 })).toBe(dateOf(1900, 1, 31));
  });
});
