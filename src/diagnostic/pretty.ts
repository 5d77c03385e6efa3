import pc from "picocolors";
import type { Source } from "../text/source.js";
import type { Span } from "../text/span.js";
import { visible, visibleSentence } from "../text/visible.js";
import type { Diagnostic } from "./diagnostic.js";
import { isShown, mendedLines, type Pen, spanLines } from "./excerpt.js";
import { Locator } from "./locate.js";
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

interface Sheet {
  readonly locator: Locator;
  readonly language: Language;
  readonly paint: Pen["paint"];
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
  const { paint, locator, language, width } = sheet;
  const record = recordOf(diagnostic, locator, language);
  const words = labels[language];
  const pen: Pen = { locator, paint, width, gutter: gutterOf(diagnostic, locator) };
  const blank = " ".repeat(pen.gutter);
  const edge = `${blank} ${paint.cyan("|")}`;
  const strong = record.severity === "error" ? paint.red : paint.yellow;
  const title = strong(paint.bold(`${words[record.severity]}[${record.code}]`));
  const at = address(record, sheet.folder);
  const framed = record.line !== null;
  return [
    `${title}${words.colon}${paint.bold(visibleSentence(record.message))}`,
    ...(at === "" ? [] : [`${blank}${paint.cyan("-->")} ${at}`]),
    ...(framed ? [edge, ...spanLines(diagnostic.span, diagnostic.related, "^", strong, pen)] : []),
    ...diagnostic.related
      .filter((span) => !isShown(span, diagnostic.span, pen))
      .flatMap((span) => relatedLines(span, words.also, sheet, pen)),
    // The bar goes on from what it frames; without a line above it would hang in the air.
    ...(framed ? [edge] : []),
    `${blank} ${paint.cyan("=")} ${paint.bold(words.fix)}${visibleSentence(record.fix)}`,
    ...(diagnostic.suggestion
      ? [`${blank} ${paint.cyan("=")} ${paint.bold(words.instead)}`, ...mendedLines(diagnostic.suggestion, pen)]
      : []),
  ];
}

function address(record: DiagnosticRecord, folder: string): string {
  if (record.file === "") return "";
  const file = visible(folder + record.file);
  return record.line === null ? file : `${file}:${record.line}:${record.column}`;
}

/** How many cells the longest line number of the block takes, and one more. */
function gutterOf(diagnostic: Diagnostic, locator: Locator): number {
  const spans = [diagnostic.span, ...diagnostic.related];
  const last = Math.max(1, ...spans.map((span) => locator.place(span)?.end.line ?? 1));
  return String(last).length + 1;
}

function relatedLines(span: Span, also: string, { locator, paint, folder }: Sheet, pen: Pen): string[] {
  const place = locator.place(span);
  if (!place) return [];
  const blank = " ".repeat(pen.gutter);
  const edge = `${blank} ${paint.cyan("|")}`;
  const at = `${visible(folder + span.file)}:${place.start.line}:${place.start.column}`;
  return [edge, `${blank}${paint.cyan(":::")} ${also} ${at}`, edge, ...spanLines(span, [], "-", paint.cyan, pen)];
}
