import { describe, expect, it } from "vitest";
import { zone } from "../../src/calendar/zone.js";
import { readMoment, readTime } from "../../src/host/scenario/time.js";

const shanghai = zone("Asia/Shanghai");
const newYork = zone("America/New_York");
const now = Date.parse("2026-06-18T10:00:30+08:00");

const iso = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());

describe("times of a case", () => {
  it.each([
    ["now", "2026-06-18T02:00:30.000Z"],
    ["45 seconds ago", "2026-06-18T01:59:45.000Z"],
    ["1 minute ago", "2026-06-18T01:59:30.000Z"],
    ["49 hours ago", "2026-06-16T01:00:30.000Z"],
    ["today at 09:00", "2026-06-18T01:00:00.000Z"],
    ["yesterday at 23:59", "2026-06-17T15:59:00.000Z"],
    ["yesterday", "2026-06-17T02:00:30.000Z"],
    ["0 days ago", "2026-06-18T02:00:30.000Z"],
    ["365 days ago at 00:00", "2025-06-17T16:00:00.000Z"],
    ["2026-06-01 08:00", "2026-06-01T00:00:00.000Z"],
    ["2026-06-01 08:00:05", "2026-06-01T00:00:05.000Z"],
    ["2026-06-01T08:00:00Z", "2026-06-01T08:00:00.000Z"],
  ])("%s", (text, instant) => {
    expect(iso(readTime(text, shanghai, now))).toBe(instant);
  });

  it.each([
    "",
    "3 days",
    "3 days before",
    "-1 days ago",
    "3 days ago at 9:00",
    "yesterday at 24:00",
    "2026-02-30 10:00",
    "2026-06-01",
    "tomorrow",
  ])("`%s` is none", (text) => {
    expect(readTime(text, shanghai, now)).toBeNull();
  });

  it("a day ago is a day of the user's zone, also where its clock was changed", () => {
    // At 02:00 on 8 March 2026 New York put its clock an hour forward: that day had 23 hours.
    const monday = Date.parse("2026-03-09T12:00:00-04:00");
    expect(iso(readTime("1 day ago at 12:00", newYork, monday))).toBe("2026-03-08T16:00:00.000Z");
    expect(iso(readTime("2 days ago at 12:00", newYork, monday))).toBe("2026-03-07T17:00:00.000Z");
    expect(iso(readTime("2 days ago", newYork, monday))).toBe("2026-03-07T17:00:00.000Z");
    expect(iso(readTime("48 hours ago", newYork, monday))).toBe("2026-03-07T16:00:00.000Z");
  });

  it("words that count back stand for no moment of their own", () => {
    expect(readMoment("yesterday at 10:00", shanghai)).toBeNull();
    expect(readMoment("now", shanghai)).toBeNull();
  });
});
