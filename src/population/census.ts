import type { Frame } from "../evaluate/frame.js";
import type { StageReader } from "../evaluate/reader.js";
import type { Program } from "../program/program.js";

/** Users by stage of one lifecycle, and the decisions for them. Whoever is in no stage is counted after the last. */
export interface Census {
  /** Counts a user by the facts in a row, with the places of the strategies that decided for them, once per decision. */
  count(frame: Frame, row: number, decided: readonly number[]): void;
  of(stage: number, program: Program): { users: number; decisions: Record<string, number> };
}

export function createCensus(stages: number, stageOf: StageReader): Census {
  const users = Array.from({ length: stages + 1 }, () => 0);
  const decisions = users.map(() => new Map<number, number>());
  return {
    count(frame, row, decided) {
      const known = stageOf(frame, row);
      const stage = Number.isNaN(known) ? stages : known;
      users[stage] = (users[stage] ?? 0) + 1;
      const counts = decisions[stage];
      if (counts) for (const strategy of decided) counts.set(strategy, (counts.get(strategy) ?? 0) + 1);
    },
    of: (stage, program) => ({
      users: users[stage] ?? 0,
      decisions: Object.fromEntries(
        program.strategies.flatMap(({ id }, place) => {
          const count = decisions[stage]?.get(place);
          return count === undefined ? [] : [[id, count]];
        }),
      ),
    }),
  };
}
