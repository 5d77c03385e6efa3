import * as fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { dateOf, formatDate, parseDate } from "../../src/calendar/civil.js";
import { dateOfLunar, formatLunar, lunarOf, lunarOfStored, parseLunar } from "../../src/calendar/lunar.js";
import { zone } from "../../src/calendar/zone.js";
import { HorizonError } from "../../src/occur/horizon-error.js";
import { compileOccurrences } from "../../src/occur/occurrences.js";
import type { When } from "../../src/program/program.js";
import { answers } from "../calendar/record/answers.js";
import { happenings, logOf } from "./history.js";
import { BORN, DAY, HOUR, JOINED, LUNAR, lines, programOf } from "./program.js";

const utc = zone("UTC");

function anniversary(field: number, n = 0, unit: "day" | "month" = "day", minute = 540): When {
  return { is: "anniversary", field, shift: { unit, n }, minute };
}

/** A profile of which one field is known. */
function profileOf(field: number, value: number): (number | null)[] {
  return [null, Number.NaN, Number.NaN, Number.NaN].map((unknown, place) => (place === field ? value : unknown));
}

/** The keys of a user's anniversaries between two dates. */
function keys(when: When, profile: (number | null)[], from: string, to: string, here = utc): string[] {
  const found = compileOccurrences(programOf([{ id: "s", when }]));
  const [since, until] = [Date.parse(from), Date.parse(to)];
  const { occurrences } = found.of({ zone: here, profile, events: [] }, found.shared(here, since, until), since, until);
  return occurrences.map(({ key }) => key);
}

const born = (text: string) => profileOf(BORN, parseDate(text) ?? Number.NaN);
const lunar = (text: string) => {
  const read = parseLunar(text);
  if (read.is === "failure") throw new Error(text);
  return profileOf(LUNAR, read.stored);
};

describe("an anniversary", () => {
  it("comes each year from its own on, 29 February on the 28th in common years", () => {
    expect(keys(anniversary(BORN), born("2020-02-29"), "2019-01-01", "2025-01-01")).toEqual([
      "2020-02-29",
      "2021-02-28",
      "2022-02-28",
      "2023-02-28",
      "2024-02-29",
    ]);
  });

  it("is where luxon's plus of years, and then of days or months, puts it", () => {
    const date = fc.integer({ min: dateOf(1950, 1, 1), max: dateOf(2010, 1, 1) });
    const unit = fc.constantFrom("day" as const, "month" as const);
    fc.assert(
      fc.property(date, unit, fc.integer({ min: -40, max: 40 }), (day, kind, n) => {
        const first = DateTime.fromMillis(day * DAY, { zone: "UTC" });
        const shift = kind === "day" ? { days: n } : { months: n };
        const all = Array.from({ length: 90 }, (_, years) => first.plus({ years }).plus(shift).toFormat("yyyy-MM-dd"));
        const wanted = [...new Set(all)].filter((text) => text >= "2015-01-01" && text < "2020-01-01");
        expect(keys(anniversary(BORN, n, kind), profileOf(BORN, day), "2015-01-01", "2020-01-01")).toEqual(wanted);
      }),
      { numRuns: 60 },
    );
  });

  it("months before or after is clamped to the month's end", () => {
    expect(keys(anniversary(BORN, -8, "month"), born("2000-10-31"), "2019-01-01", "2021-01-01")).toEqual([
      "2019-02-28",
      "2020-02-29",
    ]);
  });

  it("of an instant is that of its local date", () => {
    const joined = profileOf(JOINED, Date.parse("2020-05-31T20:00:00Z"));
    expect(keys(anniversary(JOINED), joined, "2021-05-01", "2021-07-01", zone("Asia/Shanghai"))).toEqual([
      "2021-06-01",
    ]);
    expect(keys(anniversary(JOINED), joined, "2021-05-01", "2021-07-01")).toEqual(["2021-05-31"]);
  });

  it("of what is unknown never comes", () => {
    expect(keys(anniversary(BORN), profileOf(BORN, Number.NaN), "2019-01-01", "2025-01-01")).toEqual([]);
    expect(keys(anniversary(LUNAR), profileOf(LUNAR, Number.NaN), "2100-01-01", "2110-01-01")).toEqual([]);
  });

  it("does not come on a date that the zone skipped", () => {
    const apia = zone("Pacific/Apia");
    expect(keys(anniversary(BORN), born("1990-12-30"), "2010-12-01", "2012-12-31", apia)).toEqual([
      "2010-12-30",
      "2012-12-30",
    ]);
  });
});

