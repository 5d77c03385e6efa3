import * as fc from "fast-check";
import { DateTime, IANAZone } from "luxon";
import { describe, expect, it } from "vitest";
import { DAY, formatDate, MINUTE, parseDate } from "../../src/calendar/civil.js";
import { formatInstant, parseInstant } from "../../src/calendar/instant.js";
import { isZone, zone } from "../../src/calendar/zone.js";
import { expectTransitionsOfWalk } from "./walk.js";

const HOUR = 60 * MINUTE;
const names = Intl.supportedValuesOf("timeZone");
const anyZone = fc.constantFrom(...names, "UTC", "Etc/GMT+5");
const between = (from: string, to: string) => fc.integer({ min: at(from), max: at(to) });

function at(text: string): number {
  const parsed = parseInstant(text);
  if (parsed.is === "failure") throw new Error(parsed.why);
  return parsed.ms;
}

function date(text: string): number {
  const parsed = parseDate(text);
  if (parsed === null) throw new Error(text);
  return parsed;
}

/** The instant of a clock time, as text in UTC. */
function resolved(name: string, day: string, minute: number): string | null {
  const instant = zone(name).resolve(date(day), minute);
  return instant === null ? null : formatInstant(instant);
}

describe("a zone, beside luxon", () => {
  it("has the same offset at any instant, local mean time included", () => {
    fc.assert(
      fc.property(anyZone, between("1840-01-01T00:00:00Z", "2100-01-01T00:00:00Z"), (name, instant) => {
        const whole = Math.floor(instant / 1000) * 1000;
        expect(Math.round(zone(name).offsetAt(whole))).toBe(Math.round(IANAZone.create(name).offset(whole) * MINUTE));
      }),
      { numRuns: 1500 },
    );
  });

  it("has every transition that an hour by hour walk finds, and no other", () => {
    fc.assert(
      fc.property(anyZone, fc.integer({ min: 1880, max: 2040 }), (name, year) => {
        expectTransitionsOfWalk(name, at(`${year}-01-01T00:00:00Z`), at(`${year + 1}-01-01T00:00:00Z`));
      }),
      { numRuns: 40 },
    );
  });

  it("has the same local date at any instant, except where a clock went back across midnight", () => {
    fc.assert(
      fc.property(anyZone, between("1900-01-01T00:00:00Z", "2060-01-01T00:00:00Z"), (name, instant) => {
        const local = date(DateTime.fromMillis(instant, { zone: name }).toFormat("yyyy-MM-dd"));
        const ours = zone(name).dateAt(instant);
        const recently = zone(name).transitions(instant - 2 * HOUR, instant + 1).length > 0;
        expect(ours === local || (recently && ours === local + 1)).toBe(true);
      }),
      { numRuns: 1500 },
    );
  });

  it("starts its days where luxon's calendar day starts", () => {
    fc.assert(
      fc.property(anyZone, fc.integer({ min: date("1970-01-02"), max: date("2060-01-01") }), (name, day) => {
        const start = zone(name).startOf(day);
        const noon = zone(name).resolve(day, 12 * 60);
        if (noon === null) return;
        const first = DateTime.fromMillis(noon, { zone: name }).startOf("day").toMillis();
        // In an overlap luxon picks either of the two; then ours is the earlier, an overlap's length before.
        const overlap = zone(name).transitions(start, start + 3 * HOUR).length > 0;
        expect(start === first || (overlap && first > start && first - start <= 2 * HOUR)).toBe(true);
      }),
      { numRuns: 1500 },
    );
  });

  it("resolves a clock time to an instant at which luxon's clock shows it, where there is one", () => {
    const minute = fc.integer({ min: 0, max: 1439 });
    const day = fc.integer({ min: date("1950-01-01"), max: date("2060-01-01") });
    fc.assert(
      fc.property(anyZone, day, minute, (name, civil, clock) => {
        const instant = zone(name).resolve(civil, clock);
        if (instant === null) return;
        const shown = DateTime.fromMillis(instant, { zone: name });
        const local = shown.toMillis() + Math.round(shown.offset * MINUTE);
        const wanted = civil * DAY + clock * MINUTE;
        const gap = zone(name).transitions(instant - DAY, instant + 1).length > 0;
        expect(local === wanted || (gap && local > wanted && local <= wanted + DAY)).toBe(true);
      }),
      { numRuns: 1500 },
    );
  });
});

