import { describe, expect, it } from "vitest";
import type { DecideInput, Entry } from "../../src/index.js";
import type { Fact, Test } from "../../src/program/program.js";
import { at, days, iso, night, pay, plainly, program, touchesOf, unpaid, visit, withTag } from "./scene.js";
import { benefit, offering, shop, strategy } from "./shop.js";

const late = { is: "every", day: { is: "day" }, minute: 1350 } as const;
const nightly = strategy("nightly", { when: late, variants: plainly() });

function cancelled(loaded: ReturnType<typeof program>, input: DecideInput) {
  return loaded
    .decide(input)
    .cancellations.map(({ strategy: id, at: instant, gate, code }) => [id, instant, gate, code]);
}

describe("a touch that waits for the morning", () => {
  it("is cancelled when what was missing at night happens before it goes out, and at no other instant", () => {
    const reminder = strategy("reminder", {
      when: {
        is: "absence",
        first: { event: 0, where: null },
        then: { event: 1, where: null },
        same: null,
        within: { unit: "ms", n: 1_800_000 },
      },
      variants: plainly(),
    });
    const loaded = program([reminder], {}, { quiet: night });
    const input = (...events: DecideInput["events"]) => days(10, 11, { events: [visit("10 22:10"), ...events] });
    const gone = ["reminder", iso("11 08:00"), "due", "followed"];
    expect(loaded.decide(input()).decisions).toMatchObject([{ send_at: iso("11 08:00"), send_by: "quiet_hours" }]);
    expect(cancelled(loaded, input())).toEqual([]);
    expect(cancelled(loaded, input(pay("11 02:00")))).toEqual([gone]);
    expect(cancelled(loaded, input(pay("11 08:00")))).toEqual([gone]);
    expect(cancelled(loaded, input(pay("11 08:01")))).toEqual([]);
    // News of a payment in time that came too late to keep the occurrence from happening.
    expect(cancelled(loaded, input({ ...pay("10 22:30"), received_at: at("11 02:00") }))).toEqual([gone]);
    expect(loaded.decide(input(pay("10 22:40"))).decisions).toEqual([]);
  });

  it("is cancelled when `who` no longer holds, with the clause that fails", () => {
    const loaded = program([{ ...nightly, who: [unpaid] }], {}, { quiet: night });
    const paidAt = (clock: string) => cancelled(loaded, days(10, 11, { events: [pay(clock)] })).slice(0, 1);
    expect(paidAt("11 08:00")).toEqual([["nightly", iso("11 08:00"), "targeted", "clause_1"]]);
    expect(paidAt("11 08:01")).toEqual([]);
  });

  it("counts days from its occurrence: who visited that day is still one who visited that day", () => {
    const today: Fact = { is: "count", event: 0, where: null, window: { is: "last", unit: "day", n: 1 } };
    const visited: Test = {
      is: "compare",
      op: ">=",
      left: { is: "column", column: shop.facts.length, per: 1 },
      right: { is: "constant", n: 1, d: 1 },
      type: { is: "integer" },
      said: 0,
    };
    const notTwice: Test = { is: "not", part: { ...visited, right: { is: "constant", n: 2, d: 1 } }, said: 0 };
    const loaded = program(
      [{ ...nightly, who: [visited, notTwice] }],
      { facts: [...shop.facts, today] },
      { quiet: night },
    );
    expect(cancelled(loaded, days(10, 11, { events: [visit("10 12:00")] }))).toEqual([]);
    // A window that ends at now extends to the send.
    const again = [visit("10 12:00"), visit("11 07:00")];
    expect(cancelled(loaded, days(10, 11, { events: again }))).toEqual([
      ["nightly", iso("11 08:00"), "targeted", "clause_2"],
    ]);
  });

  it("is cancelled by an opt-out up to the very instant of sending: of all channels, or of its own", () => {
    const loaded = program([nightly], {}, { quiet: night });
    const out = (clock: string, channel?: string) =>
      cancelled(
        loaded,
        days(10, 10, {
          until: at("11 09:00"),
          entries: [{ kind: "opt_out", at: at(clock), ...(channel && { channel }) }],
        }),
      );
    expect(out("11 08:00")).toEqual([["nightly", iso("11 08:00"), "allowed", "opted_out"]]);
    expect(out("11 08:01")).toEqual([]);
    expect(out("11 08:00", "push")).toEqual([["nightly", iso("11 08:00"), "reachable", "unreachable"]]);
    expect(out("11 08:00", "sms")).toEqual([]);
  });

  it("is cancelled when the user has left the state that started it", () => {
    const entering = strategy("entering", {
      when: { is: "state", change: "enters", state: unpaid, minute: null, reads: [1] },
      variants: plainly(),
    });
    const leaving = strategy("leaving", {
      when: { is: "state", change: "leaves", state: unpaid, minute: null, reads: [1] },
      variants: plainly(),
    });
    const loaded = program([entering, leaving], {}, { quiet: night });
    const entries = (id: string): Entry[] => [
      { kind: "touch", at: at("09 23:00"), strategy: id, occurrence: "x", channel: "push", send_at: at("10 08:00") },
    ];
    const paidBefore = { events: [pay("10 07:00")] };
    expect(cancelled(loaded, days(10, 10, { entries: entries("entering"), ...paidBefore }))).toEqual([
      ["entering", iso("10 08:00"), "due", "left"],
    ]);
    expect(cancelled(loaded, days(10, 10, { entries: entries("leaving"), ...paidBefore }))).toEqual([]);
    expect(cancelled(loaded, days(10, 10, { entries: entries("leaving") }))).toEqual([
      ["leaving", iso("10 08:00"), "due", "left"],
    ]);
  });

  it("does not stand in its own way: its own tag is not asked about", () => {
    const tag = withTag({ unit: "day", n: 1 });
    const loaded = program([{ ...nightly, who: [tag.hasNot], sets: [0] }], tag.program, { quiet: night });
    const result = loaded.decide(days(10, 11));
    expect(result.decisions.map(({ occurrence, tags }) => [occurrence, tags])).toEqual([
      ["2026-11-10T22:30", ["seen"]],
    ]);
    expect(result.cancellations).toEqual([]);
    // A tag that something else sets meanwhile is asked about.
    const entries: Entry[] = [{ kind: "tag", at: at("11 03:00"), tag: "seen" }];
    expect(cancelled(loaded, days(10, 11, { entries }))).toEqual([
      ["nightly", iso("11 08:00"), "targeted", "clause_1"],
    ]);
  });

  it("makes room, when it is cancelled, for what falls due at that instant", () => {
    const morning = strategy("morning", { when: { ...late, minute: 480 }, variants: plainly() });
    const cap = { name: "all per day", channels: null, n: 1, window: { is: "day" } } as const;
    const loaded = program([{ ...nightly, who: [unpaid] }, morning], {}, { quiet: night, caps: [cap] });
    const input = days(10, 11, { since: at("10 12:00"), until: at("11 12:00") });
    const reached = (events: DecideInput["events"]) =>
      loaded.decide({ ...input, events }).decisions.map(({ strategy: id }) => id);
    expect(reached([])).toEqual(["nightly"]);
    expect(reached([pay("11 07:00")])).toEqual(["nightly", "morning"]);
  });

  it("gives back what it had reserved, cancelled or handed over too late", () => {
    const gift = benefit("gift", { is: "gift", worth: 100 }, { quantity: 1 });
    const giving = { ...nightly, who: [unpaid], variants: offering({ benefit: 0 }, { materials: [null, null] }) };
    const loaded = program([giving], { benefits: [gift] }, { quiet: night });
    const first = days(10, 10, { until: at("11 01:00") });
    const codes = (entries: readonly Entry[], changes: Partial<DecideInput> = {}) => {
      const grants = loaded.createGrants();
      const decided = loaded.decide({ ...first, grants });
      const next = { ...days(10, 11), since: at("11 01:00"), grants, entries: [...touchesOf(decided), ...entries] };
      const { decisions, refusals } = loaded.decide({ ...next, ...changes });
      return [...decisions.map(({ occurrence }) => occurrence), ...refusals.map(({ code }) => code)];
    };
    const [decision] = loaded.decide(first).decisions;
    expect(codes([])).toEqual(["out_of_stock gift"]);
    expect(codes([{ kind: "too_late", at: at("11 10:00"), key: decision?.key ?? "" }])).toEqual(["2026-11-11T22:30"]);
    expect(
      codes([
        { kind: "opt_out", at: at("11 07:00") },
        { kind: "opt_in", at: at("11 09:00") },
      ]),
    ).toEqual(["2026-11-11T22:30"]);
  });
});
