import type { SendRules, SendTime } from "../../src/gate/send-time.js";

const MINUTE = 60_000;
const DAY = 86_400_000;

/** Reads the minute of the day that a local clock shows, as the host formats it, minute by minute. */
export type ReadClock = (instant: number) => number;

const formats = new Map<string, Intl.DateTimeFormat>();

export function clockOf(zone: string): ReadClock {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
    formats.set(zone, format);
  }
  const known = new Map<number, number>();
  return (instant) => {
    const minute = Math.floor(instant / MINUTE);
    let shown = known.get(minute);
    if (shown === undefined) {
      const [hours = 0, minutes = 0] = (format as Intl.DateTimeFormat)
        .format(minute * MINUTE)
        .split(":")
        .map(Number);
      known.set(minute, (shown = hours * 60 + minutes));
    }
    return shown;
  };
}

/**
 * When to send, found by walking: minute after minute the clock is read and the rule asked. As slow as it looks. Zones have had
 * offsets of whole minutes since 1972, so between two whole minutes no rule can change its mind.
 */
export function walkedSendTime(
  clock: ReadClock,
  rules: SendRules,
  earliest: number,
  bestHour: number | null,
): SendTime {
  let now = earliest;
  let by: SendTime["by"] = "settled";
  if (bestHour !== null) {
    now = walk(now, (instant) => Math.floor(clock(instant) / 60) === bestHour) ?? now;
    if (now > earliest) by = "best_hour";
  }
  for (;;) {
    const inWindow = rules.window === null || within(clock(now), rules.window.from, rules.window.to);
    const inQuiet = rules.quiet !== null && within(clock(now), rules.quiet.from, rules.quiet.to);
    if (!inWindow && rules.window?.otherwise === "skip") return { at: null, by: "window" };
    if (inQuiet && rules.quiet?.otherwise === "skip") return { at: null, by: "quiet_hours" };
    if (inWindow && !inQuiet) return { at: now, by };
    by = inWindow ? "quiet_hours" : "window";
    const { from, to } = (inWindow ? rules.quiet : rules.window) ?? { from: 0, to: 0 };
    const next = walk(now, (instant) => within(clock(instant), from, to) !== inWindow);
    if (next === null || next > earliest + 3 * DAY) return { at: null, by };
    now = next;
  }
}

function within(minute: number, from: number, to: number): boolean {
  return from < to ? from <= minute && minute < to : from <= minute || minute < to;
}

function walk(from: number, stops: (instant: number) => boolean): number | null {
  if (stops(from)) return from;
  const end = from + 3 * DAY;
  for (let at = (Math.floor(from / MINUTE) + 1) * MINUTE; at < end; at += MINUTE) if (stops(at)) return at;
  return null;
}
