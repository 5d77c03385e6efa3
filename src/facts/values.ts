import type { Column } from "../evaluate/frame.js";
import type { Selection } from "./selection.js";

/** Used again for each question, and left empty. */
const counts = new Map<number | string, number>();

/** How many different known values a field has over the places `[start, end)` of a selection. */
export function countDistinct(column: Column, selection: Selection, start: number, end: number): number {
  countValues(column, selection, start, end);
  const { size } = counts;
  counts.clear();
  return size;
}

/** The known value seen most often; of equally frequent ones the one seen last. `null` if none is known. */
export function mostFrequent(column: Column, selection: Selection, start: number, end: number): number | string | null {
  const most = countValues(column, selection, start, end);
  const found = most === 0 ? null : lastCounted(most, column, selection, end);
  counts.clear();
  return found;
}

/** Of the values that were counted so often, at least one, that which stands last before the place `end`. */
function lastCounted(often: number, column: Column, selection: Selection, end: number): number | string {
  for (let k = end - 1; ; k--) {
    const value = column[selection.rows[k] as number];
    if (value !== undefined && value !== null && counts.get(value) === often) return value;
  }
}

/** Counts the known values; says how often the most frequent of them stands there. */
function countValues(column: Column, selection: Selection, start: number, end: number): number {
  let most = 0;
  for (let k = start; k < end; k++) {
    const value = column[selection.rows[k] as number];
    if (value === undefined || value === null || Number.isNaN(value)) continue;
    const count = (counts.get(value) ?? 0) + 1;
    counts.set(value, count);
    if (count > most) most = count;
  }
  return most;
}
