import type { Frame } from "../evaluate/frame.js";
import type { Environment, RowTest } from "../evaluate/reader.js";
import { compileTest } from "../evaluate/test.js";
import type { Program } from "../program/program.js";

/** Asks whether a strategy wants a user: the place, from 0, of the first part of `who` that fails, or −1 if all hold. */
export type Matcher = (frame: Frame, row: number) => number;

/** A matcher per strategy, in the program's order. */
export function compileMatchers(program: Program, environment: Environment): readonly Matcher[] {
  return program.strategies.map((strategy) => matcher(strategy.who.map((clause) => compileTest(clause, environment))));
}

function matcher(clauses: readonly RowTest[]): Matcher {
  return (frame, row) => {
    for (let place = 0; place < clauses.length; place++) {
      if (!(clauses[place] as RowTest)(frame, row)) return place;
    }
    return -1;
  };
}
