import * as fc from "fast-check";
import { expect, it } from "vitest";
import type { Database } from "../../src/population/database.js";
import { factDifferences, namelessDifferences, type Plant } from "./sql-history.js";
import { asked, cases, factsAgree } from "./sql-history-crowd.js";
import { programOf } from "./sql-history-facts.js";

it("law 2: facts of every form are in a population what they are for its users one by one", async () => {
  await factsAgree(10);
});

it("law 2: so they are where events have no ids, and what they hold orders those of one instant", async () => {
  const property = fc.asyncProperty(cases, async (one) => {
    expect(await namelessDifferences(programOf(one.zone, one.facts), one.people, asked)).toEqual([]);
  });
  await fc.assert(property, { numRuns: 2, endOnFailure: true });
});

/** An error planted in the tables that histories are read from. */
const planted: readonly { readonly what: string; readonly plant: Plant }[] = [
  {
    what: "equals are in the reverse order of their ids",
    plant: (db) => reordered(db, "u, occurred, seq, rowid DESC"),
  },
  { what: "equal instants are in no order of `seq`", plant: (db) => reordered(db, "u, occurred, seq DESC, rowid") },
  { what: "the newest come first", plant: (db) => reordered(db, "u, occurred DESC") },
  { what: "nothing is late", plant: (db) => eachTable(db, (table) => `UPDATE ${table} SET visible = occurred`) },
  { what: "no event has a place among equals", plant: (db) => eachTable(db, (table) => `UPDATE ${table} SET seq = 0`) },
  {
    what: "the first event of everybody is missing",
    plant: (db) =>
      eachTable(db, (table) => `DELETE FROM ${table} WHERE rowid IN (SELECT min(rowid) FROM ${table} GROUP BY u)`),
  },
];

async function eachTable(db: Database, change: (table: string) => string): Promise<void> {
  const tables = await db.rows(
    "SELECT table_name FROM duckdb_columns() WHERE schema_name = 'touchline' AND column_name = 'seq'",
  );
  for (const [name] of tables) await db.run(change(`touchline.${String(name)}`));
}

function reordered(db: Database, order: string): Promise<void> {
  return eachTable(db, (table) => `CREATE OR REPLACE TABLE ${table} AS SELECT * FROM ${table} ORDER BY ${order}`);
}

it.each(planted)("a planted error is caught: $what", async ({ plant }) => {
  const found: string[] = [];
  for (const one of fc.sample(cases, { seed: 7, numRuns: 30 })) {
    found.push(...(await factDifferences(programOf(one.zone, one.facts), one.people, asked, plant)));
    if (found.length > 0) break;
  }
  expect(found).not.toEqual([]);
});
