import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dateOf } from "../../src/calendar/civil.js";
import { zone } from "../../src/calendar/zone.js";
import { askAt } from "../../src/facts/ask.js";
import { type EventHistory, visibleFrom } from "../../src/facts/log.js";
import { compileFacts } from "../../src/facts/plan.js";
import { windowBounds } from "../../src/facts/window.js";
import { isPlain, type PlainWindow } from "../../src/facts/need.js";
import type { EventFact, Fact, Field, PointFact, Program, Test, Type } from "../../src/program/program.js";
import { factByScan, type Happening, localDate, startOfDate, type World } from "./oracle.js";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const SETTLE = 10 * MINUTE;
const zones = [
  "UTC",
  "Asia/Shanghai",
  "America/New_York",
  "Africa/Cairo",
  "America/Sao_Paulo",
  "Pacific/Apia",
  "Australia/Lord_Howe",
  "America/Havana",
  "America/St_Johns",
  "Asia/Kathmandu",
  "Europe/Dublin",
];

/** Dates around which days are odd, and ends of months that clamp. */
const dates = [
  [2018, 3, 11],
  [2018, 11, 4],
  [2018, 2, 18],
  [2011, 12, 31],
  [2010, 11, 7],
  [2020, 2, 29],
  [2020, 3, 31],
  [2019, 3, 31],
  [2018, 7, 20],
  [2023, 4, 28],
].map(([year = 0, month = 0, day = 0]) => dateOf(year, month, day));

/** The fields of every event here: an amount and a category, both optional. */
const filters: readonly { where: Test | null; passes: (event: Happening) => boolean }[] = [
  { where: null, passes: () => true },
  {
    where: {
      is: "compare",
      op: ">=",
      left: { is: "column", column: 0, per: 1 },
      right: { is: "constant", n: 5, d: 1 },
      type: { is: "integer" },
      said: 1,
    },
    passes: ({ fields }) => typeof fields[0] === "number" && fields[0] >= 5,
  },
  {
    where: { is: "sameText", left: { is: "column", column: 1 }, right: { is: "constant", text: "phone" }, said: 2 },
    passes: ({ fields }) => fields[1] === "phone",
  },
];

const n = fc.integer({ min: 1, max: 5 });
const unit = fc.constantFrom("day" as const, "month" as const);
const nearAndFar = fc.tuple(n, n).map(([one, other]) => ({ near: Math.min(one, other), far: Math.max(one, other) }));
const someDate = fc
  .tuple(fc.constantFrom(...dates), fc.integer({ min: -9, max: 9 }))
  .map(([date, days]) => date + days);
const anyWindow: fc.Arbitrary<PlainWindow> = fc.oneof(
  fc.constant<PlainWindow>({ is: "ever" }),
  fc.record({ is: fc.constantFrom("last" as const, "previous" as const, "for" as const), unit, n }),
  fc.record({ is: fc.constant("span" as const), ms: n.map((hours) => hours * HOUR) }),
  fc.tuple(unit, nearAndFar).map(([of, ends]): PlainWindow => ({ is: "ago", unit: of, ...ends })),
  nearAndFar.map(({ near, far }): PlainWindow => ({ is: "spanAgo", near: near * HOUR, far: far * HOUR })),
  fc.integer({ min: 1, max: 7 }).map((starts): PlainWindow => ({ is: "thisWeek", starts })),
  fc.constantFrom<PlainWindow>({ is: "thisMonth" }, { is: "thisYear" }),
  fc
    .tuple(someDate, fc.option(fc.nat(9)))
    .map(([from, days]): PlainWindow => ({ is: "dates", from, to: days === null ? null : from + days })),
);
const eventMeasures = ["count", "days"] as const;
const fieldMeasures = ["countKnown", "sum", "min", "max", "distinct", "mostFrequent"] as const;
const pointMeasures = ["pointInstant", "pointDate", "pointField"] as const;
type Planned = EventFact | Exclude<PointFact, { is: "momentIn" }>;
const planned = fc
  .record({
    window: anyWindow,
    where: fc.constantFrom(...filters.map((filter) => filter.where)),
    event: fc.integer({ min: 0, max: 1 }),
    nth: fc.constantFrom<number | "last">("last", 1, 2, 3),
    field: fc.constantFrom(0, 1),
    measure: fc.constantFrom(...eventMeasures, ...fieldMeasures, ...pointMeasures),
  })
  .map(({ window, where, event, nth, field, measure }): Planned => {
    const common = { event, where, window };
    const point = { is: "point", event, where, nth } as const;
    switch (measure) {
      case "count":
      case "days":
        return { is: measure, ...common };
      case "pointInstant":
      case "pointDate":
        return { is: measure, point };
      case "pointField":
        return { is: measure, point, field };
      case "mostFrequent":
      case "distinct":
        return { is: measure, field, ...common };
      default:
        return { is: measure, field: 0, ...common };
    }
  });

