import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { zone } from "../../src/calendar/zone.js";
import { sendTime } from "../../src/gate/send-time.js";
import type { Hours } from "../../src/program/program.js";
import { bothSendTimes, sendRules } from "./send-rules.js";

const HOUR = 3_600_000;

function hours(from: string, to: string, otherwise: Hours["otherwise"]): Hours {
  const [start, end] = [from, to].map((clock) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3)));
  return { from: start as number, to: end as number, otherwise };
}

/** `2026-11-10 10:00` of a zone as it was then, and back. */
function sent(
  where: string,
  earliest: string,
  window: Hours | null,
  quiet: Hours | null,
  bestHour: number | null = null,
) {
  const { at, by } = sendTime(zone(where), { window, quiet }, Date.parse(earliest), bestHour);
  return [at === null ? null : new Date(at).toISOString(), by];
}

const quiet = hours("22:00", "08:00", "delay");
const shanghai = "Asia/Shanghai";

describe("the time of sending", () => {
  it("is at once where nothing forbids it: quiet hours end at their end, and windows begin at their beginning", () => {
    expect(sent(shanghai, "2026-11-10T08:00+08:00", hours("08:00", "22:00", "skip"), quiet)).toEqual([
      "2026-11-10T00:00:00.000Z",
      "settled",
    ]);
    expect(sent(shanghai, "2026-11-10T21:59:59.999+08:00", null, quiet)[1]).toBe("settled");
    expect(sent(shanghai, "2026-11-10T22:00+08:00", null, quiet)).toEqual(["2026-11-11T00:00:00.000Z", "quiet_hours"]);
  });

  it("waits through the night, or gives up, as the rule says; who skips goes before who delays", () => {
    const late = "2026-11-10T23:30+08:00";
    const morning = "2026-11-11T00:00:00.000Z";
    expect(sent(shanghai, late, hours("08:00", "20:00", "delay"), null)).toEqual([morning, "window"]);
    expect(sent(shanghai, late, hours("08:00", "20:00", "skip"), null)).toEqual([null, "window"]);
    expect(sent(shanghai, late, hours("08:00", "20:00", "delay"), { ...quiet, otherwise: "skip" })).toEqual([
      null,
      "quiet_hours",
    ]);
    // The window begins while it is still quiet, so that quiet hours have the last word.
    expect(sent(shanghai, late, hours("06:00", "20:00", "delay"), quiet)).toEqual([morning, "quiet_hours"]);
  });

  it("is never, where rules contradict each other", () => {
    expect(sent(shanghai, "2026-11-10T12:00+08:00", hours("22:30", "23:00", "delay"), quiet)[0]).toBeNull();
  });

  it("waits for the best hour, unless it is that hour already, and then obeys the rules", () => {
    const noon = "2026-11-10T12:20+08:00";
    expect(sent(shanghai, noon, null, quiet, 20)).toEqual(["2026-11-10T12:00:00.000Z", "best_hour"]);
    expect(sent(shanghai, noon, null, quiet, 12)).toEqual(["2026-11-10T04:20:00.000Z", "settled"]);
    expect(sent(shanghai, noon, null, quiet, 11)).toEqual(["2026-11-11T03:00:00.000Z", "best_hour"]);
    expect(sent(shanghai, noon, null, quiet, 3)).toEqual(["2026-11-11T00:00:00.000Z", "quiet_hours"]);
  });

  it("follows the local clock over its changes", () => {
    // Berlin, 29 March 2026: 02:00 becomes 03:00. The hour from 2 is missing, so its turn comes a day later.
    expect(sent("Europe/Berlin", "2026-03-28T23:30+01:00", null, null, 2)[0]).toBe("2026-03-30T00:00:00.000Z");
    expect(sent("Europe/Berlin", "2026-03-28T23:30+01:00", hours("02:30", "04:00", "delay"), null)[0]).toBe(
      "2026-03-29T01:00:00.000Z",
    );
    // Lord Howe, 4 October 2026: 02:00 becomes 02:30, in which the hour from 2 begins.
    expect(sent("Australia/Lord_Howe", "2026-10-04T01:00+10:30", null, null, 2)[0]).toBe("2026-10-03T15:30:00.000Z");
    // Cairo, 24 April 2026: midnight becomes 01:00, at which the quiet hours until 00:30 are over.
    expect(sent("Africa/Cairo", "2026-04-23T23:00+02:00", null, hours("22:00", "00:30", "delay"))[0]).toBe(
      "2026-04-23T22:00:00.000Z",
    );
    // Apia had no 30 December 2011: the morning after the 29th is that of the 31st, ten hours later.
    expect(sent("Pacific/Apia", "2011-12-29T22:00-10:00", null, quiet)[0]).toBe("2011-12-30T18:00:00.000Z");
  });
});

/** Zones whose clocks change in unlike ways, with an instant at which they did. */
const changes: readonly (readonly [string, string])[] = [
  ["Europe/Berlin", "2026-03-29T01:00Z"],
  ["Europe/Berlin", "2026-10-25T01:00Z"],
  ["America/New_York", "2026-11-01T06:00Z"],
  ["Australia/Lord_Howe", "2026-04-04T15:00Z"],
  ["Australia/Lord_Howe", "2026-10-03T15:30Z"],
  ["Africa/Cairo", "2026-04-23T22:00Z"],
  ["Africa/Casablanca", "2026-02-15T02:00Z"],
  ["America/Sao_Paulo", "2018-11-04T03:00Z"],
  ["Asia/Kathmandu", "1985-12-31T18:30Z"],
  ["Pacific/Apia", "2011-12-30T10:00Z"],
  ["America/St_Johns", "2009-11-01T02:31Z"],
  ["Asia/Pyongyang", "2018-05-04T15:00Z"],
  ["Asia/Shanghai", "2026-11-10T16:00Z"],
];

describe("the time of sending beside a walk", () => {
  it.each(changes)("in %s around %s is what a walk from minute to minute finds", (name, change) => {
    // Up to a day before: then the hours that rules speak of lie around the change.
    const before = fc.integer({ min: -2 * HOUR, max: 26 * HOUR });
    fc.assert(
      fc.property(sendRules, before, (rules, lead) => {
        const [computed, walked] = bothSendTimes(name, Date.parse(change) - lead, rules);
        expect(computed).toBe(walked);
      }),
      { numRuns: 60 },
    );
  });
});
