import { DAY, MINUTE } from "../../calendar/civil.js";
import type { Hours, When } from "../../program/program.js";
import { offersOf, type Proof } from "./proof.js";

const WHOLE_DAY = DAY / MINUTE;

/** Clocks change before five in the morning. */
const NIGHT = 5 * 60;

/** How long a touch waits for its hour, in days: see the gate that works out when it goes out. */
const PATIENCE = 3;

/** A schedule at whose clock time nothing may go out: what skips forbids it, or what delays never comes to an end. */
export function neverSent(proof: Proof): void {
  const { c, program, strategy } = proof;
  const { quiet } = program.policy;
  strategy.variants.forEach(({ offer }, at) => {
    const clause = offersOf(proof)[at]?.send ?? proof.entry.node.when;
    if (!offer || !clause || offer.send.bestHour) return;
    const rules = [...allowed("window", offer.send.window), ...allowed("quiet", quiet)];
    const minutes = startsOf(strategy.when, Math.floor(program.project.settle / MINUTE));
    const ends = minutes.map((minute) => forbiddenBy(rules, minute));
    const [by] = ends;
    if (!by || ends.includes(null)) return;
    const clock = clockOf(strategy.when);
    c.report.add("never-sent", clause.span, { at: clock, by: clock === null ? "both" : by });
  });
}

interface Allowed {
  readonly is: "window" | "quiet";
  readonly from: number;
  readonly to: number;
  readonly otherwise: Hours["otherwise"];
}

function allowed(is: "window" | "quiet", hours: Hours | null): Allowed[] {
  if (!hours) return [];
  const { from, to, otherwise } = hours;
  return [is === "window" ? { is, from, to, otherwise } : { is, from: to, to: from, otherwise }];
}

/**
 * The minutes of the day from which touches may go out, once late events have settled; any, where an event starts the strategy. On
 * the day of a change a clock time of the night may not be there, and then comes up to an hour later.
 */
function startsOf(when: When, settle: number): readonly number[] {
  if ("minute" in when && when.minute !== null) {
    const shifts = when.minute < NIGHT ? [0, 30, 60] : [0];
    return shifts.map((shift) => ((when.minute ?? 0) + shift + settle) % WHOLE_DAY);
  }
  const step = when.is === "hourly" ? 60 : 1;
  return Array.from({ length: WHOLE_DAY / step }, (_, at) => (at * step + settle) % WHOLE_DAY);
}

function clockOf(when: When): string | null {
  if (!("minute" in when) || when.minute === null) return null;
  const [hour, minute] = [Math.floor(when.minute / 60), when.minute % 60];
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}

/**
 * What lets nothing out that is ready at a minute of the day; `null` if it may go out. Walks as the gate does, on days without
 * a change of the clock. A change can let something out all the same only where it makes an hour that a rule allows come twice
 * or never, so what waits is followed through all of its days.
 */
function forbiddenBy(rules: readonly Allowed[], start: number): "window" | "quiet" | "both" | null {
  let minute = start;
  while (minute <= start + PATIENCE * WHOLE_DAY) {
    const now = minute % WHOLE_DAY;
    const broken = rules.filter((rule) => !holds(rule, now));
    const rule = broken.find(({ otherwise }) => otherwise === "skip") ?? broken[0];
    if (!rule) return null;
    if (rule.otherwise === "skip") return minute === start ? rule.is : "both";
    minute += (rule.from - now + WHOLE_DAY) % WHOLE_DAY;
  }
  return "both";
}

function holds({ from, to }: Allowed, minute: number): boolean {
  return from < to ? minute >= from && minute < to : minute >= from || minute < to;
}
