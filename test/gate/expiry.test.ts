import { describe, expect, it } from "vitest";
import { formatDate } from "../../src/calendar/civil.js";
import { zone } from "../../src/calendar/zone.js";
import { expiryOf, lastValid } from "../../src/gate/expiry.js";
import type { Length } from "../../src/program/program.js";

function expiry(valid: Length, zoneName: string, issued: string): [string, string] {
  const [where, at] = [zone(zoneName), Date.parse(issued)];
  const last = lastValid(valid, where, at);
  return [
    new Date(expiryOf(valid, where, at)).toISOString(),
    last.is === "date" ? formatDate(last.at) : new Date(last.at).toISOString(),
  ];
}

describe("validity", () => {
  it("in days runs to the end of the local day", () => {
    // 23:30 in Shanghai on the 10th; the 17th ends there at 16:00 UTC.
    const days = { unit: "day", n: 7 } as const;
    expect(expiry(days, "Asia/Shanghai", "2026-11-10T15:30:00Z")).toEqual(["2026-11-17T16:00:00.000Z", "2026-11-17"]);
    // Half an hour later it is the 11th there.
    expect(expiry(days, "Asia/Shanghai", "2026-11-10T16:00:00Z")).toEqual(["2026-11-18T16:00:00.000Z", "2026-11-18"]);
  });

  it("in days follows the local clock through a change to winter time", () => {
    // 31 October to 1 November 2026: New York falls back on the 1st, which has 25 hours.
    const day = { unit: "day", n: 1 } as const;
    expect(expiry(day, "America/New_York", "2026-10-31T12:00:00Z")).toEqual(["2026-11-02T05:00:00.000Z", "2026-11-01"]);
  });

  it("in months stays within the month", () => {
    const month = { unit: "month", n: 1 } as const;
    expect(expiry(month, "UTC", "2026-01-31T12:00:00Z")).toEqual(["2026-03-01T00:00:00.000Z", "2026-02-28"]);
  });

  it("in hours is exact, and its last moment the millisecond before", () => {
    const hours = { unit: "ms", n: 36 * 3_600_000 } as const;
    expect(expiry(hours, "UTC", "2026-11-10T10:00:00Z")).toEqual([
      "2026-11-11T22:00:00.000Z",
      "2026-11-11T21:59:59.999Z",
    ]);
  });
});