describe("laws of every zone", () => {
  const day = fc.integer({ min: date("1800-01-01"), max: date("2150-01-01") });

  it("a date is the last one whose start is not later than the instant", () => {
    fc.assert(
      fc.property(anyZone, between("1800-01-01T00:00:00Z", "2150-01-01T00:00:00Z"), (name, instant) => {
        const here = zone(name);
        const today = here.dateAt(instant);
        expect(here.startOf(today)).toBeLessThanOrEqual(instant);
        expect(here.startOf(today + 1)).toBeGreaterThan(instant);
      }),
      { numRuns: 2000 },
    );
  });

  it("around every transition too: one millisecond before, at it, and an hour after", () => {
    fc.assert(
      fc.property(anyZone, fc.integer({ min: 1840, max: 2060 }), (name, year) => {
        const here = zone(name);
        for (const { at: change } of here.transitions(at(`${year}-01-01T00:00:00Z`), at(`${year + 5}-01-01T00:00:00Z`)))
          for (const instant of [change - 1, change, change + HOUR - 1, change + HOUR]) {
            const today = here.dateAt(instant);
            expect(here.startOf(today)).toBeLessThanOrEqual(instant);
            expect(here.startOf(today + 1)).toBeGreaterThan(instant);
          }
      }),
      { numRuns: 300 },
    );
  });

  it("a date that is not skipped starts on itself, and its start is the earliest instant of it", () => {
    fc.assert(
      fc.property(anyZone, day, (name, civil) => {
        const here = zone(name);
        const start = here.startOf(civil);
        const skipped = start === here.startOf(civil + 1);
        expect(here.resolve(civil, 600) === null).toBe(skipped);
        expect(here.dateAt(start)).toBe(skipped ? civil + 1 : civil);
        expect(here.dateAt(start - 1)).toBeLessThan(civil);
      }),
      { numRuns: 2000 },
    );
  });

  it("gives the same answers in whatever order it is asked", () => {
    fc.assert(
      fc.property(fc.array(between("1850-01-01T00:00:00Z", "2090-01-01T00:00:00Z"), { maxLength: 20 }), (instants) => {
        const here = zone("America/St_Johns");
        const forth = instants.map((instant) => [here.offsetAt(instant), here.dateAt(instant)]);
        const back = instants.toReversed().map((instant) => [here.offsetAt(instant), here.dateAt(instant)]);
        expect(back.toReversed()).toEqual(forth);
      }),
    );
  });
});

