import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { EncodedEntry } from "../../src/gate/standing.js";
import type { BestHour, SendRule } from "../../src/program/program.js";
import {
  candidateOf,
  detailsOf,
  gateOf,
  instantOf,
  offer,
  programWith,
  type Situation,
  strategy,
  variant,
} from "./world.js";

const anyHour: SendRule = { window: null, bestHour: { from: 0, to: 1440 } };

function program(send: SendRule, bestHour: Partial<BestHour> = {}) {
  return programWith({
    policy: { bestHour: { events: [0], least: 10, ...bestHour } },
    strategies: [strategy({ variants: [variant({ offer: offer({ send }) })] })],
  });
}

/** The local time of sending, and what decided it; decided at 10:00 and settled at 10:10. */
function sent(send: SendRule, situation: Situation, bestHour?: Partial<BestHour>): string {
  const asked = program(send, bestHour);
  const candidate = candidateOf(asked, situation);
  gateOf("reachable", asked)(candidate);
  expect(gateOf("timely", asked)(candidate)).toBeNull();
  const local = new Date(candidate.sendAt + 8 * 3_600_000).toISOString();
  expect(candidate.sendDate).toBe(Math.floor(Date.parse(`${local.slice(0, 10)}T00:00Z`) / 86_400_000));
  return `${local.slice(5, 16).replace("T", " ")} ${candidate.sendBy}`;
}

/** So many opens at a local time of some days before. */
function opens(n: number, clock: string, day = "2026-11-0"): EncodedEntry[] {
  return Array.from({ length: n }, (_, place) => ({
    kind: "receipt",
    at: instantOf(`${day}${1 + (place % 9)} ${clock}`),
    key: `${clock} ${place}`,
    outcome: place % 2 ? "opened" : "clicked",
  }));
}

describe("timely", () => {
  it("confirms when a touch is sent, and refuses what may not be sent at any instant", () => {
    expect(sent({ window: null, bestHour: null }, {})).toBe("11-10 10:10 settled");
    const window = { from: 1200, to: 1260, otherwise: "skip" as const };
    const strict = program({ window, bestHour: null });
    const candidate = candidateOf(strict);
    gateOf("reachable", strict)(candidate);
    expect(gateOf("timely", strict)(candidate)).toBe("quiet");
    expect(detailsOf(strict).timely(candidate)).toMatchObject({ sendAt: null, by: "window" });
  });
});

describe("the best hour", () => {
  it("is that at which the user opens, clicks and does what the policy names most often", () => {
    expect(sent(anyHour, { entries: opens(6, "20:59"), visits: { 20: 1, 9: 6 } })).toBe("11-10 20:00 best_hour");
    expect(sent(anyHour, { entries: opens(6, "20:59"), visits: { 9: 7 } })).toBe("11-11 09:00 best_hour");
  });

  it("is the earlier of two that are as frequent", () => {
    expect(sent(anyHour, { visits: { 21: 5, 20: 5 } })).toBe("11-10 20:00 best_hour");
  });

  it("is not known from less evidence than the policy asks for, and says so", () => {
    const situation = { entries: opens(4, "20:00"), visits: { 20: 5 } };
    expect(sent(anyHour, situation)).toBe("11-10 10:10 settled");
    expect(sent(anyHour, situation, { least: 9 })).toBe("11-10 20:00 best_hour");
    const asked = program(anyHour);
    expect(detailsOf(asked).timely(candidateOf(asked, situation)).bestHour).toMatchObject({
      total: 9,
      least: 10,
      hour: null,
    });
    expect(sent(anyHour, {}, { least: 0 })).toBe("11-10 10:10 settled");
  });

  it("is one that begins between the strategy's hours, from evidence of those alone", () => {
    const evening: SendRule = { window: null, bestHour: { from: 1110, to: 60 } };
    const visits = { 9: 50, 18: 40, 19: 6, 0: 4, 1: 30 };
    expect(sent(evening, { visits })).toBe("11-10 19:00 best_hour");
    expect(sent(evening, { visits: { ...visits, 0: 3 } })).toBe("11-10 10:10 settled");
  });

  it("counts the local hour, of today and the 90 dates before, and no event that the policy does not name", () => {
    const early = opens(9, "23:59", "2026-08-1").slice(0, 1);
    expect(early[0]?.at).toBe(instantOf("2026-08-11 23:59"));
    const nine = opens(9, "20:00");
    const onTheDay = [...nine, { ...early[0], at: instantOf("2026-08-12 00:00") } as EncodedEntry];
    expect(sent(anyHour, { entries: [...nine, ...early] })).toBe("11-10 10:10 settled");
    expect(sent(anyHour, { entries: onTheDay })).toBe("11-10 20:00 best_hour");
    expect(sent(anyHour, { entries: nine, visits: { 20: 9 } }, { events: [] })).toBe("11-10 10:10 settled");
  });

  it("counts neither deliveries nor failures", () => {
    const entries = opens(20, "20:00").map((entry) => ({ ...entry, outcome: "delivered" }) as EncodedEntry);
    expect(sent(anyHour, { entries })).toBe("11-10 10:10 settled");
  });

  it("is recovered from a planted habit among noise, at every hour", () => {
    const noise = fc.array(fc.nat(23), { minLength: 10, maxLength: 24 });
    fc.assert(
      fc.property(fc.nat(23), noise, (habit, others) => {
        const visits: Record<number, number> = {};
        for (const hour of others) visits[hour] = (visits[hour] ?? 0) + 1;
        visits[habit] = Math.max(...Object.values(visits)) + 1;
        const day = habit < 10 ? "11-11" : "11-10";
        const clock = habit === 10 ? "10:10 settled" : `${String(habit).padStart(2, "0")}:00 best_hour`;
        expect(sent(anyHour, { visits })).toBe(`${day} ${clock}`);
      }),
    );
  });
});
