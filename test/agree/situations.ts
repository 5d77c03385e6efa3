import fc from "fast-check";
import type { Row } from "../conformance/cases.js";
import type { Situation } from "../conformance/input.js";
import { Clock, DAY, dateFromText, dateText, HOUR, MINUTE, shiftMonths } from "../reference/clock.js";
import { channelIds, dates, type RandomProgram, strategyIds, zones } from "./programs.js";

const pick = fc.constantFrom;

/**
 * A random user of a random program, with a history that crowds around the edges of windows: the starts of days, the
 * clock times of the strategies, whole hours before them, the ends of months, each give or take a millisecond.
 */
export function situationOf(program: RandomProgram): fc.Arbitrary<Situation> {
  return fc
    .record({
      home: fc.option(pick(...zones), { nil: null }),
      date: fc.tuple(pick(...dates), fc.integer({ min: -1, max: 2 })).map(([text, days]) => dateFromText(text) + days),
    })
    .chain(({ home, date }) => {
      const clock = Clock.of(home ?? program.zone);
      const instant = instantNear(clock, date, program.clocks);
      return fc.record({
        user: profile(home),
        events: fc.uniqueArray(event(instant), { maxLength: 14, selector: arrival }),
        entries: fc.array(entry(clock, date, program.clocks, instant), { maxLength: 4 }).map(recordedOnce),
        since: fc
          .tuple(dueNear(clock, date, program.clocks), nudge, fc.integer({ min: 1, max: 4 }))
          .map(([at, by, days]) => at + by - days * DAY),
        until: fc.tuple(dueNear(clock, date, program.clocks), nudge).map(([at, by]) => at + by),
      });
    })
    .map(({ since, until, entries, ...rest }) => ({
      ...rest,
      since,
      until: Math.max(since + 1, until),
      entries: entries.filter(({ kind, at }) => kind !== "touch" || Number(at) <= since),
    }));
}

/** Of two rows with one id the first received counts. Which of two that arrived at once is not said, so none do. */
function arrival(row: Row): string {
  return JSON.stringify([row["event"], row["id"], row["received_at"] ?? row["occurred_at"]]);
}

/** Nothing is recorded twice under a key; what the interval decides itself has not been recorded yet. */
function recordedOnce(entries: readonly Row[]): Row[] {
  const touches = entries.filter(({ kind }) => kind === "touch");
  const last = new Map(touches.map((touch) => [`${touch["strategy"]} ${touch["occurrence"]}`, touch]));
  return entries.filter((each) => each["kind"] !== "touch" || [...last.values()].includes(each));
}

const nudge = pick(-1, 0, 0, 0, 1);

/** An instant at which a strategy comes due on a date or close to it. */
function dueNear(clock: Clock, date: number, clocks: readonly string[]): fc.Arbitrary<number> {
  return pick(...clocks).map((text) => clock.resolve(date, minuteOf(text)) ?? clock.startOf(date));
}

function instantNear(clock: Clock, date: number, clocks: readonly string[]): fc.Arbitrary<number> {
  const back = fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: -1, max: 10 }).map((days) => date - days) },
    fc
      .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: -1, max: 1 }))
      .map(([months, days]) => shiftMonths(date, -months) + days),
  );
  const edge = back.map((day) => clock.startOf(day));
  const due = back.chain((day) => dueNear(clock, day, clocks));
  const hours = fc.tuple(due, pick(0.5, 1, 1.5, 2, 24, 48)).map(([at, n]) => at - n * HOUR);
  return fc.oneof(
    { weight: 3, arbitrary: fc.tuple(edge, nudge).map(([at, by]) => at + by) },
    { weight: 2, arbitrary: fc.tuple(due, nudge).map(([at, by]) => at + by) },
    fc.tuple(hours, nudge).map(([at, by]) => at + by),
    fc.tuple(edge, fc.integer({ min: 0, max: DAY })).map(([at, by]) => at + by),
  );
}

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });

const cents = pick(0, 0.01, 5, 9.99, 10, 10.01, 19.99, 20, 20.01, "30");
const pages = pick("a", "b", "ab", "", "首页");
const kinds = pick("shoe", "hat", "coat");
const refs = pick("x", "x", "y");