describe("known oddities", () => {
  it("a gap shifts a clock time forward by its length: New York, 02:30 becomes 03:30", () => {
    expect(resolved("America/New_York", "2018-03-11", 150)).toBe("2018-03-11T07:30:00.000Z");
    expect(resolved("America/New_York", "2018-03-11", 120)).toBe("2018-03-11T07:00:00.000Z");
    expect(resolved("America/New_York", "2018-03-11", 119)).toBe("2018-03-11T06:59:00.000Z");
    expect(resolved("America/New_York", "2018-03-11", 180)).toBe("2018-03-11T07:00:00.000Z");
  });

  it("an overlap takes the first of the two: New York, 01:30 is still daylight time", () => {
    expect(resolved("America/New_York", "2018-11-04", 90)).toBe("2018-11-04T05:30:00.000Z");
    expect(resolved("America/New_York", "2018-11-04", 120)).toBe("2018-11-04T07:00:00.000Z");
  });

  it("Samoa skipped 30 December 2011: no clock time resolves, and the date starts with the next", () => {
    expect(resolved("Pacific/Apia", "2011-12-30", 0)).toBe(null);
    expect(resolved("Pacific/Apia", "2011-12-30", 1439)).toBe(null);
    expect(resolved("Pacific/Apia", "2011-12-29", 1439)).toBe("2011-12-30T09:59:00.000Z");
    expect(resolved("Pacific/Apia", "2011-12-31", 0)).toBe("2011-12-30T10:00:00.000Z");
    expect(formatInstant(zone("Pacific/Apia").startOf(date("2011-12-30")))).toBe("2011-12-30T10:00:00.000Z");
    expect(formatDate(zone("Pacific/Apia").dateAt(at("2011-12-30T10:00:00Z")))).toBe("2011-12-31");
  });

  it("Kwajalein skipped 21 August 1993", () => {
    expect(resolved("Pacific/Kwajalein", "1993-08-21", 600)).toBe(null);
    expect(resolved("Pacific/Kwajalein", "1993-08-22", 600)).toBe("1993-08-21T22:00:00.000Z");
  });

  it("Cairo's day starts at 01:00 when midnight is missing", () => {
    expect(formatInstant(zone("Africa/Cairo").startOf(date("2023-04-28")))).toBe("2023-04-27T22:00:00.000Z");
    expect(zone("Africa/Cairo").offsetAt(at("2023-04-27T22:00:00Z"))).toBe(3 * HOUR);
    expect(resolved("Africa/Cairo", "2023-04-28", 0)).toBe("2023-04-27T22:00:00.000Z");
    expect(resolved("Africa/Cairo", "2023-04-28", 30)).toBe("2023-04-27T22:30:00.000Z");
  });

  it("São Paulo's day starts at 01:00 when midnight is missing, and its day is 25 hours long in February", () => {
    const here = zone("America/Sao_Paulo");
    expect(formatInstant(here.startOf(date("2018-11-04")))).toBe("2018-11-04T03:00:00.000Z");
    expect(here.startOf(date("2018-02-18")) - here.startOf(date("2018-02-17"))).toBe(25 * HOUR);
  });

  it("Lord Howe Island moves by half an hour", () => {
    expect(resolved("Australia/Lord_Howe", "2018-10-07", 135)).toBe("2018-10-06T15:45:00.000Z");
    expect(zone("Australia/Lord_Howe").offsetAt(at("2018-10-06T15:45:00Z"))).toBe(11 * HOUR);
    expect(resolved("Australia/Lord_Howe", "2018-04-01", 105)).toBe("2018-03-31T14:45:00.000Z");
  });

  it("Kathmandu is 5:45 ahead, and was 5:30 until 1986", () => {
    expect(resolved("Asia/Kathmandu", "2018-07-20", 600)).toBe("2018-07-20T04:15:00.000Z");
    expect(zone("Asia/Kathmandu").offsetAt(at("1985-12-31T18:29:59.999Z"))).toBe(5.5 * HOUR);
    expect(zone("Asia/Kathmandu").offsetAt(at("1985-12-31T18:30:00Z"))).toBe(5.75 * HOUR);
  });

  it("Dublin's winter is the exception in its law, and reads like any other", () => {
    expect(resolved("Europe/Dublin", "2018-07-20", 600)).toBe("2018-07-20T09:00:00.000Z");
    expect(resolved("Europe/Dublin", "2018-12-20", 600)).toBe("2018-12-20T10:00:00.000Z");
    expect(resolved("Europe/Dublin", "2018-03-25", 90)).toBe("2018-03-25T01:30:00.000Z");
  });

  it("local mean time counts seconds: Shanghai was 8:05:43 ahead until 1901", () => {
    expect(zone("Asia/Shanghai").offsetAt(at("1900-12-31T15:54:16Z"))).toBe(8 * HOUR + 5 * MINUTE + 43_000);
    expect(zone("Asia/Shanghai").offsetAt(at("1900-12-31T15:54:17Z"))).toBe(8 * HOUR);
    expect(resolved("Asia/Shanghai", "1890-01-01", 600)).toBe("1890-01-01T01:54:17.000Z");
  });

  it("St John's set its clocks back at one past midnight: the date that had begun went on", () => {
    const here = zone("America/St_Johns");
    expect(formatInstant(here.startOf(date("2008-11-02")))).toBe("2008-11-02T02:30:00.000Z");
    expect(formatDate(here.dateAt(at("2008-11-02T02:30:30Z")))).toBe("2008-11-02");
    expect(formatDate(here.dateAt(at("2008-11-02T02:31:00Z")))).toBe("2008-11-02");
    expect(formatDate(here.dateAt(at("2008-11-02T03:30:00Z")))).toBe("2008-11-02");
    expect(resolved("America/St_Johns", "2008-11-01", 23 * 60 + 30)).toBe("2008-11-02T02:00:00.000Z");
  });

  it("Alaska lived 18 October 1867 twice", () => {
    const here = zone("America/Juneau");
    const [change] = here.transitions(at("1867-01-01T00:00:00Z"), at("1868-01-01T00:00:00Z"));
    expect(change && here.offsetAt(change.at - 1) - change.offset).toBe(DAY);
    expect(here.startOf(date("1867-10-20")) - here.startOf(date("1867-10-19"))).toBe(2 * DAY);
  });

  it("finds a transition that lies where one search for transitions ends and the next begins", () => {
    // Instants that are multiples of 400 days since 1970, the length of one search.
    for (const [name, change] of [
      ["Asia/Jerusalem", "1950-04-16T00:00:00Z"],
      ["Atlantic/Azores", "1942-08-16T00:00:00Z"],
    ] as const) {
      const here = zone(name);
      expect(here.transitions(at(change) - DAY, at(change) + DAY).map((each) => each.at)).toEqual([at(change)]);
      expect(here.offsetAt(at(change) - 1)).not.toBe(here.offsetAt(at(change)));
    }
  });

  it("Kwajalein's clocks went back by 23 hours in 1969: 30 September went on", () => {
    const here = zone("Pacific/Kwajalein");
    const start = here.startOf(date("1969-10-01"));
    expect(start - here.startOf(date("1969-09-30"))).toBe(47 * HOUR);
  });

  it("knows the names of the host, and refuses any other, offsets among them", () => {
    expect(isZone("Asia/Shanghai")).toBe(true);
    for (const name of ["", "+08:00", "Asia/Shanghia", "constructor", "__proto__", "Asia/Shanghai\u0000"]) {
      expect(isZone(name)).toBe(false);
      expect(() => zone(name)).toThrow(RangeError);
    }
  });

  it("answers far outside of recorded time, and refuses an unknown instant", () => {
    const here = zone("Asia/Shanghai");
    expect(here.offsetAt(-8.64e15)).toBe(8 * HOUR + 5 * MINUTE + 43_000);
    expect(here.offsetAt(8.64e15)).toBe(8 * HOUR);
    expect(here.dateAt(at("9999-12-31T20:00:00Z"))).toBe(date("9999-12-31") + 1);
    expect(() => here.dateAt(Number.NaN)).toThrow(RangeError);
  });
});
