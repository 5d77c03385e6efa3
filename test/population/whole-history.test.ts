import { describe, expect, it } from "vitest";
import { wholeKinds } from "../../src/population/whole-history.js";
import type { Fact, Pattern, Program, Test, When } from "../../src/program/program.js";
import { programOf } from "../agree/sql-history-facts.js";
import { startedBy } from "../agree/whole-history.js";

const [VIEW, PAY] = [0, 1];
const column = (place: number): Test => {
  return { is: "knownNum", value: { is: "column", column: place, per: 1 }, type: { is: "integer" }, said: 0 };
};
const pattern = (event: number, place: number): Pattern => ({ event, where: column(place) });

/** Kinds of event with the fields that are read, for a program with these facts and triggers. */
function read(facts: readonly Fact[], whens: readonly When[], change: Partial<Program> = {}) {
  const strategies = whens.map((when) => ({ ...startedBy(VIEW), when }));
  return wholeKinds({ ...programOf("UTC", facts), strategies, ...change }).map(({ event, fields }) => [event, fields]);
}

describe("whole histories", () => {
  it("hold no kind of event that nothing reads", () => {
    expect(read([{ is: "now" }, { is: "strategyTag", tag: 0 }], [{ is: "hourly" }])).toEqual([]);
  });

  it("hold what finds an event that happens, or does so for the n-th time", () => {
    expect(read([], [{ is: "happens", pattern: pattern(PAY, 3) }])).toEqual([[PAY, [3]]]);
    const after = { unit: "day", n: 1 } as const;
    expect(read([], [{ is: "nth", pattern: pattern(VIEW, 2), nth: 2, after }])).toEqual([[VIEW, [2]]]);
  });

  it("hold both sides of a silence, and what makes them one", () => {
    const same = { field: 4, before: 1 };
    const within = { unit: "ms", n: 1 } as const;
    const when: When = { is: "absence", first: pattern(VIEW, 0), then: pattern(PAY, 2), same, within };
    expect(read([], [when])).toEqual([
      [VIEW, [0, 1]],
      [PAY, [2, 4]],
    ]);
  });

  it("hold every step of a stall, with what it has in common with its neighbours", () => {
    const step = (event: number, same: { field: number; before: number } | null) => ({
      ...pattern(event, 0),
      same,
      within: null,
    });
    const steps = [step(VIEW, null), step(PAY, { field: 1, before: 2 })];
    const when: When = { is: "stall", steps, next: step(VIEW, { field: 3, before: 4 }), after: { unit: "day", n: 1 } };
    expect(read([], [when])).toEqual([
      [VIEW, [0, 2, 3]],
      [PAY, [0, 1, 4]],
    ]);
  });

  it("hold the events that a state reads", () => {
    const when: When = { is: "state", change: "enters", state: column(0), minute: null, reads: [PAY] };
    expect(read([], [when])).toEqual([[PAY, []]]);
  });

  it("hold fields of whatever may trigger, where the test of a fact reads the triggering event", () => {
    const where: Test = {
      is: "sameText",
      left: { is: "column", column: 0 },
      right: { is: "trigger", field: 3 },
      said: 0,
    };
    const fact: Fact = { is: "count", event: VIEW, where, window: { is: "ever" } };
    expect(read([fact], [{ is: "happens", pattern: { event: PAY, where: null } }])).toEqual([
      [VIEW, [0]],
      [PAY, [3]],
    ]);
  });

  it("hold what `limit` counts by", () => {
    const strategies = [{ ...startedBy(PAY), limit: { n: 1, field: 4 } }];
    expect(read([], [], { strategies })).toEqual([[PAY, [4]]]);
  });
});
