import type { Zone } from "../../calendar/zone.js";
import type { Program } from "../../program/program.js";
import type { PlanResult } from "../../population/plan-result.js";
import type { Interval } from "../instant.js";

/** A plan with all that is shown about it. */
export interface PlanView {
  readonly dir: string;
  readonly program: Program;
  readonly hash: string;
  /** The project's. */
  readonly zone: Zone;
  readonly interval: Interval;
  /** The users that were asked for; empty for all. */
  readonly users: readonly string[];
  readonly result: PlanResult;
  /** How many cells a line of the terminal has; `null` where it is none. */
  readonly width: number | null;
  /** The file of what was recorded before, as typed. */
  readonly entries: string | null;
  /** The file that decisions were written to, as typed. */
  readonly out: string | null;
}

/** How many touches a strategy makes. */
export function touchesOf(strategy: PlanResult["strategies"][number]): number {
  return strategy.decided;
}

/** How many candidates a strategy has: users times occurrences. */
export function dueOf(strategy: PlanResult["strategies"][number]): number {
  return strategy.funnel[0]?.passed ?? 0;
}
