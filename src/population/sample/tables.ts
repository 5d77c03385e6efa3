import type { DuckDBConnection } from "@duckdb/node-api";
import { type BehaviourTable, behaviourSql } from "./behaviour.js";
import { type Dirt, plantedRows } from "./dirt.js";
import { type HabitTable, habitSql } from "./habit.js";
import { profilesSql } from "./people.js";

export type SampleFormat = "parquet" | "csv";

/** How many dirty rows of one kind were put into a table. */
export interface Planted {
  readonly table: SampleTable;
  readonly dirt: Dirt;
  readonly rows: number;
}

/** The tables of a sample; each is one file. */
export type SampleTable = "users" | BehaviourTable | HabitTable;

export const sampleTables: readonly SampleTable[] = [
  "users",
  "visits",
  "views",
  "carts",
  "confirms",
  "trades",
  "claims",
  "joins",
  "recharges",
  "camera",
  "checkins",
  "friends",
  "scores",
];

/** The clean rows of a table: of everybody, or of the first people only, which is enough to copy dirty rows from. */
function cleanSql(table: SampleTable, whose: "everybody" | "few"): string {
  const few = whose === "few";
  const people = few ? "few_people" : "people";
  if (table === "users") return profilesSql(people);
  if (table in habitSql) return habitSql[table as HabitTable](people);
  return behaviourSql[table as BehaviourTable](few ? "few_active" : "active");
}

/** Makes the table `dirty` with the rows to plant in a table: `each` of every kind, fewer if there is too little to copy. */
export async function spoil(connection: DuckDBConnection, table: SampleTable, each: number): Promise<Planted[]> {
  await connection.run(`
    CREATE TEMP TABLE IF NOT EXISTS few_people AS SELECT * FROM people WHERE i < 5000;
    CREATE TEMP TABLE IF NOT EXISTS few_active AS SELECT * FROM active WHERE i < 5000;
    CREATE OR REPLACE TEMP TABLE dirty AS ${cleanSql(table, "few")} LIMIT 0`);
  const planted: Planted[] = [];
  for (const kind of plantedRows.filter((one) => one.table === table)) {
    const inserted = await connection.run(
      `INSERT INTO dirty WITH clean AS (${cleanSql(table, "few")}) ${kind.sql} LIMIT ${each}`,
    );
    planted.push({ table, dirt: kind.dirt, rows: inserted.rowsChanged });
  }
  return planted;
}

/** The order of CSV rows where it is not simply that of time. */
const orders: Readonly<Partial<Record<SampleTable, string>>> = {
  users: "user_id, updated_at DESC, balance",
  scores: "scored_at, COLUMNS(*)",
};

/** Writes a table's clean rows and those of `dirty` to a file; returns how many rows it has. */
export async function writeTable(
  connection: DuckDBConnection,
  table: SampleTable,
  path: string,
  format: SampleFormat,
): Promise<number> {
  const rows = `${cleanSql(table, "everybody")} UNION ALL SELECT * FROM dirty`;
  const order = orders[table] ?? "occurred_at, COLUMNS(*)";
  const source = format === "csv" ? `SELECT * FROM (${rows}) ORDER BY ${order}` : rows;
  const settings = format === "csv" ? "FORMAT csv, HEADER" : "FORMAT parquet, COMPRESSION zstd";
  const written = await connection.run(`COPY (${source}) TO '${path.replaceAll("'", "''")}' (${settings})`);
  return written.rowsChanged;
}
