import type { Source } from "../text/source.js";
import { visibleSentence } from "../text/visible.js";
import type { Diagnostic } from "./diagnostic.js";
import { Locator } from "./locate.js";
import { type DiagnosticRecord, recordOf } from "./record.js";
import type { Language } from "./wording.js";

/**
 * Diagnostics as workflow commands, which GitHub shows beside the changed lines.
 * `folder` goes before each file name: GitHub counts paths from the root of the repository.
 */
export function renderGithub(
  diagnostics: readonly Diagnostic[],
  sources: readonly Source[],
  language: Language,
  folder = "",
): string {
  const locator = new Locator(sources);
  return diagnostics.map((each) => `${command(recordOf(each, locator, language), folder)}\n`).join("");
}

function command(record: DiagnosticRecord, folder: string): string {
  const properties = [
    ["file", record.file && folder + record.file],
    ["line", record.line],
    ["endLine", record.end_line],
    ["col", record.column],
    // GitHub reads an end column only within one line, and counts it as the last character's.
    ["endColumn", record.end_line === record.line ? lastColumn(record) : null],
    ["title", record.code],
  ]
    .filter(([, value]) => value !== null && value !== "")
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${record.severity} ${properties.join(",")}::${escapeData(`${visibleSentence(record.message)}\n${visibleSentence(record.fix)}`)}`;
}

function lastColumn({ column, end_column }: DiagnosticRecord): number | null {
  return column === null || end_column === null ? null : Math.max(column, end_column - 1);
}

/** The message of a workflow command: a raw line end would start a new command. */
export function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

/** A property of a workflow command: the colon and the comma end it, so they are escaped too. */
export function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
