import pc from "picocolors";
import { DAY } from "../../calendar/civil.js";
import { zone } from "../../calendar/zone.js";
import { measureCoverage } from "../../population/coverage.js";
import { programHash } from "../../program/hash.js";
import type { Program } from "../../program/program.js";
import { decidingProgram } from "../calibrations.js";
import { coverageDocument } from "../covered/json.js";
import { coveragePage } from "../covered/page.js";
import { renderCoverage } from "../covered/pretty.js";
import type { CoverageView } from "../covered/view.js";
import { dataRoot, overData, readDataMap } from "../data.js";
import { readEntries } from "../entries.js";
import { type ExitCode, exitCodes } from "../exit.js";
import type { CoverageFlags } from "../flags.js";
import { type Interval, intervalOf, untilOf } from "../instant.js";
import { unlessInterrupted } from "../interrupted.js";
import { wantsColour } from "../io.js";
import { openPage, type PageFile } from "../page/file.js";
import { progress } from "../progress.js";
import { type Project, readProject } from "../project.js";
import type { Session } from "../session.js";
import { commandLine } from "../shell.js";
import { coverageWording } from "../wording/coverage.js";
import { pageWording } from "../wording/page.js";
import { problemWording } from "../wording/problem.js";

/** Without `--since`. */
const DAYS = 30;

export interface CoverageCommand extends CoverageFlags {
  readonly dir: string;
}

/** Whom the strategies of a project serve, whom they leave out and why, and which of them compete. */
export async function coverage(session: Session, options: CoverageCommand): Promise<ExitCode> {
  const { usage } = problemWording[session.language];
  const until = untilOf(usage, options);
  const interval = options.since === undefined ? { since: until - DAYS * DAY, until } : intervalOf(usage, options);
  const project = readProject(session, options.dir);
  const program = decidingProgram(session, project, { text: options.until, at: until }, options.format);
  if (!program) return exitCodes.wrong;
  return overData(session, options, async () => {
    const page = await openPage(session, options.page);
    try {
      return await measured(session, options, { project, program, interval, page });
    } finally {
      page?.discard();
    }
  });
}

interface Asked {
  readonly project: Project;
  readonly program: Program;
  readonly interval: Interval;
  readonly page: PageFile | null;
}

async function measured(session: Session, options: CoverageCommand, asked: Asked): Promise<ExitCode> {
  const { io, language } = session;
  const { project, program, interval, page } = asked;
  const words = coverageWording[language];
  const entries = options.entries === undefined ? undefined : await readEntries(session, options.entries);
  const bar = progress(io.stderr);
  const measuring = {
    ...interval,
    project: project.folder,
    program,
    data: readDataMap(project),
    dataRoot: dataRoot(session, project, options.data),
    entries: entries?.byUser,
    signal: io.interrupted,
    onProgress: ({ stage, name, done, total }: { stage: string; name: string; done: number; total: number }) =>
      bar.update(
        total > 0 ? words.deciding(done, total) : stage === "reading" ? words.reading(name) : words.validating(name),
      ),
  };
  const work = entries ? entries.located(null, () => measureCoverage(measuring)) : measureCoverage(measuring);
  const unwritten = page && ({ path: page.path, left: "nothing" } as const);
  const result = await unlessInterrupted(io.interrupted, unwritten, work).finally(() => bar.end());
  const view: CoverageView = {
    dir: options.dir,
    program,
    hash: programHash(program),
    zone: zone(program.project.zone),
    interval,
    result,
    entries: options.entries ?? null,
  };
  await page?.write(coveragePage(view, language));
  show(session, options, view);
  return exitCodes.fine;
}

function show({ io, language }: Session, options: CoverageCommand, view: CoverageView): void {
  if (options.format === "json") {
    io.stdout.write(`${JSON.stringify(coverageDocument(view), null, 2)}\n`);
    return;
  }
  const colour = wantsColour(io.stdout, io.env);
  io.stdout.write(`${renderCoverage(view, language, colour)}\n`);
  if (options.page !== undefined) io.stdout.write(`${pageWording[language].written(options.page)}\n`);
  const next = commandLine("touchline", "plan", options.dir, "--until", options.until, ...rest(options));
  io.stdout.write(`${coverageWording[language].next}${pc.createColors(colour).bold(next)}\n`);
}

function rest({ data, entries }: CoverageCommand): string[] {
  return [...(data === undefined ? [] : ["--data", data]), ...(entries === undefined ? [] : ["--entries", entries])];
}
