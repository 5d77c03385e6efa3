import { describe, expect, it } from "vitest";
import { askAt } from "../../src/facts/ask.js";
import { zone } from "../../src/calendar/zone.js";
import { compileFacts } from "../../src/facts/plan.js";
import type { SequenceStep } from "../../src/program/program.js";
import { logOf, schemas, user } from "./histories.js";

const NOW = 1000;
const [A, B, C] = [0, 1, 2];

function step(event: number, rest: Partial<SequenceStep> = {}): SequenceStep {
  return { no: false, event, where: null, same: null, within: null, ...rest };
}

/** An event is its instant, or its instant and its text. */
type Brief = number | readonly [number, string | null];

/** Whether the steps can be taken by events of the three kinds. */
function holds(steps: readonly SequenceStep[], ...events: readonly (readonly Brief[])[]): boolean {
  const histories = logOf(
    [A, B, C].map((kind) =>
      (events[kind] ?? []).map((event) => {
        const [occurred, text] = typeof event === "number" ? [event, null] : event;
        return { occurred, received: null, fields: [null, text] };
      }),
    ),
  );
  const facts = [{ is: "sequence", window: { is: "ever" }, steps }] as const;
  const { columns } = compileFacts({ facts, user, events: schemas, maps: [] }).compute({
    zone: zone("UTC"),
    profile: ["ann", null, Number.NaN, Number.NaN, Number.NaN],
    events: histories,
    asks: [askAt(NOW)],
  });
  return columns[0]?.[0] === 1;
}

const same = { field: 1, before: 1 };
const within = (n: number) => ({ unit: "ms", n }) as const;

describe("a sequence with something forbidden in its middle", () => {
  const steps = [step(A), step(C, { no: true }), step(B)];

  it("fails if that happened between every two events it could choose", () => {
    expect(holds(steps, [10], [30], [20])).toBe(false);
    expect(holds(steps, [10], [30, 40], [20])).toBe(false);
  });

  it("holds if that came only before, after, or at the instant of either", () => {
    for (const other of [5, 10, 30, 35]) expect(holds(steps, [10], [30], [other])).toBe(true);
  });

  it("holds by a later beginning, which that no longer follows", () => {
    expect(holds(steps, [10, 25], [30], [20])).toBe(true);
  });

  it("is judged by the earliest of several things forbidden", () => {
    const two = [step(A), step(C, { no: true }), step(A, { no: true }), step(B)];
    expect(holds(two, [10], [30], [40])).toBe(true);
    expect(holds(two, [10], [30, 50], [20])).toBe(false);
  });

  it("forbids it only within its time, whose last millisecond counts", () => {
    const limited = [step(A), step(C, { no: true, within: within(10) }), step(B)];
    expect([20, 21].map((other) => holds(limited, [10], [30], [other]))).toEqual([false, true]);
  });

  it("forbids only what has the same known value", () => {
    const alike = [step(A), step(C, { no: true, same }), step(B)];
    const texts = ["x", "y", null];
    expect(texts.map((text) => holds(alike, [[10, "x"]], [30], [[20, text]]))).toEqual([false, true, true]);
    expect(holds(alike, [[10, null]], [30], [[20, null]])).toBe(true);
  });
});

describe("a sequence whose end is forbidden to be followed", () => {
  it("holds only while nothing of the kind came, and never without a beginning", () => {
    const steps = [step(A), step(C, { no: true })];
    expect([[], [5], [10]].map((others) => holds(steps, [10], [], others))).toEqual([true, true, true]);
    expect(holds(steps, [10], [], [20])).toBe(false);
    expect(holds(steps, [], [], [])).toBe(false);
    expect(holds([step(A), step(B), step(C, { no: true })], [10], [], [])).toBe(false);
  });

  it("waits until its time has passed, to the millisecond", () => {
    const steps = (n: number) => [step(A), step(C, { no: true, within: within(n) })];
    expect([990, 991].map((n) => holds(steps(n), [10]))).toEqual([true, false]);
  });
});

describe("a step with the same value", () => {
  const steps = [step(A), step(B, { same })];

  it("follows an event with that value, and an unknown follows nothing", () => {
    expect(holds(steps, [[10, "x"]], [[20, "x"]])).toBe(true);
    expect(holds(steps, [[10, "x"]], [[20, "y"]])).toBe(false);
    expect(holds(steps, [[10, null]], [[20, null]])).toBe(false);
    expect(holds([step(A), step(B, { same: { field: 0, before: 0 } })], [10], [20])).toBe(false);
    expect(holds([step(A), step(B, { same: { field: 9, before: 9 } })], [10], [20])).toBe(false);
  });

  it("keeps, of events with one value, that which lets the most follow", () => {
    const limited = [step(A), step(B, { same, within: within(15) })];
    expect(
      holds(
        limited,
        [
          [10, "x"],
          [30, "x"],
        ],
        [[40, "x"]],
      ),
    ).toBe(true);
    expect(
      holds(
        limited,
        [
          [10, "x"],
          [30, "y"],
        ],
        [[40, "x"]],
      ),
    ).toBe(false);
  });
});

describe("the instant of a sequence", () => {
  /** The first end of any choice, found by trying all of them. */
  const firstEnd = (steps: readonly SequenceStep[], kinds: readonly (readonly number[])[]): number => {
    const ends = (place: number, before: number): number[] => {
      const one = steps[place];
      if (!one) return [before];
      const limit = one.within ? before + one.within.n : Number.POSITIVE_INFINITY;
      const next = (kinds[one.event] ?? []).filter((at) => at > before && at <= limit);
      return next.flatMap((at) => ends(place + 1, at));
    };
    return Math.min(...ends(0, Number.NEGATIVE_INFINITY));
  };
  const found = (steps: readonly SequenceStep[], kinds: readonly (readonly number[])[]): number => {
    const facts = [{ is: "sequence", instant: true, window: { is: "ever" }, steps }] as const;
    const events = logOf(
      kinds.map((kind) => kind.map((occurred) => ({ occurred, received: null, fields: [null, null] }))),
    );
    const asks = [askAt(NOW)];
    const profile = ["ann", null, Number.NaN, Number.NaN, Number.NaN];
    const { columns } = compileFacts({ facts, user, events: schemas, maps: [] }).compute({
      zone: zone("UTC"),
      profile,
      events,
      asks,
    });
    return columns[0]?.[0] as number;
  };

  it("is that of the first event that completes any choice, and unknown without one", () => {
    const steps = [step(A), step(B, { within: within(10) }), step(C)];
    expect(
      found(steps, [
        [10, 40],
        [30, 45],
        [35, 46, 50],
      ]),
    ).toBe(46);
    expect(found(steps, [[10], [30], [35]])).toBeNaN();
    expect(found([step(B)], [[], [30, 20], []])).toBe(20);
  });

  it("is what trying all choices finds", () => {
    let seed = 7;
    const below = (n: number): number => (seed = (seed * 48_271) % 2_147_483_647) % n;
    for (let round = 0; round < 300; round++) {
      const kinds = [A, B, C].map(() => Array.from({ length: below(6) }, () => below(60)).sort((x, y) => x - y));
      const steps = [A, B, C, A]
        .slice(0, 1 + below(4))
        .map((event, place) => step(event, place > 0 && below(2) === 0 ? { within: within(1 + below(20)) } : {}));
      const wanted = firstEnd(steps, kinds);
      expect(found(steps, kinds)).toBe(wanted === Number.POSITIVE_INFINITY ? Number.NaN : wanted);
    }
  });
});
