import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { zone } from "../../src/calendar/zone.js";
import type { Ask } from "../../src/facts/ask.js";
import type { EventHistory } from "../../src/facts/log.js";
import { compileFacts, isTextFact } from "../../src/facts/plan.js";
import type { Fact, Test, Window } from "../../src/program/program.js";
import { BORN, DAY, dates, filters, HOUR, JOINED, logOf, SETTLE, schemas, user, zones } from "./histories.js";
import { factByScan, type Happening, type Place, startOfDate, type World } from "./oracle.js";

/** What is asked, in the words of the oracle. */
interface Question {
  readonly now: number;
  readonly until: number;
  readonly cut: Place | null;
  readonly trigger: Place | null;
}

interface Scene {
  readonly zone: string;
  readonly events: readonly (readonly Happening[])[];
  readonly profile: World["profile"];
  readonly facts: readonly Fact[];
  readonly questions: readonly Question[];
}

interface TriggerFilter {
  readonly where: Test | null;
  readonly passes: (event: Happening, profile: World["profile"], trigger: Happening | null) => boolean;
}

/** Those that every test knows, and some that read the event that triggered the ask. */
const allFilters: readonly TriggerFilter[] = [
  ...filters,
  {
    where: { is: "sameText", left: { is: "column", column: 1 }, right: { is: "trigger", field: 1 }, said: 0 },
    passes: ({ fields }, _, trigger) => fields[1] !== null && fields[1] === trigger?.fields[1],
  },
  {
    where: {
      is: "compare",
      op: "<",
      left: { is: "column", column: 0, per: 1 },
      right: { is: "trigger", field: 0, per: 1 },
      type: { is: "integer" },
      said: 0,
    },
    passes: ({ fields: [number] }, _, trigger) => {
      const bound = trigger?.fields[0];
      return typeof number === "number" && typeof bound === "number" && number < bound;
    },
  },
  {
    where: {
      is: "not",
      part: { is: "knownNum", value: { is: "trigger", field: 0, per: 1 }, type: { is: "integer" }, said: 0 },
      said: 0,
    },
    passes: (_, __, trigger) => typeof trigger?.fields[0] !== "number",
  },
];

const pick = fc.constantFrom;
const event = pick(0, 0, 1, 2);
const where = fc.oneof(
  { weight: 2, arbitrary: fc.constant(null) },
  { weight: 3, arbitrary: pick(...allFilters.map((each) => each.where)) },
);
const point = fc.record({ is: fc.constant("point" as const), event, where, nth: pick<number | "last">("last", 1, 2) });

