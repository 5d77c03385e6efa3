import { describe, expect, it } from "vitest";
import type { DecideInput, Entry } from "../../src/index.js";
import type { Step, Strategy } from "../../src/program/program.js";
import { decisionKey } from "../../src/decide/key.js";
import { at, days, iso, pay, plainly, program, told, touchesOf, unpaid } from "./scene.js";
import { benefit, offering, strategy } from "./shop.js";

const HOUR = 3_600_000;
const wait: Step["wait"] = { ms: 4 * HOUR, unless: "opened" };
const chain = plainly([{ channels: [0] }, { wait, channels: [1] }, { wait, channels: [0] }]);

/** Once, on 10 November at 10:00, and so handed over from 10:10 on. */
function once(id: string, changes: Partial<Strategy> = {}): Strategy {
  const [y, minute] = [Date.UTC(2026, 10, 10) / 86_400_000, 600];
  return strategy(id, { when: { is: "once", date: y, minute }, repeat: { is: "never" }, variants: chain, ...changes });
}

function receipt(
  id: string,
  step: string,
  clock: string,
  outcome: "handed_over" | "opened" | "clicked" | "delivered" | "failed" = "handed_over",
): Entry {
  return { kind: "receipt", at: at(clock), key: decisionKey(id, "u", "2026-11-10T10:00", step), outcome };
}

function decided(strategies: readonly Strategy[], entries: readonly Entry[], changes: Partial<DecideInput> = {}) {
  return program(strategies).decide(days(10, 11, { entries, ...changes }));
}

