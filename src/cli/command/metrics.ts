import pc from "picocolors";
import { zone } from "../../calendar/zone.js";
import { measureMetrics } from "../../population/metrics.js";
import type { Division } from "../../population/segments.js";
import { programHash } from "../../program/hash.js";
import type { Program } from "../../program/program.js";
import { nearest } from "../../text/nearest.js";
import { dataRoot, overData, readDataMap } from "../data.js";
import { type ExitCode, exitCodes } from "../exit.js";
import type { MetricsFlags } from "../flags.js";
import { intervalOf, untilOf } from "../instant.js";
import { unlessInterrupted } from "../interrupted.js";
import { wantsColour } from "../io.js";
import { metricsDocument } from "../metrics/json.js";
import { metricsPage } from "../metrics/page.js";
import { renderMetrics } from "../metrics/pretty.js";
import type { MetricsView } from "../metrics/view.js";
import { openPage, type PageFile } from "../page/file.js";
import { type Every, periodEnds } from "../periods.js";
import { progress } from "../progress.js";
import { type Project, programOf, readProject } from "../project.js";
import { UsageProblem } from "../report.js";
import type { Session } from "../session.js";
import { commandLine } from "../shell.js";
import { type MetricsWording, metricsWording } from "../wording/metrics.js";
import { pageWording } from "../wording/page.js";
import { problemWording } from "../wording/problem.js";

export interface MetricsCommand extends MetricsFlags {
  readonly dir: string;
}

/** Every metric now and over time, by cohort or source. */
export async function metrics(session: Session, options: MetricsCommand): Promise<ExitCode> {
  const { usage } = problemWording[session.language];
  const words = metricsWording[session.language];
  const until = untilOf(usage, options);
  if (options.since === undefined && options.every !== undefined)
    throw new UsageProblem(words.usage.everyWithoutSince());
  const since = options.since === undefined ? null : intervalOf(usage, options).since;
  const project = readProject(session, options.dir);
  const program = programOf(session, project, options.format);
  if (!program) return exitCodes.wrong;
  knownMetrics(words, program, options.metric ?? []);
  const division = divisionOf(words, program, options);
  const { zone: zoneName, weekStarts } = program.project;
  const every = since === null ? null : (options.every ?? "week");
  const at = since === null || every === null ? [until] : periodEnds(zone(zoneName), weekStarts, since, until, every);
  return overData(session, options, async () => {
    const page = await openPage(session, options.page);
    try {
      return await measured(session, options, project, program, { at, every, division, page });
    } finally {
      page?.discard();
    }
  });
}

interface Asked {
  readonly at: readonly number[];
  readonly every: Every | null;
  readonly division: Division | null;
  readonly page: PageFile | null;
}

async function measured(
  session: Session,
  options: MetricsCommand,
  project: Project,
  program: Program,
  { at, every, division, page }: Asked,
): Promise<ExitCode> {
  const { io, language } = session;
  const words = metricsWording[language];
  const bar = progress(io.stderr);
  const work = measureMetrics({
    project: project.folder,
    program,
    data: readDataMap(project),
    dataRoot: dataRoot(session, project, options.data),
    at,
    division,
    metrics: options.metric,
    signal: io.interrupted,
    onProgress: ({ stage, name, done, total }) =>
      bar.update(
        total > 0 ? words.measuring(done, total) : stage === "reading" ? words.reading(name) : words.validating(name),
      ),
  });
  const unwritten = page && ({ path: page.path, left: "nothing" } as const);
  const found = await unlessInterrupted(io.interrupted, unwritten, work).finally(() => bar.end());
  const view: MetricsView = {
    dir: options.dir,
    program,
    hash: programHash(program),
    zone: zone(program.project.zone),
    every,
    division,
    measured: found,
  };
  await page?.write(metricsPage(view, language));
  show(session, options, view);
  return exitCodes.fine;
}

function show({ io, language }: Session, options: MetricsCommand, view: MetricsView): void {
  if (options.format === "json") {
    io.stdout.write(`${JSON.stringify(metricsDocument(view), null, 2)}\n`);
    return;
  }
  const colour = wantsColour(io.stdout, io.env);
  io.stdout.write(renderMetrics(view, language, colour));
  const next = nextCommand(options, view);
  if (next !== null || options.page !== undefined) io.stdout.write("\n");
  if (options.page !== undefined) io.stdout.write(`${pageWording[language].written(options.page)}\n`);
  if (next === null) return;
  io.stdout.write(`${metricsWording[language].next}${pc.createColors(colour).bold(commandLine(...next))}\n`);
}

/** What to look at next: over time, then by cohort, then as a page. */
function nextCommand(options: MetricsCommand, view: MetricsView): string[] | null {
  const { dir, until, since, data } = options;
  if (view.measured.metrics.length === 0) return null;
  const command = ["touchline", "metrics", dir, "--until", until, ...(data === undefined ? [] : ["--data", data])];
  if (since === undefined)
    return [...command, "--since", `${Number(until.slice(0, 4)) - 1}${until.slice(4)}`, "--every", "month"];
  const timed = [...command, "--since", since, ...(options.every === undefined ? [] : ["--every", options.every])];
  if (view.division === null) return [...timed, "--by", "cohort"];
  return null;
}

function knownMetrics(words: MetricsWording, program: Program, asked: readonly string[]): void {
  const ids = program.analysis.metrics.map(({ id }) => id);
  const unknown = asked.find((id) => !ids.includes(id));
  if (unknown !== undefined) throw new UsageProblem(words.usage.unknownMetric(unknown, nearest(unknown, ids), ids));
}

function divisionOf(words: MetricsWording, program: Program, { by, cohort }: MetricsCommand): Division | null {
  if (by === "source") {
    if (cohort !== undefined) throw new UsageProblem(words.usage.cohortBySource());
    if (!program.user.fields[program.user.source ?? -1]) throw new UsageProblem(words.usage.noSourceField());
    return { is: "source" };
  }
  if (cohort === undefined) return by === "cohort" ? { is: "cohort", event: null } : null;
  const ids = program.events.flatMap(({ id, model }) => (model === null ? [id] : []));
  if (!ids.includes(cohort)) throw new UsageProblem(words.usage.unknownEvent(cohort, nearest(cohort, ids), ids));
  return { is: "cohort", event: program.events.findIndex(({ id }) => id === cohort) };
}
