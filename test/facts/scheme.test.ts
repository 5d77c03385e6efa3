import { describe, expect, it } from "vitest";
import { askAt } from "../../src/facts/ask.js";
import { dateOf } from "../../src/calendar/civil.js";
import { zone } from "../../src/calendar/zone.js";
import { noEnvironment } from "../../src/evaluate/environment.js";
import { compileFacts, isTextFact } from "../../src/facts/plan.js";
import { schemeOf } from "../../src/facts/scheme.js";
import type { Fact, Field, Point, Test, Window } from "../../src/program/program.js";
import { DAY, HOUR, LIKES, schemas, user } from "./histories.js";

const ever: Window = { is: "ever" };
const where = (said: number, text = "x"): Test => {
  return { is: "sameText", left: { is: "column", column: 1 }, right: { is: "constant", text }, said };
};
const count = (window: Window, event = 0, test: Test | null = null): Fact => {
  return { is: "count", event, where: test, window };
};
const point: Point = { is: "point", event: 0, where: null, nth: 2 };

function arranged(...facts: Fact[]) {
  return schemeOf({ facts }, noEnvironment, () => true);
}

describe("the order of work", () => {
  it("bounds a window once, in whatever order its keys are written, and each different one by itself", () => {
    const last: Window = { is: "last", unit: "day", n: 2 };
    const same: Window = { n: 2, unit: "day", is: "last" };
    const { windows, windowPlace, ordered } = arranged(
      count(last),
      count(same),
      count({ ...last, n: 3 }),
      count({ is: "previous", unit: "day", n: 2 }),
      { is: "momentIn", moment: point, window: { is: "thisYear" } },
      { is: "momentIn", moment: point, window: { is: "since", moment: point } },
    );
    expect(windows).toHaveLength(4);
    expect(windowPlace(same)).toBe(windowPlace(last));
    expect(windows[windowPlace({ is: "thisYear" })]).toEqual({ is: "thisYear" });
    expect(ordered.map(({ place }) => place)).toEqual([4, 5]);
  });

  it("reads each kind of event once for each filter that differs", () => {
    const { kinds } = arranged(
      count(ever, 1),
      count(ever, 0, where(1)),
      count(ever, 0, where(2)),
      count(ever, 0, where(1, "y")),
      { is: "pointInstant", point },
    );
    expect(kinds.map(({ event, filters }) => [event, filters.length])).toEqual([
      [1, 1],
      [0, 3],
    ]);
    const filters = kinds.flatMap((kind) => kind.filters);
    expect(filters.map(({ place }) => place)).toEqual([0, 1, 2, 3]);
    expect(filters.map(({ test }) => test === null)).toEqual([true, false, false, true]);
  });

  it("names the column of each measure, and of a field what adds it up and what looks at its values", () => {
    const common = { event: 0, where: null, window: ever } as const;
    const { kinds } = arranged(
      count(ever),
      { is: "days", ...common },
      { is: "sum", field: 0, ...common },
      { is: "distinct", field: 0, ...common },
      { is: "mostFrequent", field: 0, ...common },
      { is: "max", field: 1, ...common },
      { is: "pointField", field: 1, point },
      { is: "pointDate", point },
    );
    expect(kinds[0]?.filters[0]?.slots).toEqual([
      {
        window: 0,
        measures: [
          { is: "count", place: 0 },
          { is: "days", place: 1 },
        ],
        points: [
          { is: "pointField", place: 6, nth: 2, field: 1 },
          { is: "pointDate", place: 7, nth: 2, field: 0 },
        ],
        hours: [],
        fields: [
          {
            field: 0,
            measures: [{ is: "sum", place: 2 }],
            values: [
              { is: "distinct", place: 3 },
              { is: "mostFrequent", place: 4 },
            ],
          },
          { field: 1, measures: [{ is: "max", place: 5 }], values: [] },
        ],
      },
    ]);
  });

  it("counts the hours of one kind of event in the window of their days, with whatever else is asked of it", () => {
    const hour = (of: number, days: number): Fact => ({ is: "hour", event: 0, hour: of, days });
    const { kinds, windows } = arranged(
      count({ is: "for", unit: "day", n: 90 }),
      hour(20, 90),
      hour(8, 90),
      hour(8, 7),
    );
    expect(windows).toEqual([90, 7].map((n) => ({ is: "for", unit: "day", n })));
    expect(kinds[0]?.filters.map(({ slots }) => slots.map(({ hours }) => hours))).toEqual([
      [
        [
          { is: "hour", place: 1, hour: 20 },
          { is: "hour", place: 2, hour: 8 },
        ],
        [{ is: "hour", place: 3, hour: 8 }],
      ],
    ]);
  });

  it("arranges no strategy tags, which are nobody's to compute", () => {
    const { plain, kinds, ordered } = arranged({ is: "strategyTag", tag: 0 });
    expect([plain, kinds, ordered]).toEqual([[], [], []]);
  });

  it("counts dates only in the windows of days facts", () => {
    const days = (window: Window): Fact => ({ is: "days", event: 0, where: null, window });
    const { kinds } = arranged(count(ever), days({ is: "thisYear" }), count({ is: "thisMonth" }));
    expect(kinds[0]?.filters[0]?.dayWindows).toEqual([1]);
  });

  it("leaves out what is not wanted, and keeps the places of the rest", () => {
    const facts: Fact[] = [{ is: "now" }, count(ever), { is: "today" }];
    const { plain, kinds } = schemeOf({ facts }, noEnvironment, ({ is }) => is === "today");
    expect(plain).toEqual([{ fact: { is: "today" }, place: 2 }]);
    expect(kinds).toEqual([]);
  });
});

