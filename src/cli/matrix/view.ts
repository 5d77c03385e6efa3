import type { Zone } from "../../calendar/zone.js";
import type { Counts, Matrix } from "../../population/matrix.js";
import type { GoalOf, Lifecycle, Program } from "../../program/program.js";
import { visible } from "../../text/visible.js";
import type { MatrixWording } from "../wording/matrix.js";

/** A matrix with all that is shown about it. */
export interface MatrixView {
  readonly program: Program;
  readonly hash: string;
  /** The project's. */
  readonly zone: Zone;
  readonly lifecycle: Lifecycle;
  readonly value: Lifecycle;
  /** The value's place in the program. */
  readonly valuePlace: number;
  readonly until: number;
  readonly since: number | null;
  readonly matrix: Matrix;
}

/** What a goal aims at: so many of those who are touched come to be in the tier. */
export interface TierTarget {
  /** The tier's place. */
  readonly tier: number;
  /** Whose goal it is: a declared one, or that of a strategy. */
  readonly of: { readonly is: "goal" | "strategy"; readonly id: string; readonly label: string | null };
  /** In millionths. */
  readonly target: number;
}

export function targetsOf(program: Program, value: number): TierTarget[] {
  const declared = program.goals.flatMap(({ id, label, of, target }) =>
    targetOf({ is: "goal", id, label }, of, target, value),
  );
  const own = program.strategies.flatMap(({ id, label, goal }) => {
    if (!goal) return [];
    const of = typeof goal.of === "number" ? program.goals[goal.of]?.of : goal.of;
    return of ? targetOf({ is: "strategy", id, label }, of, goal.target, value) : [];
  });
  return [...declared, ...own];
}

function targetOf(of: TierTarget["of"], goal: GoalOf, target: number | null, value: number): TierTarget[] {
  const tier = goal.is === "enters" ? tierOf(goal, value) : null;
  return tier === null || target === null ? [] : [{ tier, of, target }];
}

/** The tier that a goal names; `null` if it names anything else. */
function tierOf({ state }: Extract<GoalOf, { readonly is: "enters" }>, value: number): number | null {
  if (state.is !== "compare" || state.op !== "=") return null;
  const { left, right } = state;
  return left.is === "stage" && left.lifecycle === value && right.is === "constant" ? right.n : null;
}

/** Of those who were not in a tier before: how many there are, and how many came to be in it. */
export function enteredOf(moves: Counts, tier: number): { readonly could: number; readonly did: number } {
  const others = moves.filter((_, from) => from !== tier);
  return { could: total(others), did: sum(others.map((row) => row[tier] ?? 0)) };
}

/** The names of stages, with that of those in none behind them. */
export function namesOf({ stages }: Lifecycle, outside: string): string[] {
  return [...stages.map(({ id, label }) => visible(label ?? id)), outside];
}

export function nameOf({ id, label }: { readonly id: string; readonly label: string | null }): string {
  return label === null ? visible(id) : visible(`${label} (${id})`);
}

/** Rows and columns to show: those in no stage, or no tier, are left out where there are none. */
export function shownParts(view: MatrixView, words: MatrixWording): { rows: string[]; columns: string[] } {
  const { lifecycle, value, matrix } = view;
  const tables = [matrix.now, ...(matrix.before ? [matrix.before] : [])];
  const [rows, columns] = [namesOf(lifecycle, words.noStage), namesOf(value, words.noTier)];
  if (tables.every((table) => sum(table.at(-1) ?? []) === 0)) rows.pop();
  if (tables.every((table) => sum(columnOf(table, columns.length - 1)) === 0)) columns.pop();
  return { rows, columns };
}

export function columnOf(table: Counts, column: number): number[] {
  return table.map((row) => row[column] ?? 0);
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, n) => all + n, 0);
}

export function total(table: Counts): number {
  return sum(table.map(sum));
}
