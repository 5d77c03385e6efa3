import type { Program } from "../program/program.js";
import type { Gate } from "./candidate.js";

/** Refuses with `opted_out` whoever has opted out of every channel of the chain; those that are left are for `reachable`. */
export function allowed(program: Program): Gate {
  const chains = program.strategies.map((strategy) => strategy.channels);
  return ({ strategy, standing }) => {
    for (const channel of chains[strategy] as readonly number[]) if (!standing.isOptedOut(channel)) return null;
    return "opted_out";
  };
}
