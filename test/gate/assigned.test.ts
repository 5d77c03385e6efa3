import { describe, expect, it } from "vitest";
import { bucketing } from "../../src/gate/bucket.js";
import { candidateOf, detailsOf, gateOf, offer, programWith, strategy, variant } from "./world.js";

const split = {
  split: { salt: "split" },
  variants: [
    variant({ id: "a", shares: [4000] }),
    variant({ id: "b", shares: [4000] }),
    variant({ id: "control", shares: [2000], offer: null }),
  ],
};

const everything = programWith({
  policy: { holdout: { share: 1000, salt: "all" } },
  sets: [{ id: "d11", label: null, point: null, holdout: { share: 2000, salt: "set" }, budget: null }],
  strategies: [strategy({ id: "member", set: 0, ...split }), strategy({ id: "alone", ...split })],
});

const users = Array.from({ length: 2000 }, (_, n) => `u${n}`);

function assignmentOf(user: string, place: number): readonly [variant: number, ghost: string | null] {
  const candidate = { ...candidateOf(everything, { user, strategy: place }), variant: -1 };
  expect(gateOf("assigned", everything)(candidate)).toBeNull();
  return [candidate.variant, candidate.ghost];
}

describe("assigned", () => {
  const [all, set, arms] = [bucketing("all"), bucketing("set"), bucketing("split")];

  it("holds out from all first, then from the set, and makes ghosts of who is in a variant without an offer", () => {
    const seen = new Set<string | null>();
    for (const user of users) {
      const arm = arms(user);
      const expected =
        all(user) < 1000 ? "global_holdout" : set(user) < 2000 ? "holdout" : arm >= 8000 ? "control" : null;
      expect(assignmentOf(user, 0)).toEqual([arm < 4000 ? 0 : arm < 8000 ? 1 : 2, expected]);
      seen.add(expected);
    }
    expect(seen.size).toBe(4);
  });

  it("asks no holdout of a set that a strategy is not in", () => {
    const ghosts = new Set(users.map((user) => assignmentOf(user, 1)[1]));
    expect(ghosts).toEqual(new Set(["global_holdout", "control", null]));
  });

  it("holds out from a strategy of its own", () => {
    const program = programWith({ strategies: [strategy({ holdout: { share: 500, salt: "own" } })] });
    const own = bucketing("own");
    for (const user of users.slice(0, 500)) {
      const candidate = { ...candidateOf(program, { user }), variant: -1 };
      gateOf("assigned", program)(candidate);
      expect([candidate.variant, candidate.ghost]).toEqual([0, own(user) < 500 ? "holdout" : null]);
    }
  });

  it("leaves alone whoever walks a variant already", () => {
    const candidate = { ...candidateOf(everything, { user: "u1" }), variant: 1, ghost: "control" as const };
    gateOf("assigned", everything)(candidate);
    expect([candidate.variant, candidate.ghost]).toEqual([1, "control"]);
  });

  it("tells the buckets it looked at", () => {
    const candidate = { ...candidateOf(everything, { user: "u7" }), variant: -1 };
    expect(detailsOf(everything).assigned(candidate)).toEqual({
      globalHoldout: { bucket: all("u7"), share: 1000 },
      holdout: { bucket: set("u7"), share: 2000 },
      split: { bucket: arms("u7"), variant: assignmentOf("u7", 0)[0] },
      ghost: assignmentOf("u7", 0)[1],
    });
    const plain = programWith({ strategies: [strategy({ variants: [variant({ offer: offer() })] })] });
    expect(detailsOf(plain).assigned(candidateOf(plain))).toEqual({
      globalHoldout: null,
      holdout: null,
      split: null,
      ghost: null,
    });
  });
});
