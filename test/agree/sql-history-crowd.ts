import * as fc from "fast-check";
import { expect } from "vitest";
import { zone } from "../../src/calendar/zone.js";
import type { EventInput } from "../../src/decide/input.js";
import type { Person } from "./population.js";
import { factDifferences } from "./sql-history.js";
import { day, facts, programOf } from "./sql-history-facts.js";

const pick = fc.constantFrom;
const zones = ["Asia/Shanghai", "Europe/London", "America/Havana", "Pacific/Apia"] as const;

/** Instants close together, so that many are equal and windows have events at both of their ends. */
function instantIn(name: string): fc.Arbitrary<number> {
  const back = fc.oneof({ weight: 4, arbitrary: fc.integer({ min: -1, max: 5 }) }, fc.integer({ min: 6, max: 70 }));
  return fc
    .tuple(back, pick(0, 0, 36_000_000, 43_200_000, 39_600_000), pick(-1, 0, 0, 0, 1))
    .map(([days, into, by]) => zone(name).startOf(day - days) + into + by);
}

const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null });
const birthday = pick("2026-03-28", "2026-03-29", "1999-02-15", "1999-02-16", "2000-02-29");

const person: fc.Arbitrary<Person> = maybe(pick(...zones)).chain((home) => {
  // Few instants for many events, so that some happen at once.
  return fc
    .array(instantIn(home ?? "Asia/Shanghai"), { minLength: 1, maxLength: 6 })
    .chain((instants) => personAt(home, pick(...instants)));
});

function personAt(home: string | null, instant: fc.Arbitrary<number>): fc.Arbitrary<Person> {
  const event: fc.Arbitrary<EventInput> = fc
    .record({
      event: pick("view", "pay"),
      // Few ids, so that some rows are told twice, and enough that their order is not that of the file.
      id: fc.oneof({ weight: 1, arbitrary: pick("again") }, { weight: 9, arbitrary: fc.uuid() }),
      occurred_at: instant,
      late: pick(null, null, 0, 600_000, 600_001, 86_400_000),
      seq: pick(null, 0, 0, 1, 2, -1),
      page: maybe(pick("a", "b", "", "首页")),
      items: fc.integer({ min: -1, max: 2 }),
      amount: maybe(pick(0, 0.01, 10, 10.01)),
      kind: pick("shoe", "hat", "coat"),
      on: maybe(birthday),
    })
    .map(({ late, ...rest }) => ({ ...rest, received_at: late === null ? null : rest.occurred_at + late }));
  return fc.record({
    user: fc.record({
      home: fc.constant(home),
      city: maybe(pick("a", "b", "首页")),
      age: maybe(fc.integer({ min: -1, max: 2 })),
      joined: maybe(instant).map((at) => (at === null ? null : new Date(at).toISOString())),
      birthday: maybe(birthday),
      liked: maybe(pick("shoe", "hat")),
    }),
    events: fc.array(event, { maxLength: 14 }),
  });
}

/** Two of them are what a page is called, for tests that compare the two; they stand in the order of a population. */
const ids = ["a", "user 1", "user 2", "user 3", "user 4", "首页"];

const people = fc.array(person, { minLength: ids.length, maxLength: ids.length }).map((list) =>
  list.map(({ user, events }, place) => ({
    user: { ...user, id: ids[place] },
    events: events.map((event) => ({ ...event, id: `${place} ${String(event.id)}` })),
  })),
);

/** Both sides of a day's start, and an instant at which something may happen. */
export function asked(name: string): number[] {
  const start = zone(name).startOf(day);
  return [start - 1, start, start + 36_000_000];
}

/** Facts, and a few people whose events crowd around a few instants. */
export const cases = fc.record({ zone: pick(...zones), facts, people });

/** Law 2 over random facts of every form and random people. */
export async function factsAgree(numRuns: number): Promise<void> {
  const property = fc.asyncProperty(cases, async (one) => {
    expect(await factDifferences(programOf(one.zone, one.facts), one.people, asked)).toEqual([]);
  });
  await fc.assert(property, { numRuns, endOnFailure: true });
}
