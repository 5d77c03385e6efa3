import { DAY, formatClock, formatDate, MINUTE } from "../calendar/civil.js";
import { formatInstant, parseInstant } from "../calendar/instant.js";
import type { Zone } from "../calendar/zone.js";
import type { IntervalFlags } from "./flags.js";
import { UsageProblem } from "./report.js";
import type { UsageWording } from "./wording/problem.js";

/** A half-open interval `(since, until]` of instants. */
export interface Interval {
  readonly since: number;
  readonly until: number;
}

/** The interval that the options give; `since` is 24 hours before `until` if left out. Throws `UsageProblem`. */
export function intervalOf(words: UsageWording, flags: IntervalFlags): Interval {
  const until = instantOption(words, "--until", flags.until);
  const since = flags.since === undefined ? until - DAY : instantOption(words, "--since", flags.since);
  if (since >= until) throw new UsageProblem(words.emptyInterval(flags.since ?? "", flags.until));
  return { since, until };
}

/** The instant that `--until` gives. Throws `UsageProblem`. */
export function untilOf(words: UsageWording, { until }: Pick<IntervalFlags, "until">): number {
  return instantOption(words, "--until", until);
}

function instantOption(words: UsageWording, option: string, text: string): number {
  const read = parseInstant(text);
  if (read.is === "instant") return read.ms;
  const zoneless =
    read.why === "no zone" || read.why === "no clock" || parseInstant(`${text.replace(" ", "T")}Z`).is === "instant";
  throw new UsageProblem(zoneless ? words.noZone(option, text) : words.notInstant(option, text));
}

/** An instant as the clock of a zone shows it, to the minute, or finer if it is finer: `2026-06-18 20:00`. */
export function localTime(zone: Zone, instant: number): string {
  const local = instant + zone.offsetAt(instant);
  const date = Math.floor(local / DAY);
  const rest = local - date * DAY;
  const finer = rest % MINUTE === 0 ? "" : formatInstant(local).slice(16, rest % 1000 === 0 ? 19 : 23);
  return `${formatDate(date)} ${formatClock(Math.floor(rest / MINUTE))}${finer}`;
}

/** The same with its offset, as `--until` takes it: `2026-06-18T20:00:00+08:00`. */
export function zonedInstant(zone: Zone, instant: number): string {
  const offset = zone.offsetAt(instant);
  const minutes = Math.abs(Math.trunc(offset / MINUTE));
  // The offsets of long ago have seconds, which ISO 8601 cannot write.
  if (offset % MINUTE !== 0) return formatInstant(instant);
  const local = formatInstant(instant + offset).slice(0, 19);
  return offset === 0 ? `${local}Z` : `${local}${offset < 0 ? "-" : "+"}${formatClock(minutes)}`;
}
