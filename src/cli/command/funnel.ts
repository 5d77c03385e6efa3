import pc from "picocolors";
import { zone } from "../../calendar/zone.js";
import { measureFunnel } from "../../population/process-funnel.js";
import { programHash } from "../../program/hash.js";
import type { Program } from "../../program/program.js";
import { nearest } from "../../text/nearest.js";
import { dataRoot, overData, readDataMap } from "../data.js";
import { type ExitCode, exitCodes } from "../exit.js";
import type { FunnelFlags } from "../flags.js";
import { funnelDocument } from "../funnel/json.js";
import { funnelPage } from "../funnel/page.js";
import { renderFunnel } from "../funnel/pretty.js";
import type { FunnelView } from "../funnel/view.js";
import { untilOf } from "../instant.js";
import { unlessInterrupted } from "../interrupted.js";
import { wantsColour } from "../io.js";
import { openPage, type PageFile } from "../page/file.js";
import { progress } from "../progress.js";
import { type Project, programOf, readProject } from "../project.js";
import { UsageProblem } from "../report.js";
import type { Session } from "../session.js";
import { commandLine } from "../shell.js";
import { wholeOption } from "../whole.js";
import { type FunnelWording, funnelWording } from "../wording/funnel.js";
import { pageWording } from "../wording/page.js";
import { problemWording } from "../wording/problem.js";

export interface FunnelCommand extends FunnelFlags {
  readonly process: string;
  readonly dir: string;
}

/** How far users come in a process, and where it breaks. */
export async function funnel(session: Session, options: FunnelCommand): Promise<ExitCode> {
  const { usage } = problemWording[session.language];
  const words = funnelWording[session.language];
  const until = untilOf(usage, options);
  const days = wholeOption(usage, "--days", options.days, 1);
  const project = readProject(session, options.dir);
  const program = programOf(session, project, options.format);
  if (!program) return exitCodes.wrong;
  const process = processOf(words, program, options.process);
  const by = options.by === undefined ? null : divisionOf(words, program, options.by);
  return overData(session, options, async () => {
    const page = await openPage(session, options.page);
    try {
      return await counted(session, options, project, program, { until, days, process, by }, page);
    } finally {
      page?.discard();
    }
  });
}

interface Asked extends Pick<FunnelView, "until" | "days" | "by"> {
  readonly process: number;
}

async function counted(
  session: Session,
  options: FunnelCommand,
  project: Project,
  program: Program,
  asked: Asked,
  page: PageFile | null,
): Promise<ExitCode> {
  const { io, language } = session;
  const words = funnelWording[language];
  const bar = progress(io.stderr);
  const work = measureFunnel({
    ...asked,
    project: project.folder,
    program,
    data: readDataMap(project),
    dataRoot: dataRoot(session, project, options.data),
    signal: io.interrupted,
    onProgress: ({ stage, name, done, total }) =>
      bar.update(
        total > 0 ? words.measuring(done, total) : stage === "reading" ? words.reading(name) : words.validating(name),
      ),
  });
  const unwritten = page && ({ path: page.path, left: "nothing" } as const);
  const result = await unlessInterrupted(io.interrupted, unwritten, work).finally(() => bar.end());
  const process = program.analysis.processes[asked.process];
  if (!process) return exitCodes.wrong;
  const view: FunnelView = {
    ...asked,
    dir: options.dir,
    program,
    process,
    hash: programHash(program),
    zone: zone(program.project.zone),
    result,
  };
  await page?.write(funnelPage(view, language));
  show(session, options, view);
  return exitCodes.fine;
}

function show({ io, language }: Session, options: FunnelCommand, view: FunnelView): void {
  if (options.format === "json") {
    io.stdout.write(`${JSON.stringify(funnelDocument(view), null, 2)}\n`);
    return;
  }
  const colour = wantsColour(io.stdout, io.env);
  io.stdout.write(renderFunnel(view, language, colour));
  const [other] = view.by === null ? divisions(view.program) : [];
  if (other !== undefined || options.page !== undefined) io.stdout.write("\n");
  if (options.page !== undefined) io.stdout.write(`${pageWording[language].written(options.page)}\n`);
  if (other === undefined) return;
  const data = options.data === undefined ? [] : ["--data", options.data];
  const next = ["touchline", "funnel", options.process, options.dir, "--until", options.until, "--by", other, ...data];
  io.stdout.write(`${funnelWording[language].next}${pc.createColors(colour).bold(commandLine(...next))}\n`);
}

function processOf(words: FunnelWording, { analysis }: Program, asked: string): number {
  const ids = analysis.processes.map(({ id }) => id);
  if (ids.length === 0) throw new UsageProblem(words.usage.noProcess(asked));
  if (!ids.includes(asked)) throw new UsageProblem(words.usage.unknownProcess(asked, nearest(asked, ids), ids));
  return ids.indexOf(asked);
}

/** By what users can be divided: where they came from, and the stages that they are in. */
function divisions({ user, lifecycles }: Program): string[] {
  return [...(user.source === null ? [] : ["source"]), ...lifecycles.map(({ id }) => id)];
}

function divisionOf(words: FunnelWording, program: Program, asked: string): FunnelView["by"] {
  const all = divisions(program);
  if (!all.includes(asked)) throw new UsageProblem(words.usage.unknownDivision(asked, nearest(asked, all), all));
  if (asked === "source" && program.user.source !== null) return "source";
  return { lifecycle: program.lifecycles.findIndex(({ id }) => id === asked) };
}
