import type { Environment } from "../evaluate/reader.js";
import type { Frame } from "../evaluate/frame.js";
import type { Program } from "../program/program.js";
import { allowed } from "./allowed.js";
import type { Gate } from "./candidate.js";
import { composed } from "./composed.js";
import { fresh } from "./fresh.js";
import { reachable } from "./reachable.js";
import { targeted } from "./targeted.js";

/**
 * The gates, in the order in which every candidate walks them:
 *
 * 1. `due` comes first because it makes the candidates: whom the agenda does not name is none.
 * 2. `targeted` refuses nearly all, and reads facts only: nothing dearer is asked about those it refuses.
 * 3. `allowed` comes before all that would make use of a user who does not want it, experiments included.
 * 4. `assigned` comes before what differs between variants: channel, benefit, caps.
 * 5. `reachable` chooses the channel, which decides when to send and which caps count.
 * 6. `timely` sets the instant of sending, on which groups and caps count.
 * 7. `exclusive` comes before caps, so that who loses to another strategy uses up none.
 * 8. `fresh` comes before money, so that who is capped reserves none.
 * 9. `funded` reserves the benefit, and only for those whom nothing else refuses.
 * 10. `composed` fills in the text, in which the channel, the benefit and the time of sending may stand.
 */
export const gateIds = [
  "due",
  "targeted",
  "allowed",
  "assigned",
  "reachable",
  "timely",
  "exclusive",
  "fresh",
  "funded",
  "composed",
] as const;

export type GateId = (typeof gateIds)[number];

/** What gates are made from. */
export interface GateSources {
  readonly program: Program;
  readonly environment: Environment;
  /** Per strategy: the place of the first clause that fails, or −1. */
  readonly matchers: readonly ((frame: Frame, row: number) => number)[];
}

/** How each gate is made; `null` for one that lets everybody pass, because the language has nothing yet that it could ask. */
const makers: { readonly [I in GateId]: ((sources: GateSources) => Gate) | null } = {
  // Who is due stands in the agenda.
  due: null,
  targeted: ({ matchers }) => targeted(matchers),
  allowed: ({ program }) => allowed(program),
  // Asks about holdouts and splits.
  assigned: null,
  reachable: ({ program, environment }) => reachable(program, environment),
  // Asks about send windows and quiet hours; until then a touch may go out as soon as its events have settled.
  timely: null,
  // Asks about groups of strategies.
  exclusive: null,
  fresh: ({ program }) => fresh(program),
  // Asks about quantities and budgets.
  funded: null,
  composed: ({ program, environment }) => composed(program, environment),
};

/** The gates that ask something, in order. */
export function createGates(sources: GateSources): readonly { readonly id: GateId; readonly gate: Gate }[] {
  return gateIds.flatMap((id) => {
    const make = makers[id];
    return make ? [{ id, gate: make(sources) }] : [];
  });
}