interface Scene {
  readonly zone: string;
  readonly instants: readonly number[];
  readonly facts: readonly Planned[];
  readonly events: readonly (readonly Happening[])[];
}

/** Instants worth a look: the edges of every window at every instant, and a millisecond either side of each. */
function edges(zoneName: string, instants: readonly number[], windows: readonly PlainWindow[]): number[] {
  const here = zone(zoneName);
  const bounds = instants.flatMap((now) => windows.map((window) => windowBounds(window, here, now)));
  const all = [...instants, ...bounds.flatMap(({ lo, hi }) => [lo, hi])].filter(Number.isFinite);
  return all.flatMap((instant) => [instant - 1, instant, instant + 1]);
}

const scene: fc.Arbitrary<Scene> = fc
  .record({
    zone: fc.constantFrom(...zones),
    date: fc.constantFrom(...dates),
    offsets: fc.uniqueArray(fc.integer({ min: -48, max: 48 }), { minLength: 1, maxLength: 3 }),
    facts: fc.array(planned, { minLength: 1, maxLength: 12 }),
  })
  .chain(({ zone: zoneName, date, offsets, facts }) => {
    const instants = offsets.map((half) => date * DAY + half * 30 * MINUTE).sort((left, right) => left - right);
    const near = edges(
      zoneName,
      instants,
      facts.flatMap((fact) => ("window" in fact && isPlain(fact.window) ? [fact.window] : [])),
    );
    const anyInstant = fc.oneof(
      fc.constantFrom(...near),
      fc.integer({ min: (date - 8) * DAY, max: (date + 2) * DAY }),
      fc.integer({ min: (date - 160) * DAY, max: (date + 2) * DAY }),
    );
    const anyDelay = fc.oneof(
      fc.constant(null),
      fc.constantFrom(0, SETTLE - 1, SETTLE, SETTLE + 1),
      fc.integer({ min: -MINUTE, max: 30 * HOUR }),
    );
    const event = fc
      .record({
        occurred: anyInstant,
        delay: anyDelay,
        amount: fc.option(fc.integer({ min: -9, max: 9 })),
        category: fc.constantFrom("phone", "camera", null),
        seq: fc.nat(2),
      })
      .map(({ occurred, delay, amount, category, seq }): Happening => {
        return { occurred, seq, received: delay === null ? null : occurred + delay, fields: [amount, category] };
      });
    const history = fc.array(event, { maxLength: 25 });
    return fc.tuple(history, history).map((events) => ({ zone: zoneName, instants, facts, events }));
  });

function historyOf(events: readonly Happening[], before = 0): EventHistory {
  const sorted = events.toSorted((left, right) => left.occurred - right.occurred || (left.seq ?? 0) - (right.seq ?? 0));
  // Rows of somebody else, before and after, that no fact may read.
  const padded = [...sorted.slice(0, before), ...sorted, ...sorted.slice(-1)];
  const amount = Float64Array.from(padded, ({ fields }) => (typeof fields[0] === "number" ? fields[0] : Number.NaN));
  const category = padded.map(({ fields }) => (typeof fields[1] === "string" ? fields[1] : null));
  return {
    frame: { columns: [amount, category], rows: padded.length },
    occurred: Float64Array.from(padded, ({ occurred }) => occurred),
    seq: Float64Array.from(padded, ({ seq = 0 }) => seq),
    order: new Float64Array(padded.length),
    ids: [],
    visibleFrom: Float64Array.from(padded, ({ occurred, received }) => visibleFrom(occurred, received, SETTLE)),
    from: Math.min(before, sorted.length),
    to: Math.min(before, sorted.length) + sorted.length,
  };
}

