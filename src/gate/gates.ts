import { allowed } from "./allowed.js";
import { assigned } from "./assigned.js";
import type { Gate } from "./candidate.js";
import { composed } from "./composed.js";
import { exclusive } from "./exclusive.js";
import { fresh } from "./fresh.js";
import { funded } from "./funded.js";
import { reachable, stillReachable } from "./reachable.js";
import type { GateSources } from "./sources.js";
import { targeted } from "./targeted.js";
import { timely } from "./timely.js";

export type { GateSources } from "./sources.js";

/**
 * The gates, in the order in which every candidate walks them:
 *
 * 1. `due` comes first because it makes the candidates: whom the agenda does not name is none. See `createDue`.
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

export interface NamedGate {
  readonly id: GateId;
  readonly gate: Gate;
}

/** How each gate is made. */
const makers: { readonly [I in Exclude<GateId, "due">]: (sources: GateSources) => Gate } = {
  targeted: ({ matchers }) => targeted(matchers),
  allowed,
  assigned: ({ program }) => assigned(program),
  reachable,
  timely: () => timely,
  exclusive: ({ program }) => exclusive(program),
  fresh: ({ program }) => fresh(program),
  funded: ({ program }) => funded(program),
  composed,
};

/** All gates but `due`, in order. A fallback walks them all: those that it skips let it pass. */
export function createGates(sources: GateSources): readonly NamedGate[] {
  return gateIds.flatMap((id) => (id === "due" ? [] : [{ id, gate: makers[id](sources) }]));
}

/** What a ghost walks of them once it is assigned: it takes nothing and says nothing. */
export const ghostGates: ReadonlySet<GateId> = new Set(["allowed", "reachable", "timely", "exclusive", "fresh"]);

/**
 * What is asked again before a touch goes out, of its own variant, step and channel: `targeted`, `allowed`, and whether the channel
 * still reaches. Whether the state or the silence that started it still lasts is for `createDue` and the occurrences to say.
 */
export function createReleaseGates(sources: GateSources): readonly NamedGate[] {
  return [
    { id: "targeted", gate: targeted(sources.matchers) },
    { id: "allowed", gate: allowed(sources) },
    { id: "reachable", gate: stillReachable(sources) },
  ];
}