describe("the next step of a chain", () => {
  it("is due at the acknowledged hand-over plus the wait, under a key of its own", () => {
    expect(told(decided([once("a")], []))).toEqual(["a 10T02:00 1"]);
    const two = decided([once("a")], [receipt("a", "1", "10 11:00")]);
    expect(told(two)).toEqual(["a 10T02:00 1", "a 10T07:00 2"]);
    expect(two.decisions[1]).toMatchObject({
      channel: "sms",
      occurrence: "2026-11-10T10:00",
      send_at: iso("10 15:10"),
      key: decisionKey("a", "u", "2026-11-10T10:00", "2"),
    });
    const three = decided([once("a")], [receipt("a", "1", "10 11:00"), receipt("a", "2", "10 15:30")]);
    expect(told(three)).toEqual(["a 10T02:00 1", "a 10T07:00 2", "a 10T11:30 3"]);
  });

  it("waits from the first acknowledgement, and is dropped by what it waits for, or by more than that", () => {
    const handed = receipt("a", "1", "10 11:00");
    const steps = (...entries: Entry[]) => decided([once("a")], [handed, ...entries]).decisions.length;
    expect(steps(receipt("a", "1", "10 09:00"))).toBe(2);
    expect(steps(receipt("a", "1", "10 12:00"))).toBe(2);
    expect(steps(receipt("a", "1", "10 15:00", "opened"))).toBe(1);
    expect(steps(receipt("a", "1", "10 14:00", "clicked"))).toBe(1);
    expect(steps(receipt("a", "1", "10 15:01", "opened"))).toBe(2);
    expect(steps(receipt("a", "1", "10 12:00", "delivered"), receipt("a", "1", "10 12:00", "failed"))).toBe(2);
    expect(steps(receipt("b", "1", "10 12:00", "opened"))).toBe(2);
  });

  it("does not follow what was cancelled, nor a ghost", () => {
    const handed = receipt("a", "1", "10 11:00");
    const key = decisionKey("a", "u", "2026-11-10T10:00", "1");
    expect(told(decided([once("a")], [handed, { kind: "too_late", at: at("10 14:00"), key }]))).toEqual([
      "a 10T02:00 1",
    ]);
    const held = decided([once("a", { holdout: { share: 10_000, salt: "all" } })], [handed]);
    expect([held.decisions, held.ghosts.map(({ step }) => step)]).toEqual([[], ["1"]]);
  });

  it("follows a touch of an earlier interval", () => {
    const loaded = program([once("a")]);
    const first = loaded.decide(days(10, 10, { until: at("10 12:00") }));
    const entries = [...touchesOf(first), receipt("a", "1", "10 11:00")];
    const next = days(10, 10, { since: at("10 12:00"), entries });
    expect(told(loaded.decide(next))).toEqual(["a 10T07:00 2"]);
    expect(told(loaded.decide({ ...next, since: at("10 15:00") }))).toEqual([]);
    expect(told(loaded.decide({ ...next, until: at("10 15:00") - 1 }))).toEqual([]);
    expect(loaded.decide({ ...next, strategies: [] }).decisions).toEqual([]);
  });

  it("asks `who`, consent, reach and caps again, but neither `repeat`, `limit` nor groups", () => {
    const handed = receipt("a", "1", "10 11:00");
    const refused = (strategies: Strategy[], entries: Entry[], changes: Partial<DecideInput> = {}) =>
      decided(strategies, entries, changes).refusals.map(({ step, gate, code }) => [step, gate, code]);
    const counts = decided([once("a", { who: [unpaid] })], [handed], { events: [pay("10 13:00")] }).counts[0];
    expect(counts?.gates.find(({ gate }) => gate === "targeted")?.refused).toEqual({ clause_1: 1 });
    expect(refused([once("a")], [handed, { kind: "opt_out", at: at("10 13:00"), channel: "sms" }])).toEqual([
      ["2", "allowed", "opted_out"],
    ]);
    expect(refused([once("a")], [handed], { user: { id: "u", push_on: true } })).toEqual([
      ["2", "reachable", "unreachable"],
    ]);
    const cap = { name: "all per day", channels: null, n: 1, window: { is: "day" } } as const;
    const capped = program([once("a")], {}, { caps: [cap] }).decide(days(10, 10, { entries: [handed] }));
    expect(capped.refusals).toMatchObject([{ step: "2", gate: "fresh", code: "capped all per day" }]);
    // Another touch of an excluded strategy came in between; the chain goes on.
    const other = strategy("other", { when: { is: "every", day: { is: "day" }, minute: 780 }, variants: plainly() });
    const pair = [once("a", { exclusive: [] }), { ...other, exclusive: [] }];
    expect(told(program(pair).decide(days(10, 10, { entries: [handed] })))).toEqual([
      "a 10T02:00 1",
      "other 10T05:00 1",
      "a 10T07:00 2",
    ]);
    const groups = [
      once("a", { exclusive: [{ strategy: 1, days: 1 }] }),
      { ...other, exclusive: [{ strategy: 0, days: 1 }] },
    ];
    expect(told(program(groups).decide(days(10, 10, { entries: [handed] })))).toEqual(["a 10T02:00 1", "a 10T07:00 2"]);
  });

  it("keeps the benefit of the first step, which is given once", () => {
    const gift = benefit(
      "gift",
      { is: "gift", worth: 3900 },
      { quantity: 1, perUser: 1, cost: 12_000_000, face: 3900 },
    );
    const steps = [{ channels: [0] }, { wait, channels: [1] }].map((step) => ({
      wait: null,
      preferred: null,
      materials: [null],
      ...step,
    }));
    const loaded = program([once("a", { variants: offering({ benefit: 0, steps }) })], { benefits: [gift] });
    const { decisions } = loaded.decide(days(10, 10, { entries: [receipt("a", "1", "10 11:00")] }));
    expect(decisions.map(({ step, benefit: given }) => [step, given?.id])).toEqual([
      ["1", "gift"],
      ["2", "gift"],
    ]);
  });

  it("stands among the occurrences of its instant by priority", () => {
    const at15 = { is: "every", day: { is: "day" }, minute: 900 } as const;
    const higher = strategy("z", { when: at15, variants: plainly(), priority: 90 });
    const lower = strategy("b", { when: at15, variants: plainly() });
    const entries = [receipt("a", "1", "10 11:00")];
    expect(told(program([lower, once("a"), higher]).decide(days(10, 10, { entries })))).toEqual([
      "a 10T02:00 1",
      "z 10T07:00 1",
      "a 10T07:00 2",
      "b 10T07:00 1",
    ]);
  });
});
