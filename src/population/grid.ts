import { DAY } from "../calendar/civil.js";
import { type Zone, zone } from "../calendar/zone.js";
import type { PlainWindow } from "../facts/need.js";
import { windowBounds } from "../facts/window.js";
import { type Ask, askAt } from "../facts/ask.js";
import type { Agenda } from "../occur/agenda.js";
import { compileOccurrences } from "../occur/occurrences.js";
import type { Program } from "../program/program.js";
import type { Database } from "./database.js";
import { factsOfStages, factsOfStrategy } from "./fact-needs.js";
import type { ScannedFact } from "./fact-route.js";

/**
 * What is asked of everybody in one zone: the asks of the agenda, and one at `until` after them if the stages of that moment are
 * wanted. All of them are about everything that is visible at an instant, which is what SQL can answer.
 */
export interface ZoneAsk {
  readonly zone: Zone;
  /** What falls due for all users of the zone alike. */
  readonly agenda: Agenda;
  /** The agenda's asks come first, in their order. */
  readonly asks: readonly Ask[];
  /** The place of the ask at `until`, or −1. */
  readonly last: number;
  /** The facts that are read at each ask; all of them if absent. The others may hold anything. */
  readonly needs?: readonly ReadonlySet<number>[];
}

/** What falls due in each zone, and the asks at which facts must be known; `atEnd`: facts that somebody reads at `until` besides. */
export function askZones(
  program: Program,
  zones: readonly string[],
  interval: { readonly since: number; readonly until: number },
  chosen: ReadonlySet<number> | undefined,
  atEnd: ReadonlySet<number> | null = null,
): ZoneAsk[] {
  const { since, until } = interval;
  const ofStrategies = program.strategies.map((_, place) => factsOfStrategy(program, place));
  const ofStages = factsOfStages(program);
  const occurrences = compileOccurrences(program);
  return zones.map((name) => {
    const place = zone(name);
    const due = occurrences.shared(place, since, until, chosen);
    const found = due.asks.findIndex(({ now }) => now === until);
    const added = found < 0 && (program.lifecycles.length > 0 || atEnd !== null);
    const asks = added ? [...due.asks, askAt(until)] : due.asks;
    const needs = asks.map(() => new Set<number>());
    for (const { strategy, at, before } of due.occurrences) {
      addAll(needs[at], ofStrategies[strategy]);
      addAll(needs[before], ofStrategies[strategy]);
    }
    const last = added ? asks.length - 1 : found;
    addAll(needs[last], ofStages);
    addAll(needs[last], atEnd ?? undefined);
    return { zone: place, agenda: due, asks, last, needs };
  });
}

function addAll(into: Set<number> | undefined, facts: ReadonlySet<number> | undefined): void {
  for (const fact of facts ?? []) into?.add(fact);
}

/** The distinct windows of facts, by kind of event, with the columns that hold their bounds. */
export interface Windows {
  readonly list: readonly {
    readonly window: PlainWindow;
    /** Places of the facts that read it. */
    readonly facts: readonly number[];
  }[];
  /** The place of a fact's window in the list. */
  placeOf(fact: ScannedFact): number;
}

export function windowsOf(facts: readonly ScannedFact[]): Windows {
  const places = new Map<string, number>();
  const list: { window: PlainWindow; facts: number[] }[] = [];
  const keyOf = ({ event, window }: ScannedFact): string => JSON.stringify([event, window]);
  for (const fact of facts) {
    const known = places.get(keyOf(fact));
    if (known !== undefined) {
      list[known]?.facts.push(fact.place);
      continue;
    }
    places.set(keyOf(fact), list.length);
    list.push({ window: fact.window, facts: [fact.place] });
  }
  return { list, placeOf: (fact) => places.get(keyOf(fact)) ?? 0 };
}

/** Stands for "since ever" among whole numbers. */
export const EVER = Number.MIN_SAFE_INTEGER;

/** How many rows one statement inserts. */
const BATCH = 500;

/**
 * The ask relation, shared by all users of a zone: the table `grid` holds, per zone `z` and ask `i`, the instant
 * `now`, its local date `today`, and the half-open bounds `lo0`, `hi0` … of each window, as whole numbers; NULL where no
 * fact is asked of it, so that only events that matter to an ask are looked at for it.
 */
export async function createGrid(db: Database, asks: readonly ZoneAsk[], windows: Windows): Promise<void> {
  const bounds = windows.list.map((_, place) => `, lo${place} BIGINT, hi${place} BIGINT`).join("");
  await db.run(`CREATE OR REPLACE TABLE touchline.grid (z SMALLINT, i INTEGER, now BIGINT, today BIGINT${bounds})`);
  const rows = asks.flatMap((ask, z) => ask.asks.map((_, i) => gridRow(ask, z, i, windows)));
  for (let at = 0; at < rows.length; at += BATCH) {
    await db.run(`INSERT INTO touchline.grid VALUES ${rows.slice(at, at + BATCH).join(", ")}`);
  }
}

function gridRow({ zone: place, asks, needs }: ZoneAsk, z: number, i: number, windows: Windows): string {
  const { now } = asks[i] as Ask;
  const bounds = windows.list.flatMap(({ window, facts }): (number | string)[] => {
    if (needs && !facts.some((fact) => needs[i]?.has(fact))) return ["NULL", "NULL"];
    const { lo, hi } = windowBounds(window, place, now);
    return [Number.isFinite(lo) ? lo : EVER, hi];
  });
  return `(${[z, i, now, place.dateAt(now), ...bounds].join(", ")})`;
}

/** Local dates are counted from here, so that whole division floors. */
export const DATE_SHIFT = 1_000_000;

/**
 * The table `offsets`: per zone `z` the stretches `[lo, hi)` with one offset, and the date that had begun by `lo`, for
 * instants in `[from, to]`. A local date never goes back, so it is `greatest(begun, floor((t + ahead) / day))`.
 */
export async function createOffsets(db: Database, asks: readonly ZoneAsk[], from: number, to: number): Promise<void> {
  await db.run(
    "CREATE OR REPLACE TABLE touchline.offsets (z SMALLINT, lo BIGINT, hi BIGINT, ahead BIGINT, begun BIGINT)",
  );
  if (from > to) return;
  const rows = asks.flatMap(({ zone: place }, z) => {
    const starts = [from, ...place.transitions(from + 1, to + 1).map(({ at }) => at)];
    return starts.map((lo, k) => {
      const hi = starts[k + 1] ?? to + 1;
      return `(${[z, lo, hi, place.offsetAt(lo), place.dateAt(lo)].join(", ")})`;
    });
  });
  for (let at = 0; at < rows.length; at += BATCH) {
    await db.run(`INSERT INTO touchline.offsets VALUES ${rows.slice(at, at + BATCH).join(", ")}`);
  }
}

/** SQL for the local date of the instant `at`, given a row of `offsets`. */
export function dateSql(at: string): string {
  return `greatest(begun, (${at} + ahead + ${DATE_SHIFT * DAY}) // ${DAY} - ${DATE_SHIFT})`;
}
