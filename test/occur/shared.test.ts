import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { builtInCalendars } from "../../src/calendar/china.js";
import { civilOf, dateOf, formatDate, weekday } from "../../src/calendar/civil.js";
import { type Zone, zone } from "../../src/calendar/zone.js";
import type { Agenda } from "../../src/occur/agenda.js";
import { HorizonError } from "../../src/occur/horizon-error.js";
import { compileOccurrences } from "../../src/occur/occurrences.js";
import type { Calendar, DayRule, Program, When } from "../../src/program/program.js";
import { DAY, HOUR, lines, programOf } from "./program.js";

const names = Intl.supportedValuesOf("timeZone");
const [china] = builtInCalendars as readonly [Calendar];

function agenda(program: Program, here: Zone, since: number, until: number, chosen?: ReadonlySet<number>): Agenda {
  return compileOccurrences(program).shared(here, since, until, chosen);
}

const every = (day: DayRule, minute: number): When => ({ is: "every", day, minute });
const daily = (minute: number): When => every({ is: "day" }, minute);
const hourly: When = { is: "hourly" };

function only(when: When): Program {
  return programOf([{ id: "s", when }], china);
}

function festival(id: string, unit: "day" | "month", n: number): When {
  const place = china.festivals.findIndex((each) => each.id === id);
  return { is: "festival", festival: place, shift: { unit, n }, minute: 600 };
}

/** The keys of what falls due between two dates, in UTC. */
function keys(when: When, from: string, to: string): string[] {
  const [since, until] = [Date.parse(from), Date.parse(to)];
  return agenda(only(when), zone("UTC"), since, until).occurrences.map(({ key }) => key);
}

const minute = fc.integer({ min: 0, max: 1439 });
const dayRule: fc.Arbitrary<DayRule> = fc.oneof(
  fc.constantFrom<DayRule[]>({ is: "day" }, { is: "lastDayOfMonth" }, { is: "workday" }, { is: "holiday" }),
  fc.integer({ min: 1, max: 7 }).map((day) => ({ is: "weekday" as const, weekday: day })),
  fc.integer({ min: 1, max: 31 }).map((day) => ({ is: "dayOfMonth" as const, day })),
);
const state: When = { is: "state", change: "enters", state: { is: "tag", tag: 0, said: 0 }, minute: 540, reads: [] };
const when: fc.Arbitrary<When> = fc.oneof(
  fc.constant(hourly),
  fc.tuple(dayRule, minute).map(([day, at]) => every(day, at)),
  fc.record({
    is: fc.constant("once" as const),
    date: fc.integer({ min: dateOf(2011, 12, 20), max: dateOf(2012, 1, 10) }),
    minute,
  }),
  fc
    .tuple(fc.constantFrom("christmas", "new_years_eve", "laba"), fc.integer({ min: -9, max: 9 }))
    .map(([id, n]) => festival(id, "day", n)),
  fc.constant(state),
);
const program = fc
  .array(fc.record({ when, priority: fc.integer({ min: 49, max: 51 }) }), { minLength: 1, maxLength: 6 })
  .map((list) =>
    programOf(
      list.map((each, i) => ({ ...each, id: `s${i}` })),
      china,
    ),
  );
const zoneName = fc.oneof(
  fc.constantFrom("Pacific/Apia", "Africa/Cairo", "America/Sao_Paulo", "Antarctica/Troll", "Australia/Lord_Howe"),
  fc.constantFrom(...names),
);
const hours = fc.integer({ min: 0, max: 20 * 24 * 60 }).map((minutes) => minutes * 60_000);

