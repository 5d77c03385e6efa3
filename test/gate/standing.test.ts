import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createStanding, type EncodedEntry, type StandingTouch } from "../../src/gate/standing.js";

/** Strategies 0 and 1 are of one set, 2 is alone; 1 and 2 set tag 0, which holds for two days, and 2 sets tag 1, for 10 ms. */
const standing = createStanding({
  strategies: [
    { id: "a", priority: 50, set: 0, sets: [] },
    { id: "b", priority: 50, set: 0, sets: [0] },
    { id: "c", priority: 80, set: null, sets: [0, 1] },
  ],
  strategyTags: [
    { valid: { unit: "day", n: 2 } },
    { valid: { unit: "ms", n: 10 } },
    { valid: { unit: "month", n: 1 } },
    { valid: null },
  ],
});

function touch(key: string, at: number, changes: Partial<StandingTouch> = {}): StandingTouch {
  return {
    kind: "touch",
    ghost: null,
    at,
    key,
    strategy: 0,
    variant: 0,
    walked: 0,
    step: 0,
    occurrence: key,
    date: at,
    sendAt: at + 1,
    sendDate: at,
    channel: 0,
    limitKey: null,
    benefits: [],
    ...changes,
  };
}

function keys(strategy: number, ghost: StandingTouch["ghost"] = null): string[] {
  return standing.touches(strategy, ghost).map(({ key }) => key);
}

const purpose = fc.constantFrom("marketing" as const, "service" as const);
const entry: fc.Arbitrary<EncodedEntry> = fc.oneof(
  fc
    .record({ key: fc.constantFrom("a", "b", "c", "d"), at: fc.nat(6), strategy: fc.nat(2), date: fc.nat(9) })
    .map(({ key, at, ...rest }) => touch(key, at, rest)),
  fc.record({
    kind: fc.constantFrom("opt_out" as const, "opt_in" as const),
    at: fc.nat(6),
    channel: fc.constantFrom(null, 0, 1),
    purpose: fc.option(purpose),
  }),
  fc.record({ kind: fc.constant("cancel" as const), at: fc.nat(6), key: fc.constantFrom("a", "b", "c", "d") }),
  fc.record({ kind: fc.constant("tag" as const), at: fc.nat(6), date: fc.nat(9), tag: fc.nat(3) }),
);

/** What a user with these entries looks like at some instants. */
function read(list: readonly EncodedEntry[]) {
  standing.begin(list);
  return [0, 2, 5, 7].map((instant) => {
    standing.advance(instant);
    return {
      out: [0, 1].map((channel) => standing.isOptedOut(channel, "marketing")),
      tags: [0, 1, 2, 3].map((tag) => standing.hasTag(tag, instant, 4)),
      touches: structuredClone(standing.touches(0, null)),
    };
  });
}