describe("a lunar anniversary", () => {
  it("comes once in each lunar year, three days early if it says so", () => {
    expect(keys(anniversary(LUNAR), lunar("1990-08-15"), "2024-01-01", "2027-01-01")).toEqual([
      "2024-09-17",
      "2025-10-06",
      "2026-09-25",
    ]);
    expect(keys(anniversary(LUNAR, -3), lunar("1990-08-15"), "2026-01-01", "2027-01-01")).toEqual(["2026-09-22"]);
  });

  it("of a leap month lies in the plain month where there is no leap month, of day 30 on day 29", () => {
    expect(keys(anniversary(LUNAR), lunar("2020-04-01 leap"), "2020-01-01", "2022-01-01")).toEqual([
      "2020-05-23",
      "2021-05-12",
    ]);
    // The twelfth month of 2024 has 29 days: the eve falls on 2025-01-28.
    expect(keys(anniversary(LUNAR), lunar("2023-12-30"), "2024-01-01", "2026-01-01")).toEqual([
      "2024-02-09",
      "2025-01-28",
    ]);
  });

  it("is on the day that two libraries give, in every year, for the first of every month", () => {
    const wrong: string[] = [];
    for (const { months, newYear1901 } of Object.values(answers)) {
      let start: number = newYear1901;
      for (let year = 1901; year <= 2099; year++) {
        const bits = Number.parseInt(months.slice((year - 1901) * 4, (year - 1900) * 4), 32);
        const leap = bits & 15;
        for (let place = 0; place < (leap === 0 ? 12 : 13); place++) {
          if (place !== leap || leap === 0) {
            const month = leap > 0 && place > leap ? place : place + 1;
            const [from, to] = [formatDate(start), formatDate(start + 1)];
            const [key] = keys(anniversary(LUNAR), profileOf(LUNAR, 190_000_001 + month * 1000), from, to);
            if (key !== from) wrong.push(from);
          }
          start += 29 + ((bits >> (place + 4)) & 1);
        }
      }
    }
    // Both are solarlunar's: see the test of the lunar calendar.
    expect(wrong).toEqual(["1933-07-22", "2097-08-08"]);
  });

  it("falls on every day of its own year and later that has its month and day", () => {
    const days = fc.integer({ min: dateOf(1901, 3, 1), max: dateOf(2090, 1, 1) });
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 8 }), (day, years) => {
        const own = lunarOf(day);
        if (own === null) throw new Error("the table reaches further");
        fc.pre(!own.leap && own.day < 30);
        const then = dateOfLunar({ ...own, year: own.year + years });
        const on = formatDate(then ?? Number.NaN);
        const profile = lunar(formatLunar(own));
        expect(lunarOfStored(profile[LUNAR] as number)).toEqual(own);
        expect(keys(anniversary(LUNAR), profile, on, formatDate((then ?? 0) + 1))).toEqual([on]);
        const before = dateOfLunar({ ...own, year: own.year - 1 });
        if (before !== null)
          expect(keys(anniversary(LUNAR), profile, formatDate(before), formatDate(before + 1))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it("beyond the table is an error, for those who have one only", () => {
    const ask = (profile: (number | null)[]) => keys(anniversary(LUNAR), profile, "2101-01-28", "2101-01-29T12:00:00Z");
    expect(ask(profileOf(LUNAR, Number.NaN))).toEqual([]);
    expect(() => ask(lunar("1990-08-15"))).toThrow(HorizonError);
  });
});

describe("a state without a clock", () => {
  const state: When = {
    is: "state",
    change: "leaves",
    state: { is: "tag", tag: 0, said: 0 },
    minute: null,
    reads: [0, 2],
  };
  const found = compileOccurrences(programOf([{ id: "s", when: state }]));

  it("is looked at with and without each event that it reads and sees at once, and around each local midnight", () => {
    const start = Date.parse("2011-12-28T12:00:00Z");
    const zones = fc.constantFrom("UTC", "Pacific/Apia", "America/New_York");
    fc.assert(
      fc.property(happenings(start, 3 * DAY, 2 * HOUR), zones, (events, name) => {
        const here = zone(name);
        const until = start + 3 * DAY;
        const atEvents = events.flatMap(({ kind, id, occurred, visible }, order) => {
          if (kind === 1 || visible > occurred || occurred <= start || occurred > until) return [];
          const iso = new Date(occurred).toISOString();
          return [`${iso}#${order} 0 ${id} after ${iso}#${order - 1}`];
        });
        const midnights: string[] = [];
        // The clocks of these zones change at full hours only, and show them then.
        for (let now = start + HOUR; now <= until; now += HOUR) {
          if (here.dateAt(now) === here.dateAt(now - 1)) continue;
          const last = events.findLastIndex(({ occurred }) => occurred < now);
          const [at, before] = [now, now - 1].map((instant) => new Date(instant).toISOString());
          midnights.push(`${at}#${last} 0 ${formatDate(here.dateAt(now))} after ${before}`);
        }
        const user = { zone: here, profile: [], events: logOf(events) };
        const due = lines(found.of(user, found.shared(here, start, until), start, until));
        expect([...due].sort()).toEqual([...atEvents, ...midnights].sort());
      }),
      { numRuns: 200 },
    );
  });
});

describe("a user's agenda", () => {
  const program = programOf([
    { id: "hours", when: { is: "hourly" } },
    { id: "pays", when: { is: "happens", pattern: { event: 0, where: null } }, priority: 60 },
    { id: "days", when: { is: "every", day: { is: "day" }, minute: 600 }, priority: 70 },
    { id: "born", when: anniversary(BORN, 0, "day", 600), priority: 65 },
    {
      id: "state",
      when: { is: "state", change: "enters", state: { is: "tag", tag: 0, said: 0 }, minute: 600, reads: [] },
    },
  ]);
  const found = compileOccurrences(program);
  const start = Date.parse("2018-03-10T00:00:00Z");
  const profile = born("1990-03-11");

  it("is the shared one itself where the user adds nothing", () => {
    const shared = found.shared(utc, start, start + DAY);
    expect(found.of({ zone: utc, profile: profileOf(BORN, Number.NaN), events: [] }, shared, start, start + DAY)).toBe(
      shared,
    );
    expect([...found.own]).toEqual([1, 3]);
  });

  it("merges both in the total order, and tiles with it", () => {
    const cut = fc.integer({ min: 0, max: 3 * 24 }).map((hour) => start + hour * HOUR);
    fc.assert(
      fc.property(happenings(start, 3 * DAY, HOUR), fc.tuple(cut, cut, cut), (events, cuts) => {
        const [a, b, c] = cuts.sort((one, other) => one - other) as [number, number, number];
        const user = { zone: utc, profile, events: logOf(events) };
        const agenda = (since: number, until: number) => found.of(user, found.shared(utc, since, until), since, until);
        expect([...lines(agenda(a, b)), ...lines(agenda(b, c))]).toEqual(lines(agenda(a, c)));
        const { asks, occurrences } = agenda(a, c);
        const order = occurrences.map(({ at, strategy, key }) => {
          return [
            asks[at]?.now ?? 0,
            -(program.strategies[strategy]?.priority ?? 0),
            program.strategies[strategy]?.id,
            key,
          ] as const;
        });
        const sorted = order.toSorted((one, other) => {
          const place = [0, 1, 2, 3].find((each) => one[each] !== other[each]) ?? 0;
          return (one[place] ?? 0) < (other[place] ?? 0) ? -1 : 1;
        });
        expect(order).toEqual(sorted);
        // The birthday and the day share their ask at 10:00.
        expect(new Set(asks.map((ask) => JSON.stringify(ask))).size).toBe(asks.length);
        const places = asks.map(({ now, upTo }) => [now, upTo] as const);
        expect(places).toEqual(places.toSorted((one, other) => one[0] - other[0] || (one[1] < other[1] ? -1 : 1)));
      }),
      { numRuns: 300 },
    );
  });

  it("holds only the strategies that were asked for", () => {
    const chosen = new Set([3]);
    const until = start + 3 * DAY;
    const due = found.of(
      { zone: utc, profile, events: [] },
      found.shared(utc, start, until, chosen),
      start,
      until,
      chosen,
    );
    expect(lines(due)).toEqual(["2018-03-11T10:00:00.000Z 3 2018-03-11"]);
  });
});
