import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createStanding, type EncodedEntry, type Standing } from "../../src/gate/standing.js";

const entry: fc.Arbitrary<EncodedEntry> = fc.oneof(
  fc.record({
    kind: fc.constant("touch" as const),
    at: fc.nat(6),
    strategy: fc.nat(1),
    date: fc.nat(9),
  }),
  fc.record({
    kind: fc.constantFrom("opt_out" as const, "opt_in" as const),
    at: fc.nat(6),
    channel: fc.constantFrom(null, 0, 1),
  }),
);

/** What a user with these entries looks like at some instants. */
function read(standing: Standing, list: readonly EncodedEntry[]) {
  standing.begin(list);
  return [0, 2, 5, 7].map((instant) => {
    standing.advance(instant);
    return [0, 1].map((place) => [standing.isOptedOut(place), standing.lastTouch(place)]);
  });
}

describe("the standing of a user", () => {
  const standing = createStanding(2);

  it("hears an opt-out at once, and a touch only afterwards", () => {
    standing.begin([
      { kind: "touch", at: 5, strategy: 1, date: 3 },
      { kind: "opt_out", at: 5, channel: 0 },
    ]);
    standing.advance(4);
    expect([standing.isOptedOut(0), standing.lastTouch(1)]).toEqual([false, Number.NaN]);
    standing.advance(5);
    expect([standing.isOptedOut(0), standing.isOptedOut(1), standing.lastTouch(1)]).toEqual([true, false, Number.NaN]);
    standing.advance(6);
    expect([standing.lastTouch(1), standing.lastTouch(0)]).toEqual([3, Number.NaN]);
  });

  it("takes an opt-out of everything back by channel only if that channel was named", () => {
    standing.begin([
      { kind: "opt_out", at: 1, channel: null },
      { kind: "opt_in", at: 2, channel: 0 },
      { kind: "opt_out", at: 3, channel: 1 },
      { kind: "opt_in", at: 4, channel: null },
    ]);
    const heard = [1, 2, 3, 4].map((instant) => {
      standing.advance(instant);
      return [standing.isOptedOut(0), standing.isOptedOut(1)];
    });
    expect(heard).toEqual([
      [true, true],
      [true, true],
      [true, true],
      [false, false],
    ]);
  });

  it("lets the opt-out hold where both were given at one instant", () => {
    for (const kinds of [["opt_in", "opt_out"] as const, ["opt_out", "opt_in"] as const]) {
      standing.begin(kinds.map((kind) => ({ kind, at: 1, channel: null })));
      standing.advance(1);
      expect(standing.isOptedOut(0)).toBe(true);
    }
  });

  it("does not depend on the order of entries, and remembers nothing of the user before", () => {
    fc.assert(
      fc.property(
        fc.array(entry, { maxLength: 8 }),
        fc.array(entry),
        fc.infiniteStream(fc.nat()),
        (entries, others, picks) => {
          const shuffled = [...entries];
          for (let last = shuffled.length - 1; last > 0; last--) {
            const other = (picks.next().value as number) % (last + 1);
            [shuffled[last], shuffled[other]] = [shuffled[other] as EncodedEntry, shuffled[last] as EncodedEntry];
          }
          const first = read(standing, entries);
          read(standing, others);
          expect(read(standing, shuffled)).toEqual(first);
        },
      ),
    );
  });
});
