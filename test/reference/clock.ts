import { DateTime, IANAZone } from "luxon";
import type { Length } from "./window.js";

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/**
 * Civil time in one zone. Luxon is asked one question only, the offset at an instant; what follows from it is found by
 * scanning, because Luxon's own choice in an overlap is not fixed. Dates are days since 1970-01-01.
 */
export class Clock {
  static readonly #known = new Map<string, Clock>();

  readonly #zone: IANAZone;
  /** Answers to questions that were asked before; they save time and change nothing. */
  readonly #offsets = new Map<number, number>();
  readonly #starts = new Map<number, number>();

  /** The clock of a zone by its IANA name. One for all who ask, so that what it remembers is of use. */
  static of(name: string): Clock {
    const clock = Clock.#known.get(name) ?? new Clock(name);
    Clock.#known.set(name, clock);
    return clock;
  }

  private constructor(name: string) {
    this.#zone = IANAZone.create(name);
    if (!this.#zone.isValid) throw new RangeError(`not a time zone: ${name}`);
  }

  /** What the local clock shows beyond UTC, in milliseconds. */
  offsetAt(instant: number): number {
    const known = this.#offsets.get(instant);
    if (known !== undefined) return known;
    const offset = Math.round(this.#zone.offset(instant) * MINUTE);
    if (this.#offsets.size > 100_000) this.#offsets.clear();
    this.#offsets.set(instant, offset);
    return offset;
  }

  /**
   * The local date of an instant: the latest that has begun. A clock set back over midnight shows the old date once more,
   * but a day that has begun does not end and begin again; else one day's window could hold two dates.
   */
  dateAt(instant: number): number {
    const shown = this.#shownAt(instant);
    return this.startOf(shown + 1) <= instant ? shown + 1 : shown;
  }

  /** The date that the clock shows. */
  #shownAt(instant: number): number {
    return Math.floor((instant + this.offsetAt(instant)) / DAY);
  }

  /** The first instant of a local date; for a date that the zone skipped, the first instant after it. */
  startOf(date: number): number {
    const known = this.#starts.get(date);
    if (known !== undefined) return known;
    const midnight = date * DAY;
    const changes = this.#changesAround(midnight);
    // A date can begin when the clock shows midnight, or when the clock jumps over it.
    const candidates = [...changes, ...this.#instantsShowing(midnight)].filter((t) => this.#shownAt(t) >= date);
    const start = Math.min(...candidates);
    this.#starts.set(date, start);
    return start;
  }

  /**
   * The instant at which the clock shows `minute` minutes after midnight of a date. Shown twice: the first. Never
   * shown, because the clock jumped over it: as much later as the jump is long. `null` for a date that was skipped.
   */
  resolve(date: number, minute: number): number | null {
    return this.#resolve(date, minute * MINUTE);
  }

  /**
   * So long after an instant: so many milliseconds; or when the clock shows the same time, to the millisecond, so many civil days or
   * months later. `null` where that date was skipped.
   */
  later(instant: number, length: Length): number | null {
    if (length.is === "span") return instant + length.ms;
    const wall = instant + this.offsetAt(instant);
    const date = Math.floor(wall / DAY);
    const day = length.is === "days" ? date + length.days : shiftMonths(date, length.months);
    return this.#resolve(day, wall - date * DAY);
  }

  /** What the clock shows, in minutes after midnight. */
  minuteAt(instant: number): number {
    const wall = instant + this.offsetAt(instant);
    return Math.floor((wall - Math.floor(wall / DAY) * DAY) / MINUTE);
  }

  #resolve(date: number, sinceMidnight: number): number | null {
    if (this.#shownAt(this.startOf(date)) !== date) return null;
    const wall = date * DAY + sinceMidnight;
    const shown = this.#instantsShowing(wall);
    if (shown.length > 0) return Math.min(...shown);
    for (const before of this.#offsetsAround(wall)) {
      const after = this.offsetAt(wall - before);
      if (after > before && this.offsetAt(wall - after) === before) return wall - before;
    }
    throw new RangeError(`no instant for ${sinceMidnight} ms of day ${date}`);
  }

  #instantsShowing(wall: number): number[] {
    return this.#offsetsAround(wall)
      .filter((offset) => this.offsetAt(wall - offset) === offset)
      .map((offset) => wall - offset);
  }

  /** The offsets in force within a day or so of a reading of the clock: no zone is more than 26 hours from UTC. */
  #offsetsAround(wall: number): number[] {
    return [...new Set(hoursAround(wall).map((t) => this.offsetAt(t)))];
  }

  /** The instants at which the offset changes within a day or so, to the millisecond. */
  #changesAround(wall: number): number[] {
    const hours = hoursAround(wall);
    return hours.slice(1).flatMap((high, index) => {
      const low = hours[index] as number;
      return this.offsetAt(low) === this.offsetAt(high) ? [] : [this.#changeBetween(low, high)];
    });
  }

  #changeBetween(low: number, high: number): number {
    let before = low;
    let after = high;
    const offset = this.offsetAt(low);
    while (after - before > 1) {
      const middle = Math.floor((before + after) / 2);
      if (this.offsetAt(middle) === offset) before = middle;
      else after = middle;
    }
    return after;
  }
}

function hoursAround(wall: number): number[] {
  return Array.from({ length: 53 }, (_, index) => wall + (index - 26) * HOUR);
}

/** A date some months later or earlier; a day that the month lacks becomes its last. */
export function shiftMonths(date: number, months: number): number {
  return dayOf(utc(date).plus({ months }));
}

/** A day of a year; 29 February is 28 February in common years. */
export function dayOfYear(year: number, month: number, day: number): number {
  const isLeap = new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1;
  const shown = month === 2 && day === 29 && !isLeap ? 28 : day;
  const two = (n: number) => String(n).padStart(2, "0");
  return dateFromText(`${String(year).padStart(4, "0")}-${two(month)}-${two(shown)}`);
}

/** 1 Monday … 7 Sunday. */
export function weekdayOf(date: number): number {
  return utc(date).weekday;
}

/** The date written `YYYY-MM-DD`. */
export function dateFromText(text: string): number {
  const read = DateTime.fromISO(text, { zone: "utc" });
  if (!read.isValid || !/^\d{4}-\d{2}-\d{2}$/.test(text)) throw new SyntaxError(`not a date: ${text}`);
  return dayOf(read);
}

export function dateText(date: number): string {
  return utc(date).toFormat("yyyy-MM-dd");
}

/** An instant written as ISO 8601 with an offset, or milliseconds since 1970-01-01T00:00:00Z. */
export function instantFromInput(input: string | number): number {
  if (typeof input === "number") return Math.floor(input);
  const read = DateTime.fromISO(input, { setZone: true });
  if (!read.isValid || !/(Z|[+-]\d{2}:?\d{2})$/.test(input)) throw new SyntaxError(`not an instant: ${input}`);
  return read.toMillis();
}

export function instantText(instant: number): string {
  return new Date(instant).toISOString();
}

function utc(date: number): DateTime {
  return DateTime.fromMillis(date * DAY, { zone: "utc" });
}

function dayOf(time: DateTime): number {
  return Math.round(time.toMillis() / DAY);
}