const field = (id: string, type: Type): Field => {
  return { id, label: null, type, optional: true, pii: false, fixed: false };
};
const user: Program["user"] = {
  fields: [field("id", { is: "text" }), field("age", { is: "integer" })],
  id: 0,
  zone: null,
  locale: null,
  source: null,
};

const schemas = [0, 1].map((place) => ({
  id: `e${place}`,
  label: null,
  kept: null,
  model: null,
  fields: [field("amount", { is: "integer" }), field("category", { is: "text" })],
}));

function compute(
  facts: readonly Fact[],
  zoneName: string,
  instants: readonly number[],
  events: readonly EventHistory[],
) {
  const { columns } = compileFacts({ facts, user, events: schemas, maps: [] }).compute({
    zone: zone(zoneName),
    profile: ["ann", Number.NaN],
    events,
    asks: instants.map(askAt),
  });
  return columns.map((column) => Array.from<number | string | null>(column));
}

function worldOf(zoneName: string, now: number, events: Scene["events"]): World {
  const passes: World["passes"] = (where, event) =>
    filters.find((filter) => filter.where === where)?.passes(event) ?? false;
  return { zone: zoneName, now, settle: SETTLE, events, profile: [], dates: new Set(), passes };
}

/** Text is unknown as `null`, all else as `NaN`. */
function unknownOf(fact: Planned): number | null {
  return (fact.is === "pointField" || fact.is === "mostFrequent") && fact.field === 1 ? null : Number.NaN;
}

describe("facts from an ordered history", () => {
  it("equal those of a scan over all events, for random facts, histories, zones and instants", () => {
    fc.assert(
      fc.property(scene, fc.nat(2), ({ zone: zoneName, instants, facts, events }, before) => {
        const histories = events.map((each) => historyOf(each, before));
        const found = compute(facts, zoneName, instants, histories);
        const wanted = facts.map((fact) =>
          instants.map((now) => factByScan(fact, worldOf(zoneName, now, events)) ?? unknownOf(fact)),
        );
        expect(found).toEqual(wanted);
      }),
      { numRuns: 1500 },
    );
  });

  it("do not depend on which other facts and instants are asked for at once", () => {
    fc.assert(
      fc.property(scene, ({ zone: zoneName, instants, facts, events }) => {
        const histories = events.map((each) => historyOf(each));
        const together = compute(facts, zoneName, instants, histories);
        const apart = facts.map((fact) => instants.map((now) => compute([fact], zoneName, [now], histories)[0]?.[0]));
        expect(together).toEqual(apart);
      }),
      { numRuns: 200 },
    );
  });

  it("hold one value per row from `first` on, and leave the other rows of the frame alone", () => {
    const plan = compileFacts({
      facts: [{ is: "now" }, { is: "profile", field: 0 }],
      user,
      events: [],
      maps: [],
    });
    const into = plan.frame(4);
    plan.write({ zone: zone("UTC"), profile: ["ann", 30], events: [], asks: [5, 6].map(askAt) }, into, 1);
    expect(into.columns.map((column) => Array.from<number | string | null>(column))).toEqual([
      [0, 5, 6, 0],
      [null, "ann", "ann", null],
    ]);
  });

  it("know the instant, the local date and the profile", () => {
    const facts: Fact[] = [{ is: "now" }, { is: "today" }, { is: "profile", field: 0 }, { is: "profile", field: 1 }];
    const now = dateOf(2018, 7, 20) * DAY + 20 * HOUR;
    expect(compute(facts, "Asia/Shanghai", [now], [])).toEqual([[now], [dateOf(2018, 7, 21)], ["ann"], [Number.NaN]]);
  });

  it("are 0 or unknown for a kind of event that never happened", () => {
    const common = { event: 3, where: null, window: { is: "ever" } } as const;
    const facts: Fact[] = [
      ...eventMeasures.map((is) => ({ is, ...common })),
      ...fieldMeasures.map((is) => ({ is, field: 0, ...common })),
      ...pointMeasures.map((is) => ({ is, field: 0, point: { is: "point", nth: 1, ...common } as const })),
    ];
    const { NaN: unknown } = Number;
    const found = [0, 0, 0, 0, unknown, unknown, 0, unknown, unknown, unknown, unknown];
    expect(compute(facts, "UTC", [0], []).flat()).toEqual(found);
  });

  it("count known text, which has no total", () => {
    const events = [0, 1, 2].map((occurred) => ({ occurred, received: null, fields: [1, occurred ? "x" : null] }));
    const fact: Fact = { is: "countKnown", field: 1, event: 0, where: null, window: { is: "ever" } };
    expect(compute([fact], "UTC", [10], [historyOf(events)])).toEqual([[2]]);
  });

  it("add up exactly even where a partial sum leaves the safe integers", () => {
    const amounts = [2 ** 53 - 1, 2 ** 53 - 1, -(2 ** 53 - 1), -(2 ** 53 - 3), 1];
    const events = amounts.map((amount, occurred) => ({ occurred, received: null, fields: [amount, null] }));
    const fact: Fact = { is: "sum", field: 0, event: 0, where: null, window: { is: "ever" } };
    expect(compute([fact], "UTC", [10], [historyOf(events)])).toEqual([[3]]);
  });

  it("are computed once for filters that differ only in where they were written", () => {
    const where = filters[2]?.where ?? null;
    const facts: Fact[] = [1, 2].map((said) => ({
      is: "count",
      event: 0,
      window: { is: "ever" },
      where: where && { ...where, said },
    }));
    const events = ["phone", "camera"].map((name, occurred) => ({ occurred, received: null, fields: [1, name] }));
    expect(compute(facts, "UTC", [10], [historyOf(events)])).toEqual([[1], [1]]);
  });
});

