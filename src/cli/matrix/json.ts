import { jumpsOf } from "../../population/jumps.js";
import { formatInstant } from "../../calendar/instant.js";
import type { Lifecycle } from "../../program/program.js";
import { enteredOf, type MatrixView, targetsOf } from "./view.js";
import { loadDocument } from "../plan/load-document.js";

/** A matrix for machines; `null` for a stage or tier is none. `format_version` grows when a reader of the old form would misread the new one. */
export function matrixDocument(view: MatrixView): object {
  const { program, matrix, lifecycle, value, since } = view;
  const { users, now, before, moves } = matrix;
  const tier = (place: number): string | null => value.stages[place]?.id ?? null;
  return {
    format_version: 1,
    project: program.project.id,
    program: view.hash,
    at: formatInstant(view.until),
    since: since === null ? null : formatInstant(since),
    users,
    lifecycle: { ...named(lifecycle), stages: lifecycle.stages.map(named) },
    value: { ...named(value), tiers: value.stages.map(named) },
    cells: now.flatMap((row, stage) =>
      row.map((count, column) => ({
        stage: lifecycle.stages[stage]?.id ?? null,
        tier: tier(column),
        users: count,
        share: users === 0 ? null : count / users,
        users_before: before?.[stage]?.[column] ?? null,
      })),
    ),
    jumps: moves && jumpsOf(moves),
    moves:
      moves && moves.flatMap((row, from) => row.map((count, to) => ({ from: tier(from), to: tier(to), users: count }))),
    targets: targetsOf(program, view.valuePlace).map((target) => ({
      tier: tier(target.tier),
      [target.of.is]: target.of.id,
      target: target.target / 1_000_000,
      entered: moves && enteredOf(moves, target.tier),
    })),
    load: loadDocument(matrix.load),
  };
}

function named({ id, label }: Pick<Lifecycle, "id" | "label">): object {
  return { id, label };
}
