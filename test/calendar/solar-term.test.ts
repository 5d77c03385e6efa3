import { describe, expect, it } from "vitest";
import { civilOf, dateOf, formatDate } from "../../src/calendar/civil.js";
import { dateOfTerm, isSolarTerm, type SolarTerm, solarTerms } from "../../src/calendar/solar-term.js";
import { answers } from "./record/answers.js";
import { chinaClock, chinaDate, sunReaches } from "./sky.js";

const years = Array.from({ length: 199 }, (_, place) => 1901 + place);

/** The instant at which the sun reaches a term's longitude: the first of the year, the lesser cold, stands at 285 degrees. */
function instantOf(term: SolarTerm, year: number): number {
  return sunReaches((285 + 15 * solarTerms.indexOf(term)) % 360, dateOfTerm(term, year) as number);
}

/** The day that a library gives, as its file of answers writes it. */
function answered({ terms }: (typeof answers)[keyof typeof answers], place: number, year: number): string {
  const day = Number(terms[place]?.charAt(year - 1901)) + (place % 2 === 0 ? 3 : 18);
  return formatDate(dateOf(year, Math.floor(place / 2) + 1, day));
}

describe("solar terms", () => {
  it("fall on the day on which the sun reaches their longitude, but for one that is seconds from midnight", () => {
    const differing = years.flatMap((year) =>
      solarTerms.flatMap((term) => {
        const { date, fromMidnight } = chinaDate(instantOf(term, year));
        return date === dateOfTerm(term, year) ? [] : [{ year, term, near: fromMidnight < 0.5 }];
      }),
    );
    // 1979-01-20, 23:59:56, by the longer series of lunar-typescript and tyme4ts; ours is good to some ten seconds.
    expect(differing).toEqual([{ year: 1979, term: "great_cold", near: true }]);
  });

  it("are adjudicated wherever two libraries differ, by the clock at that moment", () => {
    const found = years.flatMap((year) =>
      solarTerms.flatMap((term, place) => {
        const said = [answers.lunarTypescript, answers.solarlunar].map((library) => answered(library, place, year));
        const ours = formatDate(dateOfTerm(term, year) as number);
        if (said.every((day) => day === ours)) return [];
        return [[term, ...said, ours, chinaClock(instantOf(term, year)).slice(0, 5)].join(" ")];
      }),
    );
    expect(found).toEqual([
      "lesser_snow 1912-11-22 1912-11-23 1912-11-22 23:48",
      "autumn_equinox 1913-09-23 1913-09-24 1913-09-23 23:52",
      // Peking's own noon, a quarter of an hour behind the later standard.
      "great_snow 1917-12-08 1917-12-07 1917-12-07 23:46",
      "white_dew 1927-09-09 1927-09-08 1927-09-08 23:51",
      "summer_solstice 1928-06-22 1928-06-21 1928-06-21 23:52",
      "great_cold 1979-01-20 1979-01-21 1979-01-20 00:00",
    ]);
  });

  it("have Qingming on 4 to 6 April and the winter solstice on 21 to 23 December, as the people of each year kept them", () => {
    const day = (term: SolarTerm, year: number) => formatDate(dateOfTerm(term, year) ?? Number.NaN);
    expect([2008, 2023, 2024, 2026].map((year) => day("qingming", year))).toEqual([
      "2008-04-04",
      "2023-04-05",
      "2024-04-04",
      "2026-04-05",
    ]);
    expect([2019, 2020, 2021].map((year) => day("winter_solstice", year))).toEqual([
      "2019-12-22",
      "2020-12-21",
      "2021-12-21",
    ]);
    expect(new Set(years.map((year) => civilOf(dateOfTerm("qingming", year) as number).day))).toEqual(
      new Set([4, 5, 6]),
    );
  });

  it("are 24, two in each month, in order, and known from 1901 to 2100", () => {
    expect(solarTerms).toHaveLength(24);
    const dates = years.flatMap((year) => solarTerms.map((term) => dateOfTerm(term, year) as number));
    const gaps = new Set(dates.slice(1).map((date, place) => date - (dates[place] as number)));
    expect([...gaps].sort()).toEqual([14, 15, 16]);
    expect([1900, 1901, 2100, 2101].map((year) => dateOfTerm("qingming", year) === null)).toEqual([
      true,
      false,
      false,
      true,
    ]);
    expect(["qingming", "constructor", "__proto__", ""].map(isSolarTerm)).toEqual([true, false, false, false]);
  });
});
