import type { Exclusion, Program } from "../program/program.js";
import type { Candidate, Gate } from "./candidate.js";
import type { StandingTouch } from "./standing.js";

/** The touch of another strategy that this one loses to. */
export interface ExclusiveDetail {
  readonly touch: StandingTouch;
  /** The dates of sending must be so many days apart. */
  readonly days: number;
}

/** Refuses with `lost_to <strategy>` who is touched, on dates too near, by a strategy that this one excludes. */
export function exclusive(program: Program): Gate {
  const loses = exclusiveDetail(program);
  return (candidate) => {
    const lost = loses(candidate);
    return lost && `lost_to ${program.strategies[lost.touch.strategy]?.id ?? ""}`;
  };
}

/** The earliest such touch; `null` if there is none, or the candidate is a fallback. */
export function exclusiveDetail(program: Program): (candidate: Candidate) => ExclusiveDetail | null {
  const daysApart = program.strategies.map((strategy) => apart(strategy.exclusive));
  return ({ strategy, ghost, standing, step, sendDate }) => {
    const others = daysApart[strategy];
    if (!others || step > 0) return null;
    for (const touch of standing.touches(strategy, ghost)) {
      const days = others.get(touch.strategy);
      if (days !== undefined && Math.abs(sendDate - touch.sendDate) < days) return { touch, days };
    }
    return null;
  };
}

/** Of one strategy named twice, the longer distance holds. */
function apart(exclusions: readonly Exclusion[]): ReadonlyMap<number, number> | null {
  if (exclusions.length === 0) return null;
  const days = new Map<number, number>();
  for (const { strategy, days: n } of exclusions) days.set(strategy, Math.max(n, days.get(strategy) ?? 0));
  return days;
}