describe("visibility", () => {
  it("is the arrival less the settling time, and never before the event", () => {
    expect(visibleFrom(1000, null, 10)).toBe(1000);
    expect(visibleFrom(1000, 1005, 10)).toBe(1000);
    expect(visibleFrom(1000, 1011, 10)).toBe(1001);
    expect(visibleFrom(1000, 900, 10)).toBe(1000);
  });
});

function at(window: PlainWindow, zoneName: string, now: number) {
  return windowBounds(window, zone(zoneName), now);
}

describe("the bounds of a window", () => {
  const noon = dateOf(2018, 3, 31) * DAY + 12 * HOUR;

  it("follow the table of windows in UTC", () => {
    expect(at({ is: "last", unit: "day", n: 3 }, "UTC", noon)).toEqual({ lo: dateOf(2018, 3, 29) * DAY, hi: noon + 1 });
    expect(at({ is: "previous", unit: "day", n: 3 }, "UTC", noon)).toEqual({
      lo: dateOf(2018, 3, 28) * DAY,
      hi: dateOf(2018, 3, 31) * DAY,
    });
    expect(at({ is: "for", unit: "day", n: 3 }, "UTC", noon)).toEqual({ lo: dateOf(2018, 3, 28) * DAY, hi: noon + 1 });
    expect(at({ is: "span", ms: HOUR }, "UTC", noon)).toEqual({ lo: noon - HOUR, hi: noon + 1 });
    expect(at({ is: "ever" }, "UTC", noon)).toEqual({ lo: Number.NEGATIVE_INFINITY, hi: noon + 1 });
  });

  it("clamp months to the month's end: a month before 31 March is 28 February", () => {
    const february28 = dateOf(2018, 2, 28) * DAY;
    expect(at({ is: "for", unit: "month", n: 1 }, "UTC", noon).lo).toBe(february28);
    expect(at({ is: "previous", unit: "month", n: 1 }, "UTC", noon).lo).toBe(february28);
    expect(at({ is: "last", unit: "month", n: 1 }, "UTC", noon).lo).toBe(february28 + DAY);
  });

  it("count local days, not 24 hours: New York's 11 March 2018 had 23 hours", () => {
    const now = dateOf(2018, 3, 12) * DAY + 12 * HOUR;
    const { lo, hi } = at({ is: "previous", unit: "day", n: 1 }, "America/New_York", now);
    expect(hi - lo).toBe(23 * HOUR);
  });

  it("cover a skipped date as an empty one: Samoa's 30 December 2011", () => {
    const now = startOfDate("Pacific/Apia", dateOf(2011, 12, 31)) + 12 * HOUR;
    expect(localDate("Pacific/Apia", now)).toBe(dateOf(2011, 12, 31));
    const { lo, hi } = at({ is: "previous", unit: "day", n: 1 }, "Pacific/Apia", now);
    expect(hi - lo).toBe(0);
  });
});
