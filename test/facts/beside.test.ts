import { describe, expect, it } from "vitest";
import { askAt } from "../../src/facts/ask.js";
import { dateOf } from "../../src/calendar/civil.js";
import { zone } from "../../src/calendar/zone.js";
import { type EventHistory, visibleFrom } from "../../src/facts/log.js";
import { compileFacts } from "../../src/facts/plan.js";
import type { Fact, Point, Window } from "../../src/program/program.js";
import { DAY, HOUR, historyOf, schemas, user } from "./histories.js";
import type { Happening } from "./oracle.js";

const start = dateOf(2021, 6, 1) * DAY;
const now = start + 10 * DAY;

function happened(occurred: number, number: number, text: string | null = null): Happening {
  return { occurred, received: null, fields: [number, text] };
}

function nth(event: number, which: number | "last"): Point {
  return { is: "point", event, where: null, nth: which };
}

function compute(facts: readonly Fact[], ...events: readonly EventHistory[]) {
  const { columns } = compileFacts({ facts, user, events: schemas, maps: [] }).compute({
    zone: zone("UTC"),
    profile: ["ann", null, Number.NaN, Number.NaN, Number.NaN],
    events,
    asks: [askAt(now)],
  });
  return columns.map(([value]) => value);
}

describe("what happened beside an event", () => {
  const events = historyOf([
    happened(start, 9, "x"),
    happened(start + 1, 1, "y"),
    happened(start + DAY - 1, 2, "y"),
    happened(start + DAY, 3, "x"),
    happened(start + DAY + HOUR, 3, null),
    happened(start + 5 * DAY, 5, "z"),
  ]);
  const since: Window = { is: "since", moment: nth(0, 1) };
  const common = { event: 0, where: null, window: since } as const;

  it("is measured by every measure, without that event: a date counts once, and from its first millisecond on", () => {
    const facts: Fact[] = [
      { is: "count", ...common },
      { is: "days", ...common },
      { is: "sum", field: 0, ...common },
      { is: "min", field: 0, ...common },
      { is: "max", field: 0, ...common },
      { is: "countKnown", field: 1, ...common },
      { is: "distinct", field: 0, ...common },
      { is: "mostFrequent", field: 0, ...common },
      { is: "mostFrequent", field: 1, ...common },
    ];
    expect(compute(facts, events)).toEqual([5, 3, 14, 1, 5, 4, 4, 3, "y"]);
  });

  it("is nothing where the event is not there", () => {
    const missing: Window = { is: "since", moment: nth(0, 7) };
    const facts: Fact[] = [
      { is: "count", ...common, window: missing },
      { is: "momentIn", moment: nth(0, 1), window: missing },
      { is: "momentIn", moment: nth(0, 7), window: { is: "ever" } },
      { is: "momentIn", moment: nth(0, 6), window: { is: "ever" } },
    ];
    expect(compute(facts, events)).toEqual([0, 0, 0, 1]);
  });

  it("is empty, never less, where a stretch would end before it begins", () => {
    const window: Window = { is: "after", moment: nth(0, "last"), unit: "ms", n: 0 };
    expect(compute([{ is: "count", ...common, window }], events)).toEqual([0]);
  });
});

describe("a stretch beside a date or an event", () => {
  const june2 = { is: "date", date: start / DAY + 1 } as const;
  const edges = [start + DAY - 1, start + DAY, start + 2 * DAY - 1, start + 2 * DAY].map((at) => happened(at, 1));
  const count = (window: Window): Fact => ({ is: "count", event: 0, where: null, window });

  it("has the whole day in it when it begins there, and none of the day when it ends there", () => {
    const facts = [
      count({ is: "since", moment: june2 }),
      count({ is: "after", moment: june2, unit: "day", n: 0 }),
      count({ is: "after", moment: june2, unit: "ms", n: DAY - 1 }),
      count({ is: "before", moment: june2, unit: "day", n: 1 }),
      count({ is: "before", moment: june2, unit: "ms", n: 1 }),
    ];
    expect(compute(facts, historyOf(edges))).toEqual([3, 2, 2, 1, 1]);
  });

  it("reaches to the end of the local day that is so many days after the event", () => {
    const facts = [0, 1].map((n) => count({ is: "after", moment: nth(0, 1), unit: "day", n }));
    expect(compute(facts, historyOf(edges))).toEqual([0, 2]);
  });

  it("is cut at now: the millisecond itself belongs to it, a later date does not", () => {
    const since: Window = { is: "since", moment: nth(0, 1) };
    const dates = [now / DAY, now / DAY + 1].map((date): Fact => {
      return { is: "momentIn", moment: { is: "date", date }, window: since };
    });
    expect(compute(dates, historyOf(edges))).toEqual([1, 0]);
  });
});

describe("a point", () => {
  const event = happened(start + HOUR, 4, "x");
  const history: EventHistory = {
    frame: { columns: [Float64Array.of(4), ["x"]], rows: 1 },
    occurred: [event.occurred],
    seq: [0],
    order: [0],
    ids: ["1"],
    visibleFrom: [event.occurred],
    from: 0,
    to: 1,
  };
  const facts = (which: number | "last"): Fact[] => [
    { is: "pointInstant", point: nth(0, which) },
    { is: "pointDate", point: nth(0, which) },
    { is: "pointField", point: nth(0, which), field: 0 },
    { is: "pointField", point: nth(0, which), field: 1 },
  ];

  it("is the only event of a history, as the first and as the last", () => {
    const found = [start + HOUR, start / DAY, 4, "x"];
    expect([compute(facts(1), history), compute(facts("last"), history)]).toEqual([found, found]);
  });

  it("is unknown where there are fewer events", () => {
    expect(compute(facts(2), history)).toEqual([Number.NaN, Number.NaN, Number.NaN, null]);
  });
});

describe("an event that was never received late", () => {
  it("is visible from its own instant on, before 1970 as well", () => {
    expect(visibleFrom(-1000, null, 10)).toBe(-1000);
    expect(visibleFrom(-1000, -1005, 10)).toBe(-1000);
    expect(visibleFrom(-1000, -980, 10)).toBe(-990);
  });
});
