import { DAY } from "./civil.js";
import type { ReadOffset } from "./offset.js";

/** A stretch of time in which a zone's offsets are known: a list of segments, each with one offset. */
export interface Stretch {
  /** Covers the instants `[start, end)`. */
  readonly start: number;
  readonly end: number;
  /** Where each segment starts, ascending; the first is `start`. */
  readonly from: readonly number[];
  /** The offset in each segment. */
  readonly offset: readonly number[];
  /** The latest local date that had begun when the segment started: a date, once begun, is never left for an earlier one. */
  readonly begun: readonly number[];
  /** Whether the offset changes at `start` itself. */
  readonly opens: boolean;
}

/** About 400 days: long enough to be worth a search, short enough that a single question costs little. */
export const STRETCH = 400 * DAY;

/** No zone has changed its offset and changed it back within less than six days (Boa Vista, in October 2000, came closest). */
const STEP = 4 * DAY;

/** Longer than any clock has ever been set back (a day, in Alaska in 1867), so that `begun` is right at the start. */
const LEAD = 3 * DAY;

/** Finds a zone's offsets in `[start, start + STRETCH)`. */
export function findStretch(read: ReadOffset, start: number): Stretch {
  const end = start + STRETCH;
  const changes = findChanges(read, start - LEAD, end);
  const [before, inside] = [changes.filter(({ at }) => at <= start), changes.filter(({ at }) => at > start)];
  const first = before.at(-1) as Change;
  const segments = [{ ...first, at: start }, ...inside];
  return {
    start,
    end,
    from: segments.map(({ at }) => at),
    offset: segments.map(({ offset }) => offset),
    begun: segments.map(({ begun }) => begun),
    opens: first.at === start,
  };
}

/** From `at` on the zone has this offset; `begun` is the latest local date that had begun by then. */
interface Change {
  readonly at: number;
  readonly offset: number;
  readonly begun: number;
}

/** The offset at `low`, as a change, and all changes in `(low, high)`. */
function findChanges(read: ReadOffset, low: number, high: number): Change[] {
  const offset = read(low);
  let last: Change = { at: low, offset, begun: localDate(low, offset) };
  const changes = [last];
  let at = low;
  while (at < high) {
    const probe = Math.min(at + STEP, high);
    const old = last.offset;
    const same = read(probe) === old;
    at = same ? probe : firstChange(read, at, probe, old);
    if (same || at === high) continue;
    last = { at, offset: read(at), begun: Math.max(last.begun, localDate(at - 1, old)) };
    changes.push(last);
  }
  return changes;
}

/** A stretch with one offset for all of its instants: before the first change ever made, and after all that can be known. */
export function evenStretch(start: number, end: number, offset: number): Stretch {
  return { start, end, from: [start], offset: [offset], begun: [Number.NEGATIVE_INFINITY], opens: false };
}

/** The first whole second after `low`, up to `high`, at which the offset is no longer `old`. */
function firstChange(read: ReadOffset, low: number, high: number, old: number): number {
  let [before, after] = [low / 1000, high / 1000];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (read(middle * 1000) === old) before = middle;
    else after = middle;
  }
  return after * 1000;
}

function localDate(instant: number, offset: number): number {
  return Math.floor((instant + offset) / DAY);
}
