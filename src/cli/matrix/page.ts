import { jumpKinds, jumpsOf } from "../../population/jumps.js";
import type { Language } from "../../diagnostic/wording.js";
import { visible } from "../../text/visible.js";
import { localTime } from "../instant.js";
import { grouped, percent } from "../number.js";
import type { Chart, Page, PageTable, Section } from "../page/page.js";
import { type MatrixWording, matrixWording } from "../wording/matrix.js";
import { cellTable, changeTable, jumpTable, moveTable, targetTable, type TextTable } from "./tables.js";
import { type MatrixView, nameOf, namesOf, shownParts } from "./view.js";

export function matrixPage(view: MatrixView, language: Language): Page {
  const words = matrixWording[language];
  const { program, lifecycle, value, zone, until, matrix } = view;
  const [change, jumps, moves] = [changeTable, jumpTable, moveTable].map((make) => make(view, words));
  const targets = targetTable(view, words);
  return {
    title: words.title(visible(program.project.label ?? program.project.id)),
    lead: words.pageLead(nameOf(lifecycle), nameOf(value), localTime(zone, until), zone.name, matrix.users),
    sections: [
      section(withShares(cellTable(view, words), words), cellChart(view, words)),
      ...(change ? [section(change)] : []),
      ...(jumps ? [section(jumps, jumpChart(view, words))] : []),
      ...(moves ? [section(moves, moveChart(view, words))] : []),
      ...(targets ? [section(targets)] : []),
    ],
  };
}

function section(texts: TextTable, chart: Chart | null = null): Section {
  return {
    heading: texts.heading,
    ...(texts.note === null ? {} : { note: texts.note }),
    ...(chart ? { chart } : {}),
    table: pageTable(texts),
  };
}

/** On the terminal a share stands under the name of its users; here each column has a name of its own. */
function withShares(texts: TextTable, words: MatrixWording): TextTable {
  const [head = [], ...body] = texts.rows;
  return { ...texts, rows: [head.map((name, column) => (column > 0 && name === "" ? words.share : name)), ...body] };
}

function pageTable({ rows, names, total }: TextTable): PageTable {
  const [head = [], ...body] = rows;
  return {
    columns: head.map((name, column) => ({ name, align: column < names ? "left" : "right" })),
    rows: body,
    total,
  };
}

function cellChart(view: MatrixView, words: MatrixWording): Chart {
  const { rows, columns } = shownParts(view, words);
  const { now, users } = view.matrix;
  return {
    is: "heat",
    name: words.cellsChart(nameOf(view.lifecycle), nameOf(view.value)),
    rows,
    columns,
    cells: rows.map((_, row) =>
      columns.map((__, column) => {
        const count = now[row]?.[column] ?? 0;
        return { value: count, text: percent(count, users) };
      }),
    ),
  };
}

function jumpChart({ matrix }: MatrixView, words: MatrixWording): Chart | null {
  if (!matrix.moves) return null;
  const jumps = jumpsOf(matrix.moves);
  return {
    is: "bars",
    name: words.jumpsChart,
    labels: jumpKinds.map((kind) => words.jump[kind]),
    series: [{ name: words.users, values: jumpKinds.map((kind) => jumps[kind]) }],
    format: grouped,
  };
}

function moveChart({ matrix, value }: MatrixView, words: MatrixWording): Chart | null {
  if (!matrix.moves) return null;
  const names = namesOf(value, words.noTier);
  const links = matrix.moves.flatMap((row, from) => row.map((users, to) => ({ from, to, value: users })));
  return { is: "flow", name: words.movesChart, from: names, to: names, links };
}
