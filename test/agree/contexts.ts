import fc from "fast-check";
import type { Row } from "../conformance/engine.js";
import { Clock, DAY, dateFromText, dateText, HOUR, MINUTE } from "../reference/clock.js";
import { shifted, type Times } from "./lengths.js";
import { clocks, dates, zones } from "./programs.js";
import { eventFields, profile } from "./situations.js";

/** A random user, and the instants at which they are judged. */
export interface Person {
  readonly user: Row;
  readonly events: readonly Row[];
  readonly instants: readonly number[];
}

const pick = fc.constantFrom;

/** A millisecond is what tells one side of an edge from the other; most things happen on whole minutes, give or take one. */
const nudge = pick(-1, 0, 0, 0, 1);

/** How a moment comes about: from an earlier one by one of the program's lengths, or afresh, close to a date. */
const step = fc.record({
  fresh: fc.boolean(),
  from: fc.nat({ max: 99 }),
  length: fc.nat({ max: 99 }),
  sign: pick(1 as const, -1 as const),
  next: pick(0 as const, 1 as const),
  days: fc.integer({ min: -2, max: 9 }),
  clock: pick(...clocks),
  at: pick("start", "start", "clock", "minute"),
  minute: fc.integer({ min: 0, max: 1439 }),
  nudge,
});

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** How an instant to judge at comes about: something that happened, and a length of the program after it. */
const look = fc.record({
  from: fc.nat({ max: 99 }),
  length: fc.nat({ max: 99 }),
  way: pick("length", "length", "length", "day", "itself", "clock"),
  next: pick(0 as const, 1 as const),
  days: fc.integer({ min: 0, max: 9 }),
  clock: pick(...clocks),
  exact: fc.integer({ min: 0, max: 7 }).map((n) => n === 0),
  nudge,
});

type Look = typeof look extends fc.Arbitrary<infer T> ? T : never;

/** One row of a history, whose instant is a place among the user's few moments, so that many things happen at once. */
const happening = fc.record({
  moment: fc.nat({ max: 99 }),
  fields: eventFields,
  // Few ids, so that ties are broken by them, and some rows are told twice.
  id: fc.nat({ max: 40 }),
  seq: pick(null, null, 0, 1, 2),
  late: pick(null, null, null, null, 0, 10 * MINUTE - 1, 10 * MINUTE, 10 * MINUTE + 1, 2 * HOUR, DAY),
});

/**
 * Random users of a program that says these times. All that happens to a user happens at a few moments, which lie a
 * length of the program apart or at the starts of days, give or take a millisecond; and each user is judged where
 * something that the program says of what happened begins or ceases to hold.
 */
export function personOf(zone: string, times: Times, instants: number): fc.Arbitrary<Person> {
  return fc
    .record({
      home: fc.option(pick(...zones), { nil: null }),
      date: pick(...times.dates, ...dates.map(dateFromText).slice(0, Math.max(4, times.dates.length))),
      joined: fc.option(fc.nat({ max: 7 }), { nil: null, freq: 6 }),
      firstDay: fc.option(fc.nat({ max: 7 }), { nil: null, freq: 6 }),
      profile: profile(null),
      steps: fc.array(step, { minLength: 2, maxLength: 8, size: "max" }),
      rows: fc.array(happening, { maxLength: 16, size: "max" }),
      looks: fc.array(look, { minLength: instants, maxLength: instants }),
    })
    .map(({ home, date, joined, firstDay, profile: fields, steps, rows, looks }) => {
      const clock = Clock.of(home ?? zone);
      const moments = momentsOf(clock, date, times, steps);
      const events = [...new Map(rows.map((row) => eventOf(row, moments)).map((row) => [arrival(row), row])).values()];
      const user = {
        ...fields,
        home,
        joined: joined === null ? null : (moments[joined % moments.length] as number),
        first_day: firstDay === null ? null : dateText(clock.dateAt(moments[firstDay % moments.length] as number)),
      };
      return { user, events, instants: looks.map((each) => instantOf(clock, moments, events, times, each)) };
    });
}

function momentsOf(clock: Clock, date: number, { lengths }: Times, steps: readonly Step[]): number[] {
  const moments: number[] = [];
  for (const { fresh, from, length, sign, next, days, at, clock: text, minute, nudge: by } of steps) {
    const earlier = moments[from % Math.max(moments.length, 1)];
    const one = lengths[length % Math.max(lengths.length, 1)];
    if (earlier !== undefined && one !== undefined && !fresh) {
      moments.push(shifted(clock, Math.round(earlier / MINUTE) * MINUTE, one, sign, next) + by);
      continue;
    }
    const start = clock.startOf(date - days);
    if (at === "start") moments.push(start + by);
    else if (at === "minute") moments.push(start + minute * MINUTE);
    else moments.push((clock.resolve(date - days, minuteOf(text)) ?? start) + by);
  }
  return moments;
}

type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never;

function eventOf({ moment, fields, id, seq, late }: Happening, moments: readonly number[]): Row {
  const at = moments[moment % moments.length] as number;
  const row: Row = { ...fields, id: `e${id}`, occurred_at: at, received_at: late === null ? null : at + late };
  return seq === null ? row : { ...row, seq };
}

/** Of two rows with one id the first received counts. Which of two that arrived at once is not said, so none do. */
export function arrival(row: Row): string {
  return JSON.stringify([row["event"], row["id"], row["received_at"] ?? row["occurred_at"]]);
}

/** Where a window over something that happened begins or ends; mostly on a whole minute, at which a schedule may come due. */
function instantOf(clock: Clock, moments: readonly number[], events: readonly Row[], times: Times, at: Look): number {
  const known = [...events.map(visibleAt), ...moments];
  const from = known[at.from % known.length] as number;
  const length = times.lengths[at.length % Math.max(times.lengths.length, 1)];
  const found = lookFrom(clock, from, length, at);
  return at.exact ? found + at.nudge : Math.round(found / MINUTE) * MINUTE;
}

function lookFrom(clock: Clock, from: number, length: Times["lengths"][number] | undefined, at: Look): number {
  switch (at.way) {
    case "length":
      return length === undefined ? from : shifted(clock, from, length, 1, at.next);
    case "day":
      return clock.startOf(clock.dateAt(from) + at.days);
    case "itself":
      return from;
    case "clock":
      return clock.resolve(clock.dateAt(from) + at.days, minuteOf(at.clock)) ?? from;
  }
}

/** From when on a row is visible, where data settles for ten minutes. */
function visibleAt(row: Row): number {
  const occurred = Number(row["occurred_at"]);
  return row["received_at"] === null ? occurred : Math.max(occurred, Number(row["received_at"]) - 10 * MINUTE);
}

function minuteOf(text: string): number {
  const [hour = "0", minute = "0"] = text.split(":");
  return Number(hour) * 60 + Number(minute);
}
