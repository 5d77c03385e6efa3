import pc from "picocolors";
import type { Language } from "../../diagnostic/wording.js";
import type { CoverageMatrix, CoveragePair, Served } from "../../population/coverage-counts.js";
import { visible } from "../../text/visible.js";
import { localTime } from "../instant.js";
import { grouped, percent } from "../number.js";
import { loadLines } from "../plan/load.js";
import { commandLine } from "../shell.js";
import { type Align, table } from "../table.js";
import { type CoverageWording, coverageWording } from "../wording/coverage.js";
import { loadWording } from "../wording/load.js";
import {
  areExclusive,
  axisName,
  type CoverageView,
  emptyOf,
  headName,
  headsOf,
  matricesOf,
  matrixName,
  type Unserved,
  uncalibrated,
  unservedOf,
} from "./view.js";

/** So many rows of what is left out, or competes, are read. */
const ROWS = 10;

/** Coverage for people. */
export function renderCoverage(view: CoverageView, language: Language, colour: boolean): string {
  const words = coverageWording[language];
  const paint = pc.createColors(colour);
  const blocks = [
    headLines(view, words),
    loadLines(view.result.load, loadWording[language], language),
    [words.fates, ...table(fateRows(view, words), ["left", "right", "right", "left"], "  ")],
    ...matricesOf(view).flatMap((matrix) => [matrixLines(view, matrix, words), unservedLines(view, matrix, words)]),
    emptyLines(view, words),
    pairLines(view, words),
    ...(uncalibrated(view).length > 0 ? [[calibrateFirst(view, words)]] : []),
    ...(view.entries === null ? [[words.note]] : []),
  ].filter((lines) => lines.length > 0);
  return `${blocks.map(([head = "", ...rest]) => [rest.length > 0 ? paint.bold(head) : head, ...rest].join("\n")).join("\n\n")}\n`;
}

/** What is missing because nobody has found its numbers yet. */
export function calibrateFirst(view: CoverageView, words: CoverageWording): string {
  const names = uncalibrated(view).map((id) => `\`${id}\``);
  const until = new Date(view.interval.until).toISOString();
  return words.uncalibrated(names.join(words.comma), commandLine("touchline", "calibrate", view.dir, "--until", until));
}

function headLines({ program, interval, zone, result, hash }: CoverageView, words: CoverageWording): string[] {
  const { id, label } = program.project;
  const rows = [
    [words.interval, words.between(localTime(zone, interval.since), localTime(zone, interval.until), zone.name)],
    [words.users, grouped(result.users)],
    [words.program, hash.slice(0, 12)],
  ];
  return [words.title(visible(label ?? id)), ...table(rows, ["left", "left"], "  ")];
}

/** What became of users, with titles and a sum; what became of nobody is left out. */
export function fateRows({ result }: CoverageView, words: CoverageWording): string[][] {
  const { fates, users } = result;
  const rows = fates.flatMap(({ fate, users: n, touched }) => {
    if (n === 0 && fate !== "touched") return [];
    const before = fate !== "touched" && touched > 0 ? words.touchedBefore(touched) : "";
    return [[words.fate[fate], grouped(n), percent(n, users), before]];
  });
  return [["", words.users, words.share, ""], ...rows, [words.all, grouped(users), percent(users, users), ""]];
}

function matrixLines({ program }: CoverageView, matrix: CoverageMatrix, words: CoverageWording): string[] {
  const { titles, rows } = matrixTable(program, matrix, words);
  const align: Align[] = ["left", ...titles.slice(1).map((): Align => "right")];
  const note = isPlain(matrix) ? words.matrixNote : words.stageNote;
  return [matrixName(program, matrix, words), `  ${note}`, ...table([titles, ...rows], align, "  ")];
}

/** Whether a table has two axes. */
export function isPlain({ rows, columns }: CoverageMatrix): boolean {
  return rows !== null && columns !== null;
}

interface Lines {
  readonly titles: string[];
  readonly rows: string[][];
}

export function matrixTable(program: CoverageView["program"], matrix: CoverageMatrix, words: CoverageWording): Lines {
  return isPlain(matrix) ? plainTable(program, matrix, words) : stageTable(program, matrix, words);
}

/** One axis alone: a row per stage, with a sum; nobody in none is left out. */
function stageTable(
  program: CoverageView["program"],
  { rows, columns, cells }: CoverageMatrix,
  words: CoverageWording,
): Lines {
  const counts = cells.flat();
  const line = (name: string, served: Served): string[] => [
    name,
    grouped(served.users),
    grouped(served.targeted),
    grouped(served.touched),
    served.users === 0 ? "" : percent(served.touched, served.users),
  ];
  const body = headsOf(program, rows ?? columns).flatMap((head, place) => {
    const served = counts[place];
    return !served || (head.id === null && served.users === 0) ? [] : [line(headName(head, words), served)];
  });
  return {
    titles: ["", words.users, words.wanted, words.touched, words.share],
    rows: [...body, line(words.all, sumOf(counts))],
  };
}

