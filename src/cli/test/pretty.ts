import pc from "picocolors";
import type { Explanation } from "../../decide/explanation.js";
import type { Language } from "../../diagnostic/wording.js";
import { visible } from "../../text/visible.js";
import { occurrenceLines } from "../explain/occurrence.js";
import { createTelling } from "../explain/telling.js";
import { folderPrefix } from "../project.js";
import { commandLine } from "../shell.js";
import { table } from "../table.js";
import { explainWording } from "../wording/explain.js";
import { testWording } from "../wording/test.js";
import { allCases, type CaseResult, isFailed, type TestResult } from "./result.js";
import { mismatchTexts } from "./said.js";

/** What the lines are made with. */
export interface Pen {
  readonly language: Language;
  readonly colour: boolean;
  readonly width: number | null;
  /** The folder as typed. */
  readonly dir: string;
}

const PASS = "✓";
const FAIL = "✗";

/** The cases for people: a line for each file; of those that fail, what differs and the way of the strategy through the gates. */
export function renderCases(result: TestResult, pen: Pen): string[] {
  const words = testWording[pen.language];
  const paint = pc.createColors(pen.colour);
  const failed = allCases(result).filter(isFailed);
  const counts = { files: result.files.length, cases: allCases(result).length, failed: failed.length };
  const summary = words.summary(counts);
  const next = commandLine("touchline", "test", pen.dir, "--coverage");
  const asks = failed.length === 0 && result.coverage === null;
  return [
    ...fileLines(result, pen),
    "",
    ...failed.flatMap((each) => [...caseLines(each, result, pen), ""]),
    paint.bold(failed.length === 0 ? paint.green(summary) : paint.red(summary)),
    ...(asks ? [`${words.next}${paint.bold(next)}`] : []),
  ];
}

function fileLines({ files }: TestResult, { language, colour, dir }: Pen): string[] {
  const words = testWording[language];
  const paint = pc.createColors(colour);
  const rows = files.map(({ name, cases }) => {
    const failed = cases.filter(isFailed).length;
    return [`${failed === 0 ? PASS : FAIL} ${folderPrefix(dir)}${visible(name)}`, words.file(cases.length, failed)];
  });
  return table(rows, ["left", "left"]).map((line) => (line.startsWith(PASS) ? line : paint.red(line)));
}

function caseLines({ scenario, line, mismatches, explanations }: CaseResult, result: TestResult, pen: Pen): string[] {
  const words = testWording[pen.language];
  const paint = pc.createColors(pen.colour);
  const place = `${folderPrefix(pen.dir)}${visible(scenario.span.file)}:${line}`;
  const rows = mismatches.map((mismatch) => mismatchTexts(mismatch, pen.language));
  return [
    paint.bold(paint.red(`${FAIL} ${visible(scenario.name)}`)) + `  ${place}`,
    ...table([["", words.expected, words.got], ...rows], ["left", "left", "left"], "  "),
    ...explanations.flatMap((explanation) => ["", ...traceLines(explanation, result, pen)]),
    "",
    `  ${words.again}${commandLine("touchline", "test", pen.dir, "--case", scenario.name)}`,
  ];
}

/** The way of a strategy through the gates, as `explain` tells it. */
function traceLines(explanation: Explanation, { program }: TestResult, { language, width, colour }: Pen): string[] {
  const strategy = program.strategies.find(({ id }) => id === explanation.strategy);
  if (!strategy) return [];
  const paint = pc.createColors(colour);
  const telling = createTelling(program, strategy, explanation.zone, language, width === null ? null : width - 2);
  const lines = explanation.occurrences.flatMap((occurrence) => occurrenceLines(occurrence, telling));
  const title = visible(`${strategy.id} ${strategy.label ?? ""}`.trimEnd());
  const told = lines.length === 0 ? [explainWording[language].nothingDue] : lines;
  return [paint.bold(title), ...told].map((line) => `  ${line}`);
}
