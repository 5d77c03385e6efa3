import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import { renderJson } from "../../diagnostic/json.js";
import { renderPretty } from "../../diagnostic/pretty.js";
import { readScenarioFiles, type ScenarioFiles } from "../../host/scenario/files.js";
import { nearest } from "../../text/nearest.js";
import type { Source } from "../../text/source.js";
import { type ExitCode, exitCodes } from "../exit.js";
import type { TestFlags } from "../flags.js";
import { wantsColour, widthOf } from "../io.js";
import { folderPrefix, programOf, readProject } from "../project.js";
import { UsageProblem } from "../report.js";
import type { Session } from "../session.js";
import { coverageOf } from "../test/coverage.js";
import { renderCoverage } from "../test/coverage-pretty.js";
import { testDocument } from "../test/json.js";
import { renderJunit } from "../test/junit.js";
import { renderNothing } from "../test/nothing.js";
import { renderCases } from "../test/pretty.js";
import { isFine, type TestResult } from "../test/result.js";
import { runCases } from "../test/run.js";
import { renderTap } from "../test/tap.js";
import { problemWording, type UsageWording } from "../wording/problem.js";

export interface TestOptions extends TestFlags {
  readonly dir: string;
}

/** Runs the cases of a project, and tells which clauses they look into. */
export function test(session: Session, options: TestOptions): ExitCode {
  const { usage } = problemWording[session.language];
  const least = options.min === undefined ? null : percentOption(usage, "--min", options.min);
  const project = readProject(session, options.dir);
  const program = programOf(session, project, options.format === "json" ? "json" : "pretty");
  if (!program) return exitCodes.wrong;
  const read = readScenarioFiles(project.folder, program, options.dir);
  if (read.diagnostics.length > 0) return unread(session, options, read.diagnostics, read.sources);
  const chosen = options.case === undefined ? read : named(usage, read, options.case);
  const ran = runCases(program, chosen);
  if (ran.diagnostics.length > 0) return unread(session, options, ran.diagnostics, read.sources);
  const coverage = options.coverage || least !== null ? coverageOf(program, ran.passing) : null;
  const result = { program, files: ran.files, coverage, least };
  session.io.stdout.write(rendered(session, options, result));
  return isFine(result) && result.files.length > 0 ? exitCodes.fine : exitCodes.wrong;
}

function rendered({ io, language }: Session, { dir, format }: TestOptions, result: TestResult): string {
  if (format === "json") return `${JSON.stringify(testDocument(result, language), null, 2)}\n`;
  if (format === "tap") return renderTap(result, language);
  if (format === "junit") return renderJunit(result, language);
  const pen = { language, colour: wantsColour(io.stdout, io.env), width: widthOf(io.stdout), dir };
  if (result.files.length === 0) return renderNothing(result.program, pen);
  return `${[...renderCases(result, pen), ...renderCoverage(result, pen)].join("\n")}\n`;
}

/** The cases with a text in their name. */
function named(usage: UsageWording, { files, ...rest }: ScenarioFiles, asked: string): ScenarioFiles {
  const chosen = files
    .map(({ name, scenarios }) => ({ name, scenarios: scenarios.filter((each) => each.name.includes(asked)) }))
    .filter(({ scenarios }) => scenarios.length > 0);
  if (chosen.length > 0) return { ...rest, files: chosen };
  const names = files.flatMap(({ scenarios }) => scenarios.map(({ name }) => name));
  throw new UsageProblem(usage.unknownCase(asked, nearest(asked, names)));
}

function percentOption(usage: UsageWording, option: string, text: string): number {
  const n = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN;
  if (!(n <= 100)) throw new UsageProblem(usage.notPercent(option, text));
  return n;
}

/** Tells what is wrong with the files of cases; none is run, for those that depend on each other could mislead. */
function unread(
  { io, language }: Session,
  { dir, format }: TestOptions,
  diagnostics: readonly Diagnostic[],
  sources: readonly Source[],
): ExitCode {
  const options = { colour: wantsColour(io.stderr, io.env), width: io.stderr.columns - 8, folder: folderPrefix(dir) };
  if (format === "json") io.stdout.write(renderJson(diagnostics, sources, language));
  else io.stderr.write(renderPretty(diagnostics, sources, language, options));
  return exitCodes.wrong;
}
