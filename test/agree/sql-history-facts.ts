import * as fc from "fast-check";
import { noAnalysis } from "../../src/program/analysis.js";
import type {
  EventFact,
  Fact,
  Field,
  Moment,
  Num,
  Point,
  PointFact,
  Program,
  SequenceFact,
  SequenceStep,
  Test,
  Text,
  Type,
  Window,
} from "../../src/program/program.js";

/**
 * Random facts of every form the contract has, over a schema of their own: what the checker would never let through in such
 * numbers, or only in some forms, still has one meaning in SQL and in a history.
 */

const pick = fc.constantFrom;
const said = 0;
const integer: Type = { is: "integer" };
const money: Type = { is: "money", currency: "CNY", minor: 100 };
const members = ["shoe", "hat", "coat"].map((id) => ({ id, label: null }));
const kind: Type = { is: "enum", members };

const field = (id: string, type: Type, optional = false): Field => ({
  id,
  label: null,
  type,
  optional,
  pii: false,
  fixed: false,
});

/** Places in `user.fields`. */
const city = 2;
const age = 3;
const joined = 4;
const birthday = 5;
const liked = 6;

const userFields = [
  field("id", { is: "text" }),
  field("home", { is: "zone" }, true),
  field("city", { is: "text" }, true),
  field("age", integer, true),
  field("joined", { is: "instant" }, true),
  field("birthday", { is: "date" }, true),
  field("liked", kind, true),
];

/** Every event has: 0 a text?, 1 a whole number, 2 an amount?, 3 a choice, 4 a date?. */
const eventFields = [
  field("page", { is: "text" }, true),
  field("items", integer),
  field("amount", money, true),
  field("kind", kind),
  field("on", { is: "date" }, true),
];
const eventIds = ["view", "pay"];

export const column = (place: number): Num => ({ is: "column", column: place, per: 1 });
const own = (place: number): Num => ({ is: "profile", field: place, per: 1 });
const constant = (n: number): Num => ({ is: "constant", n, d: 1 });

const num: fc.Arbitrary<Num> = pick<Num>(
  column(1),
  column(2),
  constant(1),
  constant(1000),
  own(age),
  { is: "plus", left: column(1), right: own(age) },
  { is: "over", left: column(2), right: column(1) },
  { is: "ifUnknown", value: column(2), otherwise: own(age) },
  { is: "lookup", map: 1, key: { is: "enum", value: column(3), members: members.map(({ id }) => id) } },
  { is: "zodiac", calendar: "western", date: column(4) },
  { is: "zodiac", calendar: "chinese", date: own(birthday) },
  { is: "shiftMonths", date: column(4), months: 1 },
);

const text: fc.Arbitrary<Text> = pick<Text>(
  { is: "column", column: 0 },
  { is: "profile", field: city },
  { is: "profile", field: 0 },
  { is: "constant", text: "a" },
  { is: "constant", text: "首页" },
  { is: "ifUnknown", value: { is: "column", column: 0 }, otherwise: { is: "profile", field: city } },
  { is: "lookup", map: 0, key: { is: "text", text: { is: "column", column: 0 } } },
);

const smallest: fc.Arbitrary<Test> = fc.oneof(
  fc
    .record({ op: pick("<" as const, "<=" as const, ">" as const, "=" as const, "!=" as const), left: num, right: num })
    .map((one) => ({ is: "compare" as const, ...one, type: integer, said })),
  fc.record({ left: text, right: text }).map((one) => ({ is: "sameText" as const, ...one, said })),
  num.map((value) => ({ is: "knownNum" as const, value, type: integer, said })),
  text.map((value) => ({ is: "knownText" as const, value, said })),
  pick<Test>(
    { is: "compare", op: "=", left: column(3), right: own(liked), type: kind, said },
    { is: "oneOfNum", value: column(3), list: [0, 2], type: kind, said },
    { is: "compare", op: "<", left: column(4), right: own(birthday), type: { is: "date" }, said },
  ),
);

const test: fc.Arbitrary<Test> = fc.oneof(
  { weight: 3, arbitrary: smallest },
  smallest.map((part) => ({ is: "not" as const, part, said })),
  fc
    .record({ is: pick("and" as const, "or" as const), parts: fc.tuple(smallest, smallest) })
    .map((one) => ({ ...one, said })),
);

const where = fc.option(test, { nil: null });
const event = fc.nat({ max: eventIds.length - 1 });
const n = fc.integer({ min: 1, max: 5 });
const unit = pick("day" as const, "month" as const);
const spans = pick(1, 60_000, 3_600_000, 86_400_000, 90_000_000);

const point: fc.Arbitrary<Point> = fc.record({
  is: pick("point" as const),
  event,
  where,
  nth: pick<number | "last">("last", 1, 2, 3),
});

/** The days about which everything happens; see `peopleFor`. */
export const day = Date.parse("2026-03-29") / 86_400_000;

const dates = fc.integer({ min: -40, max: 2 }).map((back) => day + back);

