import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { GhostReason } from "../../src/gate/ghost.js";
import { candidateOf, codeOf, detailsOf, programWith, strategy, touch } from "./world.js";

/** A strategy that excludes the second for a week and the third for the day; the fourth it does not mind. */
const program = programWith({
  strategies: [
    strategy({
      id: "first",
      exclusive: [
        { strategy: 1, days: 7 },
        { strategy: 2, days: 1 },
      ],
    }),
    strategy({ id: "second" }),
    strategy({ id: "third" }),
    strategy({ id: "fourth" }),
  ],
});

/** The code for who is sent to on 10 November and was touched by a strategy, sent on a day. */
function code(by: number, day: string, ghost: GhostReason | null = null): string | null {
  const sendDate = touch(`${day} 10:00`).date;
  return codeOf("exclusive", program, { entries: [touch("2026-11-01 10:00", { strategy: by, sendDate, ghost })] });
}

describe("exclusive", () => {
  it("refuses who another strategy touches on dates of sending that are fewer days apart than asked, before or after", () => {
    expect([code(1, "2026-11-03"), code(1, "2026-11-04"), code(1, "2026-11-16"), code(1, "2026-11-17")]).toEqual([
      null,
      "lost_to second",
      "lost_to second",
      null,
    ]);
    expect([code(2, "2026-11-09"), code(2, "2026-11-10"), code(2, "2026-11-11")]).toEqual([
      null,
      "lost_to third",
      null,
    ]);
    expect([code(3, "2026-11-10"), code(0, "2026-11-10")]).toEqual([null, null]);
  });

  it("does not lose to ghosts of others", () => {
    expect(code(2, "2026-11-10", "control")).toBeNull();
  });

  it("lets fallbacks pass", () => {
    const entries = [touch("2026-11-10 09:00", { strategy: 2 })];
    expect(codeOf("exclusive", program, { entries, step: 1 })).toBeNull();
  });

  it("names the winner of the earliest occurrence", () => {
    const entries = [
      touch("2026-11-08 10:00", { strategy: 1, key: "b" }),
      touch("2026-11-07 10:00", { strategy: 2, key: "a", sendDate: touch("2026-11-10 00:00").date }),
    ];
    expect(codeOf("exclusive", program, { entries })).toBe("lost_to third");
    const detail = detailsOf(program).exclusive(candidateOf(program, { entries }));
    expect([detail?.touch.key, detail?.days]).toEqual(["a", 1]);
  });

  it("keeps both apart, whichever comes first, where each excludes the other", () => {
    const days = fc.integer({ min: 1, max: 9 });
    fc.assert(
      fc.property(days, fc.integer({ min: -12, max: 12 }), (apart, distance) => {
        const mutual = programWith({
          strategies: [
            strategy({ id: "one", exclusive: [{ strategy: 1, days: apart }] }),
            strategy({ id: "two", exclusive: [{ strategy: 0, days: apart }] }),
          ],
        });
        const loses = [0, 1].map((place) => {
          const sendDate = touch("2026-11-10 10:00").date + (place === 0 ? distance : -distance);
          const entries = [touch("2026-11-01 10:00", { strategy: 1 - place, sendDate })];
          return codeOf("exclusive", mutual, { strategy: place, entries }) !== null;
        });
        expect(loses).toEqual([Math.abs(distance) < apart, Math.abs(distance) < apart]);
      }),
    );
  });
});
