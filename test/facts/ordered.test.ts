import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { zone } from "../../src/calendar/zone.js";
import { askAt } from "../../src/facts/ask.js";
import { createLookBehind } from "../../src/facts/behind.js";
import { needsHistory } from "../../src/facts/need.js";
import { compileFacts, isTextFact } from "../../src/facts/plan.js";
import type { Fact, Moment, Point, SequenceStep, Window } from "../../src/program/program.js";
import { BORN, DAY, dates, filters, HOUR, JOINED, logOf, SETTLE, schemas, user, zones } from "./histories.js";
import { factByScan, type Happening, startOfDate, type World } from "./oracle.js";

interface Scene {
  readonly zone: string;
  readonly instants: readonly number[];
  readonly events: readonly (readonly Happening[])[];
  readonly profile: World["profile"];
  readonly facts: readonly Fact[];
}

const event = fc.constantFrom(0, 0, 1, 1, 2);
const where = fc.oneof(
  { weight: 2, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.constantFrom(...filters.map((filter) => filter.where)) },
);
const n = fc.integer({ min: 1, max: 3 });
const length = fc.oneof(
  fc.record({ unit: fc.constantFrom("day" as const, "month" as const), n }),
  fc.record({ unit: fc.constant("ms" as const), n: fc.constantFrom(1, HOUR, 6 * HOUR, DAY) }),
);
const point: fc.Arbitrary<Point> = fc.record({
  is: fc.constant("point" as const),
  event,
  where,
  nth: fc.constantFrom<number | "last">("last", 1, 2, 3),
});

function moments(date: number): fc.Arbitrary<Moment> {
  return fc.oneof(
    { weight: 3, arbitrary: point },
    { weight: 1, arbitrary: fc.constantFrom<Moment>({ is: "profile", field: JOINED }, { is: "profile", field: BORN }) },
    {
      weight: 1,
      arbitrary: fc.integer({ min: -3, max: 1 }).map((days): Moment => ({ is: "date", date: date + days })),
    },
  );
}

function windows(date: number): fc.Arbitrary<Window> {
  const moment = moments(date);
  return fc.oneof(
    fc.constantFrom<Window>(
      { is: "ever" },
      { is: "last", unit: "day", n: 2 },
      { is: "previous", unit: "day", n: 2 },
      { is: "spanAgo", near: HOUR, far: DAY },
      { is: "dates", from: date - 1, to: date },
      { is: "thisWeek", starts: 7 },
    ),
    fc.record({ is: fc.constant("since" as const), moment }),
    fc
      .record({ is: fc.constantFrom("after" as const, "before" as const), moment, length })
      .map(({ is, moment: of, length: { unit, n: many } }): Window => ({ is, moment: of, unit, n: many })),
  );
}

const same = fc.oneof(
  { weight: 2, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.constantFrom({ field: 0, before: 0 }, { field: 1, before: 1 }) },
);
const first: fc.Arbitrary<SequenceStep> = fc.record({
  no: fc.constant(false),
  event,
  where,
  same: fc.constant(null),
  within: fc.constant(null),
});
const step: fc.Arbitrary<SequenceStep> = fc.record({
  no: fc.constantFrom(false, false, false, true),
  event,
  where,
  same,
  within: fc.oneof(fc.constant(null), length),
});

function facts(date: number): fc.Arbitrary<Fact> {
  const window = windows(date);
  const steps = fc.array(step, { minLength: 1, maxLength: 4 });
  return fc.oneof(
    fc.record({ is: fc.constantFrom("pointInstant" as const, "pointDate" as const), point }),
    fc.record({ is: fc.constant("pointField" as const), point, field: fc.constantFrom(0, 1) }),
    fc.record({ is: fc.constant("momentIn" as const), moment: moments(date), window }),
    fc.record({ is: fc.constantFrom("count" as const, "days" as const), event, where, window }),
    fc.record({ is: fc.constantFrom("sum" as const, "max" as const), event, where, window, field: fc.constant(0) }),
    fc.record({
      is: fc.constantFrom("distinct" as const, "mostFrequent" as const, "countKnown" as const),
      event,
      where,
      window,
      field: fc.constantFrom(0, 1),
    }),
    {
      weight: 4,
      arbitrary: fc
        .tuple(fc.oneof(fc.constant<Window>({ is: "ever" }), window), first, steps)
        .map(([of, one, others]): Fact => ({ is: "sequence", window: of, steps: [one, ...others] })),
    },
    fc.record({ is: fc.constant("profileDate" as const), field: fc.constant(JOINED) }),
  );
}

