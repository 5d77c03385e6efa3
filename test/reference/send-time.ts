import type { Clock as ClockTime, Send } from "../../src/syntax/tree.js";
import { type Clock, DAY, MINUTE } from "./clock.js";
import { minuteOf } from "./due-dates.js";

export type SendBy = "settled" | "window" | "quiet_hours" | "best_hour";

/** When something goes out; `null` if no instant is allowed. */
export interface SendTime {
  readonly at: number;
  readonly by: SendBy;
}

/** A rule about the local clock. */
interface Rule {
  readonly by: "window" | "quiet_hours";
  readonly allows: (instant: number) => boolean;
  readonly skips: boolean;
}

export interface QuietHours {
  readonly from: ClockTime;
  readonly to: ClockTime;
  readonly otherwise: "skip" | "delay";
}

/** After so long, nothing is waited for any more. */
const PATIENCE = 3 * DAY;

/**
 * When to send what may go out from `earliest` on: at the user's best hour, if it is known, and then wherever the strategy's window
 * and the quiet hours let it, in this order.
 */
export function sendTime(
  earliest: number,
  send: Send | null,
  quiet: QuietHours | null,
  bestHour: number | null,
  clock: Clock,
): SendTime | null {
  const rules: Rule[] = [];
  if (send?.is === "between")
    rules.push({
      by: "window",
      allows: (at) => isBetween(clock.minuteAt(at), send.from, send.to),
      skips: send.otherwise === "skip",
    });
  if (quiet !== null)
    rules.push({
      by: "quiet_hours",
      allows: (at) => !isBetween(clock.minuteAt(at), quiet.from, quiet.to),
      skips: quiet.otherwise === "skip",
    });
  const isBest = (at: number) => Math.floor(clock.minuteAt(at) / 60) === bestHour;
  const best = bestHour === null ? earliest : (firstFrom(earliest, earliest, isBest, clock) ?? earliest);
  let time: SendTime = { at: best, by: best === earliest ? "settled" : "best_hour" };
  for (;;) {
    const against = rules.filter((rule) => !rule.allows(time.at));
    const [first] = against;
    if (first === undefined) return time;
    if (against.some((rule) => rule.skips)) return null;
    const at = firstFrom(time.at, earliest, first.allows, clock);
    if (at === null) return null;
    time = { at, by: first.by };
  }
}

/** Whether a minute of the day lies from one clock time up to, and without, another, over midnight if need be. */
export function isBetween(minute: number, from: ClockTime, to: ClockTime): boolean {
  const [start, end] = [minuteOf(from), minuteOf(to)];
  return start < end ? start <= minute && minute < end : minute >= start || minute < end;
}

/** Minute by minute: the first instant from `start` on that passes; `null` if none does within the patience. */
function firstFrom(start: number, earliest: number, passes: (at: number) => boolean, clock: Clock): number | null {
  for (let at = start; at <= earliest + PATIENCE; at = nextMinute(at, clock)) if (passes(at)) return at;
  return null;
}

/** When the clock shows the next minute. */
function nextMinute(instant: number, clock: Clock): number {
  const shown = instant + clock.offsetAt(instant);
  return instant + MINUTE - (shown - Math.floor(shown / MINUTE) * MINUTE);
}
