import { copyFile, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { shipped } from "../text/package.js";
import { guarded, openDatabase } from "./database.js";
import { makeActive } from "./sample/behaviour.js";
import { prepareChance, type SampleSize } from "./sample/chance.js";
import { sampleEntries } from "./sample/entries.js";
import { makePeople } from "./sample/people.js";
import { type Planted, type SampleFormat, sampleTables, spoil, writeTable } from "./sample/tables.js";

export interface SampleOptions extends Partial<SampleSize> {
  /** Made if it does not exist; files of the same names are replaced. */
  readonly directory: string;
  /** Parquet unless it says CSV, which is written in order of time, so that equal samples are equal bytes. */
  readonly format?: SampleFormat;
  /** Called when a table is about to be written. */
  readonly onProgress?: (progress: SampleProgress) => void;
  /** Stops the work; tables that are finished stay. */
  readonly signal?: AbortSignal;
}

export interface SampleProgress {
  readonly table: string;
  readonly done: number;
  readonly of: number;
}

export interface SampleReport extends SampleSize {
  /** The directory, absolute. */
  readonly directory: string;
  /** The instant that the sample is made for: the argument of `touchline plan --until`. */
  readonly until: string;
  /** Rows by table, the planted ones included. */
  readonly rows: Readonly<Record<string, number>>;
  /** Lines of `data/entries.jsonl`: earlier touches, receipts, opt-outs. */
  readonly entries: number;
  /** The dirty rows among them, by kind: what a load report should find. */
  readonly planted: readonly Planted[];
}

/** The instant of every sample: eight in the evening in Shanghai on the day of a big sale, a Thursday. */
export const sampleUntil = "2026-06-18T12:00:00Z";

const defaultSize: SampleSize = { users: 20_000, days: 90, seed: 618 };

/**
 * Writes a synthetic shop: users, what they did up to `sampleUntil`, dirty rows among it, what was recorded before, and the strategies
 * of `strategies/shop` to try on them. The same size and seed give the same rows. Throws `RangeError` for a size that is
 * not a positive whole number (a seed may be 0), and what the file system throws.
 */
export async function writeSample(options: SampleOptions): Promise<SampleReport> {
  const size = checkedSize(options);
  const directory = resolve(options.directory);
  const format = options.format ?? "parquet";
  await mkdir(join(directory, "data"), { recursive: true });
  await copyStrategies(directory, format);
  const database = await openDatabase({ signal: options.signal });
  const { connection } = database;
  const pathOf = (table: string): string => join(directory, "data", `${table}.${format}`);
  try {
    return await guarded(options.signal, async () => {
      await prepareChance(connection, size);
      await makePeople(connection);
      await makeActive(connection);
      const written = await writeTables(connection, size, options.onProgress, pathOf, format);
      const entries = await sampleEntries(connection);
      await writeFile(join(directory, "data/entries.jsonl"), entries.map((line) => `${line}\n`).join(""));
      return { directory, until: sampleUntil, ...size, ...written, entries: entries.length };
    });
  } finally {
    database.close();
  }
}

function checkedSize(options: SampleOptions): SampleSize {
  const size = {
    users: options.users ?? defaultSize.users,
    days: options.days ?? defaultSize.days,
    seed: options.seed ?? defaultSize.seed,
  };
  for (const [what, value] of Object.entries(size)) {
    const least = what === "seed" ? 0 : 1;
    if (!Number.isSafeInteger(value) || value < least)
      throw new RangeError(`${what} must be a whole number, at least ${least}, not ${value}`);
  }
  return size;
}

/**
 * The same mapping serves both formats: only the names of the files differ. What was calibrated for the shop is copied with it, so that
 * the sample can be planned at once.
 */
async function copyStrategies(directory: string, format: SampleFormat): Promise<void> {
  const shop = shipped(import.meta.url, "strategies/shop/");
  const names = (await readdir(shop)).filter((name) => name.endsWith(".touch") || name === "calibration.yaml");
  for (const name of names) await copyFile(new URL(name, shop), join(directory, name));
  const mapping = await readFile(new URL("data.yaml", shop), "utf8");
  await writeFile(join(directory, "data.yaml"), mapping.replaceAll(".csv", `.${format}`));
}

async function writeTables(
  connection: DuckDBConnection,
  size: SampleSize,
  report: SampleOptions["onProgress"],
  pathOf: (table: string) => string,
  format: SampleFormat,
): Promise<Pick<SampleReport, "rows" | "planted">> {
  const rows: Record<string, number> = {};
  const planted: Planted[] = [];
  for (const [done, table] of sampleTables.entries()) {
    report?.({ table, done, of: sampleTables.length });
    planted.push(...(await spoil(connection, table, Math.max(1, Math.round(size.users / 5000)))));
    rows[table] = await writeTable(connection, table, pathOf(table), format);
  }
  return { rows, planted };
}