/** Few instants and few values, so that events tie, match and lie on the edges of days. */
const scene = fc
  .record({ zone: fc.constantFrom(...zones), date: fc.constantFrom(...dates) })
  .chain(({ zone: name, date }): fc.Arbitrary<Scene> => {
    const sod = startOfDate(name, date);
    const spots = [-50, -30, -24, -24.5, -6, -1, 0, 0, 1, 6, 20].map((hours) => sod + hours * HOUR);
    const instant = fc.tuple(fc.constantFrom(...spots), fc.constantFrom(0, 0, 0, -1, 1)).map(([spot, ms]) => spot + ms);
    const happening = fc.record({
      occurred: instant,
      seq: fc.constantFrom(0, 0, 1, 2),
      received: fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, instant),
      fields: fc.tuple(fc.constantFrom(null, 1, 2, 3), fc.constantFrom("x", "y", null)),
    });
    const history = fc.oneof(
      fc.array(happening, { maxLength: 4 }),
      fc.array(happening, { minLength: 4, maxLength: 9 }),
    );
    const late = fc.constantFrom(...spots.slice(-4)).map((spot) => spot + HOUR);
    return fc.record({
      zone: fc.constant(name),
      instants: fc.uniqueArray(fc.oneof(instant, late), { minLength: 1, maxLength: 2 }),
      events: fc.tuple(history, history, history),
      profile: fc.tuple(
        fc.constant("ann"),
        fc.constantFrom("x", "y", null),
        fc.constantFrom(null, 1, 2),
        fc.oneof(instant, instant, fc.constant(null)),
        fc.oneof(fc.integer({ min: date - 3, max: date + 1 }), fc.constant(null)),
      ),
      facts: fc.array(facts(date), { minLength: 1, maxLength: 4 }),
    });
  });

function stored({ profile }: Scene): (number | string | null)[] {
  return profile.map((value, field) => value ?? (user.fields[field]?.type.is === "text" ? null : Number.NaN));
}

function compute(each: Scene, wants?: (fact: Fact) => boolean) {
  const { zone: name, instants, events, facts: list } = each;
  const { columns } = compileFacts({ facts: list, user, events: schemas, maps: [] }, wants).compute({
    zone: zone(name),
    profile: stored(each),
    events: logOf(events),
    asks: instants.map(askAt),
  });
  return columns.map((column) => Array.from<number | string | null>(column));
}

function byScan({ zone: name, events, profile }: Scene, fact: Fact, now: number): number | string | null {
  const passes: World["passes"] = (test, each) =>
    filters.find((filter) => filter.where === test)?.passes(each, profile) ?? false;
  const world = { zone: name, now, settle: SETTLE, events, profile, dates: new Set([BORN]), passes };
  const unknown = isTextFact({ user, events: schemas }, fact) ? null : Number.NaN;
  return factByScan(fact, world) ?? unknown;
}

describe("facts that compare events with each other", () => {
  it("equal those found by trying every choice of events, for random facts, histories, zones and instants", () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(scene, (each) => {
        const wanted = each.facts.map((fact) => each.instants.map((now) => byScan(each, fact, now)));
        expect(compute(each)).toEqual(wanted);
        each.facts.forEach((fact, place) => {
          const key = `${fact.is} ${wanted[place]?.some((value) => value !== 0 && !Number.isNaN(value)) ? "found" : "not"}`;
          seen.set(key, (seen.get(key) ?? 0) + 1);
        });
      }),
      { numRuns: 3000 },
    );
    // Both answers are common enough for the comparison to mean something.
    for (const kind of ["sequence", "momentIn", "count", "mostFrequent", "distinct", "pointField"])
      for (const answer of ["found", "not"]) expect(seen.get(`${kind} ${answer}`)).toBeGreaterThan(40);
  });

  it("are what lies behind them: a moment between two instants, and as many steps as could be taken", () => {
    fc.assert(
      fc.property(scene, (each) => {
        const { zone: name, instants, events, facts: list } = each;
        const look = createLookBehind({ facts: list, user, events: schemas, maps: [] });
        const input = { zone: zone(name), profile: stored(each), events: logOf(events), asks: instants.map(askAt) };
        const columns = compute(each);
        list.forEach((fact, place) => {
          instants.forEach((now, at) => {
            const behind = look(input, at, place);
            const holds = columns[place]?.[at] === 1;
            if (fact.is === "sequence" && behind?.is === "sequence") {
              const positive = fact.steps.filter(({ no }) => !no);
              const tries = positive.map((_, last) => {
                const end = fact.steps.indexOf(positive[last] as SequenceStep) + 1;
                return byScan(each, { ...fact, steps: fact.steps.slice(0, end) }, now) === 1;
              });
              expect(behind.taken).toBe(tries.filter(Boolean).length);
              if (holds) expect(behind.taken).toBe(positive.length);
            } else if (fact.is === "momentIn" && behind?.is === "moment") {
              const { at: moment, from, to } = behind;
              if (holds) expect([moment >= from, moment <= to]).toEqual([true, true]);
              // On an edge that is an event, the order within the instant decides.
              else if (moment !== from && moment !== to) expect(moment > from && moment < to).toBe(false);
            } else expect(behind).toBeNull();
          });
        });
      }),
      { numRuns: 300 },
    );
  });

  it("are written by a plan of their own as by the plan of all", () => {
    fc.assert(
      fc.property(scene, (each) => {
        const all = compute(each);
        const some = compute(each, needsHistory);
        each.facts.forEach((fact, place) => {
          if (needsHistory(fact)) expect(some[place]).toEqual(all[place]);
        });
      }),
      { numRuns: 200 },
    );
  });
});
