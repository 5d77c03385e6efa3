import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDate, weekday } from "../../src/calendar/civil.js";
import { calendarWindow, fullest, type Sent } from "../../src/gate/capacity.js";
import type { CapWindow } from "../../src/program/program.js";

const HOUR = 3_600_000;

/** Sends within some weeks around a month's end. Instants and dates go together as in UTC. */
const first = parseDate("2028-02-10") as number;
const sent: fc.Arbitrary<Sent> = fc.nat(60 * 24).map((hour) => {
  const sendAt = (first * 24 + hour) * HOUR;
  return { sendAt, sendDate: Math.floor(sendAt / (24 * HOUR)) };
});

const window: fc.Arbitrary<CapWindow> = fc.oneof(
  fc.constantFrom<CapWindow>({ is: "day" }, { is: "week" }, { is: "month" }),
  fc.integer({ min: 1, max: 9 }).map((n): CapWindow => ({ is: "days", n })),
  fc.integer({ min: 1, max: 50 }).map((hours): CapWindow => ({ is: "span", ms: hours * HOUR })),
);

/** Every window of the kind that there is in those weeks, as a test of what it holds; written from the sentence that defines it. */
function allWindows(kind: CapWindow, weekStarts: number): ((send: Sent) => boolean)[] {
  const dates = Array.from({ length: 90 }, (_, day) => first - 15 + day);
  const iso = (date: number): string => new Date(date * 24 * HOUR).toISOString();
  switch (kind.is) {
    case "day":
      return dates.map(
        (date) =>
          ({ sendDate }) =>
            sendDate === date,
      );
    case "week":
      return dates
        .filter((date) => weekday(date) === weekStarts)
        .map(
          (date) =>
            ({ sendDate }) =>
              sendDate >= date && sendDate < date + 7,
        );
    case "month":
      return ["2028-01", "2028-02", "2028-03", "2028-04"].map(
        (month) =>
          ({ sendDate }) =>
            iso(sendDate).startsWith(month),
      );
    case "days":
      return dates.map(
        (date) =>
          ({ sendDate }) =>
            sendDate >= date && sendDate <= date + kind.n - 1,
      );
    case "span":
      // Sends lie on whole hours, so of all s those are enough at which one may enter or leave.
      return dates.flatMap((date) =>
        Array.from({ length: 24 }, (_, hour) => (date * 24 + hour) * HOUR).flatMap((s) =>
          [s, s - 1].map(
            (end) =>
              ({ sendAt }: Sent) =>
                sendAt > end - kind.ms && sendAt <= end,
          ),
        ),
      );
  }
}

/** The most that any window holds. */
function most(kind: CapWindow, sends: readonly Sent[], weekStarts: number, with_?: Sent): number {
  const counts = allWindows(kind, weekStarts)
    .filter((holds) => with_ === undefined || holds(with_))
    .map((holds) => sends.filter(holds).length);
  return Math.max(...counts);
}

describe("the fullest window", () => {
  it("that a send falls into holds as much as any that can be found by trying all of them", () => {
    fc.assert(
      fc.property(
        window,
        fc.array(sent, { maxLength: 12 }),
        sent,
        fc.integer({ min: 1, max: 7 }),
        (kind, sends, next, start) => {
          const { from, to, held } = fullest(kind, sends, next, start);
          expect(held).toBe(most(kind, sends, start, next));
          const point = (send: Sent): number => (kind.is === "span" ? send.sendAt : send.sendDate);
          expect(sends.filter((send) => point(send) >= from && point(send) < to)).toHaveLength(held);
          expect(point(next) >= from && point(next) < to).toBe(true);
        },
      ),
    );
  });

  it("lets no window of its kind hold more than the cap, in whichever order sends are decided", () => {
    fc.assert(
      fc.property(
        window,
        fc.array(sent, { maxLength: 25 }),
        fc.nat(4),
        fc.integer({ min: 1, max: 7 }),
        (kind, asked, n, start) => {
          const accepted: Sent[] = [];
          const refused: Sent[] = [];
          for (const next of asked) (fullest(kind, accepted, next, start).held < n ? accepted : refused).push(next);
          expect(most(kind, accepted, start)).toBeLessThanOrEqual(n);
          // And none is refused without need.
          for (const next of refused) expect(most(kind, [...accepted, next], start)).toBeGreaterThan(n);
        },
      ),
    );
  });

  it("looks at both sides: a send between two others makes three", () => {
    const at = (day: number): Sent => ({ sendAt: day * 24 * HOUR, sendDate: day });
    const held = (kind: CapWindow): number => fullest(kind, [at(100), at(104)], at(102), 1).held;
    expect([held({ is: "days", n: 5 }), held({ is: "days", n: 4 })]).toEqual([2, 1]);
    expect([held({ is: "span", ms: 96 * HOUR }), held({ is: "span", ms: 96 * HOUR + 1 })]).toEqual([1, 2]);
  });

  it("follows the calendar: weeks from the day that the project says, months of their own length", () => {
    const dates = (unit: "day" | "week" | "month", date: string, starts: number): string[] =>
      calendarWindow(unit, parseDate(date) as number, starts).map((day) =>
        new Date(day * 24 * HOUR).toISOString().slice(0, 10),
      );
    // 11 November 2026 is a Wednesday.
    expect(dates("day", "2026-11-11", 1)).toEqual(["2026-11-11", "2026-11-12"]);
    expect(dates("week", "2026-11-11", 1)).toEqual(["2026-11-09", "2026-11-16"]);
    expect(dates("week", "2026-11-11", 7)).toEqual(["2026-11-08", "2026-11-15"]);
    expect(dates("week", "2026-11-11", 3)).toEqual(["2026-11-11", "2026-11-18"]);
    expect(dates("month", "2028-02-29", 1)).toEqual(["2028-02-01", "2028-03-01"]);
    expect(dates("month", "2026-12-31", 1)).toEqual(["2026-12-01", "2027-01-01"]);
  });
});
