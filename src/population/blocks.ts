import type { Program } from "../program/program.js";
import type { Keep } from "./event-table.js";
import { type FoundChunk, type KindTable, readChunk, selectChunk, type UserChunk } from "./fact-columns.js";
import type { FactKinds } from "./fact-kinds.js";
import type { ZoneAsk } from "./grid.js";
import type { UserRange } from "./some-users.js";
import type { Teller } from "./teller.js";
import type { Inquiry } from "./user-block.js";

/** After so many users, others get a turn: an interruption, and the database that looks for the next block. */
export const TURN = 2048;

/** The blocks of users, each with its facts. While one is worked on, the database looks for the next. */
export async function* chunksOf(
  inquiry: Inquiry,
  tables: readonly KindTable[],
  teller: Teller | null,
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
      yield readChunk(inquiry, tables, teller, found);
    }
  } finally {
    // The database must be at rest before it is closed.
    await next?.catch(() => {});
  }
}

/** What to keep of an event, by its place in the program. */
export function keepOf({ list }: FactKinds, until: number): (event: number) => Keep {
  return (event) => {
    const kind = list.find((one) => one.event === event);
    return kind
      ? { fields: kind.fields, ordered: kind.history !== null, until }
      : { fields: [], ordered: false, until };
  };
}

/** What a block of users may hold, so that columns stay within some tens of megabytes. */
const BLOCK_CELLS = 1 << 22;
const BLOCK_USERS = 1 << 17;
const BLOCK_EVENTS = 1 << 20;

/** How many users to work on at once, given how many events all of them have whose order matters. */
export function blockSize(asks: readonly ZoneAsk[], program: Program, users: number, events: number): number {
  const most = Math.max(1, ...asks.map((ask) => ask.asks.length));
  const cells = most * Math.max(1, program.facts.length);
  const byCells = Math.floor(BLOCK_CELLS / cells);
  const byEvents = events === 0 ? BLOCK_USERS : Math.floor((BLOCK_EVENTS * users) / events);
  return Math.max(1, Math.min(BLOCK_USERS, byCells, byEvents));
}
