import { DAY, MINUTE } from "../calendar/civil.js";
import type { Zone } from "../calendar/zone.js";
import type { Hours } from "../program/program.js";
import type { SendReason } from "./candidate.js";

/** When touches may go out: inside the strategy's window, and outside the quiet hours. */
export interface SendRules {
  readonly window: Hours | null;
  readonly quiet: Hours | null;
}

export interface SendTime {
  /** The instant; `null` if none is allowed. */
  readonly at: number | null;
  /** What moved it last, or, where none is allowed, what forbids it. */
  readonly by: SendReason;
}

/** Rules that no instant within this time satisfies are taken to contradict each other. */
const PATIENCE = 3 * DAY;

/**
 * When to send what may go out from `earliest` on. It first waits for the user's best hour, if that is known. Then, as long as a rule
 * forbids the instant, one that skips ends it, else one that delays moves it to the first later instant that it allows.
 */
export function sendTime(zone: Zone, rules: SendRules, earliest: number, bestHour: number | null): SendTime {
  const all = allowances(rules);
  let at = bestHour === null ? earliest : (firstInside(zone, hourOf(bestHour), earliest) ?? earliest);
  let by: SendReason = at === earliest ? "settled" : "best_hour";
  for (;;) {
    const broken = all.filter(({ allowed }) => !isInside(zone, allowed, at));
    const rule = broken.find(({ otherwise }) => otherwise === "skip") ?? broken[0];
    if (rule === undefined) return { at, by };
    const later = rule.otherwise === "skip" ? null : firstInside(zone, rule.allowed, at);
    by = rule.by;
    if (later === null || later > earliest + PATIENCE) return { at: null, by };
    at = later;
  }
}

/** A rule by the hours that it allows. */
interface Allowance {
  readonly allowed: ClockHours;
  readonly otherwise: Hours["otherwise"];
  readonly by: SendReason;
}

function allowances({ window, quiet }: SendRules): Allowance[] {
  const all: Allowance[] = [];
  if (window) all.push({ allowed: window, otherwise: window.otherwise, by: "window" });
  if (quiet) all.push({ allowed: { from: quiet.to, to: quiet.from }, otherwise: quiet.otherwise, by: "quiet_hours" });
  return all;
}

/** Hours of the local clock, in minutes after midnight, half-open; over midnight if `to` is not after `from`. */
interface ClockHours {
  readonly from: number;
  readonly to: number;
}

/** Whether the local clock shows one of these hours. */
export function isInside(zone: Zone, hours: ClockHours, instant: number): boolean {
  return holdsMinute(hours, Math.floor(clockAt(instant, zone.offsetAt(instant)) / MINUTE));
}

export function holdsMinute({ from, to }: ClockHours, minute: number): boolean {
  return from < to ? minute >= from && minute < to : minute >= from || minute < to;
}

function hourOf(hour: number): ClockHours {
  return { from: hour * 60, to: hour * 60 + 60 };
}

/**
 * The first instant, not before `instant`, at which the local clock shows one of these hours; `null` if there is none for long.
 * Within a time without transitions the clock runs evenly, so that the next start of the hours is a subtraction away; a transition
 * may put the clock into them, or past them.
 */
function firstInside(zone: Zone, hours: ClockHours, instant: number): number | null {
  const limit = instant + PATIENCE;
  const changes = zone.transitions(instant + 1, limit).map(({ at }) => at);
  let at = instant;
  for (const end of [...changes, limit]) {
    if (isInside(zone, hours, at)) return at;
    const next = at + untilClock(hours.from, clockAt(at, zone.offsetAt(at)));
    if (next < end) return next;
    at = end;
  }
  return null;
}

/** Milliseconds from what a clock shows to when it next shows the start of a minute. */
function untilClock(minute: number, clock: number): number {
  const wait = minute * MINUTE - clock;
  return wait < 0 ? wait + DAY : wait;
}

/** Milliseconds since midnight that the local clock shows. */
function clockAt(instant: number, offset: number): number {
  const local = instant + offset;
  return local - Math.floor(local / DAY) * DAY;
}