describe("a shared agenda", () => {
  it("tiles: (a, c] is (a, b] followed by (b, c], in any zone, whatever the cut", () => {
    const start = fc.integer({ min: dateOf(2008, 1, 1) * DAY, max: dateOf(2026, 11, 1) * DAY });
    const late2011 = fc.integer({ min: dateOf(2011, 12, 15) * DAY, max: dateOf(2012, 1, 5) * DAY });
    fc.assert(
      fc.property(program, zoneName, fc.oneof(start, late2011), hours, hours, (given, name, a, first, second) => {
        const [b, c] = [a + first, a + first + second];
        const here = zone(name);
        const whole = lines(agenda(given, here, a, c));
        expect([...lines(agenda(given, here, a, b)), ...lines(agenda(given, here, b, c))]).toEqual(whole);
      }),
      { numRuns: 300 },
    );
  });

  it("tiles at every cut that falls on an occurrence: it belongs to the earlier tile alone", () => {
    fc.assert(
      fc.property(program, zoneName, (given, name) => {
        const here = zone(name);
        const [a, c] = [dateOf(2011, 12, 27) * DAY, dateOf(2012, 1, 3) * DAY];
        const { asks } = agenda(given, here, a, c);
        const cuts = [a, ...new Set(asks.map(({ now }) => now).filter((now) => now > a)), c];
        const tiles = cuts.slice(1).flatMap((cut, i) => lines(agenda(given, here, cuts[i] ?? a, cut)));
        expect(tiles).toEqual(lines(agenda(given, here, a, c)));
      }),
      { numRuns: 100 },
    );
  });

  it("lists distinct asks, ascending by now and upTo, each of some occurrence, occurrences in the interval", () => {
    fc.assert(
      fc.property(program, zoneName, hours, (given, name, length) => {
        const since = dateOf(2011, 12, 28) * DAY;
        const { asks, occurrences } = agenda(given, zone(name), since, since + length);
        const order = asks.map(({ now, upTo }) => [now, upTo] as const);
        expect(order).toEqual([...order].sort((one, other) => one[0] - other[0] || (one[1] < other[1] ? -1 : 1)));
        expect(new Set(order.map(String)).size).toBe(asks.length);
        const used = new Set(occurrences.flatMap(({ at, before }) => [at, before]).filter((place) => place >= 0));
        expect(used.size).toBe(asks.length);
        for (const { at } of occurrences) {
          const now = asks[at]?.now ?? Number.NaN;
          expect(now > since && now <= since + length).toBe(true);
        }
      }),
    );
  });

  it("is half-open: an occurrence at `since` is out, one at `until` is in", () => {
    const at = dateOf(2018, 7, 20) * DAY + 10 * HOUR;
    const due = (since: number, until: number) => lines(agenda(only(daily(600)), zone("UTC"), since, until));
    expect(due(at - 1, at)).toEqual(["2018-07-20T10:00:00.000Z 0 2018-07-20T10:00"]);
    expect(due(at, at + DAY - 1)).toEqual([]);
  });

  it("orders by instant, then priority from high to low, then strategy id by code point", () => {
    const given = programOf([
      { id: "\u{1f600}", when: daily(600) },
      { id: "\uffee", when: daily(600) },
      { id: "b", when: daily(600) },
      { id: "z", when: daily(600), priority: 80 },
      { id: "a", when: daily(601), priority: 100 },
      { id: "耳机", when: daily(600) },
    ]);
    const since = dateOf(2018, 7, 20) * DAY;
    const { occurrences, asks } = agenda(given, zone("UTC"), since, since + DAY);
    expect(occurrences.map(({ strategy }) => strategy)).toEqual([3, 2, 5, 1, 0, 4]);
    expect(asks).toHaveLength(2);
  });

  it("holds only the strategies that were asked for, under their own places", () => {
    const given = programOf([
      { id: "a", when: daily(600) },
      { id: "b", when: daily(600) },
    ]);
    const due = agenda(given, zone("UTC"), 0, DAY, new Set([1]));
    expect(due.occurrences.map(({ strategy }) => strategy)).toEqual([1]);
  });

  it("is empty where `since` is not before `until`, and refuses what is no instant", () => {
    const given = only(daily(0));
    expect(agenda(given, zone("UTC"), DAY, DAY).occurrences).toEqual([]);
    expect(agenda(given, zone("UTC"), 5 * DAY, 0).occurrences).toEqual([]);
    expect(() => agenda(given, zone("UTC"), Number.NEGATIVE_INFINITY, 0)).toThrow(RangeError);
    expect(() => agenda(given, zone("UTC"), 0, Number.NaN)).toThrow(RangeError);
  });
});

