import { resolve } from "node:path";
import pc from "picocolors";
import { zone } from "../../calendar/zone.js";
import type { Cancellation, Decision, Ghost } from "../../decide/decision.js";
import { openAside, type SideFile } from "../../host/side-file.js";
import { type PlanResult, planPopulation, type Progress as PlanProgress } from "../../population/plan.js";
import { programHash } from "../../program/hash.js";
import type { Program } from "../../program/program.js";
import type { PlanFlags } from "../flags.js";
import type { Session } from "../session.js";
import { decidingProgram } from "../calibrations.js";
import { dataRoot, overData, readDataMap } from "../data.js";
import { readEntries } from "../entries.js";
import { type ExitCode, exitCodes } from "../exit.js";
import { type Interval, intervalOf } from "../instant.js";
import { unlessInterrupted } from "../interrupted.js";
import { wantsColour, widthOf } from "../io.js";
import { planDocument } from "../plan/json.js";
import { renderPlan } from "../plan/pretty.js";
import type { PlanView } from "../plan/view.js";
import { progress } from "../progress.js";
import { type Project, readProject } from "../project.js";
import { commandLine } from "../shell.js";
import { knownStrategies } from "../strategy-option.js";
import { type PlanWording, planWording } from "../wording/plan.js";
import { problemWording } from "../wording/problem.js";

export interface PlanCommand extends PlanFlags {
  readonly dir: string;
}

/** Dry run over the population: prints the plan, and writes the decisions to a file if asked. */
export async function plan(session: Session, options: PlanCommand): Promise<ExitCode> {
  const { usage } = problemWording[session.language];
  const interval = intervalOf(usage, options);
  const project = readProject(session, options.dir);
  const used = { text: options.until, at: interval.until };
  const program = decidingProgram(session, project, used, options.format);
  if (!program) return exitCodes.wrong;
  knownStrategies(usage, program, options.strategy ?? []);
  return overData(session, options, () => planned(session, options, project, program, interval));
}

async function planned(
  session: Session,
  options: PlanCommand,
  project: Project,
  program: Program,
  interval: Interval,
): Promise<ExitCode> {
  const { io } = session;
  const data = readDataMap(project);
  const root = dataRoot(session, project, options.data);
  const entries = options.entries === undefined ? undefined : await readEntries(session, options.entries);
  const file = options.out === undefined ? null : openAside(resolve(io.cwd, options.out), options.out);
  const unwritten = options.out === undefined ? null : ({ path: options.out, left: "nothing" } as const);
  const decisions = new DecisionLines(file);
  const bar = progress(io.stderr);
  try {
    const planning = {
      project: project.folder,
      program,
      data,
      dataRoot: root,
      ...interval,
      strategies: options.strategy,
      users: options.user,
      entries: entries?.byUser,
      onProgress: (at: PlanProgress) => bar.update(progressText(at, planWording[session.language])),
      onDecision: (decision: Decision) => decisions.take(decision),
      onGhost: (ghost: Ghost) => decisions.write("ghost", ghost),
      onCancellation: (cancellation: Cancellation) => decisions.write("cancel", cancellation),
      signal: io.interrupted,
    };
    const work = entries ? entries.located(null, () => planPopulation(planning)) : planPopulation(planning);
    const result = await unlessInterrupted(io.interrupted, unwritten, work);
    file?.commit();
    bar.end();
    show(session, options, { project, program, interval, result }, decisions);
    return exitCodes.fine;
  } finally {
    bar.end();
    file?.discard();
  }
}

/** Writes what is decided as lines, entries for the next run, and remembers the first touch, as an example for the next command. */
class DecisionLines {
  readonly #file: SideFile | null;
  readonly written = { touch: 0, ghost: 0, cancel: 0 };
  first: Decision | null = null;

  constructor(file: SideFile | null) {
    this.#file = file;
  }

  take(decision: Decision): void {
    this.first ??= decision;
    this.write("touch", decision);
  }

  write(kind: "touch" | "ghost" | "cancel", what: Decision | Ghost | Cancellation): void {
    this.written[kind]++;
    this.#file?.write(`${JSON.stringify({ kind, ...what })}\n`);
  }
}

interface Done {
  readonly project: Project;
  readonly program: Program;
  readonly interval: Interval;
  readonly result: PlanResult;
}

function show(session: Session, options: PlanCommand, done: Done, decisions: DecisionLines): void {
  const { io, language } = session;
  const view: PlanView = {
    dir: options.dir,
    program: done.program,
    hash: programHash(done.program),
    zone: zone(done.program.project.zone),
    interval: done.interval,
    users: options.user ?? [],
    result: done.result,
    entries: options.entries ?? null,
    out: options.out ?? null,
    width: widthOf(io.stdout),
  };
  if (options.format === "json") {
    io.stdout.write(`${JSON.stringify(planDocument(view), null, 2)}\n`);
    return;
  }
  const colour = wantsColour(io.stdout, io.env);
  io.stdout.write(renderPlan(view, language, colour));
  io.stdout.write(closing(view, options, decisions, planWording[language], colour));
}

function closing(
  view: PlanView,
  options: PlanCommand,
  { first, written }: DecisionLines,
  words: PlanWording,
  colour: boolean,
): string {
  const lines: string[] = [];
  if (view.out !== null) lines.push(words.written(written.touch, written.ghost, written.cancel, view.out));
  if (first && !view.program.user.fields[view.program.user.id]?.pii) {
    const { user, strategy } = first;
    const since = options.since === undefined ? [] : ["--since", options.since];
    const data = options.data === undefined ? [] : ["--data", options.data];
    const entries = options.entries === undefined ? [] : ["--entries", options.entries];
    const next = [
      "explain",
      view.dir,
      "--user",
      user,
      "--strategy",
      strategy,
      "--until",
      options.until,
      ...since,
      ...data,
      ...entries,
    ];
    lines.push(`${words.next}${pc.createColors(colour).bold(commandLine("touchline", ...next))}`);
  }
  // Without the note that ends the plan, a blank line keeps them apart.
  const apart = view.entries === null || lines.length === 0 ? "" : "\n";
  return apart + lines.map((line) => `${line}\n`).join("");
}

function progressText({ stage, name, done, total }: PlanProgress, words: PlanWording): string {
  if (total > 0) return words.deciding(done, total);
  return stage === "reading" ? words.reading(name) : words.validating(name);
}