describe("the standing of a user", () => {
  it("hears an opt-out at once, and a touch only afterwards", () => {
    standing.begin([touch("t", 5), { kind: "opt_out", at: 5, channel: 0, purpose: null }]);
    standing.advance(4);
    expect([standing.isOptedOut(0, "service"), keys(0)]).toEqual([false, []]);
    standing.advance(5);
    expect([standing.isOptedOut(0, "service"), standing.isOptedOut(1, "service"), keys(0)]).toEqual([true, false, []]);
    standing.advance(6);
    expect(keys(0)).toEqual(["t"]);
  });

  it("covers by an opt-out exactly what no later opt-in includes, and lets it win at one instant", () => {
    const consents = fc.array(
      entry.filter(({ kind }) => kind === "opt_out" || kind === "opt_in"),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(consents, fc.nat(6), fc.nat(1), purpose, (list, now, channel, why) => {
        standing.begin(list);
        standing.advance(now);
        const includes = <T>(whole: T | null, part: T | null) => whole === null || whole === part;
        const isOut = list.some(
          (out) =>
            out.kind === "opt_out" &&
            out.at <= now &&
            includes(out.channel, channel) &&
            includes(out.purpose, why) &&
            !list.some(
              (back) =>
                back.kind === "opt_in" &&
                back.at <= now &&
                back.at > out.at &&
                includes(back.channel, out.channel) &&
                includes(back.purpose, out.purpose),
            ),
        );
        expect(standing.isOptedOut(channel, why)).toBe(isOut);
      }),
    );
  });

  it("shows the same whatever the order in which entries are given, and keeps nothing of the user before", () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 8 }), fc.array(entry, { maxLength: 4 }), (list, others) => {
        const first = read(list);
        read(others);
        standing.setAside("a");
        expect(read(list.toReversed())).toEqual(first);
      }),
    );
  });

  it("shows touches of one instant in the order of the fold, however it came to know them", () => {
    const [low, high] = [touch("1", 1, { strategy: 1 }), touch("2", 1, { strategy: 2 })];
    const list = [low, touch("3", 1, { strategy: 0 }), touch("0", 1, { strategy: -1 }), high, touch("4", 0)];
    standing.begin(list);
    standing.advance(2);
    expect(keys(0)).toEqual(["4", "2", "3", "1", "0"]);
    standing.begin([high]);
    standing.advance(2);
    standing.add(low);
    expect(keys(0)).toEqual(["2", "1"]);
  });

  it("shows ghosts within their strategy and set, and all of them to those whom everything holds out", () => {
    standing.begin([
      touch("real", 1, { strategy: 2 }),
      touch("of_set", 2, { strategy: 1, ghost: "holdout" }),
      touch("alone", 3, { strategy: 2, ghost: "control" }),
    ]);
    standing.advance(9);
    expect(keys(0)).toEqual(["real", "of_set"]);
    expect(keys(2)).toEqual(["real", "alone"]);
    expect(keys(0, "global_holdout")).toEqual(["real", "of_set", "alone"]);
  });

  it("counts a key once, and never again after it was withdrawn", () => {
    standing.begin([touch("t", 1), touch("t", 2), { kind: "cancel", at: 4, key: "t" }, touch("late", 6)]);
    standing.advance(3);
    expect(keys(0)).toEqual(["t"]);
    standing.advance(4);
    expect([keys(0), standing.touch("t")]).toEqual([[], null]);
    standing.withdraw("late");
    standing.add(touch("t", 5));
    standing.advance(9);
    expect(keys(0)).toEqual([]);
  });

  it("leaves out a touch that is set aside, and what it set, until another is", () => {
    standing.begin([]);
    standing.add(touch("t", 1, { strategy: 2 }));
    standing.add(touch("u", 2, { strategy: 2 }));
    standing.setAside("t");
    expect([keys(2), standing.touch("t")]).toEqual([["u"], null]);
    standing.setAside("u");
    expect([keys(2), standing.hasTag(0, 1, 3)]).toEqual([["t"], true]);
    standing.withdraw("t");
    expect([keys(2), standing.hasTag(0, 1, 3)]).toEqual([[], false]);
    standing.setAside(null);
    expect(keys(2)).toEqual(["u"]);
  });

  it("holds a tag to the end of its last local day, or to the millisecond; ghosts set none", () => {
    standing.begin([
      { kind: "tag", at: 100, date: 30, tag: 1 },
      { kind: "tag", at: 100, date: 30, tag: 2 },
      { kind: "tag", at: 100, date: 30, tag: 3 },
      touch("t", 100, { strategy: 1, date: 30 }),
      touch("g", 100, { strategy: 2, date: 99, ghost: "control" }),
    ]);
    standing.advance(100);
    expect([0, 1, 2, 3].map((tag) => standing.hasTag(tag, 100, 30))).toEqual([false, false, false, false]);
    standing.advance(101);
    expect([0, 1, 2, 3].map((tag) => standing.hasTag(tag, 109, 32))).toEqual([true, true, true, true]);
    // Date 30 is 31 January; its month ends with 28 February, which is 58.
    expect([0, 1, 2, 3].map((tag) => standing.hasTag(tag, 110, 33))).toEqual([false, false, true, true]);
    expect([58, 59].map((date) => standing.hasTag(2, 200, date))).toEqual([true, false]);
  });
});
