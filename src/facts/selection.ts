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
  /** How many distinct local dates lie at or before each selected row; filled by `countDates`. */
  dates: Int32Array;
}

export function emptySelection(): Selection {
  return { rows: new Int32Array(64), size: 0, dates: new Int32Array(64) };
}

/** Selects what happened in `[lo, hi)` and passes the test. */
export function select(into: Selection, history: EventHistory, test: RowTest | null, lo: number, hi: number): void {
  const { occurred, frame } = history;
  const start = firstAtOrAfter(occurred, lo, history.from, history.to);
  const end = firstAtOrAfter(occurred, hi, start, history.to);
  reserve(into, end - start);
  const { rows } = into;
  let size = 0;
  if (test === null) for (let row = start; row < end; row++) rows[size++] = row;
  else for (let row = start; row < end; row++) if (test(frame, row)) rows[size++] = row;
  into.size = size;
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

/** Whether each of the selected rows is visible from its own instant on. */
export function isPrompt(selection: Selection, history: EventHistory): boolean {
  const { occurred, visibleFrom } = history;
  for (let k = 0; k < selection.size; k++) {
    const row = selection.rows[k] as number;
    if ((visibleFrom[row] as number) > (occurred[row] as number)) return false;
  }
  return true;
}

/** Counts the distinct local dates up to each selected row. Local dates never go backwards, so one pass does. */
export function countDates(selection: Selection, occurred: Instants, zone: Zone): void {
  let count = 0;
  let dayEnd = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < selection.size; k++) {
    const instant = occurred[selection.rows[k] as number] as number;
    if (instant >= dayEnd) {
      dayEnd = zone.startOf(zone.dateAt(instant) + 1);
      count++;
    }
    selection.dates[k] = count;
  }
}

/** The place in a selection of the first row, from place `low` on, that happened at or after `instant`. */
export function placeOf(selection: Selection, occurred: Instants, instant: number, low: number): number {
  let high = selection.size;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((occurred[selection.rows[middle] as number] as number) < instant) low = middle + 1;
    else high = middle;
  }
  return low;
}

function firstAtOrAfter(occurred: Instants, instant: number, low: number, high: number): number {
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
