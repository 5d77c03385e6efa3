import type { Zone } from "../calendar/zone.js";
import type { RowTest } from "../evaluate/reader.js";
import type { EventHistory, Instants } from "./log.js";

/**
 * Rows of a history that some facts read, in order, in memory that is used again and again: one history is worked on
 * at a time, and nothing of it is kept.
 */
export interface Selection {
  rows: Int32Array;
  size: number;
  /** The running number of distinct local dates at each selected row; filled by `countDates` from where it is wanted. */
  dates: Int32Array;
}

export function emptySelection(): Selection {
  return { rows: new Int32Array(64), size: 0, dates: new Int32Array(64) };
}

/**
 * Selects what happened in `[lo, hi)` and passes the test.
 * Says whether all of it is prompt, that is, visible from its own instant on, so that nothing is left to `selectVisible`.
 */
export function select(into: Selection, history: EventHistory, test: RowTest | null, lo: number, hi: number): boolean {
  const { occurred, visibleFrom, frame, to } = history;
  let row = firstAtOrAfter(occurred, lo, history.from, to);
  reserve(into, to - row);
  const { rows } = into;
  let size = 0;
  let prompt = true;
  for (; row < to; row++) {
    const instant = occurred[row] as number;
    if (instant >= hi) break;
    if (test !== null && !test(frame, row)) continue;
    rows[size++] = row;
    if ((visibleFrom[row] as number) > instant) prompt = false;
  }
  into.size = size;
  return prompt;
}

/** Selects, from another selection, what a decision at `now` may read. */
export function selectVisible(into: Selection, all: Selection, visibleFrom: Instants, now: number): void {
  reserve(into, all.size);
  let size = 0;
  for (let k = 0; k < all.size; k++) {
    const row = all.rows[k] as number;
    if ((visibleFrom[row] as number) <= now) into.rows[size++] = row;
  }
  into.size = size;
}

/**
 * Counts the distinct local dates up to each selected row, beginning with the first row at or after `from`.
 * Local dates never go backwards, so one pass does.
 */
export function countDates(selection: Selection, occurred: Instants, zone: Zone, from: number): void {
  let count = 0;
  let dayEnd = Number.NEGATIVE_INFINITY;
  for (let k = placeOf(selection, occurred, from, 0); k < selection.size; k++) {
    const instant = occurred[selection.rows[k] as number] as number;
    if (instant >= dayEnd) {
      dayEnd = zone.startOf(zone.dateAt(instant) + 1);
      count++;
    }
    selection.dates[k] = count;
  }
}

/**
 * The place in a selection of the first row, from place `low` on, that happened at or after `instant`.
 * The ends are looked at first: most windows reach up to now, and `ever` starts before everything.
 */
export function placeOf({ rows, size }: Selection, occurred: Instants, instant: number, low: number): number {
  let high = size;
  if (low === high || (occurred[rows[high - 1] as number] as number) < instant) return high;
  if ((occurred[rows[low] as number] as number) >= instant) return low;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((occurred[rows[middle] as number] as number) < instant) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The first row in `[low, high)` that happened at or after an instant; `high` if none did. */
export function firstAtOrAfter(occurred: Instants, instant: number, low: number, high: number): number {
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((occurred[middle] as number) < instant) low = middle + 1;
    else high = middle;
  }
  return low;
}

function reserve(selection: Selection, size: number): void {
  if (selection.rows.length >= size) return;
  selection.rows = new Int32Array(size * 2);
  selection.dates = new Int32Array(size * 2);
}
