import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bucketing } from "../../src/gate/bucket.js";
import type { Candidate } from "../../src/gate/candidate.js";
import type { Want } from "../../src/gate/grants.js";
import type { Offer } from "../../src/program/program.js";
import {
  benefit,
  type Changes,
  candidateOf,
  detailsOf,
  gateOf,
  giving,
  offer,
  programWith,
  type Situation,
  strategy,
  touch,
  variant,
} from "./world.js";

/** A strategy of the set `d11` that gives the first benefit. */
function given(changes: Changes, offered: Partial<Offer> = {}) {
  const variants = [variant({ offer: offer({ benefit: 0, ...offered }) })];
  return programWith({ strategies: [strategy({ set: changes.sets ? 0 : null, variants })], ...changes });
}

function set(budget: number) {
  return [{ id: "d11", label: null, point: null, holdout: null, budget }];
}

/** One after the other, each its own user, from one stock: the codes, or the place of what they get. */
function inTurn(
  program: ReturnType<typeof given>,
  users: number,
  situation: Situation = {},
): (string | number | null)[] {
  const { grants } = candidateOf(program);
  const gate = gateOf("funded", program);
  return Array.from({ length: users }, (_, n) => {
    const candidate = { ...candidateOf(program, { ...situation, user: `u${n}` }), grants };
    return gate(candidate) ?? candidate.benefit;
  });
}

/** What a decision wants, in order. */
function wantsOf(
  program: ReturnType<typeof given>,
  situation: Situation = {},
  changes: Partial<Candidate> = {},
): Want[] {
  const wants: Want[] = [];
  const candidate = { ...candidateOf(program, situation), ...changes };
  candidate.grants = {
    has: () => true,
    reserve: (_, all) => {
      wants.push(...all);
      return null;
    },
    release: () => {},
  };
  expect(gateOf("funded", program)(candidate)).toBeNull();
  return wants;
}

