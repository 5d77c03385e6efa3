import { DAY } from "../calendar/civil.js";
import { type Zone, zone } from "../calendar/zone.js";
import { windowBounds } from "../facts/window.js";
import { type Agenda, agenda } from "../occur/agenda.js";
import type { Program, Window } from "../program/program.js";
import type { Database } from "./database.js";

/** What is asked in one zone: the agenda's instants, and `until` after them if the stages of that moment are wanted. */
export interface ZoneAsk {
  readonly zone: Zone;
  readonly agenda: Agenda;
  /** The agenda's instants come first, in their order. */
  readonly instants: readonly number[];
  /** The place of `until` among the instants, or −1. */
  readonly last: number;
}

/** What falls due in each zone, and the instants at which facts must be known. */
export function askZones(
  program: Program,
  zones: readonly string[],
  interval: { readonly since: number; readonly until: number },
  chosen: ReadonlySet<number> | undefined,
): ZoneAsk[] {
  const { since, until } = interval;
  return zones.map((name) => {
    const place = zone(name);
    const due = agenda(program, place, since, until, chosen);
    if (program.lifecycles.length === 0) return { zone: place, agenda: due, instants: due.instants, last: -1 };
    const found = due.instants.indexOf(until);
    const instants = found < 0 ? [...due.instants, until] : due.instants;
    return { zone: place, agenda: due, instants, last: found < 0 ? instants.length - 1 : found };
  });
}

/** The distinct windows of a program's facts, with the columns that hold their bounds. */
export interface Windows {
  readonly list: readonly Window[];
  /** The place of a window in the list. */
  placeOf(window: Window): number;
}

export function windowsOf(program: Program): Windows {
  const places = new Map<string, number>();
  const list: Window[] = [];
  for (const fact of program.facts) {
    if (!("window" in fact) || places.has(JSON.stringify(fact.window))) continue;
    places.set(JSON.stringify(fact.window), list.length);
    list.push(fact.window);
  }
  return { list, placeOf: (window) => places.get(JSON.stringify(window)) ?? 0 };
}

/** Stands for "since ever" among whole numbers. */
const EVER = Number.MIN_SAFE_INTEGER;

/** How many rows one statement inserts. */
const BATCH = 500;

/**
 * The ask relation, shared by all users of a zone: the table `grid` holds, per zone `z` and instant `i`, the instant
 * `now`, its local date `today`, and the half-open bounds `lo0`, `hi0` … of each window, as whole numbers.
 */
export async function createGrid(db: Database, asks: readonly ZoneAsk[], windows: Windows): Promise<void> {
  const bounds = windows.list.map((_, place) => `, lo${place} BIGINT, hi${place} BIGINT`).join("");
  await db.run(`CREATE OR REPLACE TABLE touchline.grid (z SMALLINT, i INTEGER, now BIGINT, today BIGINT${bounds})`);
  const rows = asks.flatMap(({ zone: place, instants }, z) =>
    instants.map((now, i) => gridRow(place, z, i, now, windows.list)),
  );
  for (let at = 0; at < rows.length; at += BATCH) {
    await db.run(`INSERT INTO touchline.grid VALUES ${rows.slice(at, at + BATCH).join(", ")}`);
  }
}

function gridRow(place: Zone, z: number, i: number, now: number, windows: readonly Window[]): string {
  const bounds = windows.flatMap((window) => {
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
