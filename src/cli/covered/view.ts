import type { Zone } from "../../calendar/zone.js";
import { aims, focus } from "../../check/declaration/aim.js";
import type { CoverageMatrix, CoveragePair, CoverageStage, Served } from "../../population/coverage-counts.js";
import type { CoverageResult } from "../../population/coverage.js";
import type { AimWord, Program } from "../../program/program.js";
import { visible } from "../../text/visible.js";
import type { Interval } from "../instant.js";
import { isFitted } from "../unfitted.js";
import type { CoverageWording } from "../wording/coverage.js";

/** Coverage with all that is shown about it. */
export interface CoverageView {
  readonly dir: string;
  readonly program: Program;
  readonly hash: string;
  /** The project's. */
  readonly zone: Zone;
  readonly interval: Interval;
  readonly result: CoverageResult;
  /** The file of what was recorded before, as typed. */
  readonly entries: string | null;
}

/** A stage or tier by its place; whoever is in none stands after the last. */
export interface Head {
  readonly lifecycle: string | null;
  readonly id: string | null;
  readonly label: string | null;
}

/** A part of the users that no strategy serves, though somebody is in it. */
export interface Unserved extends Served {
  readonly row: Head;
  readonly column: Head | null;
}

/** Tables whose stages can be told: what is not calibrated yet would put everybody into none. */
export function matricesOf({ program, result }: CoverageView): CoverageMatrix[] {
  const known = (axis: number | null): boolean => axis === null || isFitted(program, axis);
  return result.matrices.filter(({ rows, columns }) => known(rows) && known(columns));
}

/** The lifecycles and values that are not calibrated yet. */
export function uncalibrated({ program }: CoverageView): string[] {
  return program.lifecycles.flatMap(({ id }, place) => (isFitted(program, place) ? [] : [visible(id)]));
}

/** The heads of a table's rows or columns, in its order; one alone where there is no such axis. */
export function headsOf({ lifecycles }: Program, axis: number | null): Head[] {
  const lifecycle = axis === null ? undefined : lifecycles[axis];
  if (!lifecycle) return [{ lifecycle: null, id: null, label: null }];
  const { id: own, stages } = lifecycle;
  return [...stages.map(({ id, label }) => ({ lifecycle: own, id, label })), { lifecycle: own, id: null, label: null }];
}

export function headName({ lifecycle, id, label }: Head, words: CoverageWording): string {
  if (lifecycle === null) return words.everybody;
  return id === null ? words.inNone : visible(label ?? id);
}

export function axisName({ lifecycles }: Program, axis: number): string {
  const lifecycle = lifecycles[axis];
  return visible(lifecycle?.label ?? lifecycle?.id ?? "");
}

/** What a table is called. */
export function matrixName(program: Program, { rows, columns }: CoverageMatrix, words: CoverageWording): string {
  if (rows === null) return words.matrix(axisName(program, columns ?? -1), null);
  return words.matrix(axisName(program, rows), columns === null ? null : axisName(program, columns));
}

/** The cells of a table with users of whom none was touched, the largest first. */
export function unservedOf(program: Program, { rows, columns, cells }: CoverageMatrix): Unserved[] {
  const [down, across] = [headsOf(program, rows), headsOf(program, columns)];
  const found = cells.flatMap((row, y) =>
    row.flatMap((cell, x): Unserved[] => {
      const [one, other] = [down[y], across[x]];
      if (!one || !other || cell.users === 0 || cell.touched > 0) return [];
      if (rows === null) return [{ ...cell, row: other, column: null }];
      return [{ ...cell, row: one, column: columns === null ? null : other }];
    }),
  );
  return found.sort((a, b) => b.users - a.users);
}

/** What the project declares and no strategy is about. */
export interface Empty {
  readonly points: readonly { readonly id: string; readonly label: string | null }[];
  /** Stages with users of whom no strategy wanted any. */
  readonly stages: readonly CoverageStage[];
  readonly aims: readonly { readonly word: AimWord; readonly inFocus: boolean }[];
  readonly goals: readonly { readonly id: string; readonly label: string | null }[];
}

export function emptyOf({ program, result }: CoverageView): Empty {
  const { strategies, points, goals, analysis } = program;
  const wanted = analysis.productStage === null ? [] : focus[analysis.productStage];
  return {
    points: points.filter((_, place) => strategies.every(({ point }) => point !== place)),
    stages: result.stages.filter(
      ({ lifecycle, users, strategies: own }) => isFitted(program, lifecycle) && users > 0 && own.length === 0,
    ),
    aims: aims
      .filter((word) => strategies.every(({ aim }) => aim?.word !== word))
      .map((word) => ({ word, inFocus: wanted.includes(word) })),
    goals: goals.filter((_, place) => strategies.every(({ goal }) => goal?.of !== place)),
  };
}

/** Whether two strategies may not both touch a user. */
export function areExclusive({ strategies }: Program, { first, second }: CoveragePair): boolean {
  return strategies[first]?.exclusive.some(({ strategy }) => strategy === second) ?? false;
}
