import { rejectionText } from "../../diagnostic/rejection.js";
import type { Language } from "../../diagnostic/wording.js";
import type { LoadReport, Rejected, RejectedExample, SourceReport } from "../../population/load-report.js";
import { visible } from "../../text/visible.js";
import { clip } from "../../text/width.js";
import { grouped, percent } from "../number.js";
import { type Align, table } from "../table.js";
import type { LoadWording } from "../wording/load.js";

/** What became of the rows: one line if all were used, else a table of the sources that lost some, with reasons. */
export function loadLines(report: LoadReport, words: LoadWording, language: Language): string[] {
  const lossy = report.sources.filter((source) => source.used < source.records);
  const total = report.sources
    .filter((source) => source.kind === "file")
    .reduce((sum, { records }) => sum + records, 0);
  const files = report.sources.filter((source) => source.kind === "file").length;
  if (lossy.length === 0) return [words.clean(files, total)];
  const rejected = report.sources.filter((source) => source.rejectedRecords > 0);
  return [
    words.title(files, total),
    ...sourceTable(lossy, words),
    ...lossy.flatMap((source) => leftOutLines(source, words)),
    ...rejected.flatMap((source) => ["", ...rejectedLines(source, words, language)]),
  ];
}

/** Columns that are zero everywhere are left out. */
function sourceTable(sources: readonly SourceReport[], words: LoadWording): string[] {
  const columns: readonly (readonly [string, (source: SourceReport) => number])[] = [
    [words.records, ({ records }) => records],
    [words.leftOut, ({ leftOut }) => leftOut.reduce((sum, { count }) => sum + count, 0)],
    [words.rejected, ({ rejectedRecords }) => rejectedRecords],
    [words.duplicates, ({ duplicates }) => duplicates],
    [words.later, ({ notYetVisible }) => notYetVisible],
    [words.withoutProfile, ({ withoutProfile }) => withoutProfile],
    [words.used, ({ used }) => used],
  ];
  const shown = columns.filter(([, value]) => sources.some((source) => value(source) > 0));
  const rows = sources.map((source) => [nameOf(source, words), ...shown.map(([, value]) => grouped(value(source)))]);
  const align: Align[] = ["left", ...shown.map((): Align => "right")];
  return table([["", ...shown.map(([title]) => title)], ...rows], align, "  ");
}

function leftOutLines(source: SourceReport, words: LoadWording): string[] {
  if (source.leftOut.length === 0) return [];
  const rows = source.leftOut.map(({ name, count }) => [grouped(count), visible(name)]);
  return ["", `  ${words.leftOutOf(nameOf(source, words))}`, ...table(rows, ["right", "left"], "    ")];
}

function rejectedLines(source: SourceReport, words: LoadWording, language: Language): string[] {
  const share = percent(source.rejectedRecords, source.records);
  const rows = source.rejected.map((each) => [
    grouped(each.count),
    rejectionText(each.reason, language),
    each.examples.map((example) => exampleText(example, words)).join(words.comma) + (hasMore(each) ? " …" : ""),
  ]);
  return [
    `  ${words.rejectedOf(nameOf(source, words), source.rejectedRecords, share)}`,
    ...table(rows, ["right", "left", "left"], "    "),
  ];
}

function hasMore({ count, examples }: Rejected): boolean {
  return examples.length > 0 && examples.length < count;
}

function exampleText({ line, column, value, hidden }: RejectedExample, words: LoadWording): string {
  const at = line === null ? "" : words.line(line);
  if (column === null) return at;
  const shown = hidden ? words.hidden : value === null ? "" : `\`${clip(visible(value), 30)}\``;
  const what = shown === "" ? visible(column) : `${visible(column)} ${shown}`;
  return at === "" ? what : `${at} ${what}`;
}

function nameOf(source: SourceReport, words: LoadWording): string {
  return `${words.kinds[source.kind]} ${source.kind === "profiles" ? "" : visible(source.name)}`.trimEnd();
}
