import { describe, expect, it } from "vitest";
import { at, days, night, plainly, program } from "./scene.js";
import { offering, strategy } from "./shop.js";

const daily = { is: "every", day: { is: "day" }, minute: 1200 } as const;
const window = { from: 480, to: 1320, otherwise: "skip" } as const;

describe("handing over", () => {
  it("is too late an hour after the touch was to be sent, and a millisecond", () => {
    const loaded = program([strategy("a", { when: daily, variants: plainly() })]);
    const [decision] = loaded.decide(days(10, 10)).decisions;
    if (!decision) throw new Error("nobody was touched");
    const sendAt = Date.parse(decision.send_at);
    expect([0, 3_600_000, 3_600_001].map((after) => loaded.handOver(decision, sendAt + after))).toEqual([
      "hand_over",
      "hand_over",
      "too_late",
    ]);
    expect(() => loaded.handOver({ ...decision, send_at: "soon" }, sendAt)).toThrow("`soon`");
  });

  it("is too late in quiet hours and outside the strategy's window, by the user's clock", () => {
    const late = { when: { ...daily, minute: 1300 } };
    const quiet = program([strategy("a", { ...late, variants: plainly() })], {}, { quiet: { ...night, from: 1330 } });
    const bounded = program([strategy("a", { ...late, variants: offering({ send: { window, bestHour: null } }) })]);
    for (const [loaded, edge] of [
      [quiet, "10 22:10"],
      [bounded, "10 22:00"],
    ] as const) {
      const [decision] = loaded.decide(days(10, 10)).decisions;
      if (!decision) throw new Error("nobody was touched");
      expect(loaded.handOver(decision, at(edge) - 1)).toBe("hand_over");
      expect(loaded.handOver(decision, at(edge))).toBe("too_late");
      // In Tokyo it is an hour later.
      expect(loaded.handOver(decision, at(edge) - 1, "Asia/Tokyo")).toBe("too_late");
    }
  });
});