describe("the columns of facts", () => {
  const field = (type: Field["type"]["is"]) => ({ ...(user.fields[0] as Field), type: { is: type } }) as Field;
  const typed = {
    ...user,
    fields: (["text", "zone", "locale", "date", "integer"] as const).map((type) => field(type)),
  };

  it("hold text for fields of the profile that are text, a time zone or a locale", () => {
    const text = typed.fields.map((_, place) =>
      isTextFact({ user: typed, events: [] }, { is: "profile", field: place }),
    );
    expect(text).toEqual([true, true, true, false, false]);
    expect(isTextFact({ user: typed, events: [] }, { is: "profileDate", field: 0 })).toBe(false);
    expect(isTextFact({ user: typed, events: [] }, { is: "profile", field: 9 })).toBe(false);
  });

  it("hold text for the value of a text field of an event, and numbers for what is counted of it", () => {
    const common = { event: 0, where: null, window: ever } as const;
    const isText = (fact: Fact) => isTextFact({ user, events: schemas }, fact);
    expect([0, 1].map((place) => isText({ is: "pointField", point, field: place }))).toEqual([false, true]);
    expect([0, 1].map((place) => isText({ is: "mostFrequent", field: place, ...common }))).toEqual([false, true]);
    expect(isText({ is: "distinct", field: 1, ...common })).toBe(false);
    expect(isText({ is: "countKnown", field: 1, ...common })).toBe(false);
    expect(isText(count(ever))).toBe(false);
    expect(isText({ is: "pointField", point: { ...point, event: 9 }, field: 1 })).toBe(false);
  });

  const june10 = dateOf(2021, 6, 10);
  const compute = (fact: Fact, profile: (number | string | null)[]) =>
    compileFacts({ facts: [fact], user, events: schemas, maps: [] })
      .compute({ zone: zone("Asia/Shanghai"), profile, events: [], asks: [askAt(0)] })
      .columns.map(([value]) => value);

  it("give the local date of an instant of the profile, unknown if that is", () => {
    const fact: Fact = { is: "profileDate", field: 1 };
    expect(compute(fact, ["ann", june10 * DAY + 20 * HOUR])).toEqual([june10 + 1]);
    expect(compute(fact, ["ann", Number.NaN])).toEqual([Number.NaN]);
    expect(compute(fact, ["ann", null])).toEqual([Number.NaN]);
    expect(compute({ is: "profile", field: LIKES }, ["ann", null])).toEqual([null]);
  });

  it("refuse a profile that lacks a field", () => {
    expect(() => compute({ is: "profile", field: 2 }, ["ann"])).toThrow("the profile has no field at place 2");
  });
});
