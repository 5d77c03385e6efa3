import * as fc from "fast-check";
import { expect } from "vitest";
import { zone } from "../../src/calendar/zone.js";
import { createDoor } from "../../src/decide/door.js";
import { askAt } from "../../src/facts/ask.js";
import { compileFacts } from "../../src/facts/plan.js";
import { type Database, openDatabase } from "../../src/population/database.js";
import { readChunk, selectChunk } from "../../src/population/fact-columns.js";
import { factKinds } from "../../src/population/fact-kinds.js";
import { gatherTables } from "../../src/population/gather.js";
import { createGrid, type ZoneAsk } from "../../src/population/grid.js";
import { loadPopulation } from "../../src/population/load.js";
import { keepOf } from "../../src/population/blocks.js";
import { createTeller } from "../../src/population/teller.js";
import type { Program } from "../../src/program/program.js";
import { userHistory } from "../../src/population/user-history.js";
import { compiled, type OnDisk, type Person, peopleOf, writePeople } from "./population.js";
import { dates, program as randomProgram, type RandomProgram } from "./programs.js";
import { situationOf } from "./situations.js";
import { dateFromText } from "../reference/clock.js";

const USERS = 12;

export interface Case {
  readonly program: RandomProgram;
  readonly people: readonly Person[];
  readonly date: string;
}

export const cases: fc.Arbitrary<Case> = randomProgram.chain((program) =>
  fc
    .record({
      situations: fc.array(situationOf(program), { minLength: USERS, maxLength: USERS }),
      date: fc.constantFrom(...dates),
      shift: fc.nat({ max: 1000 }),
    })
    .map(({ situations, date, shift }) => ({
      program,
      people: peopleOf(situations).map((person, place) => crowd(person, program, date, shift + place)),
      date,
    })),
);

/** Moves every other event of a person to an edge: an instant that is asked, or the start of a day shortly before. */
function crowd({ user, events }: Person, program: RandomProgram, date: string, shift: number): Person {
  const name = typeof user["home"] === "string" ? user["home"] : program.zone;
  const asked = instantsOf(name, date, program.clocks);
  const day = dateFromText(date);
  const starts = [0, 1, 2, 3, 4, 7].map((back) => zone(name).startOf(day - back));
  const edges = [...asked, ...starts].flatMap((edge) => [edge - 1, edge, edge + 1]);
  return {
    user,
    events: events.map((event, place) => {
      if (place % 2 === 1) return event;
      const at = edges[(shift * 7 + place * 5) % edges.length] as number;
      const late = typeof event.received_at === "number" ? event.received_at - (event.occurred_at as number) : null;
      return { ...event, occurred_at: at, received_at: late === null ? null : at + late };
    }),
  };
}

/** Three instants in a zone: the last of a date, the first of the next, and the clock time of a strategy on it. */
function instantsOf(name: string, date: string, clocks: readonly string[]): number[] {
  const place = zone(name);
  const day = dateFromText(date);
  const [hour = "10", minute = "0"] = (clocks[0] ?? "10:00").split(":");
  const start = place.startOf(day);
  const due = place.resolve(day, Number(hour) * 60 + Number(minute)) ?? start + 1;
  return [...new Set([start - 1, start, due])].sort((a, b) => a - b);
}

export type Plant = (db: Database) => Promise<void>;

/** Facts of every user at three instants, by SQL; and the places where those by history differ. */
export function differences({ program, people, date }: Case, plant?: Plant): Promise<string[]> {
  return factDifferences(compiled(program.text), people, (name) => instantsOf(name, date, program.clocks), plant);
}

/** The same, of a program and the instants to ask about in each zone. `people` are known with all their events. */
export async function factDifferences(
  program: Program,
  people: readonly Person[],
  instantsIn: (name: string) => readonly number[],
  plant?: Plant,
): Promise<string[]> {
  const disk = writePeople(program, people);
  try {
    return await diskDifferences(program, disk, people, instantsIn, plant);
  } finally {
    disk.remove();
  }
}

/** The same where events have no ids: each user's history is then what a population makes of the files for `explain`. */
export async function namelessDifferences(
  program: Program,
  people: readonly Person[],
  instantsIn: (name: string) => readonly number[],
): Promise<string[]> {
  const disk = writePeople(program, people, false);
  try {
    const found: Person[] = [];
    for (const { user } of people) {
      found.push(await userHistory({ project: disk.folder, program, data: disk.data, user: String(user["id"]) }));
    }
    return await diskDifferences(program, disk, found, instantsIn);
  } finally {
    disk.remove();
  }
}

async function diskDifferences(
  program: Program,
  disk: OnDisk,
  people: readonly Person[],
  instantsIn: (name: string) => readonly number[],
  plant?: Plant,
): Promise<string[]> {
  const db = await openDatabase();
  try {
    const kinds = factKinds(program);
    const population = await loadPopulation(db, {
      project: disk.folder,
      program,
      data: disk.data,
      keep: keepOf(kinds, Number.MAX_SAFE_INTEGER),
    });
    const asks: ZoneAsk[] = population.zones.map((name) => {
      const own = instantsIn(name).map(askAt);
      return { zone: zone(name), agenda: { asks: own, occurrences: [] }, asks: own, last: -1 };
    });
    await createGrid(db, asks, kinds.windows);
    const tables = await gatherTables(db, population, kinds, asks, Number.MAX_SAFE_INTEGER);
    await plant?.(db);
    const inquiry = { db, program, asks };
    const everybody = { low: 0, high: population.users };
    const teller = createTeller(program, kinds.told, asks);
    const chunk = readChunk(inquiry, tables, teller, await selectChunk(inquiry, tables, everybody));
    chunk.tell(0, chunk.ids.length);
    return people.flatMap((person, user) => {
      const ask = asks[chunk.zones[user] as number] as ZoneAsk;
      return compareUser(program, person, ask, (fact, row) => {
        return chunk.frame.columns[fact]?.[(chunk.firstRows[user] as number) + row];
      });
    });
  } finally {
    db.close();
  }
}

function compareUser(
  program: Program,
  person: Person,
  ask: ZoneAsk,
  bySql: (fact: number, row: number) => unknown,
): string[] {
  const admitted = createDoor(program)({ ...person, since: 0, until: 1 }, "strategies");
  expect(ask.zone.name).toBe(admitted.zone.name);
  const { profile, events } = admitted;
  const history = compileFacts(program).compute({ zone: ask.zone, profile, events, asks: ask.asks });
  return program.facts.flatMap((fact, place) =>
    ask.asks.flatMap(({ now }, row) => {
      const expected = history.columns[place]?.[row];
      const got = bySql(place, row);
      return Object.is(got, expected)
        ? []
        : [`${JSON.stringify(fact)} at ${now} in ${ask.zone.name}: ${String(got)}, not ${String(expected)}`];
    }),
  );
}

/**
 * Law 2 over random programs and populations: facts by SQL are facts by history, at both sides of a day's edge and at a
 * clock time, in every zone. Compares about `users` of them; the same seed gives the same ones. Returns how many it compared.
 */
export async function sqlAgreesWithHistory(users: number, seed?: number): Promise<number> {
  const numRuns = Math.ceil(users / USERS);
  const property = fc.asyncProperty(cases, async (one) => {
    expect(await differences(one)).toEqual([]);
  });
  await fc.assert(property, { numRuns, endOnFailure: true, ...(seed === undefined ? {} : { seed }) });
  return numRuns * USERS;
}
