import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  createGrants,
  type GrantRecord,
  type Grants,
  loadProgram,
  recordGrants,
  replayGrants,
  type Want,
} from "../../src/index.js";
import { answered, cuts, type Decided, fates, inTiles, interval } from "./aftermath.js";
import { mall, person } from "./mall.js";

const people = fc.array(fc.tuple(person, fates), { minLength: 3, maxLength: 3 });

/** Counts how often something was seen, so that a law that never met its case is noticed. */
function createSightings() {
  const seen = new Map<string, number>();
  const note = (what: string): void => void seen.set(what, (seen.get(what) ?? 0) + 1);
  return {
    note({ decisions, ghosts, cancellations, refusals }: Decided): void {
      for (const { gate, code } of refusals) note(`${gate} ${code.split(" ")[0]}`);
      for (const { gate, code } of cancellations) note(`cancelled: ${gate} ${code.split("_")[0]}`);
      for (const { reason } of ghosts) note(reason);
      for (const { step, send_by, channel_by } of decisions) for (const what of [step, send_by, channel_by]) note(what);
    },
    rare: (wanted: readonly string[], least: number) => wanted.filter((what) => (seen.get(what) ?? 0) < least),
  };
}

/** Each must be met. */
const cases =
  `allowed opted_out, allowed stop_listed, allowed not_personal, reachable unreachable, reachable capped, reachable quota, timely quiet,
  exclusive lost_to, fresh capped, funded out_of_stock, funded per_user, funded over_budget, cancelled: targeted clause,
  cancelled: allowed opted, cancelled: due followed, cancelled: due left, global_holdout, holdout, control, 1, 2, 3, settled, window,
  quiet_hours, best_hour, declared, preferred`.split(/,\s+/);

describe("the fold", () => {
  it("decides an interval as it decides its parts one after the other, wherever it is cut", () => {
    const sightings = createSightings();
    fc.assert(
      fc.property(mall, people, cuts, (declared, all, edges) => {
        const program = loadProgram(declared);
        for (const [given, list] of all) {
          const entries = answered(program, given, list);
          const { counts: _, ...whole } = program.decide({ ...given, entries, ...interval });
          expect(inTiles(program, { ...given, entries }, edges, createGrants(declared))).toEqual(whole);
          sightings.note(whole);
        }
      }),
      { numRuns: 100 },
    );
    expect(sightings.rare(cases, 1)).toEqual([]);
  }, 60_000);

  it("gives the same bytes for the same input in any order, with the grants that were recorded", () => {
    fc.assert(
      fc.property(mall, people, (declared, all) => {
        const [program, again] = [loadProgram(declared), loadProgram(structuredClone(declared))];
        const shared = createGrants(declared);
        for (const [given, list] of all) {
          const entries = answered(program, given, list);
          const records: GrantRecord[] = [];
          const first = program.decide({ ...given, entries, ...interval, grants: recordGrants(shared, records) });
          const turned = {
            user: Object.fromEntries(Object.entries(given.user).toReversed()),
            events: given.events.toReversed(),
            entries: entries.toReversed(),
            grants: replayGrants(records),
          };
          expect(JSON.stringify(again.decide({ ...turned, ...interval }))).toBe(JSON.stringify(first));
        }
      }),
      { numRuns: 30 },
    );
  }, 60_000);

  it("makes each key once, and takes stock for touches alone, never more than there is", () => {
    let taken = 0;
    fc.assert(
      fc.property(mall, people, (declared, all) => {
        const program = loadProgram(declared);
        const { grants, held, least } = createWatchedGrants(createGrants(declared));
        for (const [given, list] of all) {
          const entries = answered(program, given, list);
          const result = program.decide({ ...given, entries, ...interval, grants });
          const keys = [...result.decisions, ...result.ghosts].map(({ key }) => key);
          expect(new Set(keys).size).toBe(keys.length);
          const mine = new Set(result.decisions.map(({ key }) => key));
          const gone = new Set(result.cancellations.map(({ key }) => key));
          for (const { key } of result.ghosts) expect(held.has(key)).toBe(false);
          for (const key of gone) expect(held.has(key)).toBe(false);
          for (const key of held.keys()) taken += mine.has(key) ? 1 : 0;
        }
        expect(least()).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 30 },
    );
    expect(taken).toBeGreaterThan(10);
  }, 60_000);
});

/** Grants that can be asked who holds what, and how little was ever left. */
function createWatchedGrants(grants: Grants) {
  const held = new Map<string, readonly Want[]>();
  let least = Number.POSITIVE_INFINITY;
  const watched: Grants = {
    has: (want) => grants.has(want),
    reserve(key, wants) {
      const lack = grants.reserve(key, wants);
      if (lack === null) held.set(key, [...(held.get(key) ?? []), ...wants]);
      for (const { resource } of wants) least = Math.min(least, grants.left?.(resource) ?? 0);
      return lack;
    },
    release(key) {
      held.delete(key);
      grants.release(key);
    },
  };
  return { grants: watched, held, least: () => least };
}
