import * as fc from "fast-check";
import type { DecideResult, Entry, Grants, LoadedProgram } from "../../src/index.js";
import { DAY, DAYS, HOUR, type Person, start } from "./mall.js";

/** The whole interval that laws are about. */
export const interval = { since: start, until: start + DAYS * DAY };

/** What becomes of a touch after it was decided: how long until it is handed over, and what comes back. */
export interface Fate {
  readonly after: number;
  readonly outcome: "delivered" | "opened" | "clicked" | "failed" | null;
  readonly tooLate: boolean;
}

export const fates: fc.Arbitrary<readonly Fate[]> = fc.array(
  fc.record({
    after: fc.constantFrom(0, 60_000, HOUR, 3 * HOUR),
    outcome: fc.constantFrom("delivered", "opened", "clicked", "failed", null, null),
    tooLate: fc.constantFrom(false, false, false, true),
  }),
  { minLength: 1, maxLength: 6 },
);

/** A person's entries with the answers of channels to what is decided for them, and to the fallbacks that those lead to. */
export function answered(program: LoadedProgram, given: Person, list: readonly Fate[]): readonly Entry[] {
  let entries = given.entries;
  for (let round = 0; round < 3; round++) {
    const known = new Set(entries.flatMap((entry) => ("key" in entry ? [entry.key] : [])));
    const fresh = program.decide({ ...given, entries, ...interval }).decisions.filter(({ key }) => !known.has(key));
    entries = entries.concat(
      fresh.flatMap(({ key, send_at }, place): Entry[] => {
        const { after, outcome, tooLate } = list[place % list.length] as Fate;
        const at = Date.parse(send_at) + after;
        if (tooLate) return [{ kind: "too_late", at: at + HOUR + 1, key }];
        const handed: Entry = { kind: "receipt", at, key, outcome: "handed_over" };
        return outcome === null ? [handed] : [handed, { kind: "receipt", at: at + 60_000, key, outcome }];
      }),
    );
  }
  return entries;
}

/** What a run leaves behind for the next one. */
export function entriesOf({ decisions, ghosts, cancellations }: Decided): readonly Entry[] {
  return [
    ...decisions.map((decision): Entry => ({ kind: "touch", ...decision })),
    ...ghosts.map((ghost): Entry => ({ kind: "ghost", ...ghost })),
    ...cancellations.map((cancellation): Entry => ({ kind: "cancel", ...cancellation })),
  ];
}

/** All that `decide` returns but the counts. */
export type Decided = Omit<DecideResult, "counts">;

/** Decides the interval in pieces, each with what those before it left behind. */
export function inTiles(program: LoadedProgram, given: Person, cuts: readonly number[], grants: Grants): Decided {
  const edges = [interval.since, ...[...new Set(cuts)].sort((one, other) => one - other), interval.until];
  let all: Decided = { decisions: [], ghosts: [], cancellations: [], refusals: [] };
  for (const [place, until] of edges.slice(1).entries()) {
    const entries = [...given.entries, ...entriesOf(all)];
    const tile = program.decide({ ...given, entries, grants, since: edges[place] as number, until });
    all = {
      decisions: [...all.decisions, ...tile.decisions],
      ghosts: [...all.ghosts, ...tile.ghosts],
      cancellations: [...all.cancellations, ...tile.cancellations],
      refusals: [...all.refusals, ...tile.refusals],
    };
  }
  return all;
}

/** Instants inside the interval, often at one at which something falls due. */
export const cuts = fc.array(
  fc
    .tuple(fc.integer({ min: 1, max: DAYS * 24 * 6 - 1 }), fc.constantFrom(-1, 0, 0, 1, 300_000))
    .map(([sixths, ms]) => start + sixths * (HOUR / 6) + ms),
  { minLength: 1, maxLength: 4 },
);