describe("funded", () => {
  it("asks for nothing where nothing is limited", () => {
    expect(wantsOf(given({ benefits: [benefit("hp20")] }))).toEqual([]);
  });

  it("asks for pieces, pieces by channel, budgets at what they cost us, and a send of the quota, in this order", () => {
    const limited = { quantity: 5, byChannel: [{ channel: 0, quantity: 3 }], perUser: 1, budget: 9e9, cost: 1_200 };
    const program = given(
      {
        benefits: [benefit("hp20", limited)],
        sets: set(9e9),
        channels: { push: { quota: { n: 9, per: "day" }, cost: 50 } },
      },
      {},
    );
    expect(wantsOf(program)).toEqual([
      { resource: "benefit:hp20", amount: 1 },
      { resource: "benefit:hp20@push", amount: 1 },
      { resource: "money:benefit:hp20", amount: 1_200 },
      { resource: "money:set:d11", amount: 1_250 },
      { resource: "quota:push:2026-11-10", amount: 1 },
    ]);
    expect(wantsOf(program, {}, { chosen: 1 }).map(({ resource }) => resource)).not.toContain("benefit:hp20@push");
  });

  it.each<[string, Changes]>([
    ["out_of_stock hp20", { benefits: [benefit("hp20", { quantity: 2 })] }],
    ["out_of_stock hp20", { benefits: [benefit("hp20", { quantity: 9, byChannel: [{ channel: 0, quantity: 2 }] })] }],
    ["over_budget hp20", { benefits: [benefit("hp20", { cost: 10, budget: 29 })] }],
    ["over_budget d11", { benefits: [benefit("hp20", { cost: 10 })], sets: set(29) }],
    ["quota push", { benefits: [benefit("hp20")], channels: { push: { quota: { n: 2, per: "month" } } } }],
  ])("refuses with `%s` once that is gone", (code, changes) => {
    expect(inTurn(given(changes), 4)).toEqual([0, 0, code, code]);
  });

  it("counts what one user had by live touches, first steps only", () => {
    const program = given({ benefits: [benefit("hp20", { perUser: 2 }), benefit("other")] });
    const had = (...benefits: number[][]) =>
      benefits.map((each, n) => touch(`2026-11-0${n + 1} 10:00`, { benefits: each }));
    const code = (entries: ReturnType<typeof had>): string | null =>
      gateOf("funded", program)(candidateOf(program, { entries }));
    expect(code(had([0], [1], []))).toBeNull();
    expect(code(had([0], [1, 0]))).toBe("per_user hp20");
    expect(code(had([0], [0]).map((each) => ({ ...each, step: 1 })))).toBeNull();
    expect(code(had([0], [0]).map((each) => ({ ...each, ghost: "control" as const })))).toBeNull();
  });

  it("names what lacks first: stock before what one may have, and that before money", () => {
    const entries = [touch("2026-11-01 10:00", { benefits: [0] })];
    const code = (limits: Parameters<typeof benefit>[1]): (string | number | null)[] =>
      inTurn(given({ benefits: [benefit("hp20", limits)] }), 1, { entries });
    expect(code({ quantity: 0, perUser: 1, budget: 0 })).toEqual(["out_of_stock hp20"]);
    expect(code({ quantity: 1, perUser: 1, budget: 0 })).toEqual(["per_user hp20"]);
    expect(code({ quantity: 1, perUser: 2, budget: 0 })).toEqual(["over_budget hp20"]);
  });

  it("takes nothing where it refuses", () => {
    const program = given({ benefits: [benefit("hp20", { quantity: 1, budget: 0 })] });
    const candidate = candidateOf(program);
    expect(gateOf("funded", program)(candidate)).toBe("over_budget hp20");
    expect(candidate.grants.has({ resource: "benefit:hp20", amount: 1 })).toBe(true);
  });

  it("goes on without what is not to be had, if the strategy says so, but never without quota or over a set's budget", () => {
    const without = { unfunded: "without" } as const;
    const scarce = benefit("hp20", { quantity: 1, cost: 10 });
    expect(inTurn(given({ benefits: [scarce] }, without), 3)).toEqual([0, null, null]);
    const quota = { push: { quota: { n: 2, per: "day" as const } } };
    expect(inTurn(given({ benefits: [scarce], channels: quota }, without), 3)).toEqual([0, null, "quota push"]);
    const costly = { push: { cost: 4 } };
    expect(inTurn(given({ benefits: [scarce], channels: costly, sets: set(18) }, without), 4)).toEqual([
      0,
      null,
      "over_budget d11",
      "over_budget d11",
    ]);
  });

  it("asks once where only the quota lacks", () => {
    const changes: Changes = { benefits: [benefit("hp20")], channels: { push: { quota: { n: 0, per: "day" } } } };
    const program = given(changes, { unfunded: "without" });
    const candidate = candidateOf(program);
    let asked = 0;
    candidate.grants = { has: () => true, reserve: (_, wants) => (asked++, wants.at(-1) ?? null), release: () => {} };
    expect([gateOf("funded", program)(candidate), asked]).toEqual(["quota push", 1]);
  });

  it("takes of the quota, and of the set's money for the send, without a benefit too", () => {
    const changes: Changes = { sets: set(1000), channels: { push: { quota: { n: 9, per: "week" }, cost: 7 } } };
    expect(wantsOf(given(changes, { benefit: null }))).toEqual([
      { resource: "money:set:d11", amount: 7 },
      { resource: "quota:push:2026-11-09", amount: 1 },
    ]);
  });

  it("takes for a fallback of the quota alone, and leaves it the benefit of its first step", () => {
    const steps = [0, 1].map((n) => ({
      wait: n === 0 ? null : { ms: 1, unless: "opened" as const },
      channels: [0],
      materials: [null],
      preferred: null,
    }));
    const program = given(
      {
        benefits: [benefit("hp20", { quantity: 0 })],
        sets: set(0),
        channels: { push: { quota: { n: 1, per: "day" }, cost: 7 } },
      },
      { steps },
    );
    const candidate = { ...candidateOf(program, { step: 1 }), benefit: 0 };
    expect(gateOf("funded", program)(candidate)).toBeNull();
    expect(candidate.benefit).toBe(0);
    expect(gateOf("funded", program)(candidate)).toBe("quota push");
  });
});

