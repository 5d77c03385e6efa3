import { setImmediate } from "node:timers/promises";
import { zone } from "../calendar/zone.js";
import type { Frame } from "../evaluate/frame.js";
import { askAt } from "../facts/ask.js";
import type { Program } from "../program/program.js";
import { blockSize, chunksOf, keepOf } from "./blocks.js";
import type { DataMap } from "./data-map.js";
import { type Database, openDatabase } from "./database.js";
import { factKinds } from "./fact-kinds.js";
import { countOrdered, gatherTables } from "./gather.js";
import { createGrid, type ZoneAsk } from "./grid.js";
import { loadPopulation, type Population } from "./load.js";
import type { LoadReport } from "./load-report.js";
import type { Progress } from "./plan.js";
import { onlyFactsOf } from "./read-facts.js";
import { rangesOf } from "./some-users.js";
import { createTeller } from "./teller.js";

export interface SurveyOptions {
  /** The folder of the project. */
  readonly project: string;
  /** Its facts are what can be told of each user: see `withAnalysis`. */
  readonly program: Program;
  /** What will be asked of the users, as for `onlyFactsOf`: nothing else is told of them. All facts are if absent. */
  readonly reads?: readonly unknown[] | undefined;
  readonly data: DataMap;
  /** Where the paths of the mapping start; the project's folder if absent. */
  readonly dataRoot?: string | undefined;
  /** Instants at which everybody is looked at, in milliseconds, ascending; at least one. */
  readonly at: readonly number[];
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Some users, in the order of their ids, with their facts at each of the instants. */
export interface SurveyBlock {
  readonly ids: readonly string[];
  readonly frame: Frame;
  /** The row of the user at place `user` of the block, at the instant at place `at` of those asked for. */
  row(user: number, at: number): number;
}

/** What a survey found besides what it visited. */
export interface Surveyed {
  readonly load: LoadReport;
  readonly users: number;
}

/**
 * Looks at everybody at some instants, at what was visible then, and decides nothing. `before` may ask the loaded tables what facts
 * cannot say; it is called once, before the first block. Throws a `DataError` for what is wrong with the data or its mapping, and the
 * signal's reason when it is aborted.
 */
export async function surveyPopulation(
  options: SurveyOptions,
  visit: (block: SurveyBlock) => void,
  before?: (db: Database, population: Population) => Promise<void>,
): Promise<Surveyed> {
  const db = await openDatabase({ signal: options.signal });
  try {
    return await surveyIn(db, options, visit, before);
  } finally {
    db.close();
  }
}

async function surveyIn(
  db: Database,
  options: SurveyOptions,
  visit: (block: SurveyBlock) => void,
  before?: (db: Database, population: Population) => Promise<void>,
): Promise<Surveyed> {
  const { at, reads } = options;
  const program = reads ? onlyFactsOf(options.program, reads) : options.program;
  const until = Math.max(...at);
  const kinds = factKinds(program);
  const onStage = (stage: "reading" | "validation", name: string): void =>
    options.onProgress?.({ stage, name, done: 0, total: 0 });
  const population = await loadPopulation(db, { ...options, program, keep: keepOf(kinds, until), onStage });
  await before?.(db, population);
  const asks = population.zones.map((name) => lookedAt(name, at));
  await createGrid(db, asks, kinds.windows);
  const tables = await gatherTables(db, population, kinds, asks, until);
  const size = blockSize(asks, program, population.users, await countOrdered(db, tables));
  const ranges = await rangesOf(db, undefined, population.users, size, options.data);
  const teller = createTeller(program, kinds.told, asks);
  let done = 0;
  for await (const chunk of chunksOf({ db, program, asks }, tables, teller, ranges)) {
    chunk.tell(0, chunk.ids.length);
    const { ids, frame, firstRows } = chunk;
    visit({ ids, frame, row: (user, place) => (firstRows[user] as number) + place });
    done += ids.length;
    options.onProgress?.({ stage: "facts", name: "", done, total: population.users });
    await setImmediate();
    options.signal?.throwIfAborted();
  }
  return { load: population.report, users: population.users };
}

function lookedAt(name: string, at: readonly number[]): ZoneAsk {
  const asks = at.map((now) => askAt(now));
  return { zone: zone(name), agenda: { asks, occurrences: [] }, asks, last: asks.length - 1 };
}
