import { describe, expect, it } from "vitest";
import { dateOf } from "../../src/calendar/civil.js";
import { zone } from "../../src/calendar/zone.js";
import { askAt } from "../../src/facts/ask.js";
import { hasElapsed, lastWithin } from "../../src/facts/limit.js";
import { createScope } from "../../src/facts/scope.js";
import { windowBounds } from "../../src/facts/window.js";
import { createWorkshop } from "../../src/facts/workshop.js";
import { noEnvironment } from "../../src/evaluate/environment.js";
import type { PlainWindow } from "../../src/facts/need.js";
import { DAY, HOUR, user } from "./histories.js";

const june10 = dateOf(2021, 6, 10) * DAY;
const noon = june10 + 12 * HOUR;
const none = new Float64Array();

function sceneAt(now: number) {
  const utc = zone("UTC");
  return { zone: utc, profile: [], at: { now, until: now, today: utc.dateAt(now), lo: none, hi: none } };
}

describe("a length after an event", () => {
  it("ends so many milliseconds later, or with the local day so many days or months later", () => {
    const end = (unit: "ms" | "day" | "month", n: number) => lastWithin({ unit, n }, sceneAt(noon), noon);
    expect(end("ms", HOUR)).toBe(noon + HOUR);
    expect(end("day", 2)).toBe(june10 + 3 * DAY - 1);
    expect(end("month", 1)).toBe(dateOf(2021, 7, 11) * DAY - 1);
    expect(lastWithin(null, sceneAt(noon), noon)).toBe(Number.POSITIVE_INFINITY);
  });

  it("has elapsed from its last millisecond on, or from the day after its last day", () => {
    const elapsed = (unit: "ms" | "day" | "month", n: number, now: number) =>
      hasElapsed({ unit, n }, sceneAt(now), noon);
    expect([noon + HOUR - 1, noon + HOUR].map((now) => elapsed("ms", HOUR, now))).toEqual([false, true]);
    expect([june10 + 3 * DAY - 1, june10 + 3 * DAY].map((now) => elapsed("day", 2, now))).toEqual([false, true]);
    const july11 = dateOf(2021, 7, 11) * DAY;
    expect([july11 - 1, july11].map((now) => elapsed("month", 1, now))).toEqual([false, true]);
  });
});

describe("a window around 10 June 2021, a Thursday, at noon", () => {
  const cases: readonly [PlainWindow, number, number][] = [
    [{ is: "spanAgo", near: HOUR, far: 3 * HOUR }, noon - 3 * HOUR, noon - HOUR + 1],
    [{ is: "ago", unit: "day", near: 2, far: 4 }, june10 - 4 * DAY, june10 - DAY],
    [{ is: "ago", unit: "month", near: 1, far: 2 }, dateOf(2021, 4, 10) * DAY, dateOf(2021, 5, 11) * DAY],
    [{ is: "dates", from: june10 / DAY - 3, to: june10 / DAY - 1 }, june10 - 3 * DAY, june10],
    [{ is: "dates", from: june10 / DAY - 3, to: june10 / DAY }, june10 - 3 * DAY, noon + 1],
    [{ is: "dates", from: june10 / DAY - 3, to: null }, june10 - 3 * DAY, noon + 1],
    [{ is: "thisMonth" }, dateOf(2021, 6, 1) * DAY, noon + 1],
    [{ is: "thisYear" }, dateOf(2021, 1, 1) * DAY, noon + 1],
    [{ is: "thisWeek", starts: 1 }, june10 - 3 * DAY, noon + 1],
    [{ is: "thisWeek", starts: 7 }, june10 - 4 * DAY, noon + 1],
    [{ is: "thisWeek", starts: 4 }, june10, noon + 1],
    [{ is: "thisWeek", starts: 5 }, june10 - 6 * DAY, noon + 1],
  ];

  it.each(cases)("%j begins and ends as its words say", (window, lo, hi) => {
    expect(windowBounds(window, zone("UTC"), noon)).toEqual({ lo, hi });
  });
});

describe("the workshop of ordered facts", () => {
  const workshop = () => createWorkshop({ user }, noEnvironment, createScope(), () => 0);

  it("shares one stream between equal questions, wherever they were written", () => {
    const { stream } = workshop();
    const where = (said: number, text = "x") =>
      ({ is: "sameText", left: { is: "column", column: 1 }, right: { is: "constant", text }, said }) as const;
    expect(stream(0, where(1))).toBe(stream(0, where(2)));
    expect(stream(0, where(1))).not.toBe(stream(0, where(1, "y")));
    expect(stream(0, null)).not.toBe(stream(1, null));
    expect(stream(0, null)).not.toBe(stream(0, where(1)));
  });

  it("refuses an ask before a user", () => {
    expect(() => workshop().at(askAt(noon), sceneAt(noon).at)).toThrow("a user must come before an ask");
  });

  it("knows dates from instants, and takes a field that does not exist for neither", () => {
    const { isDate } = workshop();
    expect([3, 4, 99].map((field) => isDate(field))).toEqual([false, true, false]);
  });
});
