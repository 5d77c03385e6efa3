import type { Explanation } from "../../decide/explanation.js";
import { loadProgram } from "../../index.js";
import { userHistory } from "../../population/user-history.js";
import type { Program } from "../../program/program.js";
import type { ExplainFlags } from "../flags.js";
import type { Session } from "../session.js";
import { decidingProgram } from "../calibrations.js";
import { dataRoot, overData, readDataMap } from "../data.js";
import { readEntries } from "../entries.js";
import { type ExitCode, exitCodes } from "../exit.js";
import { explainDocument } from "../explain/json.js";
import { renderExplanation } from "../explain/pretty.js";
import { createTelling } from "../explain/telling.js";
import { type Interval, intervalOf } from "../instant.js";
import { unlessInterrupted } from "../interrupted.js";
import { wantsColour, widthOf } from "../io.js";
import { type Project, readProject } from "../project.js";
import { knownStrategies } from "../strategy-option.js";
import { problemWording } from "../wording/problem.js";

export interface ExplainCommand extends ExplainFlags {
  readonly dir: string;
}

/** Says, gate by gate and clause by clause, why one user is or is not touched by one strategy. */
export async function explain(session: Session, options: ExplainCommand): Promise<ExitCode> {
  const { usage } = problemWording[session.language];
  const interval = intervalOf(usage, options);
  const project = readProject(session, options.dir);
  const program = decidingProgram(session, project, { text: options.until, at: interval.until }, options.format);
  if (!program) return exitCodes.wrong;
  knownStrategies(usage, program, [options.strategy]);
  return overData(session, options, () => explained(session, options, project, program, interval));
}

async function explained(
  session: Session,
  options: ExplainCommand,
  project: Project,
  program: Program,
  interval: Interval,
): Promise<ExitCode> {
  const { io } = session;
  const data = readDataMap(project);
  const root = dataRoot(session, project, options.data);
  const work = userHistory({
    project: project.folder,
    program,
    data,
    dataRoot: root,
    user: options.user,
    signal: io.interrupted,
  });
  const { user, events } = await unlessInterrupted(io.interrupted, null, work);
  const loaded = loadProgram(program);
  const recorded = options.entries === undefined ? undefined : await readEntries(session, options.entries);
  const entries = recorded?.byUser.get(options.user) ?? [];
  const explaining = (): Explanation =>
    loaded.explain({ user, events, entries, strategy: options.strategy, ...interval });
  const explanation = recorded ? await recorded.located(options.user, explaining) : explaining();
  show(session, options, program, interval, explanation, loaded.hash);
  return exitCodes.fine;
}

function show(
  { io, language }: Session,
  { format, entries }: ExplainCommand,
  program: Program,
  interval: Interval,
  explanation: Explanation,
  hash: string,
): void {
  const strategy = program.strategies.find(({ id }) => id === explanation.strategy);
  if (!strategy) return;
  if (format === "json") {
    io.stdout.write(`${JSON.stringify(explainDocument(explanation, interval, hash), null, 2)}\n`);
    return;
  }
  const telling = createTelling(program, strategy, explanation.zone, language, widthOf(io.stdout));
  const colour = wantsColour(io.stdout, io.env);
  io.stdout.write(renderExplanation(explanation, interval, entries !== undefined, telling, colour));
}
