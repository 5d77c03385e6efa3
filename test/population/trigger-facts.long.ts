import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { zone } from "../../src/calendar/zone.js";
import { compileFacts } from "../../src/facts/plan.js";
import { emptyAgenda } from "../../src/occur/agenda.js";
import { compileOccurrences } from "../../src/occur/occurrences.js";
import { parseDataMap } from "../../src/population/data-yaml.js";
import { type Database, openDatabase } from "../../src/population/database.js";
import { readChunk, selectChunk, type UserChunk } from "../../src/population/fact-columns.js";
import { factKinds } from "../../src/population/fact-kinds.js";
import { gatherTables } from "../../src/population/gather.js";
import { createGrid } from "../../src/population/grid.js";
import { loadPopulation } from "../../src/population/load.js";
import { keepOf } from "../../src/population/blocks.js";
import { answersSql, facts, mapping, program, SINCE, UNTIL, writeCrowd } from "./trigger-crowd.js";

const USERS = 50_000;
const EACH = 22;
/** How many users are worked on at once. */
const BLOCK = 4096;

type Answer = readonly (number | string | null)[];

/** A million instants, each of one user alone: far more than any table of asks by zone and day. */
it("facts at a million event triggers, told from histories, are those of SQL over the same files", async () => {
  const folder = mkdtempSync(join(tmpdir(), "touchline-triggers-"));
  const [db, oracle] = await Promise.all([openDatabase(), openDatabase({ memory: 1500 })]);
  try {
    await writeCrowd(oracle, folder, USERS, EACH);
    const seen = { asks: 0, instants: 0, events: 0, telling: 0, memory: 0, differences: [] as string[] };
    for await (const chunk of blocksOf(db, folder)) {
      const started = performance.now();
      const told = tell(chunk);
      seen.telling += performance.now() - started;
      seen.memory = Math.max(seen.memory, heldBytes());
      seen.events = Math.max(seen.events, told.events);
      seen.asks += told.answers.size;
      seen.instants += told.instants;
      seen.differences.push(...(await compare(oracle, folder, chunk, told.answers)));
    }
    const mib = (bytes: number): string => `${Math.round(bytes / 2 ** 20)} MiB`;
    console.log(
      `${seen.asks} asks at ${seen.instants} distinct (user, instant), ${Object.keys(facts).length} facts each, told in ` +
        `${(seen.telling / 1000).toFixed(1)} s; at most ${seen.events} events and ${mib(seen.memory)} held at once, ` +
        `${mib(peakBytes())} at the peak of the process with both databases`,
    );
    expect(seen.differences.slice(0, 5)).toEqual([]);
    expect(seen.instants).toBeGreaterThanOrEqual(1_000_000);
    // A block is a twelfth of all, and so is what is held of it.
    expect(seen.events).toBeLessThan((2 * USERS * EACH) / 8);
  } finally {
    db.close();
    oracle.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

async function* blocksOf(db: Database, folder: string): AsyncGenerator<UserChunk> {
  const kinds = factKinds(program, true);
  const data = parseDataMap({ name: "data.yaml", text: mapping });
  const population = await loadPopulation(db, { project: folder, program, data, keep: keepOf(kinds, UNTIL) });
  const asks = population.zones.map((name) => ({ zone: zone(name), agenda: emptyAgenda, asks: [], last: -1 }));
  await createGrid(db, asks, kinds.windows);
  const tables = await gatherTables(db, population, kinds, asks, UNTIL);
  const inquiry = { db, program, asks };
  for (let low = 0; low < population.users; low += BLOCK) {
    const range = { low, high: Math.min(low + BLOCK, population.users) };
    yield readChunk(inquiry, tables, null, await selectChunk(inquiry, tables, range));
  }
}

interface Told {
  /** By the id of the payment: its instant, then a value for each fact. */
  readonly answers: ReadonlyMap<string, Answer>;
  readonly instants: number;
  readonly events: number;
}

/** The facts at each payment of some users, one user after the other. */
function tell(chunk: UserChunk): Told {
  const plan = compileFacts(program);
  const occurrences = compileOccurrences(program);
  const answers = new Map<string, Answer>();
  let into = plan.frame(0);
  let [instants, events] = [0, 0];
  for (let user = 0; user < chunk.ids.length; user++) {
    const told = chunk.told(user);
    const agenda = occurrences.of(told, emptyAgenda, SINCE, UNTIL);
    if (into.rows < agenda.asks.length) into = plan.frame(agenda.asks.length);
    plan.write({ ...told, asks: agenda.asks }, into, 0);
    for (const { at, key } of agenda.occurrences) {
      const values = into.columns.map((column) => column[at] as number | string | null);
      answers.set(key, [agenda.asks[at]?.now ?? null, ...values.map((value) => (Number.isNaN(value) ? null : value))]);
    }
    instants += new Set(agenda.asks.map(({ now }) => now)).size;
    for (const history of told.events) events += history ? history.to - history.from : 0;
  }
  return { answers, instants, events };
}

async function compare(
  oracle: Database,
  folder: string,
  chunk: UserChunk,
  answers: ReadonlyMap<string, Answer>,
): Promise<string[]> {
  const found = await oracle.rows(answersSql(folder), [chunk.ids[0] as string, chunk.ids.at(-1) as string]);
  const differences = found.length === answers.size ? [] : [`${answers.size} asks, not ${found.length}`];
  const names = ["now", ...Object.keys(facts)];
  for (const [id, ...cells] of found) {
    const wanted = cells.map((cell) => (typeof cell === "string" || cell === null ? cell : Number(cell)));
    const told = answers.get(String(id)) ?? [];
    wanted.forEach((value, place) => {
      if (value !== told[place]) differences.push(`${names[place]} at ${id}: ${told[place]}, not ${value}`);
    });
  }
  return differences;
}

/** What the process holds besides the databases. */
function heldBytes(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** The peak of all memory of the process; 0 where `/proc` is missing. */
function peakBytes(): number {
  try {
    const kib = /^VmHWM:\s+(\d+)/m.exec(readFileSync("/proc/self/status", "utf8"));
    return Number(kib?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}
