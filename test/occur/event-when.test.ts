import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { zone } from "../../src/calendar/zone.js";
import { emptyAgenda } from "../../src/occur/agenda.js";
import { compileOccurrences, type Occurrences } from "../../src/occur/occurrences.js";
import type { EventWhen, Length, Pattern, StallStep } from "../../src/program/program.js";
import { type Happening, happenings, logOf } from "./history.js";
import { holds, occurrencesOf } from "./oracle.js";
import { DAY, HOUR, lines, programOf } from "./program.js";

const MINUTE = 60_000;
/** The clocks of New York go forward that night. */
const start = Date.parse("2018-03-10T12:00:00Z");
const span = 3 * DAY;
const step = 3 * HOUR;
const zones = ["UTC", "America/New_York", "Pacific/Apia"];

const isX: Pattern["where"] = {
  is: "sameText",
  left: { is: "column", column: 1 },
  right: { is: "constant", text: "x" },
  said: 0,
};
const anyPattern: fc.Arbitrary<Pattern> = fc.record({
  event: fc.integer({ min: 0, max: 2 }),
  where: fc.constantFrom(null, null, isX),
});
const same = fc.option(fc.constantFrom({ field: 0, before: 0 }, { field: 1, before: 1 }));
const length: fc.Arbitrary<Length> = fc.oneof(
  fc.integer({ min: 1, max: 12 }).map((n) => ({ unit: "ms" as const, n: n * step })),
  fc.integer({ min: 1, max: 2 }).map((n) => ({ unit: "day" as const, n })),
);
const stallStep: fc.Arbitrary<StallStep> = fc
  .record({ pattern: anyPattern, same, within: fc.option(length) })
  .map(({ pattern: of, ...rest }) => ({ ...of, ...rest }));
const firstStep = anyPattern.map((of): StallStep => ({ ...of, same: null, within: null }));
const kinds = {
  happens: fc.record({ is: fc.constant("happens" as const), pattern: anyPattern }),
  absence: fc.record({
    is: fc.constant("absence" as const),
    first: anyPattern,
    then: anyPattern,
    same,
    within: length,
  }),
  nth: fc.record({
    is: fc.constant("nth" as const),
    pattern: anyPattern,
    nth: fc.integer({ min: 1, max: 3 }),
    after: length,
  }),
  stall: fc.record({
    is: fc.constant("stall" as const),
    steps: fc
      .tuple(firstStep, fc.array(stallStep, { maxLength: 2 }))
      .map(([first, rest]): StallStep[] => [first, ...rest]),
    next: stallStep,
    after: length,
  }),
} satisfies { readonly [I in EventWhen["is"]]: fc.Arbitrary<EventWhen> };
const anyWhen: fc.Arbitrary<EventWhen> = fc.oneof(...Object.values(kinds));
const anyHistory = happenings(start, span, step);
const zoneName = fc.constantFrom(...zones);

function userOf(events: readonly Happening[], name: string) {
  return { zone: zone(name), profile: [], events: logOf(events) };
}

function only(when: EventWhen): Occurrences {
  return compileOccurrences(programOf([{ id: "s", when }]));
}

function all(found: Occurrences, user: ReturnType<typeof userOf>) {
  return found.of(user, emptyAgenda, start - 10 * DAY, start + 20 * DAY);
}

describe.each(Object.entries(kinds))("%s", (_, kind: fc.Arbitrary<EventWhen>) => {
  it("is due where a scan of all events, one by one, finds it, under the event's id, at that instant", () => {
    fc.assert(
      fc.property(kind, anyHistory, zoneName, (when, events, name) => {
        const { asks, occurrences } = all(only(when), userOf(events, name));
        const found = occurrences.map(({ at, key, before, date }) => {
          const { now, until, trigger } = asks[at] as (typeof asks)[number];
          const { event, row } = trigger as NonNullable<typeof trigger>;
          expect([before, until, date]).toEqual([-1, now, zone(name).dateAt(now)]);
          // The trigger is the event whose id the key is.
          expect(logOf(events)[event]?.ids[row]).toBe(key);
          return { id: key, at: now };
        });
        const order = (a: { id: string; at: number }, b: { id: string; at: number }) =>
          a.at - b.at || (a.id < b.id ? -1 : 1);
        expect(found).toEqual(occurrencesOf(when, zone(name), events).sort(order));
      }),
      { numRuns: 1500 },
    );
  });
});

