import * as fc from "fast-check";
import { expect, it } from "vitest";
import type { Database } from "../../src/population/database.js";
import type { Person } from "./population.js";
import { cases, differences, type Plant, sqlAgreesWithHistory } from "./sql-history.js";

it("law 2: facts by SQL are facts by history, at both sides of a day's edge and at a clock time, in every zone", async () => {
  expect(await sqlAgreesWithHistory(120)).toBeGreaterThanOrEqual(120);
});

const fixed = {
  zone: "Asia/Shanghai",
  clocks: ["10:00"],
  text: `
project p { time zone Asia/Shanghai  currency CNY  settle after 10 minutes }
user { id: text  home: time zone? }
event visit { page: text? }
tag fact quarter = did visit on at least 2 days in the last 3 months
tag fact always = did visit on at least 2 days ever
tag fact hours = did visit on at least 2 days in the last 48 hours
tag fact days = did visit on at least 2 days in the last 70 days
channel push { cost 0 CNY }
material hello for push { en title "Hello" }
strategy s { when every day at 10:00  who has days  repeat always  channel push  benefit none  material hello }
`,
};

/** One user who visited at these instants. */
function visitor(home: string, ...instants: string[]): Person {
  const events = instants.map((at, place) => ({ event: "visit", id: `${place}`, occurred_at: Date.parse(at) }));
  return { user: { id: `user of ${home}`, home }, events };
}

it("dates are counted once each, beyond the windows whose dates fit a mask of bits too", async () => {
  const visits = [
    "2026-01-02T10:00+08:00",
    "2026-01-02T11:00+08:00",
    "2026-03-09T10:00+08:00",
    "2026-03-09T11:00+08:00",
  ];
  const people = [visitor("Asia/Shanghai", ...visits)];
  expect(await differences({ program: fixed, people, date: "2026-03-10" })).toEqual([]);
});

it("a date that has begun does not come back where the clock is set back over midnight", async () => {
  // 00:01 (−02:30) became 23:01 of the day before (−03:30): at 02:40 UTC the clock shows yesterday once more.
  const people = [visitor("America/St_Johns", "2010-11-07T02:30:00Z", "2010-11-07T02:40:00Z", "2010-11-07T10:00:00Z")];
  expect(await differences({ program: fixed, people, date: "2010-11-07" })).toEqual([]);
});

/** A day's error, planted in the ask relation. */
const planted: readonly { readonly what: string; readonly plant: Plant }[] = [
  {
    what: "every window starts a day late",
    plant: (db) => eachBound(db, "lo", "+ 86400000"),
  },
  {
    what: "every window starts a day early",
    plant: (db) => eachBound(db, "lo", "- 86400000"),
  },
  {
    what: "every window ends a day early",
    plant: (db) => eachBound(db, "hi", "- 86400000"),
  },
  {
    what: "the closed end is open",
    plant: (db) => eachBound(db, "hi", "- 1"),
  },
  {
    what: "local dates are those of a zone a day away",
    plant: (db) => db.run("UPDATE touchline.offsets SET ahead = ahead + 43200000"),
  },
];

async function eachBound(db: Database, end: "lo" | "hi", change: string): Promise<void> {
  const columns = (await db.rows("DESCRIBE touchline.grid"))
    .map(([name]) => String(name))
    .filter((name) => name.startsWith(end));
  for (const column of columns)
    await db.run(`UPDATE touchline.grid SET ${column} = ${column} ${change} WHERE ${column} > -9e15`);
}

it.each(planted)("a planted error is caught: $what", async ({ plant }) => {
  const samples = fc.sample(cases, { seed: 7, numRuns: 6 });
  const found: string[] = [];
  for (const one of samples) {
    found.push(...(await differences(one, plant)));
    if (found.length > 0) break;
  }
  expect(found).not.toEqual([]);
});