/** Facts of every form, each in windows that end at now, in some that end before it, and beside moments. */
function factsAround(date: number): fc.Arbitrary<Fact> {
  const moment = fc.oneof(
    point,
    pick({ is: "profile" as const, field: JOINED }, { is: "profile" as const, field: BORN }),
  );
  const window = fc.oneof(
    pick<Window>(
      { is: "ever" },
      { is: "last", unit: "day", n: 2 },
      { is: "previous", unit: "day", n: 2 },
      { is: "for", unit: "day", n: 1 },
      { is: "span", ms: 6 * HOUR },
      { is: "spanAgo", near: HOUR, far: DAY },
      { is: "ago", unit: "day", near: 1, far: 2 },
      { is: "dates", from: date - 1, to: date },
      { is: "dates", from: date - 1, to: null },
      { is: "thisWeek", starts: 1 },
      { is: "thisMonth" },
      { is: "thisYear" },
    ),
    fc.record({ is: fc.constant("since" as const), moment: point }),
    fc.record({
      is: pick("after" as const, "before" as const),
      moment: moment,
      unit: pick("day" as const, "ms" as const),
      n: pick(1, 2, DAY),
    }),
  );
  const within = pick(null, { unit: "day", n: 1 } as const, { unit: "ms", n: 6 * HOUR } as const);
  const same = pick(null, null, { field: 1, before: 1 });
  const step = fc.record({ no: pick(false, false, true), event, where, same, within });
  const first = fc.record({ no: fc.constant(false), event, where, same: fc.constant(null), within: fc.constant(null) });
  return fc.oneof(
    { weight: 3, arbitrary: fc.record({ is: pick("count" as const, "days" as const), event, where, window }) },
    fc.record({ is: pick("sum" as const, "max" as const), event, where, window, field: fc.constant(0) }),
    fc.record({ is: pick("distinct" as const, "mostFrequent" as const), event, where, window, field: pick(0, 1) }),
    fc.record({ is: pick("pointInstant" as const, "pointDate" as const), point }),
    fc.record({ is: fc.constant("pointField" as const), point, field: pick(0, 1) }),
    fc.record({ is: fc.constant("momentIn" as const), moment, window }),
    fc.record({ is: fc.constant("trigger" as const), event, field: pick(0, 1) }),
    fc.record({ is: fc.constant("hour" as const), event, hour: pick(0, 1, 5, 18, 23), days: pick(0, 1, 3) }),
    pick<Fact>({ is: "now" }, { is: "today" }, { is: "strategyTag", tag: 0 }),
    {
      weight: 3,
      arbitrary: fc
        .tuple(window, first, fc.array(step, { minLength: 1, maxLength: 3 }))
        .map(([of, one, others]): Fact => ({ is: "sequence", window: of, steps: [one, ...others] })),
    },
  );
}

/** Few instants and few values: events tie, and asks fall on them and on the edges of days. */
const scene = fc
  .record({ zone: pick(...zones), date: pick(...dates) })
  .chain(({ zone: name, date }): fc.Arbitrary<Scene> => {
    const sod = startOfDate(name, date);
    const spots = [-50, -30, -24, -6, -1, 0, 0, 1, 6, 20].map((hours) => sod + hours * HOUR);
    const instant = fc.tuple(pick(...spots), pick(0, 0, 0, -1, 1)).map(([spot, ms]) => spot + ms);
    const happening = fc.record({
      occurred: instant,
      seq: pick(0, 0, 1),
      received: fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, instant),
      fields: fc.tuple(pick(null, 1, 2, 3), pick("x", "y", null)),
    });
    const history = fc.array(happening, { maxLength: 7 });
    return fc.tuple(history, history, history).chain((events) => {
      const places = events.flatMap((list, kind) => list.map((_, index): Place => ({ event: kind, index })));
      const place = places.length === 0 ? fc.constant(null) : fc.option(pick(...places));
      const question = fc
        .record({ at: instant, later: pick(0, 0, 1, HOUR, 30 * HOUR), cut: place, trigger: place, atCut: fc.boolean() })
        .map(({ at, later, cut, trigger, atCut }): Question => {
          const now = atCut && cut ? (events[cut.event]?.[cut.index]?.occurred ?? at) : at;
          return { now, until: now + later, cut, trigger: atCut ? cut : trigger };
        });
      return fc.record({
        zone: fc.constant(name),
        events: fc.constant(events),
        profile: fc.tuple(
          fc.constant("ann"),
          pick("x", "y", null),
          pick(null, 1, 2),
          fc.oneof(instant, fc.constant(null)),
          fc.oneof(fc.integer({ min: date - 2, max: date + 1 }), fc.constant(null)),
        ),
        facts: fc.array(factsAround(date), { minLength: 1, maxLength: 5 }),
        questions: fc.array(question, { minLength: 1, maxLength: 4 }),
      });
    });
  });

/** Where an event of the oracle stands in the columns. */
function rowOf(log: readonly EventHistory[], { event: kind, index }: Place): number {
  const { ids, from, to } = log[kind] as EventHistory;
  const id = `${String(index).padStart(3, "0")}${String.fromCharCode(0x61 + kind)}`;
  return ids.slice(0, to).indexOf(id, from);
}

