import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DecideInput, type DecideResult, type Entry, loadBundle, loadProgram } from "../../src/index.js";
import { bundleText } from "../../src/program/bundle.js";
import { shop } from "./shop.js";

const program = loadProgram(shop);
const DAY = 86_400_000;
/** Tuesday, 10 November 2026, 10:00 in Shanghai. */
const start = Date.parse("2026-11-10T02:00:00Z");

const instant = fc
  .integer({ min: start - 12 * DAY, max: start + 6 * DAY })
  .map((ms) => Math.floor(ms / 3_600_000) * 3_600_000);
const soon = fc.integer({ min: 0, max: 40 }).map((hours) => start + hours * 4 * 3_600_000);

const event = fc.oneof(
  fc.record({ event: fc.constant("visit"), occurred_at: instant, late: fc.constantFrom(null, 0, 300_000, DAY) }),
  fc.record({
    event: fc.constant("pay"),
    occurred_at: instant,
    late: fc.constantFrom(null, 0, 300_000, DAY),
    amount: fc.constantFrom(5, 60, "40.50"),
    category: fc.constantFrom(null, "phone"),
  }),
);
const events = fc.array(event, { maxLength: 12 }).map((list) =>
  list.map(({ late, ...rest }, index) => ({
    ...rest,
    id: `e${index % 9}`,
    received_at: late === null ? null : rest.occurred_at + late,
  })),
);
const entries: fc.Arbitrary<Entry[]> = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constantFrom("opt_out" as const, "opt_in" as const),
      at: soon,
      channel: fc.constantFrom("push", "sms"),
    }),
    fc.record({ kind: fc.constantFrom("opt_out" as const, "opt_in" as const), at: soon }),
    fc.record({
      kind: fc.constant("touch" as const),
      at: instant,
      strategy: fc.constantFrom("everybody", "once_only", "constructor", "no_longer_there"),
      occurrence: fc.constantFrom("2026-11-08T10:00", "2026-10-10T10:00", "an-event"),
      channel: fc.constant("push"),
    }),
  ),
  { maxLength: 4 },
);
const user = fc.record({
  id: fc.constantFrom("u1", "__proto__", "constructor", "小李"),
  push_on: fc.boolean(),
  phone: fc.constantFrom(null, "13800000000"),
  nickname: fc.constantFrom(null, "Li"),
  language: fc.constantFrom(null, "en-GB"),
  zone: fc.constantFrom(null, "America/New_York"),
});
const input: fc.Arbitrary<DecideInput & { entries: Entry[] }> = fc.record({
  user,
  events,
  entries,
  since: fc.constant(start - 1),
  until: soon.map((ms) => ms + 1),
});

/** The touches that decisions are, as entries. */
function touches({ decisions }: DecideResult): Entry[] {
  return decisions.map((decision) => ({ kind: "touch", ...decision }));
}

function paidAt(received: string, amount: number) {
  return {
    event: "pay",
    id: "same",
    occurred_at: "2026-11-09T00:00:00Z",
    received_at: received,
    amount,
  };
}

/** When somebody is decided for whose payment, a minute before the first occurrence, arrived at an instant. */
function occurrencesWhenPaymentArrived(received: string): string[] {
  return program
    .decide({
      user: { id: "u", push_on: true },
      events: [
        { event: "visit", id: "1", occurred_at: "2026-11-09T00:00:00Z" },
        { event: "visit", id: "2", occurred_at: "2026-11-09T00:00:00Z" },
        { event: "pay", id: "1", occurred_at: "2026-11-10T01:59:00Z", received_at: received, amount: 1 },
      ],
      since: start - 1,
      until: start + DAY,
      strategies: ["paid_often"],
    })
    .decisions.map(({ occurrence }) => occurrence);
}

