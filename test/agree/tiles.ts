import type { Cancellation, Decision, Entry, Ghost, Grants, LoadedProgram, Refusal } from "../../src/index.js";
import { inputOf } from "../conformance/input.js";
import type { Asked } from "./whole.js";

/** What `decide` returns but the counts: what came of it, in order. */
export interface Outcome {
  readonly decisions: readonly Decision[];
  readonly ghosts: readonly Ghost[];
  readonly cancellations: readonly Cancellation[];
  readonly refusals: readonly Refusal[];
}

export function outcomeOf(loaded: LoadedProgram, asked: Asked, grants: Grants): Outcome {
  return loaded.decide({ ...inputOf(asked), grants });
}

/** What a run leaves behind for the next one. */
export function entriesOf({ decisions, ghosts, cancellations }: Outcome): Entry[] {
  return [
    ...decisions.map((decision): Entry => ({ kind: "touch", ...decision })),
    ...ghosts.map((ghost): Entry => ({ kind: "ghost", ...ghost })),
    ...cancellations.map((cancellation): Entry => ({ kind: "cancel", ...cancellation })),
  ];
}

/** What a part knows of the parts before it. */
export type Remembers = (before: Outcome) => readonly Entry[];

const nothing: Outcome = { decisions: [], ghosts: [], cancellations: [], refusals: [] };

/** Decides an interval part by part, cut at ascending instants inside of it, and puts the parts together. */
export function inParts(
  loaded: LoadedProgram,
  asked: Asked,
  cuts: readonly number[],
  grants: Grants,
  remembers: Remembers = entriesOf,
): Outcome {
  let all = nothing;
  for (const part of partsOf(asked, cuts)) {
    const entries = [...asked.entries, ...rowsOf(remembers(all))];
    all = joined(all, outcomeOf(loaded, { ...part, entries }, grants));
  }
  return all;
}

/** An interval, cut at instants. */
export function partsOf<A extends Asked>(asked: A, cuts: readonly number[]): A[] {
  const edges = [asked.since, ...cuts, asked.until];
  return edges.slice(1).map((until, place) => ({ ...asked, since: edges[place] as number, until }));
}

function joined(one: Outcome, other: Outcome): Outcome {
  return {
    decisions: [...one.decisions, ...other.decisions],
    ghosts: [...one.ghosts, ...other.ghosts],
    cancellations: [...one.cancellations, ...other.cancellations],
    refusals: [...one.refusals, ...other.refusals],
  };
}

/** Entries as plain rows. */
export function rowsOf(entries: readonly Entry[]): Asked["entries"] {
  return entries.map((entry) => ({ ...entry }));
}
