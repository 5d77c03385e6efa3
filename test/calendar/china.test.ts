import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { china } from "../../src/calendar/china.js";
import { civilOf, dateOf, formatDate, parseDate, weekday } from "../../src/calendar/civil.js";
import { datesOfRule } from "../../src/calendar/festival-rule.js";

const days = china.days as NonNullable<typeof china.days>;
const date = (text: string): number => parseDate(text) ?? Number.NaN;

/** The dates of a festival in some years. */
function festival(id: string, from: number, to: number): string[] {
  const dates = china.festivals.find((each) => each.id === id)?.dates ?? [];
  return dates.filter((each) => civilOf(each).year >= from && civilOf(each).year <= to).map(formatDate);
}

interface Notice {
  readonly days: readonly { readonly date: string; readonly isOffDay: boolean }[];
}

const source = "../shared/data/calendars/holiday_cn_2007_2027.json";

describe("China's holidays", () => {
  it("are those that the notices from 2007 to 2026 name, and the weekends worked for them", (test) => {
    if (!existsSync(source)) {
      console.warn(`SKIPPED: ${source} is not here, so the vendored holidays are not compared with their source`);
      return test.skip();
    }
    const listed = (JSON.parse(readFileSync(source, "utf8")) as Notice[]).flatMap((notice) => notice.days);
    const known = listed.filter((day) => date(day.date) >= days.from);
    const sorted = (dates: string[]) => dates.sort();
    expect(days.holidays.map(formatDate)).toEqual(sorted(known.filter((day) => day.isOffDay).map((day) => day.date)));
    const worked = known.filter((day) => !day.isOffDay).map((day) => day.date);
    // A Monday of 2020 is listed because the holidays before it were made longer at the last moment; it is a plain workday.
    expect(days.workdays.map(formatDate)).toEqual(sorted(worked.filter((day) => day !== "2020-02-03")));
    expect(weekday(date("2020-02-03"))).toBe(1);
    // The source ends with 2026: 2027 is there, and empty.
    expect(formatDate(Math.max(...listed.map((day) => date(day.date))))).toBe("2026-10-10");
  });

  it("hold the statutory days of every year", () => {
    const free = new Set(days.holidays);
    for (let year = 2008; year <= 2026; year++) {
      const statutory = [
        "new_year",
        "spring_festival",
        "qingming",
        "labour_day",
        "dragon_boat",
        "mid_autumn",
        "national_day",
      ];
      for (const id of statutory)
        expect([id, festival(id, year, year).map((each) => free.has(date(each)))]).toEqual([id, [true]]);
    }
  });

  it("and the workdays made up for them are distinct, ascending, within the horizon; these on weekends only", () => {
    const all = [...days.holidays, ...days.workdays];
    expect(new Set(all).size).toBe(all.length);
    for (const list of [days.holidays, days.workdays]) expect(list).toEqual(list.toSorted((a, b) => a - b));
    expect(all.every((each) => each >= days.from && each <= days.until)).toBe(true);
    expect(days.workdays.every((each) => weekday(each) > 5)).toBe(true);
    expect([days.from, days.until].map(formatDate)).toEqual(["2007-01-01", "2026-12-31"]);
  });
});

describe("China's festivals", () => {
  it.each([
    ["spring_festival", ["2024-02-10", "2025-01-29", "2026-02-17"]],
    ["new_years_eve", ["2024-02-09", "2025-01-28", "2026-02-16"]],
    ["lantern", ["2024-02-24", "2025-02-12", "2026-03-03"]],
    ["qingming", ["2024-04-04", "2025-04-04", "2026-04-05"]],
    ["dragon_boat", ["2024-06-10", "2025-05-31", "2026-06-19"]],
    ["qixi", ["2024-08-10", "2025-08-29", "2026-08-19"]],
    ["ghost", ["2024-08-18", "2025-09-06", "2026-08-27"]],
    ["mid_autumn", ["2024-09-17", "2025-10-06", "2026-09-25"]],
    ["double_ninth", ["2024-10-11", "2025-10-29", "2026-10-18"]],
    ["laba", ["2024-01-18", "2025-01-07", "2026-01-26"]],
    ["mothers_day", ["2024-05-12", "2025-05-11", "2026-05-10"]],
    ["fathers_day", ["2024-06-16", "2025-06-15", "2026-06-21"]],
    ["singles_day", ["2024-11-11", "2025-11-11", "2026-11-11"]],
    ["christmas", ["2024-12-25", "2025-12-25", "2026-12-25"]],
  ])("%s falls on %j", (id, dates) => {
    expect(festival(id, 2024, 2026)).toEqual(dates);
  });

  it("fall once in each civil year or once in each lunar year, from 1901 to 2099", () => {
    for (const { id, dates, from, until } of china.festivals) {
      expect([from, until].map(formatDate)).toEqual(["1901-01-01", "2099-12-31"]);
      const gaps = dates.slice(1).map((each, place) => each - (dates[place] as number));
      expect([id, Math.min(...gaps) >= 353 && Math.max(...gaps) <= 385]).toEqual([id, true]);
      expect([id, dates.length >= 198 && dates.length <= 200]).toEqual([id, true]);
    }
    // The twelfth month can end a civil year early: 2000 had one Laba in January, and 2001 two.
    expect(festival("laba", 2000, 2002)).toEqual(["2000-01-14", "2001-01-02", "2002-01-20"]);
  });

  it("all have a Chinese label and an id that a strategy can name", () => {
    for (const { id, label } of china.festivals) {
      expect(id).toMatch(/^[a-z_]+$/);
      expect(label).toMatch(/^[\u4e00-\u9fff]+$/);
    }
    expect(new Set(china.festivals.map(({ id }) => id)).size).toBe(china.festivals.length);
  });
});

describe("a festival's rule", () => {
  it("puts 29 February on the 28th in common years, and lunar day 30 on day 29 of a short month", () => {
    const leap = datesOfRule({ is: "solar", month: 2, day: 29 });
    expect(leap.filter((each) => each >= dateOf(2019, 1, 1) && each < dateOf(2021, 1, 1)).map(formatDate)).toEqual([
      "2019-02-28",
      "2020-02-29",
    ]);
    expect(datesOfRule({ is: "lunar", month: 12, day: 30 })).toEqual(datesOfRule({ is: "lunarLast" }));
  });

  it("never lies in a leap month: the Dragon Boat of 2009 came before the leap fifth month", () => {
    expect(festival("dragon_boat", 2009, 2009)).toEqual(["2009-05-28"]);
  });
});
