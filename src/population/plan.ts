import { setImmediate } from "node:timers/promises";
import type { Decision } from "../decide/decision.js";
import type { Program } from "../program/program.js";
import { createBook } from "./book.js";
import { dataError } from "./data-error.js";
import type { DataMap } from "./data-map.js";
import { type Database, openDatabase } from "./database.js";
import { type FoundChunk, type KindTable, readChunk, selectChunk, type UserChunk } from "./fact-columns.js";
import { type KindFacts, kindsOf } from "./fact-sql.js";
import { askZones, createGrid, createOffsets, type Windows, windowsOf, type ZoneAsk } from "./grid.js";
import { loadPopulation, type Population } from "./load.js";
import type { PlanResult } from "./plan-result.js";
import { rangesOf, type UserRange } from "./some-users.js";
import { type Stage, Stopwatches } from "./timing.js";
import type { Inquiry } from "./user-block.js";
import { TestTooLarge } from "./where-sql.js";

export type { LifecyclePlan, PlanResult, StagePlan, StrategyPlan } from "./plan-result.js";

export interface PlanOptions {
  /** The folder of the project. */
  readonly project: string;
  readonly program: Program;
  readonly data: DataMap;
  /** Where the paths of the mapping start; the project's folder if absent. */
  readonly dataRoot?: string | undefined;
  /** Everything that falls due in `(since, until]` is decided; milliseconds. */
  readonly since: number;
  readonly until: number;
  /** Ids of the strategies to plan; all if absent. */
  readonly strategies?: readonly string[] | undefined;
  /** Ids of the users to plan; all if absent. */
  readonly users?: readonly string[] | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /** Told every decision, ordered by user id (code points), then in the order of the fold. */
  readonly onDecision?: ((decision: Decision) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface Progress {
  readonly stage: Stage;
  /** The source being read; empty for what concerns all users. */
  readonly name: string;
  /** Users that are done, of `total`; both 0 while the data is read. */
  readonly done: number;
  readonly total: number;
}

/**
 * Decides what falls due in an interval for everybody in the data, and writes nothing. Throws a `DataError` for what is
 * wrong with the data or its mapping, a `RangeError` for an unknown strategy, and the signal's reason when it is aborted.
 */
export async function planPopulation(options: PlanOptions): Promise<PlanResult> {
  const db = await openDatabase({ signal: options.signal });
  try {
    return await planIn(db, options);
  } finally {
    db.close();
  }
}

async function planIn(db: Database, options: PlanOptions): Promise<PlanResult> {
  const { program } = options;
  const watches = new Stopwatches();
  const chosen = chosenStrategies(options);
  const windows = windowsOf(program);
  const kinds = compileKinds(options, windows);
  const population = await loadPopulation(db, {
    ...options,
    keep: (event) => ({
      fields: kinds.find((one) => one.event === event)?.fields ?? [],
      until: options.until,
    }),
    onStage: (stage, name) => {
      watches.enter(stage);
      options.onProgress?.({ stage, name, done: 0, total: 0 });
    },
  });
  watches.enter("facts");
  const asks = askZones(program, population.zones, options, chosen);
  await createGrid(db, asks, windows);
  const tables = await tablesOf(db, population, kinds, asks);
  const ranges = await rangesOf(db, options.users, population.users, chunkSize(asks, program), options.data);
  const book = createBook(program, asks, chosen, watches, options.onDecision);
  const total = ranges.reduce((sum, { low, high }) => sum + high - low, 0);
  let done = 0;
  for await (const chunk of chunksOf({ db, program, asks }, tables, ranges)) {
    watches.enter("gates");
    for (let from = 0; from < chunk.ids.length; from += TURN) {
      book.take(chunk, from, Math.min(from + TURN, chunk.ids.length));
      await setImmediate();
      options.signal?.throwIfAborted();
    }
    watches.enter("facts");
    done += chunk.ids.length;
    options.onProgress?.({ stage: "gates", name: "", done, total });
  }
  watches.stop();
  return { load: population.report, users: total, ...book.result(), timings: watches.timings() };
}

/** After so many users, others get a turn: an interruption, and the database that looks for the next block. */
const TURN = 2048;

/** The blocks of users, each with its facts. While one is worked on, the database looks for the next. */
async function* chunksOf(
  inquiry: Inquiry,
  tables: readonly KindTable[],
  ranges: readonly UserRange[],
): AsyncGenerator<UserChunk> {
  const select = (place: number): Promise<FoundChunk> | null => {
    const range = ranges[place];
    return range ? selectChunk(inquiry, tables, range) : null;
  };
  let next = select(0);
  try {
    for (let place = 1; next !== null; place++) {
      const found: FoundChunk = await next;
      next = select(place);
      // Whoever awaits it learns of a failure; until then it is nobody's.
      next?.catch(() => {});
      yield readChunk(inquiry, tables, found);
    }
  } finally {
    // The database must be at rest before it is closed.
    await next?.catch(() => {});
  }
}

function chosenStrategies({ program, strategies }: PlanOptions): ReadonlySet<number> | undefined {
  if (strategies === undefined) return undefined;
  return new Set(
    strategies.map((id) => {
      const place = program.strategies.findIndex((strategy) => strategy.id === id);
      if (place < 0) throw new RangeError(`the program has no strategy \`${id}\``);
      return place;
    }),
  );
}

function compileKinds({ program, data }: PlanOptions, windows: Windows): KindFacts[] {
  try {
    return kindsOf(program, windows);
  } catch (error) {
    if (!(error instanceof TestTooLarge)) throw error;
    const phrase = program.phrases[error.said]?.text ?? "";
    throw dataError("data-test-too-large", { file: data.source.name, start: 0, end: 0 }, { phrase }, data.source);
  }
}

/** The tables to ask, each with its facts. Kinds without data have no events: their facts stay as they start. */
export async function tablesOf(
  db: Database,
  population: Population,
  kinds: readonly KindFacts[],
  asks: readonly ZoneAsk[],
): Promise<KindTable[]> {
  const tables: KindTable[] = [];
  for (const facts of kinds) {
    const table = population.tableOf(facts.event);
    if (table !== null) tables.push({ facts, table: await gather(db, facts, table) });
  }
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { facts, table } of tables) {
    if (!facts.dates) continue;
    const [row] = await db.rows(`SELECT min(occurred), max(occurred) FROM ${table} HAVING count(*) > 0`);
    from = Math.min(from, Number(row?.[0] ?? from));
    to = Math.max(to, Number(row?.[1] ?? to));
  }
  await createOffsets(db, asks, from, to);
  return tables;
}

/** Makes a table of only what some instant asks for, in the order of the users, so that a block of users lies together. */
async function gather(db: Database, { event, fields, within }: KindFacts, table: string): Promise<string> {
  const [row] = await db.rows(`SELECT min(${within}), max(now) FROM touchline.grid`);
  const [earliest, latest] = row ?? [];
  const columns = ["u", "z", "occurred", "visible", ...fields.map((place) => `f${place}`)].join(", ");
  const gathered = `touchline.gathered${event}`;
  await db.run(`CREATE TABLE ${gathered} AS SELECT ${columns} FROM ${table}
    WHERE u IS NOT NULL AND visible <= ${String(latest)} AND occurred >= ${String(earliest)} ORDER BY u`);
  await db.run(`DROP TABLE ${table}`);
  return gathered;
}

/** What a block of users may hold, so that columns stay within some tens of megabytes. */
const BLOCK_CELLS = 1 << 22;
const BLOCK_USERS = 1 << 17;

function chunkSize(asks: readonly ZoneAsk[], program: Program): number {
  const instants = Math.max(1, ...asks.map((ask) => ask.instants.length));
  const cells = instants * Math.max(1, program.facts.length);
  return Math.max(1, Math.min(BLOCK_USERS, Math.floor(BLOCK_CELLS / cells)));
}