function askOf(log: readonly EventHistory[], { now, until, cut, trigger }: Question): Ask {
  const upTo = cut ? (log[cut.event]?.order[rowOf(log, cut)] as number) : Number.POSITIVE_INFINITY;
  return { now, until, upTo, trigger: trigger && { event: trigger.event, row: rowOf(log, trigger) } };
}

function compute({ zone: name, events, profile, facts: list }: Scene, questions: readonly Question[]) {
  const log = logOf(events);
  const { columns } = compileFacts({ facts: list, user, events: schemas, maps: [] }).compute({
    zone: zone(name),
    profile: profile.map((value, field) => value ?? (user.fields[field]?.type.is === "text" ? null : Number.NaN)),
    events: log,
    asks: questions.map((question) => askOf(log, question)),
  });
  return columns.map((column) => Array.from<number | string | null>(column));
}

function byScan({ zone: name, events, profile }: Scene, fact: Fact, question: Question): number | string | null {
  const trigger = question.trigger && (events[question.trigger.event]?.[question.trigger.index] ?? null);
  const passes: World["passes"] = (test, each) =>
    allFilters.find((filter) => filter.where === test)?.passes(each, profile, trigger) ?? false;
  const world = { zone: name, events, profile, settle: SETTLE, dates: new Set([BORN]), passes, ...question };
  return factByScan(fact, world) ?? (isTextFact({ user, events: schemas }, fact) ? null : Number.NaN);
}

describe("facts at any ask", () => {
  it("equal those of a scan: cut at an event, triggered by one, or looked at again later", () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(scene, (each) => {
        const wanted = each.facts.map((fact) => each.questions.map((question) => byScan(each, fact, question)));
        expect(compute(each, each.questions)).toEqual(wanted);
        each.facts.forEach((fact, place) => {
          each.questions.forEach((question, at) => {
            const plain = { ...question, until: question.now, cut: null, trigger: null };
            const changed = !Object.is(byScan(each, fact, plain), wanted[place]?.[at]);
            const key = `${fact.is} ${changed ? "differs" : "is the same"}`;
            seen.set(key, (seen.get(key) ?? 0) + 1);
          });
        });
      }),
      { numRuns: 4000 },
    );
    // For each kind of fact, the ask is often enough not the plain one's answer.
    for (const kind of [
      "count",
      "days",
      "sum",
      "mostFrequent",
      "pointField",
      "momentIn",
      "sequence",
      "hour",
      "trigger",
    ])
      expect([kind, (seen.get(`${kind} differs`) ?? 0) > 30]).toEqual([kind, true]);
  });

  it("do not depend on which other asks are made at once, in whatever order", () => {
    fc.assert(
      fc.property(scene, (each) => {
        const apart = each.questions.map((question) => compute(each, [question]).map(([value]) => value));
        const reversed = each.questions.toReversed();
        expect(compute(each, reversed)).toEqual(
          each.facts.map((_, fact) => apart.map((row) => row[fact]).toReversed()),
        );
      }),
      { numRuns: 500 },
    );
  });

  it("count one event more at each next cut, the cut itself among them", () => {
    fc.assert(
      fc.property(scene, (each) => {
        const { events } = each;
        const all = events.flatMap((list, kind) => list.map((_, index): Place => ({ event: kind, index })));
        const [now, facts] = [
          Date.UTC(2030, 0),
          [0, 1, 2].map((kind): Fact => ({ is: "count", event: kind, where: null, window: { is: "ever" } })),
        ];
        const counts = all.map((cut) => {
          const question = { now, until: now, cut, trigger: null };
          return compute({ ...each, facts }, [question]).reduce((sum, [count]) => sum + Number(count), 0);
        });
        expect(counts.sort((a, b) => a - b)).toEqual(all.map((_, place) => place + 1));
      }),
      { numRuns: 200 },
    );
  });
});