/** Around the ends of months, of signs of the zodiac, and of years of the Chinese calendar and of its table. */
const birthdays = pick(
  "2000-02-29",
  "1999-12-31",
  "2000-03-01",
  "1960-05-05",
  "2001-02-18",
  "2001-02-19",
  "1996-03-20",
  "1996-03-21",
  "1990-01-19",
  "1990-01-20",
  "1990-12-21",
  "1990-12-22",
  "2000-02-04",
  "2000-02-05",
  "2012-01-22",
  "2012-01-23",
  "1901-02-18",
  "1901-02-19",
  "2100-02-08",
  "2100-02-09",
  "1985-04-19",
  "1985-04-20",
);

export function profile(home: string | null): fc.Arbitrary<Row> {
  return fc.record({
    id: pick("u1", "用户"),
    home: fc.constant(home),
    age: maybe(fc.integer({ min: 0, max: 6 })),
    city: maybe(pages),
    plan: pick("free", "silver", "gold"),
    wallet: maybe(cents),
    score: maybe(pick(0, 0.1, 0.25, 0.3, "0.333333", 0.333334, 0.5, 1.5)),
    share: maybe(pick(0, 0.25, 0.333333, 0.5, 1)),
    vip: fc.boolean(),
    birthday: maybe(birthdays),
    seen: maybe(pick("2024-01-01T00:00:00Z")),
    language: maybe(pick("en", "zh-CN", "zh-TW", "de")),
    joined: maybe(pick("2024-02-28T16:00:00Z", "2026-03-29T01:00:00Z", "2026-03-28T15:59:59.999Z")),
    first_day: maybe(pick("2024-02-29", "2026-03-29", "2026-02-28")),
    favourite: maybe(kinds),
  });
}

/** What an event of any kind says, without when. */
export const eventFields: fc.Arbitrary<Row> = fc.oneof(
  fc.record({
    event: fc.constant("view"),
    kind: kinds,
    price: cents,
    page: maybe(pages),
    ref: maybe(refs),
  }),
  fc.record({
    event: fc.constant("pay"),
    amount: cents,
    items: fc.integer({ min: -1, max: 4 }),
    tip: maybe(cents),
    gift: fc.boolean(),
    kind: maybe(kinds),
    ref: maybe(refs),
  }),
  fc.record({ event: fc.constant("visit"), page: maybe(pages), ref: maybe(refs) }),
);

export function event(instant: fc.Arbitrary<number>): fc.Arbitrary<Row> {
  // Few ids, so that some rows are told twice.
  const id = fc.oneof({ weight: 1, arbitrary: pick("same", "again") }, { weight: 6, arbitrary: fc.uuid() });
  const delay = fc.oneof(
    { weight: 3, arbitrary: fc.constant(null) },
    pick(0, 10 * MINUTE - 1, 10 * MINUTE, 10 * MINUTE + 1, DAY),
  );
  return fc.tuple(eventFields, id, instant, delay).map(([row, name, at, late]) => ({
    ...row,
    id: name,
    occurred_at: at,
    received_at: late === null ? null : at + late,
  }));
}

function entry(
  clock: Clock,
  date: number,
  clocks: readonly string[],
  instant: fc.Arbitrary<number>,
): fc.Arbitrary<Row> {
  const touch = fc
    .record({
      strategy: fc.nat({ max: clocks.length - 1 }),
      days: fc.oneof(fc.integer({ min: -1, max: 9 }), fc.integer({ min: 27, max: 32 })),
      channel: pick(...channelIds),
    })
    .map(({ strategy, days, channel }) => {
      const day = date - days;
      const time = clocks[strategy] ?? "10:00";
      return {
        kind: "touch",
        at: clock.resolve(day, minuteOf(time)) ?? clock.startOf(day),
        strategy: strategyIds[strategy] ?? "",
        occurrence: `${dateText(day)}T${time}`,
        channel,
      };
    });
  const consent = fc
    .record({
      kind: pick("opt_out", "opt_in"),
      at: instant,
      channel: fc.option(pick(...channelIds), { nil: undefined }),
    })
    .map(({ kind, at, channel }): Row => (channel === undefined ? { kind, at } : { kind, at, channel }));
  return fc.oneof(touch, consent);
}

function minuteOf(text: string): number {
  const [hour = "0", minute = "0"] = text.split(":");
  return Number(hour) * 60 + Number(minute);
}
