import { setImmediate } from "node:timers/promises";
import { zone } from "../calendar/zone.js";
import type { Cancellation, Decision, Ghost } from "../decide/decision.js";
import type { Entry } from "../decide/entry.js";
import { beyondHorizon } from "../decide/horizon.js";
import { HorizonError } from "../occur/horizon-error.js";
import { compileOccurrences } from "../occur/occurrences.js";
import type { Program } from "../program/program.js";
import { blockSize, chunksOf, keepOf, TURN } from "./blocks.js";
import { createBook } from "./book.js";
import type { DataMap } from "./data-map.js";
import { type Database, openDatabase } from "./database.js";
import { factKinds } from "./fact-kinds.js";
import { countOrdered, gatherTables } from "./gather.js";
import { askZones, createGrid } from "./grid.js";
import { loadPopulation } from "./load.js";
import type { Onlooker } from "./onlooker.js";
import { createOwnAgendas } from "./own-agenda.js";
import { createPlanEntries } from "./plan-entries.js";
import type { PlanResult } from "./plan-result.js";
import { rangesOf } from "./some-users.js";
import { createTeller } from "./teller.js";
import { type Stage, Stopwatches } from "./timing.js";

export type * from "./plan-result.js";

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
  /** What is recorded about users, by their ids: earlier touches, opt-outs … Of a user who is not there, nothing. */
  readonly entries?: ReadonlyMap<string, readonly Entry[]> | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /** Told every decision, ordered by user id (code points), then in the order of the fold; likewise of ghosts and cancellations. */
  readonly onDecision?: ((decision: Decision) => void) | undefined;
  readonly onGhost?: ((ghost: Ghost) => void) | undefined;
  readonly onCancellation?: ((cancellation: Cancellation) => void) | undefined;
  /** Told all of each user, in the order of the users. */
  readonly onlooker?: Onlooker | undefined;
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
 * Decides what falls due in an interval for everybody in the data, and writes nothing. Quantities, budgets and quotas are all free at
 * first, and are given out in the order of the users. Throws a `DataError` for what is wrong with the data or its mapping, an
 * `InputError` for wrong entries or an interval beyond a calendar's horizon, a `RangeError` for an unknown strategy, and the signal's
 * reason when it is aborted.
 */
export async function planPopulation(options: PlanOptions): Promise<PlanResult> {
  const db = await openDatabase({ signal: options.signal });
  try {
    return await planIn(db, options);
  } catch (error) {
    throw error instanceof HorizonError ? beyondHorizon(error) : error;
  } finally {
    db.close();
  }
}

async function planIn(db: Database, options: PlanOptions): Promise<PlanResult> {
  const { program } = options;
  const watches = new Stopwatches();
  const chosen = chosenStrategies(options);
  const whole = needsWhole(options, chosen);
  const kinds = factKinds(program, whole);
  const population = await loadPopulation(db, {
    ...options,
    keep: keepOf(kinds, options.until),
    onStage: (stage, name) => {
      watches.enter(stage);
      options.onProgress?.({ stage, name, done: 0, total: 0 });
    },
  });
  watches.enter("facts");
  const asks = askZones(program, population.zones, options, chosen, options.onlooker?.facts);
  await createGrid(db, asks, kinds.windows);
  const tables = await gatherTables(db, population, kinds, asks, options.until);
  const size = blockSize(asks, program, population.users, await countOrdered(db, tables));
  const ranges = await rangesOf(db, options.users, population.users, size, options.data);
  const ownAgendas = whole ? createOwnAgendas(program, options, chosen) : null;
  const entriesOf = createPlanEntries(program, options.entries);
  const book = createBook({ ...options, asks, chosen, ownAgendas, entriesOf }, watches);
  const total = ranges.reduce((sum, { low, high }) => sum + high - low, 0);
  let done = 0;
  const teller = createTeller(program, kinds.told, asks);
  for await (const chunk of chunksOf({ db, program, asks }, tables, teller, ranges)) {
    for (let from = 0; from < chunk.ids.length; from += TURN) {
      const to = Math.min(from + TURN, chunk.ids.length);
      chunk.tell(from, to);
      watches.enter("gates");
      book.take(chunk, from, to);
      watches.enter("facts");
      await setImmediate();
      options.signal?.throwIfAborted();
    }
    done += chunk.ids.length;
    options.onProgress?.({ stage: "gates", name: "", done, total });
  }
  watches.stop();
  return { load: population.report, users: total, ...book.result(), timings: watches.timings() };
}

/**
 * Whether histories must be whole: for occurrences of a user's own, and for touches that are looked at again within the interval, of
 * this run or of earlier ones. Where users have zones of their own, some touch is sure to be.
 */
function needsWhole({ program, since, until, entries }: PlanOptions, chosen: ReadonlySet<number> | undefined): boolean {
  const { own, shared } = compileOccurrences(program);
  if (program.user.zone !== null || (entries !== undefined && entries.size > 0)) return true;
  if ([...own].some((place) => !chosen || chosen.has(place))) return true;
  const { asks } = shared(zone(program.project.zone), since, until, chosen);
  return asks.some(({ now }) => now + program.project.settle <= until);
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
