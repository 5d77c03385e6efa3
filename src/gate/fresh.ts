import { addMonths } from "../calendar/civil.js";
import type { Program, Repeat } from "../program/program.js";
import type { Gate } from "./candidate.js";

/** Refuses with `capped repeat` whoever this strategy touched too recently for its `repeat`. */
export function fresh(program: Program): Gate {
  const repeats = program.strategies.map((strategy) => strategy.repeat);
  return ({ strategy, standing, date }) => {
    const last = standing.lastTouch(strategy);
    if (Number.isNaN(last)) return null;
    return date >= againFrom(repeats[strategy] as Repeat, last) ? null : "capped repeat";
  };
}

/** The first local date on which a strategy may touch a user again; `Infinity` for `never`. */
export function againFrom(repeat: Repeat, last: number): number {
  if (repeat.is !== "after") return repeat.is === "never" ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  return repeat.unit === "day" ? last + repeat.n : addMonths(last, repeat.n);
}
