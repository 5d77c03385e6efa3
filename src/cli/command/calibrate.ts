import { join, resolve } from "node:path";
import pc from "picocolors";
import { zone } from "../../calendar/zone.js";
import { compile } from "../../compile.js";
import { type Diagnostic, diagnostic } from "../../diagnostic/diagnostic.js";
import { renderJson } from "../../diagnostic/json.js";
import { CALIBRATION } from "../../host/calibration-files.js";
import { fingerprintOf } from "../../host/fingerprint.js";
import { openAside } from "../../host/side-file.js";
import {
  type Calibrated,
  type CalibrateOptions,
  calibratePopulation,
  type Census,
  movedUsers,
  stageCensus,
  stageSizes,
} from "../../population/calibrate.js";
import type { DataMap } from "../../population/data-map.js";
import type { FitProblem } from "../../population/fit.js";
import type { Progress } from "../../population/plan.js";
import type { Calibration } from "../../program/calibration.js";
import type { Program } from "../../program/program.js";
import { renderDiff } from "../calibrate/diff.js";
import { calibrationText } from "../calibrate/file.js";
import { calibrateDocument } from "../calibrate/json.js";
import { renderFittings } from "../calibrate/pretty.js";
import type { CalibrateView, Diff } from "../calibrate/view.js";
import { placeOf, tellOnStderr } from "../calibrations.js";
import { dataRoot, overData, readDataMap } from "../data.js";
import { type ExitCode, exitCodes } from "../exit.js";
import type { CalibrateFlags } from "../flags.js";
import { untilOf } from "../instant.js";
import { unlessInterrupted } from "../interrupted.js";
import { wantsColour } from "../io.js";
import { progress } from "../progress.js";
import { type Project, programOf, readProject } from "../project.js";
import type { Session } from "../session.js";
import { commandLine } from "../shell.js";
import { calibrateWording } from "../wording/calibrate.js";
import { problemWording } from "../wording/problem.js";

export interface CalibrateCommand extends CalibrateFlags {
  readonly dir: string;
}

/** Fits what a project fits to its population and writes the numbers; with `--diff`, only tells what would change. */
export async function calibrate(session: Session, options: CalibrateCommand): Promise<ExitCode> {
  const until = untilOf(problemWording[session.language].usage, options);
  // Where nothing is compared with what was found before, a file that can't be read any more can be written anew.
  const project = readProject(session, options.dir, options.diff ? {} : { calibrations: [] });
  const program = programOf(session, project, options.format);
  if (!program) return exitCodes.wrong;
  if (program.analysis.fits.length === 0) return nothing(session, options);
  try {
    return await overData(session, options, () => calibrated(session, options, project, until));
  } catch (error) {
    if (error instanceof NotCompiled) return refused(session, options, project, error.diagnostics);
    throw error;
  }
}

function nothing({ io, language }: Session, { format }: CalibrateCommand): ExitCode {
  if (format === "json")
    io.stdout.write(`${JSON.stringify({ format_version: 1, written: null, fits: [] }, null, 2)}\n`);
  else io.stdout.write(`${calibrateWording[language].nothing}\n`);
  return exitCodes.fine;
}

/** With the numbers that were found, the project has a mistake that it did not have without them. */
class NotCompiled extends Error {
  constructor(readonly diagnostics: readonly Diagnostic[]) {
    super("the project does not compile with what was found");
    this.name = "NotCompiled";
  }
}

function compiledWith(project: Project, calibrations: readonly Calibration[]): Program {
  const { program, diagnostics } = compile(project.sources, { calendars: project.calendars, calibrations });
  if (!program) throw new NotCompiled(diagnostics);
  return program;
}

function refused(
  session: Session,
  { format }: CalibrateCommand,
  project: Project,
  problems: readonly Diagnostic[],
): ExitCode {
  if (format === "json") session.io.stdout.write(renderJson(problems, project.sources, session.language));
  else tellOnStderr(session, project, problems);
  return exitCodes.wrong;
}