describe("a schedule", () => {
  it("keeps its own date and clock as the key where the clock is shifted out of a gap", () => {
    const since = dateOf(2018, 3, 11) * DAY;
    expect(lines(agenda(only(daily(150)), zone("America/New_York"), since, since + DAY))).toEqual([
      "2018-03-11T07:30:00.000Z 0 2018-03-11T02:30",
    ]);
    // In Nuuk 23:00 became midnight on 30 March 2024, so that 23:30 was shown on the 31st as 00:30.
    const from = dateOf(2024, 3, 31) * DAY;
    const due = agenda(only(daily(23 * 60 + 30)), zone("America/Nuuk"), from, from + 12 * HOUR);
    expect(lines(due)).toEqual(["2024-03-31T01:30:00.000Z 0 2024-03-30T23:30"]);
    expect(due.occurrences.map(({ date }) => formatDate(date))).toEqual(["2024-03-30"]);
    // Also in a tile that starts when the next date has begun.
    const late = agenda(only(daily(23 * 60 + 30)), zone("America/Nuuk"), from + 1.25 * HOUR, from + 2 * HOUR);
    expect(lines(late)).toEqual(lines(due));
  });

  it("fires once where the clock shows the time twice, at the first", () => {
    const since = dateOf(2018, 11, 4) * DAY;
    expect(lines(agenda(only(daily(90)), zone("America/New_York"), since, since + DAY))).toEqual([
      "2018-11-04T05:30:00.000Z 0 2018-11-04T01:30",
    ]);
  });

  it("takes clock times of two dates that fall on one instant as one occurrence, the earlier date's", () => {
    // No zone has ever had a gap that long away from midnight, so this one is made up.
    const folded = {
      ...zone("UTC"),
      resolve: (date: number, at: number) => (date - (date === 8 ? 1 : 0)) * DAY + at * 60_000,
    };
    const due = agenda(only(daily(600)), folded, 6 * DAY, 10 * DAY);
    expect(due.occurrences.map(({ date }) => date)).toEqual([6, 7, 9]);
  });

  it("fires at Cairo's missing midnight when the day starts, at 01:00", () => {
    const since = dateOf(2023, 4, 27) * DAY;
    expect(lines(agenda(only(daily(0)), zone("Africa/Cairo"), since, since + DAY))).toEqual([
      "2023-04-27T22:00:00.000Z 0 2023-04-28T00:00",
    ]);
  });

  it("has nothing on the date that Samoa skipped, for a daily schedule, a single one, and each hour", () => {
    const once: When = { is: "once", date: dateOf(2011, 12, 30), minute: 600 };
    const given = programOf([
      { id: "daily", when: daily(600) },
      { id: "once", when: once },
    ]);
    const [since, until] = [dateOf(2011, 12, 28) * DAY, dateOf(2012, 1, 1) * DAY];
    const due = agenda(given, zone("Pacific/Apia"), since, until);
    expect(due.occurrences.map(({ key }) => key)).toEqual([
      "2011-12-28T10:00",
      "2011-12-29T10:00",
      "2011-12-31T10:00",
      "2012-01-01T10:00",
    ]);
    const each = agenda(only(hourly), zone("Pacific/Apia"), since, until);
    expect(each.occurrences).toHaveLength((until - since) / HOUR);
    expect(each.occurrences.some(({ key }) => key.startsWith("2011-12-30"))).toBe(false);
  });
});

