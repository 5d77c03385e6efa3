import type { Ask } from "../facts/ask.js";
import { compileFacts } from "../facts/plan.js";
import type { Fact, Program } from "../program/program.js";
import { checkTotal } from "./exact-total.js";
import type { ZoneAsk } from "./grid.js";
import type { BlockHistory } from "./told-history.js";
import { toldUser } from "./told-user.js";
import type { UserBlock } from "./user-block.js";

export type Writable = Float64Array | (string | null)[];

/**
 * Writes the facts that are told from ordered histories, for the users from place `from` to place `to` (excluded) of a
 * block, to the columns of all facts. `histories` are by the event's place in the program.
 */
export type Teller = (
  users: UserBlock,
  histories: readonly (BlockHistory | undefined)[],
  columns: readonly Writable[],
  from: number,
  to: number,
) => void;

/** Compiles the facts at some places of the program, as an embedding service does; `null` if there are none. */
export function createTeller(program: Program, told: readonly number[], asks: readonly ZoneAsk[]): Teller | null {
  if (told.length === 0) return null;
  const facts = compileFacts({ ...program, facts: told.map((place) => program.facts[place] as Fact) });
  const wanted = asks.map((ask) => {
    const places = wantedAsks(ask, told);
    return { places, asks: places.map((place) => ask.asks[place] as Ask) };
  });
  const scratch = facts.frame(Math.max(0, ...wanted.map(({ places }) => places.length)));

  return (users, histories, columns, from, to) => {
    for (let user = from; user < to; user++) {
      const { places, asks: own } = wanted[users.zones[user] as number] as (typeof wanted)[number];
      facts.write({ ...toldUser(program, asks, users, histories, user), asks: own }, scratch, 0);
      const first = users.firstRows[user] as number;
      told.forEach((fact, column) => {
        const values = scratch.columns[column] as Writable;
        if (program.facts[fact]?.is === "sum") checkTotal(program, values as Float64Array, fact);
        spread(values, places, columns[fact] as Writable, first);
      });
    }
  };
}

/** The places of the asks at which one of the facts is read. */
function wantedAsks({ asks, needs }: ZoneAsk, told: readonly number[]): readonly number[] {
  const places = asks.map((_, place) => place);
  return needs ? places.filter((place) => told.some((fact) => needs[place]?.has(fact))) : places;
}

function spread(values: Writable, places: readonly number[], into: { [row: number]: unknown }, first: number): void {
  for (let k = 0; k < places.length; k++) into[first + (places[k] as number)] = values[k];
}