describe("a lottery", () => {
  const lottery = giving(
    "wheel",
    {
      is: "lottery",
      salt: "wheel-1",
      prizes: [
        { share: 500, benefit: 1 },
        { share: 9500, benefit: 2 },
      ],
    },
    { cost: 0, quantity: 500, budget: 100_000 },
  );
  const prizes = [benefit("hp20", { cost: 100, budget: 1_000 }), benefit("p100", { cost: 5 })];
  const program = given({ benefits: [lottery, ...prizes], sets: set(100_000) });

  it("draws by the key of the decision, and takes what was drawn", () => {
    const bucketOf = bucketing("wheel-1");
    const candidates = Array.from({ length: 400 }, (_, n) => candidateOf(program, { user: `u${n}` }));
    const [gate, { funded }] = [gateOf("funded", program), detailsOf(program)];
    for (const candidate of candidates) {
      expect(gate(candidate)).toBeNull();
      expect(candidate.benefit).toBe(bucketOf(candidate.key()) < 500 ? 1 : 2);
      expect(funded(candidate).drawn).toBe(bucketOf(candidate.key()));
    }
    const winner = candidates.find((candidate) => candidate.benefit === 1);
    expect(wantsOf(program, { user: winner?.user ?? "" })).toEqual([
      { resource: "benefit:wheel", amount: 1 },
      { resource: "money:benefit:wheel", amount: 100 },
      { resource: "money:benefit:hp20", amount: 100 },
      { resource: "money:set:d11", amount: 100 },
    ]);
  });

  it("gives out no prize beyond its own budget", () => {
    const outcomes = inTurn(program, 500);
    expect(outcomes.filter((outcome) => outcome === 1)).toHaveLength(10);
    expect(outcomes.filter((outcome) => outcome === "over_budget hp20").length).toBeGreaterThan(0);
  });
});

describe("a referral", () => {
  const referral = giving("bring", { is: "referral", giver: 1, friend: 2 }, { cost: 0 });

  it("gives the user what the giver gets, and pays for both sides", () => {
    const program = given({
      benefits: [referral, benefit("mine", { quantity: 1 }), benefit("yours", { cost: 9, budget: 100 })],
    });
    expect(wantsOf(program)).toEqual([
      { resource: "benefit:mine", amount: 1 },
      { resource: "money:benefit:yours", amount: 9 },
    ]);
    expect(inTurn(program, 2)).toEqual([1, "out_of_stock mine"]);
  });

  it("counts what the user had, never what their friend may have", () => {
    const program = given({ benefits: [referral, benefit("mine", { perUser: 1 }), benefit("yours", { perUser: 1 })] });
    const code = (place: number): string | null =>
      gateOf("funded", program)(candidateOf(program, { entries: [touch("2026-11-01 10:00", { benefits: [place] })] }));
    expect([code(1), code(2)]).toEqual(["per_user mine", null]);
  });

  it("takes two where both get the same", () => {
    const same = giving("bring", { is: "referral", giver: 1, friend: 1 }, { cost: 0 });
    expect(inTurn(given({ benefits: [same, benefit("mine", { quantity: 3 })] }), 2)).toEqual([1, "out_of_stock mine"]);
  });
});

describe("what is limited", () => {
  it("is never given out beyond its limit, and comes back whole", () => {
    const limits = fc.record({
      quantity: fc.option(fc.nat(6)),
      byChannel: fc.constantFrom([], [{ channel: 0, quantity: 3 }]),
      cost: fc.nat(9),
      budget: fc.option(fc.nat(30)),
    });
    fc.assert(
      fc.property(limits, fc.nat(40), fc.array(fc.boolean(), { maxLength: 20 }), (each, budget, turns) => {
        const program = given({ benefits: [benefit("hp20", each)], sets: set(budget) });
        const { grants } = candidateOf(program);
        const gate = gateOf("funded", program);
        const held: string[] = [];
        turns.forEach((takes, n) => {
          if (!takes && held.length > 0) return grants.release(held.pop() as string);
          const candidate = { ...candidateOf(program, { user: `u${n}` }), grants };
          if (gate(candidate) === null) held.push(candidate.key());
          const last = held.length;
          expect(last).toBeLessThanOrEqual(each.quantity ?? 20);
          expect(each.byChannel.length === 0 || last <= 3).toBe(true);
          expect(last * each.cost).toBeLessThanOrEqual(Math.min(each.budget ?? 1e9, budget));
        });
        for (const key of held) grants.release(key);
        if (each.quantity !== null) {
          expect(grants.has({ resource: "benefit:hp20", amount: each.quantity })).toBe(true);
          expect(grants.has({ resource: "benefit:hp20", amount: each.quantity + 1 })).toBe(false);
        }
        expect(grants.has({ resource: "money:set:d11", amount: budget })).toBe(true);
      }),
    );
  });
});
