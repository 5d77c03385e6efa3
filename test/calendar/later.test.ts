import * as fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { DAY } from "../../src/calendar/civil.js";
import { formatInstant, parseInstant } from "../../src/calendar/instant.js";
import { lastWithin, later } from "../../src/calendar/later.js";
import { zone } from "../../src/calendar/zone.js";

const HOUR = 3_600_000;
const names = Intl.supportedValuesOf("timeZone");

function at(text: string): number {
  const parsed = parseInstant(text);
  if (parsed.is === "failure") throw new Error(text);
  return parsed.ms;
}

function moved(name: string, from: string, unit: "day" | "month" | "ms", n: number): string | null {
  const instant = later(zone(name), at(from), { unit, n });
  return instant === null ? null : formatInstant(instant);
}

describe("so long after an instant", () => {
  it("is exact in milliseconds, whatever the clocks do", () => {
    expect(moved("America/New_York", "2018-03-11T06:59:59.999Z", "ms", 1)).toBe("2018-03-11T07:00:00.000Z");
  });

  it("is the same time of the local clock, to the millisecond, days later: 23 or 25 hours over a change", () => {
    expect(moved("America/New_York", "2018-03-10T17:30:15.123Z", "day", 1)).toBe("2018-03-11T16:30:15.123Z");
    expect(moved("America/New_York", "2018-11-03T16:30:15.123Z", "day", 1)).toBe("2018-11-04T17:30:15.123Z");
  });

  it("shifts forward out of a gap, and takes the first of an overlap, to the millisecond", () => {
    expect(moved("America/New_York", "2018-03-10T07:30:00.001Z", "day", 1)).toBe("2018-03-11T07:30:00.001Z");
    expect(moved("America/New_York", "2018-11-03T05:30:00.001Z", "day", 1)).toBe("2018-11-04T05:30:00.001Z");
    expect(moved("Australia/Lord_Howe", "2018-10-05T15:45:00.500Z", "day", 1)).toBe("2018-10-06T15:45:00.500Z");
    // Cairo's clock went from 23:59:59 to 01:00 on 28 April 2023.
    expect(moved("Africa/Cairo", "2023-04-26T22:15:00.007Z", "day", 1)).toBe("2023-04-27T22:15:00.007Z");
  });

  it("is nothing on the date that Samoa skipped", () => {
    expect(moved("Pacific/Apia", "2011-12-29T20:00:00Z", "day", 1)).toBe(null);
    expect(moved("Pacific/Apia", "2011-12-29T20:00:00Z", "day", 2)).toBe("2011-12-30T20:00:00.000Z");
  });

  it("clamps months to the month's end", () => {
    expect(moved("Asia/Shanghai", "2019-01-31T04:00:00.042Z", "month", 1)).toBe("2019-02-28T04:00:00.042Z");
    expect(moved("Asia/Shanghai", "2020-02-29T04:00:00Z", "month", 12)).toBe("2021-02-28T04:00:00.000Z");
  });

  it("is where luxon's clock shows the same time that many civil days or months later, away from changes", () => {
    const unit = fc.constantFrom("day" as const, "month" as const);
    const instant = fc.integer({ min: at("1975-01-01T00:00:00Z"), max: at("2037-01-01T00:00:00Z") });
    fc.assert(
      fc.property(fc.constantFrom(...names), instant, unit, fc.integer({ min: 0, max: 40 }), (name, from, kind, n) => {
        const here = zone(name);
        const found = later(here, from, { unit: kind, n });
        if (found === null)
          return expect(here.startOf(here.dateAt(from) + n)).toBe(here.startOf(here.dateAt(from) + n + 1));
        const near = [from, found].some((each) => here.transitions(each - DAY, each + DAY).length > 0);
        if (near) return;
        const plus = kind === "day" ? { days: n } : { months: n };
        expect(found).toBe(DateTime.fromMillis(from, { zone: name }).plus(plus).toMillis());
      }),
      { numRuns: 2000 },
    );
  });
});

describe("the last instant within so long", () => {
  it("is the end of that local day for days and months, and exact for milliseconds", () => {
    const within = (unit: "day" | "month" | "ms", n: number) =>
      formatInstant(lastWithin(zone("America/New_York"), at("2018-03-10T17:30:00Z"), { unit, n }));
    expect(within("ms", 2 * HOUR)).toBe("2018-03-10T19:30:00.000Z");
    expect(within("day", 0)).toBe("2018-03-11T04:59:59.999Z");
    expect(within("day", 1)).toBe("2018-03-12T03:59:59.999Z");
    expect(within("month", 1)).toBe("2018-04-11T03:59:59.999Z");
  });
});