describe("decide", () => {
  it("decides (a, c] as it decides (a, b] and then (b, c] with the touches of the first", () => {
    let decided = 0;
    fc.assert(
      fc.property(input, fc.double({ min: 0, max: 1, noNaN: true }), (whole, share) => {
        const [since, until] = [whole.since as number, whole.until as number];
        const middle = Math.min(until - 1, Math.max(since + 1, Math.floor(since + (until - since) * share)));
        fc.pre(since < middle && middle < until);
        const once = program.decide(whole);
        const first = program.decide({ ...whole, until: middle });
        const second = program.decide({ ...whole, since: middle, entries: [...whole.entries, ...touches(first)] });
        expect([...first.decisions, ...second.decisions]).toEqual(once.decisions);
        expect([...first.refusals, ...second.refusals]).toEqual(once.refusals);
        decided += once.decisions.length;
      }),
      { numRuns: 400 },
    );
    expect(decided).toBeGreaterThan(1000);
  });

  it("gives the same bytes whatever the order of events, entries and fields, and however often it is asked", () => {
    fc.assert(
      fc.property(input, (given) => {
        const first = JSON.stringify(program.decide(given));
        const turned: DecideInput = {
          ...given,
          user: Object.fromEntries(Object.entries(given.user).toReversed()),
          events: given.events.toReversed(),
          entries: given.entries.toReversed(),
        };
        expect(JSON.stringify(program.decide(turned))).toBe(first);
        expect(JSON.stringify(loadBundle(bundleText(shop)).decide(given))).toBe(first);
      }),
      { numRuns: 200 },
    );
  });

  it("counts every candidate at every gate: what is due is decided or refused, once", () => {
    fc.assert(
      fc.property(input, (given) => {
        const { decisions, refusals, counts } = program.decide(given);
        for (const { strategy, gates } of counts) {
          const sum = (gate: (typeof gates)[number]) => Object.values(gate.refused).reduce((a, b) => a + b, 0);
          gates.forEach((gate, place) => {
            const before = place === 0 ? gate.passed : gates[place - 1]?.passed;
            expect(gate.passed).toBe((before ?? 0) - sum(gate));
            const told = refusals.filter((refusal) => refusal.strategy === strategy && refusal.gate === gate.gate);
            expect(told).toHaveLength(gate.gate === "targeted" ? 0 : sum(gate));
          });
          expect(gates.at(-1)?.passed).toBe(decisions.filter((decision) => decision.strategy === strategy).length);
        }
      }),
      { numRuns: 200 },
    );
  });

  it("says everything that a touch needs", () => {
    const { decisions } = program.decide({
      user: { id: "u1", push_on: false, phone: "1", nickname: null },
      events: [{ event: "pay", id: "p1", occurred_at: "2026-11-09T12:00:00+08:00", amount: "1234.50" }],
      since: "2026-11-09T10:00:00+08:00",
      until: "2026-11-10T10:00:00+08:00",
      strategies: ["constructor", "everybody"],
    });
    // Instants, keys and expiry worked out by hand; the order is by priority, then by id: `constructor` < `everybody`.
    expect(decisions).toEqual([
      {
        key: expect.stringMatching(/^[0-9a-f]{64}$/),
        user: "u1",
        strategy: "constructor",
        occurrence: "2026-11-10T10:00",
        set: null,
        variant: null,
        step: "1",
        at: "2026-11-10T02:00:00.000Z",
        date: "2026-11-10",
        send_at: "2026-11-10T02:10:00.000Z",
        send_date: "2026-11-10",
        send_by: "settled",
        limit_key: null,
        channel: "sms",
        channel_cost: "0.05 CNY",
        channel_by: "declared",
        tags: [],
        benefit: {
          id: "hp20",
          kind: "coupon",
          cost: "20 CNY",
          expires_at: "2026-11-17T16:00:00.000Z",
          lottery: null,
          referral: null,
        },
        material: { id: "sms_text", locale: "en", template: null, parts: { body: "CN¥1,234.50" } },
        program: program.hash,
      },
      {
        key: expect.stringMatching(/^[0-9a-f]{64}$/),
        user: "u1",
        strategy: "everybody",
        occurrence: "2026-11-10T10:00",
        set: null,
        variant: null,
        step: "1",
        at: "2026-11-10T02:00:00.000Z",
        date: "2026-11-10",
        send_at: "2026-11-10T02:10:00.000Z",
        send_date: "2026-11-10",
        send_by: "settled",
        limit_key: null,
        channel: "sms",
        channel_cost: "0.05 CNY",
        channel_by: "declared",
        tags: [],
        benefit: {
          id: "p100",
          kind: "points",
          cost: "1200 points",
          expires_at: "2026-11-10T03:40:00.000Z",
          lottery: null,
          referral: null,
        },
        material: { id: "sms_text", locale: "en", template: null, parts: { body: "CN¥1,234.50" } },
        program: program.hash,
      },
    ]);
    expect(new Set(decisions.map(({ key }) => key)).size).toBe(2);
  });

  it("keeps slots and users with the names of an object's own machinery apart from it", () => {
    const { decisions } = program.decide({
      user: JSON.parse('{"id":"__proto__","push_on":true,"__proto__":3,"constructor":"1.5"}'),
      events: JSON.parse('[{"event":"__proto__","id":"constructor","occurred_at":0}]'),
      since: start - 1,
      until: start,
      strategies: ["everybody"],
    });
    expect(decisions[0]?.user).toBe("__proto__");
    expect(Object.entries(decisions[0]?.material?.parts ?? {})).toEqual([
      ["title", "朋友，立减 1,200"],
      ["__proto__", "2026年11月10日 11:39"],
    ]);
  });

  it("of two events with one id counts the one received first", () => {
    const spent = (history: ReturnType<typeof paidAt>[]) =>
      program.decide({
        user: { id: "u", push_on: false, phone: "1" },
        events: history,
        since: start - 1,
        until: start,
        strategies: ["constructor"],
      }).decisions[0]?.material?.parts.body;
    const [first, second] = [paidAt("2026-11-09T00:01:00Z", 1), paidAt("2026-11-09T00:02:00Z", 2)];
    expect(spent([first, second])).toBe("CN¥1");
    expect(spent([second, first])).toBe("CN¥1");
  });

  it("sees an event that arrived too late for an occurrence only afterwards", () => {
    expect(occurrencesWhenPaymentArrived("2026-11-10T02:10:00Z")).toEqual(["2026-11-10T10:00", "2026-11-11T10:00"]);
    expect(occurrencesWhenPaymentArrived("2026-11-10T02:10:00.001Z")).toEqual(["2026-11-11T10:00"]);
  });
});
