import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createGrants, type GrantRecord, recordGrants, replayGrants, type Want } from "../../src/index.js";
import type { Program } from "../../src/program/program.js";
import { benefit, shop } from "./shop.js";

const declared: Program = {
  ...shop,
  benefits: [
    benefit("gift", { is: "gift", worth: 1 }, { quantity: 2, byChannel: [{ channel: 0, quantity: 1 }], budget: 100 }),
  ],
  sets: [{ id: "d11", label: null, point: null, holdout: null, budget: 50 }],
  channels: shop.channels.map((channel) => ({ ...channel, quota: { n: 3, per: "day" } })),
};

const limits: Readonly<Record<string, number>> = {
  "benefit:gift": 2,
  "benefit:gift@push": 1,
  "money:benefit:gift": 100,
  "money:set:d11": 50,
  "quota:sms:2026-11-10": 3,
  "quota:sms:2026-11-11": 3,
};

const want: fc.Arbitrary<Want> = fc.record({
  resource: fc.constantFrom(...Object.keys(limits)),
  amount: fc.constantFrom(1, 1, 2, 40),
});
const step = fc.oneof(
  fc.record({ release: fc.constantFrom("a", "b", "c") }),
  fc.record({
    key: fc.constantFrom("a", "b", "c"),
    wants: fc.uniqueArray(want, { maxLength: 3, selector: (one) => one.resource }),
  }),
);

describe("grants in memory", () => {
  it("give everything that is wanted or nothing, and never more than there is", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const grants = createGrants(declared);
        const held: { key: string; want: Want }[] = [];
        const free = (resource: string): number =>
          (limits[resource] ?? 0) -
          held.filter((one) => one.want.resource === resource).reduce((sum, one) => sum + one.want.amount, 0);
        for (const each of steps) {
          if ("release" in each) {
            grants.release(each.release);
            for (const one of held.filter(({ key }) => key === each.release)) held.splice(held.indexOf(one), 1);
          } else {
            const lack = each.wants.find(({ resource, amount }) => free(resource) < amount) ?? null;
            expect(grants.reserve(each.key, each.wants)).toEqual(lack);
            if (lack === null) held.push(...each.wants.map((one) => ({ key: each.key, want: one })));
          }
          for (const resource of Object.keys(limits)) {
            expect(grants.left?.(resource)).toBe(free(resource));
            expect(grants.has({ resource, amount: free(resource) + 1 })).toBe(false);
          }
        }
      }),
    );
  });

  it("know what the program limits, and nothing else", () => {
    expect(() => createGrants(declared).has({ resource: "benefit:other", amount: 1 })).toThrow("`benefit:other`");
  });
});

describe("grants that were recorded", () => {
  it("answer as they did, and not to what was never asked", () => {
    const records: GrantRecord[] = [];
    const grants = recordGrants(createGrants(declared), records);
    const [piece, money] = [
      { resource: "benefit:gift@push", amount: 1 },
      { resource: "money:set:d11", amount: 10 },
    ];
    const asked = () => [
      grants.has(piece),
      grants.reserve("a", [money, piece]),
      grants.has(piece),
      grants.reserve("b", [money, piece]),
    ];
    const answers = asked();
    grants.release("a");
    expect(answers).toEqual([true, null, false, piece]);
    const replayed = replayGrants(JSON.parse(JSON.stringify(records)));
    expect([
      replayed.has(piece),
      replayed.reserve("a", [money, piece]),
      replayed.has(piece),
      replayed.reserve("b", [money, piece]),
    ]).toEqual(answers);
    expect(() => replayed.has(piece)).toThrow("no answer was recorded to has 1 of benefit:gift@push");
    expect(() => replayed.reserve("c", [piece])).toThrow("for c");
  });
});
