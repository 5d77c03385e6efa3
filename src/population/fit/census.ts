import { withAnalysis } from "../../program/analysis.js";
import type { Program } from "../../program/program.js";
import { createEnvironment } from "../../evaluate/environment.js";
import { type SurveyOptions, surveyPopulation } from "../survey.js";

/** Where everybody stands at an instant. */
export interface Census {
  readonly users: number;
  /** By lifecycle, each user's stage by place, in the order of the users' ids; −1 for those in none. */
  readonly places: readonly Int16Array[];
}

export interface CensusOptions extends Omit<SurveyOptions, "at" | "reads"> {
  readonly until: number;
}

/** Looks at the stage of everybody in every lifecycle, value and groups. */
export async function stageCensus(options: CensusOptions): Promise<Census> {
  const program = withAnalysis(options.program);
  const environment = createEnvironment(program);
  const reads = program.lifecycles;
  const readers = program.lifecycles.map((_, lifecycle) => environment.stage(lifecycle));
  const blocks: Int16Array[][] = readers.map(() => []);
  const { users } = await surveyPopulation(
    { ...options, program, reads, at: [options.until] },
    ({ ids, frame, row }) => {
      readers.forEach((stage, lifecycle) => {
        const place = (_: string, user: number): number => {
          const at = stage(frame, row(user, 0));
          return Number.isNaN(at) ? -1 : at;
        };
        blocks[lifecycle]?.push(Int16Array.from(ids.map(place)));
      });
    },
  );
  return { users, places: blocks.map((parts) => joined(parts, users)) };
}

function joined(parts: readonly Int16Array[], users: number): Int16Array {
  const all = new Int16Array(users);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** How many users are in each stage of a lifecycle, by place. */
export function stageSizes(program: Program, census: Census, lifecycle: number): number[] {
  const sizes = (program.lifecycles[lifecycle]?.stages ?? []).map(() => 0);
  for (const place of census.places[lifecycle] ?? []) if (place >= 0) sizes[place] = (sizes[place] as number) + 1;
  return sizes;
}

/** How many users stand elsewhere in a lifecycle; both censuses are of the same data at the same instant. */
export function movedUsers(before: Census, after: Census, lifecycle: number): number {
  const [from, to] = [before.places[lifecycle], after.places[lifecycle]];
  let moved = 0;
  to?.forEach((place, user) => {
    if (from?.[user] !== place) moved++;
  });
  return moved;
}
