import pc from "picocolors";
import { zone } from "../../calendar/zone.js";
import { matrixOfPopulation } from "../../population/matrix.js";
import { programHash } from "../../program/hash.js";
import type { Lifecycle, Program } from "../../program/program.js";
import { nearest } from "../../text/nearest.js";
import { dataRoot, overData, readDataMap } from "../data.js";
import { type ExitCode, exitCodes } from "../exit.js";
import type { MatrixFlags } from "../flags.js";
import { intervalOf, untilOf } from "../instant.js";
import { unlessInterrupted } from "../interrupted.js";
import { wantsColour } from "../io.js";
import { matrixDocument } from "../matrix/json.js";
import { matrixPage } from "../matrix/page.js";
import { renderMatrix } from "../matrix/pretty.js";
import type { MatrixView } from "../matrix/view.js";
import { openPage, type PageFile } from "../page/file.js";
import { progress } from "../progress.js";
import { type Project, programOf, readProject } from "../project.js";
import { UsageProblem } from "../report.js";
import type { Session } from "../session.js";
import { commandLine } from "../shell.js";
import { isFitted } from "../unfitted.js";
import { type MatrixWording, matrixWording } from "../wording/matrix.js";
import { pageWording } from "../wording/page.js";
import { problemWording } from "../wording/problem.js";

export interface MatrixCommand extends MatrixFlags {
  readonly dir: string;
}

/** Users by stage of a lifecycle and tier of a value, and how they moved since an earlier instant. */
export async function matrix(session: Session, options: MatrixCommand): Promise<ExitCode> {
  const { usage } = problemWording[session.language];
  const words = matrixWording[session.language];
  const until = untilOf(usage, options);
  const since = options.since === undefined ? null : intervalOf(usage, options).since;
  const project = readProject(session, options.dir);
  const program = programOf(session, project, options.format);
  if (!program) return exitCodes.wrong;
  const parts = partsOf(words, program, options);
  return overData(session, options, async () => {
    const page = await openPage(session, options.page);
    try {
      return await counted(session, options, { project, program, ...parts, until, since, page });
    } finally {
      page?.discard();
    }
  });
}

interface Parts {
  /** Places in the program. */
  readonly lifecycle: number;
  readonly value: number;
}

interface Asked extends Parts {
  readonly project: Project;
  readonly program: Program;
  readonly until: number;
  readonly since: number | null;
  readonly page: PageFile | null;
}

async function counted(session: Session, options: MatrixCommand, asked: Asked): Promise<ExitCode> {
  const { io, language } = session;
  const { project, program, lifecycle, value, until, since, page } = asked;
  const words = matrixWording[language];
  const bar = progress(io.stderr);
  const work = matrixOfPopulation({
    project: project.folder,
    program,
    data: readDataMap(project),
    dataRoot: dataRoot(session, project, options.data),
    lifecycle,
    value,
    until,
    since,
    signal: io.interrupted,
    onProgress: ({ stage, name, done, total }) =>
      bar.update(
        total > 0 ? words.counting(done, total) : stage === "reading" ? words.reading(name) : words.validating(name),
      ),
  });
  const unwritten = page && ({ path: page.path, left: "nothing" } as const);
  const found = await unlessInterrupted(io.interrupted, unwritten, work).finally(() => bar.end());
  const view: MatrixView = {
    program,
    hash: programHash(program),
    zone: zone(program.project.zone),
    lifecycle: program.lifecycles[lifecycle] as Lifecycle,
    value: program.lifecycles[value] as Lifecycle,
    valuePlace: value,
    until,
    since,
    matrix: found,
  };
  await page?.write(matrixPage(view, language));
  show(session, options, view);
  return exitCodes.fine;
}

function show({ io, language }: Session, options: MatrixCommand, view: MatrixView): void {
  if (options.format === "json") {
    io.stdout.write(`${JSON.stringify(matrixDocument(view), null, 2)}\n`);
    return;
  }
  const colour = wantsColour(io.stdout, io.env);
  io.stdout.write(`${renderMatrix(view, language, colour)}\n`);
  if (options.page !== undefined) io.stdout.write(`${pageWording[language].written(options.page)}\n`);
  const next = commandLine("touchline", "portrait", options.dir, "--tier", bestTier(view), ...rest(options));
  io.stdout.write(`${matrixWording[language].next}${pc.createColors(colour).bold(next)}\n`);
}

function bestTier({ value }: MatrixView): string {
  return `${value.id}.${value.stages[0]?.id ?? ""}`;
}

function rest({ until, data }: MatrixCommand): string[] {
  return ["--until", until, ...(data === undefined ? [] : ["--data", data])];
}

/** What is asked for, or else the first that is declared. Throws `UsageProblem`. */
function partsOf(words: MatrixWording, program: Program, options: MatrixCommand): Parts {
  const { usage } = words;
  const rows = chosen(program, (is) => is !== "value", options.lifecycle, usage.unknownLifecycle);
  if (rows === null) throw new UsageProblem(usage.noLifecycle());
  const columns = chosen(program, (is) => is === "value", options.value, usage.unknownValue);
  if (columns === null) throw new UsageProblem(usage.noValue());
  const unfitted = [rows, columns].find((place) => !isFitted(program, place));
  if (unfitted !== undefined) {
    const command = commandLine("touchline", "calibrate", options.dir, "--until", options.until);
    throw new UsageProblem(usage.notCalibrated(program.lifecycles[unfitted]?.id ?? "", command));
  }
  return { lifecycle: rows, value: columns };
}

function chosen(
  { lifecycles }: Program,
  fits: (is: Lifecycle["is"]) => boolean,
  asked: string | undefined,
  unknown: MatrixWording["usage"]["unknownValue"],
): number | null {
  // Groups may be asked for by name; by itself a matrix has the stages of a lifecycle for its rows.
  const fitting = lifecycles.filter(({ is }) => fits(is));
  const ids = [...fitting.filter(({ is }) => is !== "groups"), ...fitting.filter(({ is }) => is === "groups")].map(
    ({ id }) => id,
  );
  const [first] = ids;
  if (asked !== undefined && !ids.includes(asked)) throw new UsageProblem(unknown(asked, nearest(asked, ids), ids));
  if (first === undefined) return null;
  return lifecycles.findIndex(({ id }) => id === (asked ?? first));
}
