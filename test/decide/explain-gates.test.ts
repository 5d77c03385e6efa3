import { describe, expect, it } from "vitest";
import type { DecideInput, ExplainedGate, ExplainedOccurrence } from "../../src/index.js";
import type { GateId } from "../../src/index.js";
import type { Cap, Strategy, Test, Variant } from "../../src/program/program.js";
import { at, days, iso, night, pay, plainly, program, touchesOf, unpaid, visit } from "./scene.js";
import { atLeast, benefit, column, offering, strategy } from "./shop.js";

const daily = (minute: number) => ({ is: "every", day: { is: "day" }, minute }) as const;
const everybody = { share: 10_000, salt: "everybody" };

function first(loaded: ReturnType<typeof program>, input: DecideInput, id = "a"): ExplainedOccurrence {
  const [occurrence] = loaded.explain({ ...input, strategy: id }).occurrences;
  if (!occurrence) throw new Error("nothing fell due");
  return occurrence;
}

function gate({ gates }: Pick<ExplainedOccurrence, "gates">, id: GateId): ExplainedGate | undefined {
  return gates.find((each) => each.gate === id);
}

const nicknameKnown: Test = { is: "knownText", value: { is: "column", column: column("nickname") }, said: 0 };

describe("what an explanation tells of a gate", () => {
  it("`due`: a state as it was, and as it had become", () => {
    const paidOnce = atLeast("paid", 1, "did pay ever");
    const entering = strategy("a", {
      when: { is: "state", change: "enters", state: paidOnce, minute: null, reads: [1] },
      variants: plainly(),
    });
    const occurrence = first(program([entering]), days(10, 10, { events: [pay("10 12:00")] }));
    expect(gate(occurrence, "due")).toMatchObject({
      outcome: "passed",
      state: { now: { text: "did pay ever", holds: true, seen: "1" }, before: { holds: false, seen: "0" } },
    });
  });

  it("`allowed`: the stop list, the choice not to be looked at, opt-outs and consents", () => {
    const policy = {
      stops: [atLeast("paid", 1, "did pay ever")],
      personal: nicknameKnown,
      consents: [{ channel: 1, purpose: null, test: nicknameKnown }],
    };
    const loaded = program([strategy("a", { variants: plainly() })], {}, policy);
    const out = days(10, 10, {
      entries: [{ kind: "opt_out", at: at("10 09:00"), channel: "push", purpose: "marketing" }],
    });
    const stopped = gate(first(loaded, { ...out, events: [pay("09 12:00")] }), "allowed");
    expect(stopped).toMatchObject({ outcome: "refused", code: "stop_listed" });
    expect(stopped?.rules?.map(({ rule, test }) => [rule, test.holds])).toEqual([
      ["stop", true],
      ["personal", false],
    ]);
    const named = { ...out, user: { id: "u", push_on: true, phone: "1", nickname: "Li" } };
    expect(gate(first(loaded, named), "allowed")?.channels).toMatchObject([
      { channel: "push", opted_out: true, consents: [] },
      { channel: "sms", opted_out: false, consents: [{ holds: true }] },
    ]);
    const loose = program([strategy("a", { variants: plainly(), personal: false })], {}, policy);
    expect(gate(first(loose, out), "allowed")).toMatchObject({
      code: "opted_out",
      channels: [{ opted_out: true }, { consents: [{ holds: false }] }],
    });
  });

  it("`assigned`: buckets against shares, the variant, and of a ghost what would have been sent", () => {
    const offer = (channel: number) => plainly([{ channels: [channel] }])[0]?.offer ?? null;
    const variants: Variant[] = [
      { id: "by_push", label: null, shares: [0], offer: offer(0) },
      { id: "by_sms", label: null, shares: [0], offer: offer(1) },
      { id: "none", label: null, shares: [10_000], offer: null },
    ];
    const loaded = program([strategy("a", { split: { salt: "s" }, variants, holdout: { share: 0, salt: "h" } })]);
    const occurrence = first(loaded, days(10, 10, { user: { id: "u", push_on: false, phone: "1" } }));
    const assigned = gate(occurrence, "assigned")?.assigned;
    expect(assigned).toMatchObject({
      ghost: "control",
      global_holdout: null,
      holdout: { share: 0 },
      split: { variant: "none" },
    });
    expect(assigned?.split?.bucket).toBeLessThan(10_000);
    expect(occurrence).toMatchObject({
      decision: null,
      ghost: { reason: "control", would: ["by_sms"], channel: "sms" },
    });
    expect(occurrence.walks.map(({ variant, gates }) => [variant, gates.at(-1)?.gate, gates.at(-1)?.code])).toEqual([
      ["by_push", "reachable", "unreachable"],
      ["by_sms", "fresh", null],
    ]);
    expect(occurrence.gates.map(({ outcome }) => outcome).join(" ")).toBe(
      `${"passed ".repeat(8)}not_reached not_reached`,
    );
  });

  it("`reachable`: per channel what it holds back, and how the user took what came before", () => {
    const caps: Cap[] = [{ name: "push per day", channels: [0], n: 1, window: { is: "day" } }];
    const loaded = program([strategy("a", { variants: plainly([{ preferred: { least: 2 } }]) })], {}, { caps });
    const start = days(9, 9);
    const entries = touchesOf(loaded.decide(start)).flatMap((touch) =>
      "key" in touch && touch.key
        ? [touch, { kind: "receipt" as const, at: at("09 12:00"), key: touch.key, outcome: "opened" as const }]
        : [],
    );
    const reached = gate(first(loaded, days(10, 10, { entries })), "reachable");
    expect(reached).toMatchObject({ order: { by: "declared", least: 2 } });
    expect(reached?.channels).toMatchObject([
      {
        channel: "push",
        reaches: true,
        evidence: { receipts: 1, opened: 1 },
        caps: [{ cap: "push per day", touches: [], free_from: null }],
      },
      { channel: "sms", evidence: { receipts: 0, opened: 0 }, caps: [] },
    ]);
  });

  it("`timely`: what was allowed, and what moved it last", () => {
    const late = strategy("a", { when: daily(1380), variants: plainly() });
    expect(gate(first(program([late], {}, { quiet: night }), days(10, 10)), "timely")?.timing).toEqual({
      earliest: iso("10 23:10"),
      send_at: iso("11 08:00"),
      by: "quiet_hours",
      window: null,
      quiet: { from: "22:00", to: "08:00", otherwise: "delay" },
      best_hour: null,
    });
    const window = { from: 480, to: 600, otherwise: "skip" } as const;
    const best = { from: 0, to: 1440 };
    const bounded = strategy("a", { variants: offering({ benefit: null, send: { window, bestHour: best } }) });
    expect(gate(first(program([bounded]), days(10, 10)), "timely")).toMatchObject({
      code: "quiet",
      timing: { send_at: null, by: "window", best_hour: { hour: null, evidence: 0, least: 10 } },
    });
  });

  it("`exclusive`: who won, and when that goes out", () => {
    const pair: Strategy[] = [
      strategy("a", { variants: plainly(), exclusive: [{ strategy: 1, days: 2 }] }),
      strategy("b", { variants: plainly(), exclusive: [{ strategy: 0, days: 2 }], priority: 90 }),
    ];
    expect(gate(first(program(pair), days(10, 10)), "exclusive")).toMatchObject({
      code: "lost_to b",
      winner: { strategy: "b", channel: "push", send_date: "2026-11-10", days: 2 },
    });
  });

  it("`fresh`: the last touch, the touches about the same thing, and those that fill a cap, with when it is free again", () => {
    const caps: Cap[] = [
      { name: "all in 3 days", channels: null, n: 2, window: { is: "days", n: 3 } },
      { name: "all in 24 hours", channels: null, n: 9, window: { is: "span", ms: 86_400_000 } },
    ];
    const loaded = program(
      [strategy("a", { variants: plainly(), repeat: { is: "after", unit: "day", n: 1 } })],
      {},
      { caps },
    );
    const entries = touchesOf(loaded.decide(days(8, 9)));
    const fresh = gate(first(loaded, days(10, 10, { entries })), "fresh");
    expect(fresh).toMatchObject({
      code: "capped all in 3 days",
      repeat: { last: "2026-11-09", again_from: "2026-11-10" },
    });
    expect(
      fresh?.caps?.map(({ touches, free_from }) => [touches.map(({ send_date }) => send_date), free_from]),
    ).toEqual([
      [["2026-11-08", "2026-11-09"], "2026-11-11"],
      [[], null],
    ]);
    const spans: Cap[] = [{ name: "all in 24 hours", channels: null, n: 1, window: { is: "span", ms: 86_400_000 } }];
    const hourly = program([strategy("a", { variants: plainly(), when: { is: "hourly" } })], {}, { caps: spans });
    const [, second] = hourly.explain({ ...days(10, 10), strategy: "a" }).occurrences;
    expect(gate(second as ExplainedOccurrence, "fresh")?.caps).toMatchObject([{ n: 1, free_from: iso("11 01:10") }]);
    const weekly: Cap[] = [{ name: "all per week", channels: null, n: 1, window: { is: "week" } }];
    const byWeek = program([strategy("a", { variants: plainly() })], {}, { caps: weekly });
    const [, next] = byWeek.explain({ ...days(10, 11), strategy: "a" }).occurrences;
    // The week after starts on Monday, the 16th.
    expect(gate(next as ExplainedOccurrence, "fresh")?.caps).toMatchObject([{ free_from: "2026-11-16" }]);
  });

  it("`funded`: what the touch takes, and what of it was left before", () => {
    const gift = benefit(
      "gift",
      { is: "gift", worth: 100 },
      { quantity: 2, perUser: 5, budget: 3_000_000, cost: 1_000_000 },
    );
    const loaded = program([strategy("a", { variants: offering({ benefit: 0 }, { materials: [null, null] }) })], {
      benefits: [gift],
    });
    const left = loaded
      .explain({ ...days(10, 12), strategy: "a" })
      .occurrences.map((occurrence) =>
        gate(occurrence, "funded")?.claims?.map(({ resource, left: free }) => [resource, free]),
      );
    expect(left).toEqual(
      [2, 1, 0].map((pieces) => [
        ["benefit:gift", pieces],
        ["user:gift", pieces + 3],
        ["money:benefit:gift", (pieces + 1) * 1_000_000],
      ]),
    );
  });

  it("`composed`: how long the texts are, but not what they say", () => {
    const occurrence = first(program([strategy("a", {})]), days(10, 10));
    expect(gate(occurrence, "composed")?.message).toMatchObject({
      material: "push_text",
      parts: [{ id: "title", limit: null }, { id: "__proto__" }],
    });
    expect(JSON.stringify(occurrence)).not.toContain("朋友");
  });
});

