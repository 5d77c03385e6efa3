import pc from "picocolors";
import type { Position, Source } from "../text/source.js";
import type { Span } from "../text/span.js";
import { visible } from "../text/visible.js";
import type { Diagnostic, Edit } from "./diagnostic.js";
import { markLine } from "./frame.js";
import { type Located, Locator, lineText } from "./locate.js";
import { type DiagnosticRecord, recordOf } from "./record.js";
import type { Language } from "./wording.js";

export interface PrettyOptions {
  readonly colour: boolean;
  /** Goes before each file name, so that the place can be opened from where the command was typed; ends with `/`. */
  readonly folder?: string;
  /** How many cells of a source line to show at most; 100 if absent. */
  readonly width?: number;
}

const labels = {
  en: { colon: ": ", error: "error", warning: "warning", fix: "fix: ", instead: "try:", also: "see also" },
  zh: { colon: "：", error: "错误", warning: "警告", fix: "改法：", instead: "改成：", also: "另见" },
} as const;

type Paint = ReturnType<typeof pc.createColors>;

interface Sheet {
  readonly locator: Locator;
  readonly language: Language;
  readonly paint: Paint;
  readonly folder: string;
  readonly width: number;
}

/** Diagnostics for people: message, place, the marked source line, the fix and, where there is one, the mended line. */
export function renderPretty(
  diagnostics: readonly Diagnostic[],
  sources: readonly Source[],
  language: Language,
  options: PrettyOptions,
): string {
  const sheet: Sheet = {
    locator: new Locator(sources),
    language,
    paint: pc.createColors(options.colour),
    folder: options.folder ?? "",
    width: Math.max(20, options.width ?? 100),
  };
  return diagnostics.map((each) => `${block(each, sheet).join("\n")}\n`).join("\n");
}

function block(diagnostic: Diagnostic, sheet: Sheet): string[] {
  const record = recordOf(diagnostic, sheet.locator, sheet.language);
  const words = labels[sheet.language];
  const { paint } = sheet;
  const gutter = gutterOf(diagnostic, sheet.locator);
  const edge = `${" ".repeat(gutter)} ${paint.cyan("|")}`;
  const strong = record.severity === "error" ? paint.red : paint.yellow;
  const lines = [
    `${strong(paint.bold(`${words[record.severity]}[${record.code}]`))}${words.colon}${paint.bold(visible(record.message))}`,
  ];
  const at = address(record, sheet.folder);
  if (at !== "") lines.push(`${" ".repeat(gutter)}${paint.cyan("-->")} ${at}`);
  if (record.line !== null) lines.push(edge, ...spanLines(diagnostic.span, "^", gutter, strong, sheet));
  for (const span of diagnostic.related) lines.push(...relatedLines(span, words.also, gutter, sheet));
  lines.push(edge, `${" ".repeat(gutter)} ${paint.cyan("=")} ${paint.bold(words.fix)}${visible(record.fix)}`);
  if (diagnostic.suggestion) lines.push(...mendedLines(diagnostic.suggestion, words.instead, gutter, sheet));
  return lines;
}

function address(record: DiagnosticRecord, folder: string): string {
  if (record.file === "") return "";
  const file = visible(folder + record.file);
  return record.line === null ? file : `${file}:${record.line}:${record.column}`;
}

/** How many cells the longest line number of the block takes. */
function gutterOf(diagnostic: Diagnostic, locator: Locator): number {
  const spans = [diagnostic.span, ...diagnostic.related];
  const last = Math.max(1, ...spans.map((span) => locator.place(span)?.end.line ?? 1));
  return String(last).length + 1;
}

function relatedLines(span: Span, also: string, gutter: number, sheet: Sheet): string[] {
  const place = sheet.locator.place(span);
  if (!place) return [];
  const { paint } = sheet;
  const blank = " ".repeat(gutter);
  const at = `${visible(sheet.folder + span.file)}:${place.start.line}:${place.start.column}`;
  const edge = `${blank} ${paint.cyan("|")}`;
  return [edge, `${blank}${paint.cyan(":::")} ${also} ${at}`, edge, ...spanLines(span, "-", gutter, paint.cyan, sheet)];
}

/** A long span is shown by its first lines and its last. */
const LINES_SHOWN = 4;

function spanLines(span: Span, mark: string, gutter: number, colour: Paint["red"], sheet: Sheet): string[] {
  const located = sheet.locator.source(span.file);
  const place = sheet.locator.place(span);
  if (!located || !place) return [];
  const last = lastLine(place.start, place.end);
  const lines: string[] = [];
  for (let line = place.start.line; line <= last; line++) {
    const hiddenLines = last - place.start.line + 1 > LINES_SHOWN;
    if (hiddenLines && line === place.start.line + LINES_SHOWN - 2) {
      lines.push(`${" ".repeat(gutter)} ${sheet.paint.cyan(":")}`);
      line = last;
    }
    lines.push(...oneLine(located, line, place.start, place.end, mark, gutter, colour, sheet));
  }
  return lines;
}

/** A span that ends right before a line's first character does not reach into that line. */
function lastLine(start: Position, end: Position): number {
  return end.column === 1 && end.line > start.line ? end.line - 1 : end.line;
}

function oneLine(
  located: Located,
  line: number,
  start: Position,
  end: Position,
  mark: string,
  gutter: number,
  colour: Paint["red"],
  sheet: Sheet,
): string[] {
  const text = lineText(located, line);
  const from = line === start.line ? start.column - 1 : text.length - text.trimStart().length;
  const to = line === end.line ? end.column - 1 : text.trimEnd().length;
  const marked = markLine(text, from, Math.max(from, to), mark, sheet.width);
  const bar = sheet.paint.cyan("|");
  const inside = line !== start.line && line !== lastLine(start, end);
  const numbered = `${sheet.paint.cyan(String(line).padStart(gutter))} ${bar} ${marked.text}`.trimEnd();
  return inside ? [numbered] : [numbered, `${" ".repeat(gutter)} ${bar} ${colour(marked.marks)}`];
}

/** The first line of the text as it would be with the edit made. */
function mendedLines(edit: Edit, instead: string, gutter: number, sheet: Sheet): string[] {
  const located = sheet.locator.source(edit.span.file);
  const place = sheet.locator.place(edit.span);
  if (!located || !place) return [];
  const first = lineText(located, place.start.line);
  const rest = lineText(located, place.end.line).slice(place.end.column - 1);
  const added = edit.text.split(/\r\n|\r|\n/)[0] ?? "";
  const before = first.slice(0, place.start.column - 1);
  const text = before + added + (added === edit.text ? rest : "");
  const marked = markLine(text, before.length, before.length + added.length, "+", sheet.width);
  const { paint } = sheet;
  const blank = " ".repeat(gutter);
  return [
    `${blank} ${paint.cyan("=")} ${paint.bold(instead)}`,
    `${paint.cyan(String(place.start.line).padStart(gutter))} ${paint.cyan("|")} ${marked.text}`,
    `${blank} ${paint.cyan("|")} ${paint.green(marked.marks)}`,
  ];
}