describe("every hour", () => {
  it("comes 24 times on a plain day, and once for two clock times that are one instant", () => {
    const count = (name: string, date: string) => {
      const here = zone(name);
      const day = Date.parse(date) / DAY;
      return agenda(only(hourly), here, here.startOf(day) - 1, here.startOf(day + 1) - 1).occurrences.length;
    };
    expect(count("Asia/Shanghai", "2018-03-11")).toBe(24);
    expect(count("America/New_York", "2018-03-11")).toBe(23);
    expect(count("America/New_York", "2018-11-04")).toBe(24);
    // On Lord Howe Island the clock goes from 02:00 to 02:30: the hour of two comes half an hour before that of three.
    expect(count("Australia/Lord_Howe", "2018-10-07")).toBe(24);
    // At Troll it goes from 01:00 to 03:00, so that 01:00 and 03:00 are one, and 02:00 and 04:00.
    expect(count("Antarctica/Troll", "2018-03-25")).toBe(22);
  });

  it("has the hour of the local clock as its key, also where zones are minutes apart", () => {
    const since = Date.parse("2018-07-20T00:00:00Z");
    expect(lines(agenda(only(hourly), zone("Asia/Kathmandu"), since, since + 2 * HOUR))).toEqual([
      "2018-07-20T00:15:00.000Z 0 2018-07-20T06:00",
      "2018-07-20T01:15:00.000Z 0 2018-07-20T07:00",
    ]);
  });
});

describe("days of the month", () => {
  it("are the month's last where it is shorter", () => {
    const on31 = keys(every({ is: "dayOfMonth", day: 31 }, 600), "2020-01-01", "2020-06-01");
    const ends = ["2020-01-31", "2020-02-29", "2020-03-31", "2020-04-30", "2020-05-31"];
    expect(on31).toEqual(ends.map((day) => `${day}T10:00`));
    expect(keys(every({ is: "lastDayOfMonth" }, 600), "2020-01-01", "2020-06-01")).toEqual(on31);
    const on15 = keys(every({ is: "dayOfMonth", day: 15 }, 0), "2020-01-01", "2020-03-01");
    expect(on15).toEqual(["2020-01-15T00:00", "2020-02-15T00:00"]);
  });

  it("and of the week are those of the civil calendar", () => {
    const date = fc.integer({ min: 0, max: 25_000 });
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 31 }), fc.integer({ min: 1, max: 7 }), (today, day, on) => {
        const due = (rule: DayRule) =>
          agenda(only(every(rule, 600)), zone("UTC"), today * DAY, (today + 1) * DAY).occurrences.length;
        const isLast = civilOf(today + 1).day === 1;
        const { day: inMonth } = civilOf(today);
        expect(due({ is: "dayOfMonth", day })).toBe(inMonth === day || (isLast && inMonth < day) ? 1 : 0);
        expect(due({ is: "lastDayOfMonth" })).toBe(isLast ? 1 : 0);
        expect(due({ is: "weekday", weekday: on })).toBe(weekday(today) === on ? 1 : 0);
      }),
    );
  });
});