const moment: fc.Arbitrary<Moment> = fc.oneof(
  { weight: 3, arbitrary: point },
  pick<Moment>({ is: "profile", field: joined }, { is: "profile", field: birthday }),
  dates.map((date) => ({ is: "date" as const, date })),
);

export const plainWindow: fc.Arbitrary<Window> = fc.oneof(
  pick<Window>({ is: "ever" }, { is: "thisMonth" }, { is: "thisYear" }),
  n.map((starts) => ({ is: "thisWeek" as const, starts })),
  fc.record({ is: pick("last" as const, "previous" as const, "for" as const), unit, n }),
  spans.map((ms) => ({ is: "span" as const, ms })),
  fc.record({ unit, near: n, more: fc.nat({ max: 3 }) }).map(({ unit: of, near, more }) => {
    return { is: "ago" as const, unit: of, near, far: near + more };
  }),
  fc.record({ near: spans, more: spans }).map(({ near, more }) => ({
    is: "spanAgo" as const,
    near,
    far: near + more - 1,
  })),
  fc.record({ from: dates, days: fc.option(fc.nat({ max: 9 }), { nil: null }) }).map(({ from, days }) => {
    return { is: "dates" as const, from, to: days === null ? null : from + days };
  }),
);

const beside = fc.oneof(
  fc.record({ is: pick("after" as const, "before" as const), moment, unit, n }),
  fc.record({
    is: pick("after" as const, "before" as const),
    moment,
    unit: pick("ms" as const),
    n: spans,
  }),
  moment.map((since) => ({ is: "since" as const, moment: since })),
);

const window: fc.Arbitrary<Window> = fc.oneof({ weight: 2, arbitrary: plainWindow }, beside);

const aggregate: fc.Arbitrary<EventFact> = fc.oneof(
  fc.record({ is: pick("count" as const, "days" as const), event, where, window }),
  fc.record({
    is: pick("countKnown" as const, "sum" as const, "min" as const, "max" as const),
    event,
    field: pick(1, 2, 4),
    where,
    window,
  }),
  fc.record({
    is: pick("distinct" as const, "mostFrequent" as const),
    event,
    field: fc.nat({ max: 4 }),
    where,
    window,
  }),
);

const ofPoint: fc.Arbitrary<PointFact> = fc.oneof(
  fc.record({ is: pick("pointInstant" as const, "pointDate" as const), point }),
  fc.record({ is: pick("pointField" as const), point, field: fc.nat({ max: 4 }) }),
  fc.record({ is: pick("momentIn" as const), moment, window }),
);

const within = fc.option(fc.oneof(fc.record({ unit, n }), fc.record({ unit: pick("ms" as const), n: spans })), {
  nil: null,
});
const same = fc.option(pick({ field: 0, before: 0 }, { field: 1, before: 1 }, { field: 3, before: 3 }), { nil: null });

const sequence: fc.Arbitrary<SequenceFact> = fc
  .record({
    window,
    first: fc.record({ event, where }),
    others: fc.array(fc.record({ no: pick(false, false, true), event, where, same, within }), {
      minLength: 1,
      maxLength: 3,
    }),
  })
  .map(({ window: of, first, others }) => ({
    is: "sequence" as const,
    window: of,
    steps: [{ ...first, no: false, same: null, within: null }, ...others] satisfies SequenceStep[],
  }));

const plain: readonly Fact[] = [
  { is: "now" },
  { is: "today" },
  { is: "profile", field: city },
  { is: "profile", field: age },
  { is: "profileDate", field: joined },
];

export const facts: fc.Arbitrary<readonly Fact[]> = fc
  .array(fc.oneof({ weight: 3, arbitrary: aggregate }, { weight: 2, arbitrary: ofPoint }, sequence), {
    minLength: 4,
    maxLength: 12,
  })
  .map((list) => [...plain, ...list]);

/** A program that asks for facts and does nothing with them. */
export function programOf(zone: string, list: readonly Fact[]): Program {
  const events = eventIds.map((id) => ({ id, label: null, kept: null, model: null, fields: eventFields }));
  return {
    project: { id: "p", label: null, zone, currency: "CNY", minor: 100, weekStarts: 1, settle: 600_000, locales: [] },
    user: { fields: userFields, id: 0, zone: 1, locale: null, source: null },
    events,
    facts: list,
    phrases: [],
    tags: [],
    maps: [
      {
        id: "words",
        label: null,
        type: { is: "text" },
        rows: [
          { key: "a", value: "首页" },
          { key: "b", value: "b" },
        ],
      },
      {
        id: "prices",
        label: null,
        type: money,
        rows: [
          { key: "shoe", value: 1000 },
          { key: "hat", value: 1 },
        ],
      },
    ],
    strategyTags: [],
    lifecycles: [],
    channels: [],
    benefits: [],
    materials: [],
    goals: [],
    calendar: null,
    policy: {
      id: null,
      label: null,
      consents: [],
      stops: [],
      personal: null,
      quiet: null,
      caps: [],
      holdout: null,
      bestHour: { events: [], least: 10 },
    },
    points: [],
    sets: [],
    strategies: [],
    analysis: noAnalysis,
  };
}
