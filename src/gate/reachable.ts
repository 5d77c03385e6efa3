import type { Environment, RowTest } from "../evaluate/reader.js";
import { compileTest } from "../evaluate/test.js";
import type { Program } from "../program/program.js";
import type { Gate } from "./candidate.js";

/** Chooses the first channel of the chain that the user allows and that reaches them; `unreachable` if there is none. */
export function reachable(program: Program, environment: Environment): Gate {
  const reaches: readonly (RowTest | null)[] = program.channels.map(
    (channel) => channel.reach && compileTest(channel.reach, environment),
  );
  const chains = program.strategies.map((strategy) => strategy.channels);
  return (candidate) => {
    const chain = chains[candidate.strategy] as readonly number[];
    for (let place = 0; place < chain.length; place++) {
      const channel = chain[place] as number;
      if (candidate.standing.isOptedOut(channel)) continue;
      const reach = reaches[channel];
      if (reach && !reach(candidate.frame, candidate.row)) continue;
      candidate.chosen = place;
      return null;
    }
    return "unreachable";
  };
}
