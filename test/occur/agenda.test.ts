import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dateOf, formatDate, weekday } from "../../src/calendar/civil.js";
import { formatInstant } from "../../src/calendar/instant.js";
import { zone } from "../../src/calendar/zone.js";
import { type Agenda, agenda } from "../../src/occur/agenda.js";
import type { Program, Strategy, When } from "../../src/program/program.js";

const names = Intl.supportedValuesOf("timeZone");
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

function programOf(...strategies: { id: string; when: When; priority?: number }[]): Program {
  return {
    project: { id: "p", label: null, zone: "UTC", currency: "USD", minor: 100, weekStarts: 1, settle: 0 },
    user: { fields: [], id: 0, zone: null, locale: null },
    events: [],
    facts: [],
    phrases: [],
    tags: [],
    maps: [],
    lifecycles: [],
    channels: [],
    benefits: [],
    materials: [],
    goals: [],
    strategies: strategies.map(({ id, when, priority = 50 }): Strategy => {
      const rest = { label: null, aim: null, who: [], repeat: { is: "always" } as const, channels: [], benefit: null };
      return { id, when, priority, ...rest, materials: [], goal: null, said: 0 };
    }),
  };
}

const daily = (minute: number, day: number | null = null): When => ({ is: "every", weekday: day, minute });

/** Instant and key of each occurrence, as text. */
function lines({ instants, occurrences }: Agenda): string[] {
  return occurrences.map((each) => `${formatInstant(instants[each.at] ?? Number.NaN)} ${each.strategy} ${each.key}`);
}

const when: fc.Arbitrary<When> = fc.oneof(
  fc.record({
    is: fc.constant("every" as const),
    weekday: fc.option(fc.integer({ min: 1, max: 7 })),
    minute: fc.integer({ min: 0, max: 1439 }),
  }),
  fc.record({
    is: fc.constant("once" as const),
    date: fc.integer({ min: dateOf(2011, 12, 20), max: dateOf(2012, 1, 10) }),
    minute: fc.integer({ min: 0, max: 1439 }),
  }),
);
const program = fc
  .array(fc.record({ when, priority: fc.integer({ min: 49, max: 51 }) }), { minLength: 1, maxLength: 6 })
  .map((list) => programOf(...list.map((each, i) => ({ ...each, id: `s${i}` }))));
const zoneName = fc.oneof(
  fc.constantFrom("Pacific/Apia", "Africa/Cairo", "America/Sao_Paulo"),
  fc.constantFrom(...names),
);
const hours = fc.integer({ min: 0, max: 40 * 24 * 60 }).map((minutes) => minutes * 60_000);

