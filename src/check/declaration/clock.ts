import type { Clock } from "../../syntax/tree.js";
import type { Span } from "../../text/span.js";
import type { Checker } from "../checker.js";

/** A time of day in minutes after midnight. */
export function minuteOf(c: Checker, clock: Clock): number | null {
  const { hour, minute } = clock;
  if (hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59) return hour * 60 + minute;
  return c.report.add("bad-clock", clock.span, { text: c.phrases.textOf(clock.span) });
}

/** A stretch of the day, half-open, over midnight if it ends before it starts; never empty. */
export function hoursOf(c: Checker, from: Clock, to: Clock, span: Span): { from: number; to: number } | null {
  const [start, end] = [minuteOf(c, from), minuteOf(c, to)];
  if (start === null || end === null) return null;
  if (start !== end) return { from: start, to: end };
  return c.report.add("empty-hours", span, { text: c.phrases.textOf(from.span) });
}