describe("an explanation", () => {
  it("goes on after the occurrence: with its release, its fallbacks and theirs", () => {
    const steps = [{ channels: [0] }, { wait: { ms: 3_600_000, unless: "opened" } as const, channels: [1] }];
    const loaded = program([strategy("a", { when: daily(600), variants: plainly(steps), who: [unpaid] })], {}, {});
    const [decision] = loaded.decide(days(10, 10)).decisions;
    const entries = [
      { kind: "receipt" as const, at: at("10 11:00"), key: decision?.key ?? "", outcome: "handed_over" as const },
    ];
    const { later, ...occurrence } = first(loaded, days(10, 10, { entries, events: [pay("10 12:05")] }));
    expect(occurrence.decision).toMatchObject({ step: "1" });
    expect(later).toMatchObject([
      { is: "release", step: "1", at: iso("10 10:10"), cancellation: null },
      { is: "fallback", step: "2", at: iso("10 12:00"), decision: { channel: "sms" } },
      { is: "release", step: "2", at: iso("10 12:10"), cancellation: { gate: "targeted", code: "clause_1" } },
    ]);
    const [, , last] = later;
    expect(last?.gates).toMatchObject([{ gate: "targeted", outcome: "refused", clauses: [{ holds: false }] }]);
  });

  it("tells what an occurrence of an earlier interval left to do", () => {
    const reminder = strategy("a", {
      when: daily(1380),
      variants: plainly(),
      who: [atLeast("visits", 1, "did visit")],
    });
    const loaded = program([reminder], {}, { quiet: night });
    const events = [visit("10 12:00")];
    const entries = touchesOf(loaded.decide(days(10, 10, { events })));
    const told = first(loaded, days(11, 11, { events, entries, until: at("11 12:00") }));
    expect(told).toMatchObject({ occurrence: "2026-11-10T23:00", gates: [], decision: null });
    expect(told.later).toMatchObject([{ is: "release", at: iso("11 08:00"), cancellation: null }]);
    expect(told.later[0]?.gates.map(({ gate: id, outcome }) => `${id} ${outcome}`)).toEqual([
      "targeted passed",
      "allowed passed",
      "reachable passed",
      "due passed",
    ]);
  });
});

it("holds out nobody whom a share of nothing names, and everybody whom a whole one does", () => {
  const held = (share: number) =>
    gate(
      first(program([strategy("a", { variants: plainly(), holdout: { ...everybody, share } })]), days(10, 10)),
      "assigned",
    )?.assigned?.ghost;
  expect([held(0), held(10_000)]).toEqual([null, "holdout"]);
});
