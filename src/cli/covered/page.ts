import type { Language } from "../../diagnostic/wording.js";
import type { CoverageMatrix } from "../../population/coverage-counts.js";
import { visible } from "../../text/visible.js";
import { localTime } from "../instant.js";
import { grouped } from "../number.js";
import type { Page, PageTable, Section } from "../page/page.js";
import type { Align } from "../table.js";
import { type CoverageWording, coverageWording } from "../wording/coverage.js";
import {
  axesText,
  calibrateFirst,
  emptyRows,
  fateRows,
  isPlain,
  matrixTable,
  pairCells,
  pairTitles,
  servedText,
  unservedCells,
} from "./pretty.js";
import { type CoverageView, headName, headsOf, matricesOf, matrixName, uncalibrated, unservedOf } from "./view.js";

/** A page shows more of what is left out, and competes, than a terminal. */
const ROWS = 100;

/** Coverage as a page. */
export function coveragePage(view: CoverageView, language: Language): Page {
  const words = coverageWording[language];
  const { program, zone, interval, result } = view;
  const { id, label } = program.project;
  const at = [interval.since, interval.until].map((instant) => localTime(zone, instant));
  const notes = [
    ...(uncalibrated(view).length > 0 ? [calibrateFirst(view, words)] : []),
    ...(view.entries === null ? [words.note] : []),
  ];
  return {
    title: words.title(label ?? id),
    lead: [words.lead(at[0] ?? "", at[1] ?? "", zone.name, result.users), ...notes].join("\n"),
    sections: [
      fateSection(view, words),
      ...matricesOf(view).flatMap((matrix) => matrixSections(view, matrix, words)),
      {
        heading: words.empty,
        table: tableOf(["", ""], emptyRows(view, words), ["left", "left"]),
      },
      ...(program.strategies.length < 2 ? [] : [pairSection(view, words)]),
    ],
  };
}

function tableOf(names: readonly string[], rows: readonly (readonly string[])[], align: readonly Align[]): PageTable {
  return { columns: names.map((name, column) => ({ name, align: align[column] ?? "left" })), rows };
}

function fateSection(view: CoverageView, words: CoverageWording): Section {
  const [titles = [], ...rows] = fateRows(view, words);
  const shown = view.result.fates.filter(({ users }) => users > 0);
  return {
    heading: words.fates,
    note: words.fatesNote,
    chart: {
      is: "bars",
      name: words.fates,
      labels: shown.map(({ fate }) => words.fate[fate]),
      series: [{ name: words.users, values: shown.map(({ users }) => users) }],
      format: grouped,
    },
    table: { ...tableOf(titles, rows, ["left", "right", "right", "left"]), total: true },
  };
}

function matrixSections({ program }: CoverageView, matrix: CoverageMatrix, words: CoverageWording): Section[] {
  const name = matrixName(program, matrix, words);
  const { titles, rows } = matrixTable(program, matrix, words);
  const unserved = unservedOf(program, matrix);
  return [
    {
      heading: name,
      note: isPlain(matrix) ? words.matrixNote : words.stageNote,
      ...(isPlain(matrix) ? { chart: heatOf(program, matrix, name, words) } : {}),
      table: {
        ...tableOf(titles, rows, ["left", ...titles.slice(1).map((): Align => "right")]),
        total: true,
      },
    },
    unserved.length === 0
      ? { heading: words.unserved(axesText(program, matrix)), note: words.allServed }
      : {
          heading: words.unserved(axesText(program, matrix)),
          table: tableOf(
            ["", words.users, ""],
            unserved.slice(0, ROWS).map((each) => unservedCells(each, words)),
            ["left", "right", "left"],
          ),
        },
  ];
}

/** The darker, the larger the share of users who are touched. */
function heatOf(
  program: CoverageView["program"],
  { rows, columns, cells }: CoverageMatrix,
  name: string,
  words: CoverageWording,
): Section["chart"] {
  const names = (axis: number | null): string[] => headsOf(program, axis).map((head) => headName(head, words));
  return {
    is: "heat",
    name,
    rows: names(rows),
    columns: names(columns),
    cells: cells.map((row) =>
      row.map((cell) =>
        cell.users === 0 ? null : { value: cell.touched / cell.users, text: servedText(cell, words) },
      ),
    ),
  };
}

function pairSection({ program, result }: CoverageView, words: CoverageWording): Section {
  if (result.pairs.length === 0) return { heading: words.pairs, note: words.noPairs };
  const shown = result.pairs.slice(0, ROWS);
  const name = (place: number): string =>
    visible(program.strategies[place]?.label ?? program.strategies[place]?.id ?? "");
  const largest = result.pairs.slice(0, 12);
  return {
    heading: words.pairs,
    note: words.pairsNote,
    chart: {
      is: "bars",
      name: words.pairs,
      labels: largest.map(({ first, second }) => `${name(first)} · ${name(second)}`),
      series: [{ name: words.shared, values: largest.map(({ shared }) => shared) }],
      format: grouped,
    },
    table: tableOf(
      pairTitles(words),
      shown.map((pair) => pairCells(program, pair, words)),
      ["left", "left", "right", "right", "left", "left"],
    ),
  };
}