describe("event triggers", () => {
  it("tile: (a, c] is (a, b] followed by (b, c], at any cut", () => {
    const cut = fc.integer({ min: -2, max: 40 }).map((n) => start + n * step);
    fc.assert(
      fc.property(anyWhen, anyHistory, zoneName, fc.tuple(cut, cut, cut), (when, events, name, cuts) => {
        const [a, b, c] = cuts.sort((one, other) => one - other) as [number, number, number];
        const user = userOf(events, name);
        const found = only(when);
        const due = (since: number, until: number) => lines(found.of(user, emptyAgenda, since, until));
        expect([...due(a, b), ...due(b, c)]).toEqual(due(a, c));
      }),
      { numRuns: 1500 },
    );
  });

  it("stay due until what did not happen is seen, by the same scan at any later instant", () => {
    const delay = fc.integer({ min: 0, max: 20 }).map((n) => n * step);
    const waits = fc.oneof(kinds.absence, kinds.stall);
    fc.assert(
      fc.property(waits, anyHistory, zoneName, delay, (when, events, name, wait) => {
        const user = userOf(events, name);
        const found = only(when);
        const { asks, occurrences } = all(found, user);
        for (const { at, key } of occurrences) {
          const { now, trigger } = asks[at] as (typeof asks)[number];
          const seen = events.filter(({ visible }) => visible <= now + wait);
          const event = events.find(({ id }) => id === key) as Happening;
          expect(found.triggerOf(user, 0, key)).toEqual(trigger);
          expect(found.stillDue(user, 0, trigger, now + wait)).toBe(holds(when, user.zone, seen, event));
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("see, at the event itself, what came before it in the total order and nothing after", () => {
    const made = (id: string, seq: number): Happening => {
      return { kind: 0, id, occurred: start, seq, visible: start, number: null, text: null };
    };
    const user = userOf([made("first", 0), made("second", 1), made("third", 2)], "UTC");
    const when: EventWhen = { is: "happens", pattern: { event: 0, where: null } };
    expect(lines(only(when).of(user, emptyAgenda, start - 1, start))).toEqual([
      "2018-03-10T12:00:00.000Z#0 0 first",
      "2018-03-10T12:00:00.000Z#1 0 second",
      "2018-03-10T12:00:00.000Z#2 0 third",
    ]);
  });

  it("have no occurrence on a civil date that the zone skipped", () => {
    const when: EventWhen = { is: "nth", pattern: { event: 0, where: null }, nth: 1, after: { unit: "day", n: 1 } };
    const occurred = Date.parse("2011-12-29T20:00:00Z");
    const event = { kind: 0, id: "e", occurred, seq: 0, visible: occurred, number: null, text: null };
    const due = (name: string) =>
      only(when).of(userOf([event], name), emptyAgenda, occurred, occurred + 9 * DAY).occurrences.length;
    expect([due("Pacific/Apia"), due("UTC")]).toEqual([0, 1]);
  });

  it("know the event of a key, and none where there is none, or where the key is no event's", () => {
    const event = { kind: 1, id: "e", occurred: start, seq: 0, visible: start, number: null, text: null };
    const user = userOf([event], "UTC");
    const found = compileOccurrences(
      programOf([
        { id: "a", when: { is: "happens", pattern: { event: 1, where: null } } },
        { id: "b", when: { is: "happens", pattern: { event: 0, where: null } } },
        { id: "c", when: { is: "hourly" } },
      ]),
    );
    expect(found.triggerOf(user, 0, "e")).toEqual({ event: 1, row: 1 });
    expect([found.triggerOf(user, 0, "f"), found.triggerOf(user, 1, "e"), found.triggerOf(user, 2, "e")]).toEqual([
      null,
      null,
      null,
    ]);
    expect([0, 1, 2].map((place) => found.own.has(place))).toEqual([true, true, false]);
    expect([found.stillDue(user, 0, { event: 1, row: 1 }, start), found.stillDue(user, 2, null, start)]).toEqual([
      true,
      true,
    ]);
  });

  it("read only the events of the interval and what the length reaches back, where nothing looks further", () => {
    const occurred = Array.from({ length: 20_000 }, (_, place) => start + place * MINUTE);
    const read: number[] = [];
    const watched = new Proxy(occurred, {
      get(target, place) {
        if (typeof place === "string" && /^\d+$/.test(place)) read.push(Number(place));
        return Reflect.get(target, place) as unknown;
      },
    });
    const history = {
      frame: { columns: [[], []], rows: occurred.length },
      occurred: watched,
      seq: occurred.map(() => 0),
      order: occurred.map((_, place) => place),
      ids: occurred.map((_, place) => String(place)),
      visibleFrom: occurred,
      from: 0,
      to: occurred.length,
    };
    const pattern: Pattern = { event: 0, where: null };
    const within: Length = { unit: "ms", n: 30 * MINUTE };
    const when: EventWhen = { is: "absence", first: pattern, then: { event: 1, where: null }, same: null, within };
    const until = occurred[19_000] as number;
    const due = only(when).of({ zone: zone("UTC"), profile: [], events: [history] }, emptyAgenda, until - HOUR, until);
    expect(due.occurrences).toHaveLength(60);
    expect(new Set(read).size).toBeLessThan(200);
  });
});
