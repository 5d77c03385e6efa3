import { describe, expect, it } from "vitest";
import type { Entry } from "../../src/index.js";
import type { Offer, Strategy, Variant } from "../../src/program/program.js";
import { at, days, iso, night, pay, plainly, program, told, unpaid, withTag } from "./scene.js";
import { strategy } from "./shop.js";

const everybody = { share: 10_000, salt: "everybody" };
const [only] = plainly();
const offer = only?.offer as Offer;
const bySms = plainly([{ channels: [1] }])[0]?.offer as Offer;

/** A split whose every user is in the variant without an offer. */
function control(...treated: readonly (readonly [string, Offer])[]): Partial<Strategy> {
  const variants: Variant[] = treated.map(([id, each]) => ({ id, label: null, shares: [0], offer: each }));
  variants.push({ id: "control", label: null, shares: [10_000], offer: null });
  return { split: { salt: "s" }, variants };
}

describe("a ghost", () => {
  it("is held out globally before it is held out of a set or a strategy, and before its variant counts", () => {
    const plain = strategy("a", { variants: plainly(), holdout: everybody });
    const ghosts = (
      changes: Partial<Strategy>,
      ...rest: [Parameters<typeof program>[1]?, Parameters<typeof program>[2]?]
    ) => program([{ ...plain, ...changes }], ...rest).decide(days(10, 10)).ghosts;
    const sets = [{ id: "d11", label: null, point: null, holdout: everybody, budget: null }];
    expect(ghosts({})).toMatchObject([{ reason: "holdout", set: null, variant: null, would: [], channel: "push" }]);
    expect(ghosts({ holdout: null, set: 0 }, { sets })).toMatchObject([{ reason: "holdout", set: "d11" }]);
    expect(ghosts({ ...control(["a", offer]) }, {}, { holdout: everybody })).toMatchObject([
      { reason: "global_holdout", variant: "control", would: ["a"] },
    ]);
  });

  it("of a variant without an offer walks every one that has one, and goes the way of the first that passes", () => {
    const split = control(
      ["broken", { ...offer, send: { window: { from: 0, to: 1, otherwise: "skip" }, bestHour: null } }],
      ["by_sms", bySms],
      ["plain", offer],
    );
    const result = program([strategy("a", split)]).decide(days(10, 10));
    expect(result.ghosts).toMatchObject([
      { reason: "control", variant: "control", would: ["by_sms", "plain"], channel: "sms" },
    ]);
    expect([result.decisions, result.refusals]).toEqual([[], []]);
    const nobody = program([strategy("a", split)]).decide(days(10, 10, { user: { id: "u", push_on: false } }));
    // None passes: the first that was walked tells why.
    expect(nobody.ghosts).toEqual([]);
    expect(nobody.refusals).toMatchObject([{ gate: "reachable", code: "unreachable" }]);
  });

  it("counts within its strategy as a touch would, and for nobody else", () => {
    const cap = { name: "all per day", channels: null, n: 1, window: { is: "day" } } as const;
    const weekly = { repeat: { is: "after", unit: "day", n: 7 }, variants: plainly() } as const;
    const held = strategy("a", { ...weekly, holdout: everybody });
    const other = strategy("b", { variants: plainly(), when: { is: "every", day: { is: "day" }, minute: 660 } });
    const result = program([held, other], {}, { caps: [cap] }).decide(days(10, 11));
    expect(result.ghosts.map(({ date }) => date)).toEqual(["2026-11-10"]);
    expect(told(result)).toEqual(["b 10T03:00 1", "b 11T03:00 1"]);
    expect(result.refusals).toMatchObject([{ strategy: "a", gate: "fresh", code: "capped repeat" }]);
  });

  it("sees all other ghosts under a global holdout", () => {
    const cap = { name: "all per day", channels: null, n: 1, window: { is: "day" } } as const;
    const two = [strategy("a", { variants: plainly() }), strategy("b", { variants: plainly() })];
    const result = program(two, {}, { caps: [cap], holdout: everybody }).decide(days(10, 10));
    expect(result.ghosts.map(({ strategy: id }) => id)).toEqual(["a"]);
    expect(result.refusals).toMatchObject([{ strategy: "b", code: "capped all per day" }]);
  });

  it("sets no tags and takes no stock, and is cancelled like a touch", () => {
    const tag = withTag(null);
    const late = { is: "every", day: { is: "day" }, minute: 1350 } as const;
    const held = strategy("a", {
      when: late,
      variants: plainly(),
      holdout: everybody,
      sets: [0],
      who: [unpaid, tag.hasNot],
    });
    const loaded = program([held], tag.program, { quiet: night });
    const asked: string[] = [];
    const grants = {
      has: (): boolean => true,
      reserve: (key: string) => {
        asked.push(key);
        return null;
      },
      release: (): void => {},
    };
    const result = loaded.decide(days(10, 11, { grants }));
    expect(result.ghosts.map(({ date }) => date)).toEqual(["2026-11-10", "2026-11-11"]);
    expect(asked).toEqual([]);
    const paid = loaded.decide(days(10, 11, { events: [pay("11 02:00")] }));
    expect(paid.cancellations).toMatchObject([{ at: iso("11 08:00"), gate: "targeted", code: "clause_1" }]);
    expect(paid.cancellations[0]?.key).toBe(paid.ghosts[0]?.key);
  });

  it("is read back as it was recorded, also the one of a variant without an offer", () => {
    const late = { is: "every", day: { is: "day" }, minute: 1350 } as const;
    const split = control(["by_sms", bySms]);
    const loaded = program([strategy("a", { when: late, ...split, who: [unpaid] })], {}, { quiet: night });
    const [ghost] = loaded.decide(days(10, 10)).ghosts;
    if (!ghost) throw new Error("nobody was held out");
    const entries: Entry[] = [{ kind: "ghost", ...ghost }];
    const out: Entry = { kind: "opt_out", at: at("11 07:00"), channel: "sms" };
    const next = loaded.decide(days(11, 11, { entries: [...entries, out], until: at("11 12:00") }));
    expect(next.cancellations).toMatchObject([{ key: ghost.key, gate: "allowed", code: "opted_out" }]);
    expect(loaded.decide(days(11, 11, { entries, until: at("11 12:00") })).cancellations).toEqual([]);
  });
});