describe("workdays, holidays and make-up workdays", () => {
  it("are those of the calendar: China's National Day of 2025", () => {
    const days = (rule: "workday" | "holiday" | "makeupWorkday") =>
      keys(every({ is: rule }, 600), "2025-09-27", "2025-10-14").map((key) => key.slice(5, 10));
    expect(days("holiday")).toEqual(["10-01", "10-02", "10-03", "10-04", "10-05", "10-06", "10-07", "10-08"]);
    expect(days("makeupWorkday")).toEqual(["09-28", "10-11"]);
    expect(days("workday")).toEqual(["09-28", "09-29", "09-30", "10-09", "10-10", "10-11", "10-13"]);
  });

  it("are an error beyond the horizon, to the day and in the user's own zone, and nothing is guessed", () => {
    const ask = (since: string, until: string, name = "UTC") =>
      agenda(only(every({ is: "workday" }, 600)), zone(name), Date.parse(since), Date.parse(until)).occurrences.length;
    expect(ask("2026-12-30T12:00:00Z", "2027-01-01T09:59:59Z")).toBe(1);
    expect(() => ask("2026-12-30T12:00:00Z", "2027-01-01T10:00:00Z")).toThrow(HorizonError);
    expect(() => ask("2026-12-31T12:00:00Z", "2027-01-01T02:00:00Z", "Asia/Shanghai")).toThrow(HorizonError);
    expect(() => ask("2006-12-30T00:00:00Z", "2006-12-31T12:00:00Z")).toThrow(HorizonError);
    expect(() => ask("2007-01-01T00:00:00Z", "2007-01-02T12:00:00Z")).not.toThrow();
    const error = horizonOf(() => ask("2026-12-31T12:00:00Z", "2027-01-02T12:00:00Z"));
    expect({ ...error }).toMatchObject({
      strategy: "s",
      asked: "days",
      calendar: "china",
      festival: null,
      date: dateOf(2027, 1, 1),
      from: dateOf(2007, 1, 1),
      until: dateOf(2026, 12, 31),
    });
    expect(error.message).toBe("strategy `s` asks about 2027-01-01, and `china` knows 2007-01-01 to 2026-12-31");
  });

  it("do not stop strategies that need no calendar", () => {
    const given = programOf(
      [
        { id: "w", when: every({ is: "workday" }, 600) },
        { id: "d", when: daily(600) },
      ],
      china,
    );
    const [since, until] = [dateOf(2027, 3, 1) * DAY, dateOf(2027, 3, 2) * DAY];
    expect(agenda(given, zone("UTC"), since, until, new Set([1])).occurrences).toHaveLength(1);
    expect(() => agenda(given, zone("UTC"), since, until)).toThrow(HorizonError);
  });
});

function horizonOf(run: () => unknown): HorizonError {
  try {
    run();
  } catch (error) {
    if (error instanceof HorizonError) return error;
  }
  throw new Error("no HorizonError");
}

describe("days before and after a festival", () => {
  it("have the civil date as their key", () => {
    const of = (id: string, n: number) => keys(festival(id, "day", n), "2025-01-01", "2027-12-31");
    expect(of("spring_festival", 0)).toEqual(["2025-01-29", "2026-02-17", "2027-02-06"]);
    expect(of("spring_festival", -1)).toEqual(["2025-01-28", "2026-02-16", "2027-02-05"]);
    expect(of("new_years_eve", 0)).toEqual(of("spring_festival", -1));
  });

  it("clamp to the month's end", () => {
    expect(keys(festival("halloween", "month", -8), "2026-01-01", "2026-12-31")).toEqual(["2026-02-28"]);
  });

  it("are known as far as the festival is, and an error beyond", () => {
    expect(keys(festival("christmas", "day", 6), "2099-12-29", "2099-12-31")).toEqual([]);
    expect(keys(festival("christmas", "day", 6), "2099-12-30", "2099-12-31T12:00:00Z")).toEqual(["2099-12-31"]);
    const error = horizonOf(() => keys(festival("christmas", "day", 0), "2099-12-31", "2100-01-01T10:00:00Z"));
    expect([error.asked, error.festival]).toEqual(["festival", "christmas"]);
    expect([error.date, error.until].map(formatDate)).toEqual(["2100-01-01", "2099-12-31"]);
  });
});

describe("a state at a clock", () => {
  it("is compared with the same clock one civil day before, across gaps and skipped dates", () => {
    const [since, until] = [dateOf(2011, 12, 29) * DAY + 20 * HOUR, dateOf(2011, 12, 31) * DAY];
    expect(lines(agenda(only(state), zone("Pacific/Apia"), since, until))).toEqual([
      "2011-12-30T19:00:00.000Z 0 2011-12-31 after 2011-12-29T19:00:00.000Z",
    ]);
    const march = dateOf(2018, 3, 11) * DAY;
    expect(lines(agenda(only(state), zone("America/New_York"), march, march + DAY))).toEqual([
      "2018-03-11T13:00:00.000Z 0 2018-03-11 after 2018-03-10T14:00:00.000Z",
    ]);
  });
});
