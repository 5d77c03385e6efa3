import * as fc from "fast-check";
import { expect } from "vitest";
import { zone } from "../../src/calendar/zone.js";
import { type Admitted, createDoor } from "../../src/decide/door.js";
import type { Ask } from "../../src/facts/ask.js";
import type { EventLog } from "../../src/facts/log.js";
import { compileFacts } from "../../src/facts/plan.js";
import { type Database, openDatabase } from "../../src/population/database.js";
import { readChunk, selectChunk, type UserChunk } from "../../src/population/fact-columns.js";
import { factKinds } from "../../src/population/fact-kinds.js";
import { gatherTables } from "../../src/population/gather.js";
import { createGrid } from "../../src/population/grid.js";
import { loadPopulation } from "../../src/population/load.js";
import { keepOf } from "../../src/population/blocks.js";
import { userHistory } from "../../src/population/user-history.js";
import type { Fact, Program, Strategy, Test } from "../../src/program/program.js";
import { type OnDisk, type Person, writePeople } from "./population.js";
import { cases } from "./sql-history-crowd.js";
import { programOf } from "./sql-history-facts.js";

const LATEST = Number.MAX_SAFE_INTEGER;

/** Reads a field of the triggering event: 0 is a text, 1 a whole number. */
const ofTrigger: readonly Test[] = [
  { is: "sameText", left: { is: "column", column: 0 }, right: { is: "trigger", field: 0 }, said: 0 },
  {
    is: "compare",
    op: "<=",
    left: { is: "column", column: 1, per: 1 },
    right: { is: "trigger", field: 1, per: 1 },
    type: { is: "integer" },
    said: 0,
  },
];

const perAsk: fc.Arbitrary<Fact> = fc.oneof(
  fc.record({ is: fc.constant("trigger" as const), event: fc.nat(1), field: fc.nat(4) }),
  fc.record({ is: fc.constant("hour" as const), event: fc.nat(1), hour: fc.constantFrom(0, 10, 12), days: fc.nat(3) }),
  fc.record({
    is: fc.constantFrom("count" as const, "days" as const),
    event: fc.nat(1),
    where: fc.constantFrom(...ofTrigger),
    window: fc.constantFrom({ is: "ever" as const }, { is: "span" as const, ms: 86_400_000 }),
  }),
);

/** Random facts of every form, and random people: see `cases`. Each kind of event starts a strategy. */
const wholeCases = fc.tuple(cases, fc.array(perAsk, { maxLength: 5 })).map(([one, more]) => {
  const program = programOf(one.zone, [...one.facts, ...more]);
  return { people: one.people, program: { ...program, strategies: [0, 1].map(startedBy) } };
});

/** A strategy that starts at each event of a kind, and offers nothing. */
export function startedBy(event: number): Strategy {
  return {
    id: `at ${event}`,
    label: null,
    aim: null,
    set: null,
    point: null,
    when: { is: "happens", pattern: { event, where: null } },
    purpose: "marketing",
    personal: true,
    who: [],
    repeat: { is: "always" },
    limit: null,
    holdout: null,
    split: null,
    variants: [{ id: null, label: null, shares: [10_000], offer: null }],
    goal: null,
    hypothesis: null,
    priority: 50,
    exclusive: [],
    sets: [],
    guards: [],
    said: 0,
  };
}

/** Where an event stands, whatever log it stands in. */
interface Named {
  readonly event: number;
  readonly id: string;
}

/** What is asked of a user: at each event, cut and triggered by it, then and again some hours later. */
interface Question extends Named {
  readonly now: number;
  readonly until: number;
}

function questionsOf(events: EventLog): Question[] {
  return events.flatMap((history, event) => {
    if (!history) return [];
    const rows = Array.from({ length: history.to - history.from }, (_, k) => history.from + k);
    return rows.flatMap((row) => {
      const [id, now] = [history.ids[row] as string, history.occurred[row] as number];
      return [0, 30_000_000].map((later) => ({ event, id, now, until: now + later }));
    });
  });
}

function askOf(events: EventLog, { event, id, now, until }: Question): Ask {
  const history = events[event];
  const row = history ? history.ids.indexOf(id, history.from) : -1;
  if (!history || row < 0 || row >= history.to) throw new Error(`the history has no event ${event} \`${id}\``);
  return { now, until, upTo: history.order[row] as number, trigger: { event, row } };
}

/** The places where facts that a population tells of a user differ from those of the same user by the door. */
async function differences(program: Program, disk: OnDisk, people: readonly Person[]): Promise<string[]> {
  const db = await openDatabase();
  try {
    const chunk = await chunkOf(db, program, disk);
    const door = createDoor(program);
    return people.flatMap((person) => {
      const admitted = door({ ...person, since: 0, until: 1 }, "strategies");
      const place = chunk.ids.indexOf(admitted.user);
      return userDifferences(program, admitted, chunk.told(place));
    });
  } finally {
    db.close();
  }
}

async function chunkOf(db: Database, program: Program, { folder, data }: OnDisk): Promise<UserChunk> {
  const kinds = factKinds(program, true);
  const keep = keepOf(kinds, LATEST);
  const population = await loadPopulation(db, { project: folder, program, data, keep });
  const asks = population.zones.map((name) => {
    return { zone: zone(name), agenda: { asks: [], occurrences: [] }, asks: [], last: -1 };
  });
  await createGrid(db, asks, kinds.windows);
  const tables = await gatherTables(db, population, kinds, asks, LATEST);
  const inquiry = { db, program, asks };
  const found = await selectChunk(inquiry, tables, { low: 0, high: population.users });
  return readChunk(inquiry, tables, null, found);
}

function userDifferences(program: Program, admitted: Admitted, told: ReturnType<UserChunk["told"]>): string[] {
  expect(told.zone.name).toBe(admitted.zone.name);
  const questions = questionsOf(admitted.events);
  const facts = compileFacts(program);
  const [expected, found] = [admitted, told].map((from) => {
    const asks = questions.map((question) => askOf(from.events, question));
    return facts.compute({ zone: from.zone, profile: from.profile, events: from.events, asks });
  });
  return program.facts.flatMap((fact, place) =>
    questions.flatMap(({ id }, row) => {
      const [wanted, got] = [expected, found].map((frame) => frame?.columns[place]?.[row]);
      return Object.is(wanted, got) ? [] : [`${JSON.stringify(fact)} at \`${id}\`: ${got}, not ${wanted}`];
    }),
  );
}

/** Adds so many events like the first that their numbers, as texts, are in another order than as numbers. */
function withTwins({ user, events }: Person): Person {
  const [first] = events;
  const twins = first ? Array.from({ length: 11 }, (_, place) => ({ ...first, id: `twin ${place}` })) : [];
  return { user, events: [...events, ...twins] };
}

/** Law 2 at asks that no two users share; where events have no ids, they are those that `explain` would give them. */
export async function wholeHistoriesAgree(numRuns: number, withIds: boolean): Promise<number> {
  let asked = 0;
  const property = fc.asyncProperty(wholeCases, async ({ program, people }) => {
    const disk = writePeople(program, withIds ? people : people.map(withTwins), withIds);
    try {
      const known: Person[] = [];
      for (const { user } of people)
        known.push(await userHistory({ project: disk.folder, program, data: disk.data, user: String(user["id"]) }));
      expect(await differences(program, disk, known)).toEqual([]);
      asked += known.reduce((sum, { events }) => sum + 2 * events.length, 0);
    } finally {
      disk.remove();
    }
  });
  await fc.assert(property, { numRuns, endOnFailure: true });
  return asked;
}
