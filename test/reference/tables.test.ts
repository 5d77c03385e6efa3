import { describe, expect, it } from "vitest";
import { china as builtIn } from "../../src/calendar/china.js";
import { dateInLunarYear, dateOfLunar, daysInLunarMonth, leapMonthOf } from "../../src/calendar/lunar.js";
import { dateOfTerm, type SolarTerm, solarTerms as knownTerms } from "../../src/calendar/solar-term.js";
import { murmur } from "./assign.js";
import { calendarNamed } from "./calendar.js";
import { DAY } from "./clock.js";
import { inLunarYear, monthsOf } from "./lunar.js";
import { solarTerms } from "./solar-terms.js";

const years = Array.from({ length: 199 }, (_, place) => 1901 + place);

// The tables of the reference come from libraries, those of the engine from elsewhere: neither was made from the other.
describe("the tables of the reference and those of the engine", () => {
  it("have the same months in every lunar year from 1901 to 2099", () => {
    for (const year of years) {
      const months = monthsOf(year) ?? [];
      expect(months.find(({ leap }) => leap)?.month ?? 0, `leap month of ${year}`).toBe(leapMonthOf(year));
      for (const { month, leap, days } of months)
        expect(days, `${year}-${month} ${leap}`).toBe(daysInLunarMonth(year, month, leap));
    }
  });

  it("put every lunar date of these years on the same day", () => {
    for (const year of years)
      for (const { month, leap, days } of monthsOf(year) ?? [])
        for (const day of [1, 15, days])
          expect(inLunarYear({ month, leap, day }, year), `${year}-${month}-${day}`).toBe(
            dateOfLunar({ year, month, leap, day }),
          );
  });

  it("bring every anniversary to the same day, where its month or its day is missing, too", () => {
    for (const year of years)
      for (let month = 1; month <= 12; month++)
        for (const leap of [false, true])
          expect(inLunarYear({ month, leap, day: 30 }, year), `${year}-${month}`).toBe(
            dateInLunarYear({ year: 1900, month, leap, day: 30 }, year),
          );
  });

  it("have the same 24 solar terms in every year", () => {
    expect(solarTerms.map(([id]) => id).sort()).toEqual([...knownTerms].sort());
    for (const [id, month, earliest, later] of solarTerms)
      years.forEach((year, place) => {
        const day = Date.UTC(year, month - 1, earliest + Number(later[place])) / DAY;
        expect(day, `${id} of ${year}`).toBe(dateOfTerm(id as SolarTerm, year));
      });
  });

  it("agree on which days are holidays, and which are worked, from 2007 to 2026", () => {
    const { worksOn, isHoliday } = calendarNamed("china", {});
    const [holidays, workdays] = [new Set(builtIn.days?.holidays), new Set(builtIn.days?.workdays)];
    for (let date = Date.UTC(2007, 0, 1) / DAY; date <= Date.UTC(2026, 11, 31) / DAY; date++) {
      const isWeekend = [0, 6].includes(new Date(date * DAY).getUTCDay());
      expect(isHoliday(date), new Date(date * DAY).toISOString()).toBe(holidays.has(date));
      expect(worksOn(date), new Date(date * DAY).toISOString()).toBe(
        workdays.has(date) || (!isWeekend && !holidays.has(date)),
      );
    }
  });

  it.each(["spring_festival", "new_years_eve", "lantern", "qingming", "dragon_boat", "mid_autumn", "winter_solstice"])(
    "agree on every %s",
    (id) => {
      const { festival } = calendarNamed("china", {});
      const dates = builtIn.festivals.find((each) => each.id === id)?.dates ?? [];
      const isAsked = (date: number) => date >= Date.UTC(1902, 1, 1) / DAY && date <= Date.UTC(2099, 0, 1) / DAY;
      expect(years.flatMap((year) => festival(id, year)).filter(isAsked)).toEqual(dates.filter(isAsked));
    },
  );
});

describe("the hash of the reference", () => {
  it.each([
    ["", 0],
    ["test", 0xba6bd213],
    ["Hello, world!", 0xc0363e43],
    ["The quick brown fox jumps over the lazy dog", 0x2e4ff723],
  ])("gives the published value for `%s`", (text, value) => {
    expect(murmur(Buffer.from(text, "utf8"))).toBe(value);
  });
});
