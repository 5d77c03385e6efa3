import type { RowTest } from "../evaluate/reader.js";
import { compileTest } from "../evaluate/test.js";
import type { Candidate } from "./candidate.js";
import type { GateSources } from "./sources.js";

/** Asks about strategies that start when a state changes; of all others, everything that the agenda names is due. */
export interface Due {
  /** Whether the state is otherwise than at the ask before, in the right direction. Who is not due is no candidate: neither counted nor refused. */
  isDue(candidate: Candidate): boolean;
  /** Whether the user is still in the state that they entered, or out of that which they left, by the facts of the candidate's row. */
  stays(candidate: Candidate): boolean;
}

export function createDue({ program, environment }: Pick<GateSources, "program" | "environment">): Due {
  const states = program.strategies.map(({ when }) =>
    when.is === "state" ? { enters: when.change === "enters", test: compileTest(when.state, environment) } : null,
  );
  return {
    isDue({ strategy, frame, row, before }) {
      const state = states[strategy];
      if (!state) return true;
      return before >= 0 && state.test(frame, row) === state.enters && state.test(frame, before) !== state.enters;
    },
    stays({ strategy, frame, row }) {
      const state: { readonly enters: boolean; readonly test: RowTest } | null | undefined = states[strategy];
      return !state || state.test(frame, row) === state.enters;
    },
  };
}
