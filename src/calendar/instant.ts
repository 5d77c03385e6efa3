import { checkedDate, DAY, FIRST_DATE, formatDate, LAST_DATE } from "./civil.js";

/** The first instant of year 1 and the last of year 9999, in UTC: what can be written with four digits of year. */
export const FIRST_INSTANT = FIRST_DATE * DAY;
export const LAST_INSTANT = (LAST_DATE + 1) * DAY - 1;

/**
 * Why a text is no instant: it is not written as ISO 8601 writes one; it lacks the clock; it lacks `Z` or an offset;
 * its date or clock does not exist, as in `2018-02-30`; it lies outside the years 1 to 9999.
 */
export type InstantFailure = "not an instant" | "no clock" | "no zone" | "not a date" | "out of range";

export type ParsedInstant =
  | { readonly is: "instant"; readonly ms: number }
  | { readonly is: "failure"; readonly why: InstantFailure };

const shape = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?(Z|[+-]\d{2}(?::?\d{2})?)?)?$/;

/**
 * Reads ISO 8601 as `2018-07-20T18:00:00.000Z` or `2018-07-20T14:00-04:00`, strictly: the offset, or `Z`, is required.
 * Finer than a millisecond is floored.
 */
export function parseInstant(text: string): ParsedInstant {
  const found = shape.exec(text);
  if (!found) return failure("not an instant");
  const [, year, month, day, hour, minute, second = "0", fraction = "", offset] = found;
  if (year === "0000") return failure("out of range");
  const date = checkedDate(Number(year), Number(month), Number(day));
  if (date === null) return failure("not a date");
  if (hour === undefined) return failure("no clock");
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return failure("not a date");
  if (offset === undefined) return failure("no zone");
  const ahead = parseOffset(offset);
  if (ahead === null) return failure("not a date");
  const clock = (Number(hour) * 3600 + Number(minute) * 60 + Number(second)) * 1000;
  const ms = date * DAY + clock + Number(fraction.slice(0, 3).padEnd(3, "0")) - ahead;
  return isInstant(ms) ? { is: "instant", ms } : failure("out of range");
}

/** Whether a number of milliseconds is whole and within the years 1 to 9999. */
export function isInstant(ms: number): boolean {
  return Number.isInteger(ms) && ms >= FIRST_INSTANT && ms <= LAST_INSTANT;
}

/** `2018-07-20T18:00:00.000Z`. The instant must lie within the years 1 to 9999. */
export function formatInstant(ms: number): string {
  const date = Math.floor(ms / DAY);
  const rest = ms - date * DAY;
  const seconds = Math.floor(rest / 1000);
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(twoDigits).join(":");
  return `${formatDate(date)}T${clock}.${String(rest % 1000).padStart(3, "0")}Z`;
}

/** Milliseconds ahead of UTC of `Z`, `+08`, `+0800` or `+08:00`; `null` beyond 23:59. */
function parseOffset(text: string): number | null {
  if (text === "Z") return 0;
  const hours = Number(text.slice(1, 3));
  const minutes = Number(text.slice(-2)) * (text.length > 3 ? 1 : 0);
  if (hours > 23 || minutes > 59) return null;
  return (text[0] === "-" ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}

function failure(why: InstantFailure): ParsedInstant {
  return { is: "failure", why };
}

function twoDigits(n: number): string {
  return String(n).padStart(2, "0");
}