/** A row per stage and a column per tier, with sums; a row or column of nobody in none is left out. */
function plainTable(
  program: CoverageView["program"],
  { rows, columns, cells }: CoverageMatrix,
  words: CoverageWording,
): Lines {
  const down = headsOf(program, rows);
  const across = headsOf(program, columns);
  const isEmpty = (counts: readonly Served[]): boolean => counts.every(({ users }) => users === 0);
  const column = (x: number): Served[] => cells.flatMap((row) => row[x] ?? []);
  const shownRows = down.flatMap((head, y) => (head.id === null && isEmpty(cells[y] ?? []) ? [] : [{ head, y }]));
  const shown = across.flatMap((head, x) => (head.id === null && isEmpty(column(x)) ? [] : [{ head, x }]));
  const line = (name: string, counts: readonly Served[]): string[] => [
    name,
    ...shown.map(({ x }) => servedText(counts[x], words)),
    servedText(sumOf(counts), words),
  ];
  const body = shownRows.map(({ head, y }) => line(headName(head, words), cells[y] ?? []));
  const all = line(
    words.all,
    across.map((_, x) => sumOf(column(x))),
  );
  return { titles: ["", ...shown.map(({ head }) => headName(head, words)), words.all], rows: [...body, all] };
}

function sumOf(counts: readonly Served[]): Served {
  const sum = (of: (served: Served) => number): number => counts.reduce((total, each) => total + of(each), 0);
  return {
    users: sum(({ users }) => users),
    targeted: sum(({ targeted }) => targeted),
    touched: sum(({ touched }) => touched),
  };
}

export function servedText(served: Served | undefined, words: CoverageWording): string {
  if (!served || served.users === 0) return words.nobody;
  return `${grouped(served.users)} ${percent(served.touched, served.users)}`;
}

function unservedLines({ program }: CoverageView, matrix: CoverageMatrix, words: CoverageWording): string[] {
  const found = unservedOf(program, matrix);
  const title = words.unserved(axesText(program, matrix));
  if (found.length === 0) return [title, `  ${words.allServed}`];
  const rows = found.slice(0, ROWS).map((each) => unservedCells(each, words));
  const left = found.length - rows.length;
  return [title, ...table(rows, ["left", "right", "left"], "  "), ...(left > 0 ? [`  ${words.more(left)}`] : [])];
}

export function axesText(program: CoverageView["program"], { rows, columns }: CoverageMatrix): string {
  return [rows, columns].flatMap((axis) => (axis === null ? [] : [axisName(program, axis)])).join(" × ");
}

/** Where, how many, and whether any strategy wanted them. */
export function unservedCells({ row, column, users, targeted }: Unserved, words: CoverageWording): string[] {
  const name = [row, ...(column ? [column] : [])].map((head) => headName(head, words)).join(" × ");
  return [name, grouped(users), targeted === 0 ? words.neverWanted : words.neverTouched(targeted)];
}

function emptyLines(view: CoverageView, words: CoverageWording): string[] {
  return [words.empty, ...table(emptyRows(view, words), ["left", "left"], "  ")];
}

/** Operating points, stages, aims and goals without a strategy. */
export function emptyRows(view: CoverageView, words: CoverageWording): string[][] {
  const { points, stages, aims, goals } = emptyOf(view);
  const { lifecycles, analysis } = view.program;
  const named = ({ id, label }: { readonly id: string; readonly label: string | null }): string => visible(label ?? id);
  const productStage = analysis.productStage === null ? "" : words.productStage[analysis.productStage];
  const stageNames = stages.map(({ lifecycle, stage, users }) => {
    const own = lifecycles[lifecycle]?.stages[stage];
    return words.usersOf(own ? named(own) : "", users);
  });
  const row = (title: string, names: readonly string[]): string[] => [
    title,
    names.length === 0 ? words.none : names.join(words.comma),
  ];
  return [
    row(words.points, points.map(named)),
    row(words.stages, stageNames),
    row(
      words.aims,
      aims.map(({ word, inFocus }) => words.aim[word] + (inFocus ? words.inFocus(productStage) : "")),
    ),
    row(words.goals, goals.map(named)),
  ];
}

function pairLines({ program, result }: CoverageView, words: CoverageWording): string[] {
  if (program.strategies.length < 2) return [];
  if (result.pairs.length === 0) return [words.pairs, `  ${words.noPairs}`];
  const rows = result.pairs.slice(0, ROWS).map((pair) => pairCells(program, pair, words));
  const left = result.pairs.length - rows.length;
  const align: Align[] = ["left", "left", "right", "right", "left", "left"];
  return [
    words.pairs,
    ...table([pairTitles(words), ...rows], align, "  "),
    ...(left > 0 ? [`  ${words.more(left)}`] : []),
  ];
}

export function pairTitles(words: CoverageWording): string[] {
  return [words.goesFirst, words.goesAfter, words.shared, words.ofSmaller, "", ""];
}

/** Both strategies, the one that goes first before the other; whom they share, why one goes first, and whether both may touch. */
export function pairCells(program: CoverageView["program"], pair: CoveragePair, words: CoverageWording): string[] {
  const [first, second] = [program.strategies[pair.first], program.strategies[pair.second]];
  const [high, low] = [first?.priority ?? 0, second?.priority ?? 0];
  return [
    visible(first?.id ?? ""),
    visible(second?.id ?? ""),
    grouped(pair.shared),
    percent(pair.shared, pair.smaller),
    high === low ? words.byName(high) : words.byPriority(high, low),
    areExclusive(program, pair) ? words.exclusive : words.notExclusive,
  ];
}
