import { DAY, dateOf, MINUTE } from "./civil.js";
import { offsetReader, type ReadOffset } from "./offset.js";
import { evenStretch, findStretch, STRETCH, type Stretch } from "./stretch.js";

/**
 * A time zone as its transitions. Dates are whole days since 1970-01-01, instants milliseconds since the epoch.
 * A gap shifts a clock time forward by its length; an overlap takes the first of the two instants.
 *
 * Local dates never go backwards: where a clock was set back across midnight, the date that had begun goes on, so that
 * `dateAt(t)` is the last date whose `startOf` is at or before `t`, always.
 */
export interface Zone {
  /** The IANA name, as given. */
  readonly name: string;
  /** What the local clock shows beyond UTC at an instant, in milliseconds. */
  offsetAt(instant: number): number;
  /** The local date of an instant. */
  dateAt(instant: number): number;
  /** The first instant of a local date; for a date that the zone skipped, that of the date after it. */
  startOf(date: number): number;
  /** The instant at which the clock shows so many minutes (and milliseconds) after midnight on a date; `null` if the zone skipped the date. */
  resolve(date: number, minute: number, ms?: number): number | null;
  /** The instants in `[from, to)` at which the offset changes, with the offset from then on; none before 1800 and after 9999. */
  transitions(from: number, to: number): readonly { readonly at: number; readonly offset: number }[];
}

/** Offsets are searched for between these; the first recorded transition of any zone is of 1845. */
const FIRST = Math.floor((dateOf(1800, 1, 1) * DAY) / STRETCH);
const LAST = Math.floor((dateOf(10_000, 1, 1) * DAY) / STRETCH);

/** No clock has ever been further from UTC (Manila until 1844: 15:56 behind; Alaska until 1867: 15:02 ahead). */
const FARTHEST = DAY;

/** A power of two: how many day starts are remembered per zone. */
const REMEMBERED = 1024;

const zones = new Map<string, Zone>();

/** The zone of an IANA name such as `Asia/Shanghai`, built once per name. Throws a `RangeError` for an unknown name. */
export function zone(name: string): Zone {
  const known = zones.get(name);
  if (known) return known;
  const read = offsetReader(name);
  if (!read) throw new RangeError(`unknown time zone \`${name}\``);
  const built = zoneOf(name, read);
  zones.set(name, built);
  return built;
}

/** Whether `zone` would take the name. */
export function isZone(name: string): boolean {
  return zones.has(name) || offsetReader(name) !== null;
}

/** A zone from a reading of its offsets: integer comparisons only, once a stretch of time has been searched. */
function zoneOf(name: string, read: ReadOffset): Zone {
  const stretches = new Map<number, Stretch>();
  // The segment that was asked for last; most questions stay in it.
  let low = 0;
  let high = 0;
  let offset = 0;
  let begun = 0;

  function stretchAt(index: number): Stretch {
    const place = Math.max(FIRST - 1, Math.min(LAST + 1, index));
    let stretch = stretches.get(place);
    if (!stretch) stretches.set(place, (stretch = searchStretch(read, place)));
    return stretch;
  }

  /** Moves to the segment of an instant. */
  function seek(instant: number): void {
    if (Number.isNaN(instant)) throw new RangeError("an instant must be known");
    const stretch = stretchAt(Math.floor(instant / STRETCH));
    let at = stretch.from.length - 1;
    while (instant < (stretch.from[at] as number)) at--;
    low = stretch.from[at] as number;
    high = stretch.from[at + 1] ?? stretch.end;
    offset = stretch.offset[at] as number;
    begun = stretch.begun[at] as number;
  }

  function offsetAt(instant: number): number {
    if (!(instant >= low && instant < high)) seek(instant);
    return offset;
  }

  function dateAt(instant: number): number {
    if (!(instant >= low && instant < high)) seek(instant);
    const date = Math.floor((instant + offset) / DAY);
    return date < begun ? begun : date;
  }

  /** The first instant at which the clock shows `local` or later, and the offset before the jump if it jumped over `local`. */
  function passage(local: number): { at: number; jumped: number | null } {
    let at = local - FARTHEST;
    let before: number | null = null;
    for (;;) {
      const now = offsetAt(at);
      const exact = local - now;
      if (exact < at) return { at, jumped: before };
      if (exact < high) return { at: exact, jumped: null };
      at = high;
      before = now;
    }
  }

  const dates = new Float64Array(REMEMBERED).fill(Number.NaN);
  const starts = new Float64Array(REMEMBERED);

  function startOf(date: number): number {
    const place = date & (REMEMBERED - 1);
    if (dates[place] === date) return starts[place] as number;
    const { at } = passage(date * DAY);
    dates[place] = date;
    starts[place] = at;
    return at;
  }

  function resolve(date: number, minute: number, ms = 0): number | null {
    if (startOf(date) === startOf(date + 1)) return null;
    const local = date * DAY + minute * MINUTE + ms;
    const { at, jumped } = passage(local);
    return jumped === null ? at : local - jumped;
  }

  function transitions(from: number, to: number): { at: number; offset: number }[] {
    const found: { at: number; offset: number }[] = [];
    const end = Math.min(LAST, Math.floor(to / STRETCH));
    for (let index = Math.max(FIRST, Math.floor(from / STRETCH)); index <= end; index++) {
      const stretch = stretchAt(index);
      for (let i = stretch.opens ? 0 : 1; i < stretch.from.length; i++) {
        const at = stretch.from[i] as number;
        if (at >= from && at < to) found.push({ at, offset: stretch.offset[i] as number });
      }
    }
    return found;
  }

  return Object.freeze({ name, offsetAt, dateAt, startOf, resolve, transitions });
}

function searchStretch(read: ReadOffset, place: number): Stretch {
  if (place < FIRST) return evenStretch(Number.NEGATIVE_INFINITY, FIRST * STRETCH, read(FIRST * STRETCH));
  if (place > LAST) return evenStretch((LAST + 1) * STRETCH, Number.POSITIVE_INFINITY, read((LAST + 1) * STRETCH - 1));
  return findStretch(read, place * STRETCH);
}
