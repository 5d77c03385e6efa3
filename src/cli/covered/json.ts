import { formatInstant } from "../../calendar/instant.js";
import type { CoverageMatrix, CoveragePair } from "../../population/coverage-counts.js";
import type { Program } from "../../program/program.js";
import { loadDocument } from "../plan/load-document.js";
import { areExclusive, type CoverageView, emptyOf, type Head, headsOf, matricesOf, uncalibrated } from "./view.js";

/** Coverage for machines. `format_version` grows when a reader of the old form would misread the new one. */
export function coverageDocument(view: CoverageView): object {
  const { program, interval, result } = view;
  return {
    format_version: 1,
    project: program.project.id,
    program: view.hash,
    since: formatInstant(interval.since),
    until: formatInstant(interval.until),
    users: result.users,
    /** Every user once. */
    fates: result.fates.map(({ fate, users, touched }) => ({
      fate,
      users,
      touched_before: fate === "touched" ? 0 : touched,
    })),
    strategies: result.strategies.map((counts, place) => ({ id: program.strategies[place]?.id ?? "", ...counts })),
    matrices: matricesOf(view).map((matrix) => matrixDocument(program, matrix)),
    stages: result.stages.map(({ lifecycle, stage, strategies, ...counts }) => ({
      lifecycle: program.lifecycles[lifecycle]?.id ?? "",
      stage: program.lifecycles[lifecycle]?.stages[stage]?.id ?? "",
      ...counts,
      strategies: strategies.map((place) => program.strategies[place]?.id ?? ""),
    })),
    without_strategy: emptyDocument(view),
    pairs: result.pairs.map((pair) => pairDocument(program, pair)),
    uncalibrated: uncalibrated(view),
    entries: view.entries,
    load: loadDocument(result.load),
  };
}

/** Cells by row, then by column; a head without a stage is those who are in none. */
function matrixDocument(program: Program, { rows, columns, cells }: CoverageMatrix): object {
  const axis = (place: number | null): object | null => {
    const lifecycle = place === null ? undefined : program.lifecycles[place];
    return lifecycle ? { id: lifecycle.id, is: lifecycle.is, stages: headsOf(program, place).map(stageOf) } : null;
  };
  return { rows: axis(rows), columns: axis(columns), cells };
}

function stageOf({ id }: Head): string | null {
  return id;
}

function emptyDocument(view: CoverageView): object {
  const { points, stages, aims, goals } = emptyOf(view);
  const { lifecycles, analysis } = view.program;
  return {
    operating_points: points.map(({ id }) => id),
    stages: stages.map(
      ({ lifecycle, stage }) => `${lifecycles[lifecycle]?.id ?? ""}.${lifecycles[lifecycle]?.stages[stage]?.id ?? ""}`,
    ),
    product_stage: analysis.productStage,
    aims: aims.map(({ word, inFocus }) => ({ aim: word, in_focus: inFocus })),
    goals: goals.map(({ id }) => id),
  };
}

function pairDocument(program: Program, pair: CoveragePair): object {
  const [first, second] = [program.strategies[pair.first], program.strategies[pair.second]];
  return {
    first: first?.id ?? "",
    first_priority: first?.priority ?? 0,
    second: second?.id ?? "",
    second_priority: second?.priority ?? 0,
    users: pair.shared,
    smaller: pair.smaller,
    exclusive: areExclusive(program, pair),
  };
}
