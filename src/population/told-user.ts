import type { FactsInput } from "../facts/facts-input.js";
import { placeEvents, type Unplaced } from "../facts/order.js";
import type { Program } from "../program/program.js";
import type { ZoneAsk } from "./grid.js";
import type { BlockHistory } from "./told-history.js";
import type { UserBlock } from "./user-block.js";

/** What facts about one user are told from, at any asks. */
export type ToldUser = Omit<FactsInput, "asks">;

/** The user at a place of a block. Fields of the profile and kinds of event that nothing reads are unknown. */
export function toldUser(
  program: Program,
  asks: readonly ZoneAsk[],
  users: UserBlock,
  histories: readonly (BlockHistory | undefined)[],
  user: number,
): ToldUser {
  const { zone } = asks[users.zones[user] as number] as ZoneAsk;
  const profile = program.user.fields.map((): number | string | null => Number.NaN);
  for (const [field, values] of users.fields) profile[field] = values[user] as number | string | null;
  return { zone, profile, events: histories.map((history) => history?.of(user)) };
}

/** Gives the events of a user their places among all of them, for asks that are cut at one. */
export function placeAll(histories: readonly (BlockHistory | undefined)[], user: number): void {
  placeEvents(histories.map((history): Unplaced | undefined => history?.of(user)));
}