async function calibrated(
  session: Session,
  options: CalibrateCommand,
  project: Project,
  until: number,
): Promise<ExitCode> {
  const { io, language } = session;
  const words = calibrateWording[language];
  const data = readDataMap(project);
  const root = dataRoot(session, project, options.data);
  const target = join(options.dir, CALIBRATION);
  // A place that can't be written shows before the work, not after it.
  const file = options.diff ? null : openAside(resolve(project.folder, CALIBRATION), target);
  const bar = progress(io.stderr);
  const onProgress = ({ stage, name, done, total }: Progress): void => {
    const text = stage === "reading" ? words.reading(name) : words.validating(name);
    bar.update(total > 0 ? words.looking(done, total) : text);
  };
  const survey = { project: project.folder, data, dataRoot: root, until, signal: io.interrupted, onProgress };
  try {
    const work = found(options, project, survey);
    const result = await unlessInterrupted(io.interrupted, file && { path: target, left: "nothing" }, work);
    if (result.problems.length > 0) return refused(session, options, project, diagnosticsOf(project, result.problems));
    file?.write(calibrationText(result.view, await fingerprints(data, root, io.interrupted)));
    file?.commit();
    bar.end();
    show(session, options, result.view);
    return exitCodes.fine;
  } finally {
    bar.end();
    file?.discard();
  }
}

type Survey = Omit<CalibrateOptions, "programWith">;

async function found(
  options: CalibrateCommand,
  project: Project,
  survey: Survey,
): Promise<{ readonly problems: readonly FitProblem[]; readonly view: CalibrateView }> {
  const programWith = (calibrations: readonly Calibration[]): Program => compiledWith(project, calibrations);
  const result = await calibratePopulation({ ...survey, programWith });
  const { program, problems } = result;
  const after = problems.length > 0 ? null : await stageCensus({ ...survey, program });
  const sizes = after ? program.lifecycles.map((_, lifecycle) => stageSizes(program, after, lifecycle)) : [];
  const diff = after && options.diff ? await diffOf(project.program ?? program, survey, result, after) : null;
  const view = {
    dir: options.dir,
    until: survey.until,
    zone: zone(program.project.zone),
    calibrated: result,
    sizes,
    diff,
  };
  return { problems, view };
}

async function diffOf(before: Program, survey: Survey, { program }: Calibrated, after: Census): Promise<Diff> {
  const census = await stageCensus({ ...survey, program: before });
  return { before, moved: program.lifecycles.map((_, lifecycle) => movedUsers(census, after, lifecycle)) };
}

function diagnosticsOf({ sources }: Project, problems: readonly FitProblem[]): Diagnostic[] {
  return problems.map((problem) => {
    const name = problem.fit.id;
    const span = placeOf(sources, name);
    switch (problem.why) {
      case "nobody":
        return diagnostic("fit-nobody", span, { name });
      case "groups":
        return diagnostic("fit-groups", span, { name, ...countsOf(problem) });
      case "where":
        return diagnostic("fit-where", span, { name });
    }
  });
}

function countsOf({ asked, found: filled, members }: Extract<FitProblem, { why: "groups" }>) {
  return { asked, found: filled, members };
}

async function fingerprints(data: DataMap, root: string, signal: AbortSignal): Promise<Record<string, string>> {
  const prints: [string, string][] = [];
  for (const { name, path } of data.files) prints.push([name, await fingerprintOf(resolve(root, path), path, signal)]);
  return Object.fromEntries(prints);
}

function show({ io, language }: Session, options: CalibrateCommand, view: CalibrateView): void {
  const words = calibrateWording[language];
  const file = options.diff ? null : join(options.dir, CALIBRATION);
  if (options.format === "json") {
    io.stdout.write(`${JSON.stringify(calibrateDocument(view, file), null, 2)}\n`);
    return;
  }
  const colour = wantsColour(io.stdout, io.env);
  const blocks = renderFittings(view, language, colour);
  if (view.diff) blocks.push(...renderDiff(view, view.diff, language));
  const { until, data, dir } = options;
  const own = [dir, "--until", until, ...(data === undefined ? [] : ["--data", data])];
  const next = commandLine("touchline", view.diff ? "calibrate" : "plan", ...own);
  const done = file === null ? words.notWritten : words.written(file);
  blocks.push(`${done}\n${words.next}${pc.createColors(colour).bold(next)}`);
  io.stdout.write(`${blocks.join("\n\n")}\n`);
}
