import pc from "picocolors";
import type { Language } from "../../diagnostic/wording.js";
import { visible } from "../../text/visible.js";
import { localTime } from "../instant.js";
import { grouped } from "../number.js";
import { loadLines } from "../plan/load.js";
import { type Align, table } from "../table.js";
import { loadWording } from "../wording/load.js";
import { type MatrixWording, matrixWording } from "../wording/matrix.js";
import { cellTable, changeTable, jumpTable, moveTable, targetTable, type TextTable } from "./tables.js";
import { type MatrixView, nameOf } from "./view.js";

/** A matrix for people. */
export function renderMatrix(view: MatrixView, language: Language, colour: boolean): string {
  const words = matrixWording[language];
  const paint = pc.createColors(colour);
  const tables = [cellTable, changeTable, jumpTable, moveTable, targetTable].flatMap((make) => make(view, words) ?? []);
  const blocks = [
    headLines(view, words),
    loadLines(view.matrix.load, loadWording[language], language),
    ...tables.map(tableLines),
  ];
  return `${blocks.map(([head = "", ...rest]) => [paint.bold(head), ...rest].join("\n")).join("\n\n")}\n`;
}

function headLines(
  { program, lifecycle, value, zone, until, hash, matrix }: MatrixView,
  words: MatrixWording,
): string[] {
  const { id, label } = program.project;
  const rows = [
    [words.at, `${localTime(zone, until)}, ${zone.name}`],
    [words.users, grouped(matrix.users)],
    [words.rows, nameOf(lifecycle)],
    [words.columns, nameOf(value)],
    [words.program, hash.slice(0, 12)],
  ];
  return [words.title(visible(label ?? id)), ...table(rows, ["left", "left"], "  ")];
}

function tableLines({ heading, note, rows, names }: TextTable): string[] {
  const align = (rows[0] ?? []).map((_, column): Align => (column < names ? "left" : "right"));
  return [heading, ...(note === null ? [] : [`  ${note}`]), ...table(rows, align, "  ")];
}
