import { jumpKinds, jumpsOf } from "../../population/jumps.js";
import { visible } from "../../text/visible.js";
import { localTime } from "../instant.js";
import { grouped, percent } from "../number.js";
import type { MatrixWording } from "../wording/matrix.js";
import { columnOf, enteredOf, type MatrixView, namesOf, shownParts, sum, targetsOf, total } from "./view.js";

/** A table of texts with a heading, for the terminal and for a page alike. The first row names the columns. */
export interface TextTable {
  readonly heading: string;
  readonly note: string | null;
  readonly rows: readonly (readonly string[])[];
  /** How many columns, counted from the first, hold names; the others hold numbers. */
  readonly names: number;
  /** The last row adds the others up. */
  readonly total: boolean;
}

/** Users and their share by stage and tier, with totals on both sides. */
export function cellTable(view: MatrixView, words: MatrixWording): TextTable {
  const { now, users } = view.matrix;
  const { rows, columns } = shownParts(view, words);
  const cell = (n: number): string[] => [grouped(n), percent(n, users)];
  const body = rows.map((name, row) => {
    const counts = now[row] ?? [];
    return [name, ...columns.flatMap((_, column) => cell(counts[column] ?? 0)), ...cell(sum(counts))];
  });
  const all = [words.all, ...columns.flatMap((_, column) => cell(sum(columnOf(now, column)))), ...cell(users)];
  const head = ["", ...[...columns, words.all].flatMap((name) => [name, ""])];
  return { heading: words.cells, note: null, rows: [head, ...body, all], names: 1, total: true };
}

/** How many more or fewer there are in each cell. */
export function changeTable(view: MatrixView, words: MatrixWording): TextTable | null {
  const { now, before } = view.matrix;
  if (!before || view.since === null) return null;
  const { rows, columns } = shownParts(view, words);
  const change = (row: number, column: number): number => (now[row]?.[column] ?? 0) - (before[row]?.[column] ?? 0);
  const body = rows.map((name, row) => [
    name,
    ...columns.map((_, column) => signed(change(row, column))),
    signed(sum(now[row] ?? []) - sum(before[row] ?? [])),
  ]);
  const all = columns.map((_, column) => signed(sum(columnOf(now, column)) - sum(columnOf(before, column))));
  const table = [["", ...columns, words.all], ...body, [words.all, ...all, signed(total(now) - total(before))]];
  return { heading: words.change(localTime(view.zone, view.since)), note: null, rows: table, names: 1, total: true };
}

function signed(n: number): string {
  return n === 0 ? "0" : n > 0 ? `+${grouped(n)}` : `-${grouped(-n)}`;
}

export function jumpTable(view: MatrixView, words: MatrixWording): TextTable | null {
  const { moves, users } = view.matrix;
  if (!moves || view.since === null) return null;
  const jumps = jumpsOf(moves);
  const body = jumpKinds.map((kind) => [words.jump[kind], grouped(jumps[kind]), percent(jumps[kind], users)]);
  const rows = [["", words.users, words.share], ...body, [words.all, grouped(total(moves)), percent(users, users)]];
  return { heading: words.jumps(localTime(view.zone, view.since)), note: words.order, rows, names: 1, total: true };
}

export function moveTable(view: MatrixView, words: MatrixWording): TextTable | null {
  const { moves } = view.matrix;
  if (!moves || view.since === null) return null;
  const names = namesOf(view.value, words.noTier);
  const body = moves.map((row, from) => [names[from] ?? "", ...row.map(grouped), grouped(sum(row))]);
  const all = [words.all, ...names.map((_, to) => grouped(sum(columnOf(moves, to)))), grouped(total(moves))];
  const heading = words.moves(localTime(view.zone, view.since), localTime(view.zone, view.until));
  return { heading, note: null, rows: [["", ...names, words.all], ...body, all], names: 1, total: true };
}

/** What goals aim at beside what is; without an earlier instant nobody is seen to come into a tier. */
export function targetTable(view: MatrixView, words: MatrixWording): TextTable | null {
  const { matrix, program, value, valuePlace } = view;
  const targets = targetsOf(program, valuePlace);
  if (targets.length === 0) return null;
  const names = namesOf(value, words.noTier);
  const body = targets.map(({ tier, of, target }) => {
    const entered = matrix.moves && enteredOf(matrix.moves, tier);
    return [
      names[tier] ?? "",
      `${words.of[of.is](visible(of.id))}${of.label === null ? "" : `  ${visible(of.label)}`}`,
      percent(target, 1_000_000),
      percent(sum(columnOf(matrix.now, tier)), matrix.users),
      ...(entered ? [percent(entered.did, entered.could), words.enteredOf(entered.did, entered.could)] : []),
    ];
  });
  const head = [words.tier, words.aim, words.target, words.now, ...(matrix.moves ? [words.entered, words.users] : [])];
  return { heading: words.targets, note: words.targetNote, rows: [head, ...body], names: 2, total: false };
}