describe("an agenda", () => {
  it("tiles: (a, c] is (a, b] followed by (b, c], in any zone, whatever the cut", () => {
    const start = fc.integer({ min: dateOf(1990, 1, 1) * DAY, max: dateOf(2040, 1, 1) * DAY });
    const late2011 = fc.integer({ min: dateOf(2011, 12, 15) * DAY, max: dateOf(2012, 1, 5) * DAY });
    fc.assert(
      fc.property(program, zoneName, fc.oneof(start, late2011), hours, hours, (given, name, a, first, second) => {
        const [b, c] = [a + first, a + first + second];
        const here = zone(name);
        const whole = lines(agenda(given, here, a, c));
        expect([...lines(agenda(given, here, a, b)), ...lines(agenda(given, here, b, c))]).toEqual(whole);
      }),
      { numRuns: 1000 },
    );
  });

  it("tiles at every cut that falls on an occurrence: it belongs to the earlier tile alone", () => {
    fc.assert(
      fc.property(program, zoneName, (given, name) => {
        const here = zone(name);
        const [a, c] = [dateOf(2011, 12, 27) * DAY, dateOf(2012, 1, 3) * DAY];
        const { instants } = agenda(given, here, a, c);
        const cuts = [a, ...instants.filter((instant) => instant > a), c];
        const tiles = cuts.slice(1).flatMap((cut, i) => lines(agenda(given, here, cuts[i] ?? a, cut)));
        expect(tiles).toEqual(lines(agenda(given, here, a, c)));
      }),
      { numRuns: 300 },
    );
  });

  it("fires each schedule once for each local date that it names, and for none that the zone skipped", () => {
    const year = fc.integer({ min: 1985, max: 2035 });
    fc.assert(
      fc.property(
        zoneName,
        year,
        fc.integer({ min: 0, max: 1439 }),
        fc.option(fc.integer({ min: 1, max: 7 })),
        (name, y, minute, day) => {
          const here = zone(name);
          const [from, to] = [dateOf(y, 1, 1), dateOf(y + 1, 1, 1)];
          const due = agenda(programOf({ id: "s", when: daily(minute, day) }), here, (from - 3) * DAY, (to + 3) * DAY);
          const dates = due.occurrences.map(({ date }) => date).filter((date) => date >= from && date < to);
          const wanted = Array.from({ length: to - from }, (_, i) => from + i)
            .filter((date) => day === null || weekday(date) === day)
            .filter((date) => here.startOf(date) !== here.startOf(date + 1));
          expect(dates).toEqual(wanted);
        },
      ),
      { numRuns: 200 },
    );
  });

  it("lists distinct instants, ascending, each with at least one occurrence, none outside (since, until]", () => {
    fc.assert(
      fc.property(program, zoneName, hours, (given, name, length) => {
        const since = dateOf(2011, 12, 28) * DAY;
        const { instants, occurrences } = agenda(given, zone(name), since, since + length);
        expect(instants).toEqual([...new Set(instants)].sort((left, right) => left - right));
        expect(new Set(occurrences.map(({ at }) => at)).size).toBe(instants.length);
        for (const instant of instants) expect(instant > since && instant <= since + length).toBe(true);
      }),
    );
  });

  it("is half-open: an occurrence at `since` is out, one at `until` is in", () => {
    const given = programOf({ id: "s", when: daily(600) });
    const at = dateOf(2018, 7, 20) * DAY + 10 * HOUR;
    expect(lines(agenda(given, zone("UTC"), at - 1, at))).toEqual(["2018-07-20T10:00:00.000Z 0 2018-07-20T10:00"]);
    expect(lines(agenda(given, zone("UTC"), at, at + DAY - 1))).toEqual([]);
  });

  it("orders by instant, then priority from high to low, then strategy id by code point", () => {
    const given = programOf(
      { id: "\u{1f600}", when: daily(600) },
      { id: "\uffee", when: daily(600) },
      { id: "b", when: daily(600) },
      { id: "z", when: daily(600), priority: 80 },
      { id: "a", when: daily(601), priority: 100 },
      { id: "耳机", when: daily(600) },
    );
    const since = dateOf(2018, 7, 20) * DAY;
    const { occurrences, instants } = agenda(given, zone("UTC"), since, since + DAY);
    expect(occurrences.map(({ strategy }) => strategy)).toEqual([3, 2, 5, 1, 0, 4]);
    expect(instants).toHaveLength(2);
  });

  it("plans only the strategies that were asked for, under their own places", () => {
    const given = programOf({ id: "a", when: daily(600) }, { id: "b", when: daily(600) });
    const due = agenda(given, zone("UTC"), 0, DAY, new Set([1]));
    expect(due.occurrences.map(({ strategy }) => strategy)).toEqual([1]);
  });

  it("keeps the schedule's own date and clock as the key where the clock is shifted out of a gap", () => {
    const given = programOf({ id: "s", when: daily(150) });
    const since = dateOf(2018, 3, 11) * DAY;
    expect(lines(agenda(given, zone("America/New_York"), since, since + DAY))).toEqual([
      "2018-03-11T07:30:00.000Z 0 2018-03-11T02:30",
    ]);
    // In Nuuk 23:00 became midnight on 30 March 2024, so that 23:30 was shown on the 31st as 00:30.
    const nuuk = programOf({ id: "s", when: daily(23 * 60 + 30) });
    const due = agenda(nuuk, zone("America/Nuuk"), dateOf(2024, 3, 31) * DAY, dateOf(2024, 3, 31) * DAY + 12 * HOUR);
    expect(lines(due)).toEqual(["2024-03-31T01:30:00.000Z 0 2024-03-30T23:30"]);
    expect(due.occurrences.map(({ date }) => formatDate(date))).toEqual(["2024-03-30"]);
  });

  it("fires once where the clock shows the time twice, at the first", () => {
    const given = programOf({ id: "s", when: daily(90) });
    const since = dateOf(2018, 11, 4) * DAY;
    expect(lines(agenda(given, zone("America/New_York"), since, since + DAY))).toEqual([
      "2018-11-04T05:30:00.000Z 0 2018-11-04T01:30",
    ]);
  });

  it("takes clock times of two dates that fall on one instant as one occurrence, the earlier date's", () => {
    // No zone has ever had a gap that long away from midnight, so this one is made up.
    const folded = {
      ...zone("UTC"),
      resolve: (date: number, minute: number) => (date - (date === 8 ? 1 : 0)) * DAY + minute * 60_000,
    };
    const due = agenda(programOf({ id: "s", when: daily(600) }), folded, 6 * DAY, 10 * DAY);
    expect(due.occurrences.map(({ date }) => date)).toEqual([6, 7, 9]);
  });

  it("has nothing on the date that Samoa skipped, for a daily schedule and for a single one", () => {
    const once: When = { is: "once", date: dateOf(2011, 12, 30), minute: 600 };
    const given = programOf({ id: "daily", when: daily(600) }, { id: "once", when: once });
    const due = agenda(given, zone("Pacific/Apia"), dateOf(2011, 12, 28) * DAY, dateOf(2012, 1, 1) * DAY);
    expect(due.occurrences.map(({ key }) => key)).toEqual([
      "2011-12-28T10:00",
      "2011-12-29T10:00",
      "2011-12-31T10:00",
      "2012-01-01T10:00",
    ]);
  });

  it("is empty where `since` is not before `until`, and refuses what is no instant", () => {
    const given = programOf({ id: "s", when: daily(0) });
    expect(agenda(given, zone("UTC"), DAY, DAY).occurrences).toEqual([]);
    expect(agenda(given, zone("UTC"), 5 * DAY, 0).occurrences).toEqual([]);
    expect(() => agenda(given, zone("UTC"), Number.NEGATIVE_INFINITY, 0)).toThrow(RangeError);
    expect(() => agenda(given, zone("UTC"), 0, Number.NaN)).toThrow(RangeError);
  });
});
