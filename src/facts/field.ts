import type { Column } from "../evaluate/frame.js";
import type { Selection } from "./selection.js";

/** What a field's known values in one window come to; used again for each window. */
export interface FieldTotals {
  countKnown: number;
  /** 0 if none is known. */
  sum: number;
  /** `NaN` if none is known. */
  min: number;
  max: number;
}

/** Adds up a field over the places `[start, end)` of a selection. Text has only a count of what is known. */
export function totalField(into: FieldTotals, column: Column, selection: Selection, start: number, end: number): void {
  let countKnown = 0;
  let sum = 0;
  let min = Number.NaN;
  let max = Number.NaN;
  let exact = true;
  for (let k = start; k < end; k++) {
    const value = column[selection.rows[k] as number];
    if (typeof value !== "number") {
      if (value !== null) countKnown++;
      continue;
    }
    if (Number.isNaN(value)) continue;
    countKnown++;
    sum += value;
    if (sum > Number.MAX_SAFE_INTEGER || sum < Number.MIN_SAFE_INTEGER) exact = false;
    if (!(min <= value)) min = value;
    if (!(max >= value)) max = value;
  }
  into.countKnown = countKnown;
  into.sum = exact ? sum : exactSum(column, selection, start, end);
  into.min = min;
  into.max = max;
}

/** The total where adding up in floating point lost digits on the way; rounded once, at the end, if it must be. */
function exactSum(column: Column, selection: Selection, start: number, end: number): number {
  let sum = 0n;
  for (let k = start; k < end; k++) {
    const value = column[selection.rows[k] as number];
    if (typeof value === "number" && !Number.isNaN(value)) sum += BigInt(value);
  }
  return Number(sum);
}
