import * as fc from "fast-check";
import { expect, it } from "vitest";
import type { Database } from "../../src/population/database.js";
import { cases, differences, type Plant, sqlAgreesWithHistory } from "./sql-history.js";

it("law 2: facts by SQL are facts by history, at both sides of a day's edge and at a clock time, in every zone", async () => {
  expect(await sqlAgreesWithHistory(120)).toBeGreaterThanOrEqual(120);
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
  let found = 0;
  for (const one of samples) found += (await differences(one, plant)).length;
  expect(found).toBeGreaterThan(0);
});
