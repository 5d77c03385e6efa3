import { createEnvironment } from "../evaluate/environment.js";
import { withAnalysis } from "../program/analysis.js";
import type { LoadReport } from "./load-report.js";
import { type SurveyOptions, surveyPopulation } from "./survey.js";

export interface MatrixOptions extends Omit<SurveyOptions, "at" | "reads"> {
  /** The lifecycle whose stages are the rows, by place. */
  readonly lifecycle: number;
  /** The value whose tiers are the columns, by place. */
  readonly value: number;
  readonly until: number;
  /** An earlier instant to compare with, or `null`. */
  readonly since: number | null;
}

/**
 * Everybody by stage and tier. Behind the last stage, and behind the last tier, stand those who are in none; so each user is counted
 * once, and all numbers of a table add up to `users`.
 */
export interface Matrix {
  readonly load: LoadReport;
  readonly users: number;
  /** By stage, then by tier, at `until`. */
  readonly now: Counts;
  /** The same at `since`. */
  readonly before: Counts | null;
  /** By the tier at `since`, then by that at `until`. */
  readonly moves: Counts | null;
}

export type Counts = readonly (readonly number[])[];

/** Counts everybody at one instant or two. See `surveyPopulation` for what it throws. */
export async function matrixOfPopulation(options: MatrixOptions): Promise<Matrix> {
  const { lifecycle, value, since, until } = options;
  const program = withAnalysis(options.program);
  const environment = createEnvironment(program);
  const reads = [{ lifecycle }, { lifecycle: value }];
  const [stage, tier] = [environment.stage(lifecycle), environment.stage(value)];
  const stages = program.lifecycles[lifecycle]?.stages.length ?? 0;
  const tiers = program.lifecycles[value]?.stages.length ?? 0;
  const at = since === null ? [until] : [since, until];
  const tables = at.map(() => empty(stages, tiers));
  const moves = empty(tiers, tiers);
  const surveyed = await surveyPopulation({ ...options, program, reads, at }, ({ ids, frame, row }) => {
    for (let user = 0; user < ids.length; user++) {
      const found = at.map((_, place) => {
        const where = row(user, place);
        const column = placeIn(tier(frame, where), tiers);
        count(tables[place], placeIn(stage(frame, where), stages), column);
        return column;
      });
      count(moves, found[0] ?? tiers, found.at(-1) ?? tiers);
    }
  });
  const compared = since !== null;
  return {
    ...surveyed,
    now: tables.at(-1) ?? [],
    before: compared ? (tables[0] ?? null) : null,
    moves: compared ? moves : null,
  };
}

function empty(rows: number, columns: number): number[][] {
  return Array.from({ length: rows + 1 }, () => Array.from({ length: columns + 1 }, () => 0));
}

/** A stage that is unknown stands behind all others. */
function placeIn(stage: number, all: number): number {
  return Number.isNaN(stage) ? all : stage;
}

function count(table: number[][] | undefined, row: number, column: number): void {
  const counts = table?.[row];
  if (counts) counts[column] = (counts[column] ?? 0) + 1;
}
