import { describe, expect, it } from "vitest";
import { historyNeeds, isPlain, needsHistory, readsTrigger } from "../../src/facts/need.js";
import type { Fact, Point, SequenceStep, Test, Window } from "../../src/program/program.js";

const plain = { is: "ever" } as const;
const point: Point = { is: "point", event: 1, where: null, nth: 1 };
const beside = { is: "since", moment: point } as const;
const of = { event: 0, where: null } as const;
const isX: Test = { is: "sameText", left: { is: "column", column: 5 }, right: { is: "profile", field: 6 }, said: 0 };
const sequence = (window: Window, ...steps: Partial<SequenceStep>[]): Fact => ({
  is: "sequence",
  window,
  steps: steps.map((step) => ({ no: false, event: 0, where: null, same: null, within: null, ...step })),
});

function needs(...facts: Fact[]) {
  const { events, profile } = historyNeeds({ facts }, () => true);
  return { events: [...events].map(([event, fields]) => [event, [...fields]]), profile: [...profile] };
}

describe("the history that facts need", () => {
  it("is none for what the instant, the profile or sums over a plain window tell", () => {
    const facts: Fact[] = [
      { is: "now" },
      { is: "today" },
      { is: "profile", field: 0 },
      { is: "profileDate", field: 0 },
      { is: "count", ...of, window: plain },
      { is: "sum", field: 0, ...of, window: { is: "thisWeek", starts: 1 } },
      { is: "strategyTag", tag: 0 },
      { is: "trigger", event: 0, field: 1 },
    ];
    expect(facts.map((fact) => needsHistory(fact))).toEqual(facts.map(() => false));
    expect(historyNeeds({ facts }).events.size).toBe(0);
  });

  it("is ordered for points, moments, sequences, the most frequent value, and any window beside a moment", () => {
    const facts: Fact[] = [
      { is: "pointInstant", point },
      { is: "pointDate", point },
      { is: "pointField", point, field: 0 },
      { is: "momentIn", moment: point, window: plain },
      sequence(plain, {}, {}),
      { is: "mostFrequent", field: 0, ...of, window: plain },
      { is: "count", ...of, window: beside },
      { is: "sum", field: 0, ...of, window: { is: "after", moment: point, unit: "day", n: 1 } },
      { is: "days", ...of, window: { is: "before", moment: point, unit: "ms", n: 1 } },
      { is: "hour", event: 0, hour: 20, days: 90 },
    ];
    expect(facts.map((fact) => needsHistory(fact))).toEqual(facts.map(() => true));
    expect([plain, beside].map((window) => isPlain(window))).toEqual([true, false]);
  });

  it("names no event for a fact of the profile, but the field", () => {
    expect(needs({ is: "now" }, { is: "today" })).toEqual({ events: [], profile: [] });
    expect(needs({ is: "profile", field: 3 }, { is: "profileDate", field: 4 })).toEqual({
      events: [],
      profile: [3, 4],
    });
  });

  it("names the field of a triggering event, and no field of what is counted by the hour", () => {
    expect(needs({ is: "trigger", event: 2, field: 3 })).toEqual({ events: [[2, [3]]], profile: [] });
    expect(needs({ is: "hour", event: 2, hour: 20, days: 90 })).toEqual({ events: [[2, []]], profile: [] });
    expect(needs({ is: "strategyTag", tag: 0 })).toEqual({ events: [], profile: [] });
  });

  it("names apart what a `where` reads of the triggering event, whose kind it does not say", () => {
    const text: Test = {
      is: "sameText",
      left: { is: "column", column: 5 },
      right: { is: "trigger", field: 7 },
      said: 0,
    };
    const where: Test = { is: "not", part: { is: "and", parts: [isX, text], said: 0 }, said: 0 };
    const { events, profile, trigger } = historyNeeds(
      { facts: [{ is: "count", event: 0, where, window: plain }] },
      () => true,
    );
    expect([[...(events.get(0) ?? [])], [...profile], [...trigger]]).toEqual([[5], [6], [7]]);
    expect([where, isX, null].map((test) => readsTrigger(test))).toEqual([true, false, false]);
  });

  it("names the event of a point, and a field only where the point's field is asked for", () => {
    expect(needs({ is: "pointInstant", point })).toEqual({ events: [[1, []]], profile: [] });
    expect(needs({ is: "pointDate", point })).toEqual({ events: [[1, []]], profile: [] });
    expect(needs({ is: "pointField", point, field: 2 })).toEqual({ events: [[1, [2]]], profile: [] });
  });

  it("names what a `where` reads, of the event and of the user, however deep it stands", () => {
    const where: Test = { is: "not", part: { is: "and", parts: [isX], said: 0 }, said: 0 };
    expect(needs({ is: "count", event: 0, where, window: plain })).toEqual({ events: [[0, [5]]], profile: [6] });
    expect(needs({ is: "sum", field: 7, event: 0, where: isX, window: plain })).toEqual({
      events: [[0, [5, 7]]],
      profile: [6],
    });
    expect(needs({ is: "pointInstant", point: { ...point, where: isX } })).toEqual({
      events: [[1, [5]]],
      profile: [6],
    });
  });

  it("names the moment beside which a window stands, and the moment that is looked for", () => {
    expect(needs({ is: "count", ...of, window: beside })).toEqual({
      events: [
        [0, []],
        [1, []],
      ],
      profile: [],
    });
    const joined = { is: "profile", field: 8 } as const;
    expect(needs({ is: "momentIn", moment: joined, window: beside })).toEqual({ events: [[1, []]], profile: [8] });
    expect(needs({ is: "momentIn", moment: { is: "date", date: 1 }, window: plain })).toEqual({
      events: [],
      profile: [],
    });
    expect(needs({ is: "momentIn", moment: point, window: plain })).toEqual({ events: [[1, []]], profile: [] });
  });

  it("names both fields that must be equal, that of the nearest step before which must happen", () => {
    const same = { field: 3, before: 4 };
    expect(needs(sequence(plain, { event: 0 }, { event: 1, no: true, same }, { event: 2, same }))).toEqual({
      events: [
        [0, [4]],
        [1, [3]],
        [2, [3]],
      ],
      profile: [],
    });
    expect(needs(sequence(plain, { event: 0 }, { event: 1 }, { event: 2, same })).events).toEqual([
      [0, []],
      [1, [4]],
      [2, [3]],
    ]);
    expect(needs(sequence(beside, { where: isX }))).toEqual({
      events: [
        [1, []],
        [0, [5]],
      ],
      profile: [6],
    });
  });

  it("is that of the wanted facts alone", () => {
    const facts: Fact[] = [
      { is: "count", ...of, window: plain },
      { is: "pointDate", point },
    ];
    expect([...historyNeeds({ facts }).events.keys()]).toEqual([1]);
  });
});
