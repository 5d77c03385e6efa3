import pc from "picocolors";
import { renderGithub } from "../../diagnostic/github.js";
import { documentOf } from "../../diagnostic/json.js";
import { renderPretty } from "../../diagnostic/pretty.js";
import type { Session } from "../session.js";
import { exampleUntil } from "../example.js";
import type { CheckFlags } from "../flags.js";
import { type ExitCode, exitCodes } from "../exit.js";
import { wantsColour } from "../io.js";
import { folderPrefix, type Project, readProject } from "../project.js";
import { rulePages } from "../rule/pages.js";
import { runningProgram } from "../running.js";
import { commandLine } from "../shell.js";
import { showWitness } from "../witness/show.js";
import { type Counts, checkWording } from "../wording/check.js";

export interface CheckOptions extends CheckFlags {
  readonly dir: string;
}

/** Finds mistakes in the strategy files of a folder, also against the bundle that is running; data is not read. */
export function check(session: Session, { dir, running, witness, format }: CheckOptions): ExitCode {
  const { io, language } = session;
  const project = readProject(session, dir, running === undefined ? {} : { running: runningProgram(session, running) });
  const { diagnostics, sources } = project;
  if (witness !== undefined && project.program) return showWitness(session, project.program, witness, { dir, format });
  if (format === "json") io.stdout.write(json(project, session));
  else if (format === "github") io.stdout.write(renderGithub(diagnostics, sources, language, folderPrefix(dir)));
  else io.stdout.write(pretty(project, session, running));
  return project.program ? exitCodes.fine : exitCodes.wrong;
}

function pretty(project: Project, { io, language }: Session, running: string | undefined): string {
  const words = checkWording[language];
  const colour = wantsColour(io.stdout, io.env);
  const paint = pc.createColors(colour);
  const { diagnostics, sources, dir } = project;
  const options = { colour, width: io.stdout.columns - 8, folder: folderPrefix(dir) };
  const blocks = diagnostics.length === 0 ? "" : `${renderPretty(diagnostics, sources, language, options)}\n`;
  const errors = diagnostics.filter((each) => each.severity === "error").length;
  const found = words.found(errors, diagnostics.length - errors);
  const rule = diagnostics.find(({ code }) => rulePages.some((page) => page.code === code));
  const more = rule ? `${words.more}${paint.bold(commandLine("touchline", "rules", rule.code))}\n` : "";
  const counts = countsOf(project);
  if (!counts) {
    const against = running === undefined ? [] : ["--running", running];
    const again = `${words.again}${paint.bold(commandLine("touchline", "check", dir, ...against))}`;
    return `${blocks}${paint.red(paint.bold(found))}\n${more}${again}\n`;
  }
  const summary = diagnostics.length === 0 ? paint.green(words.clean(counts)) : paint.yellow(found);
  const unfitted = project.program?.analysis.fits.some(({ fitted }) => fitted === null);
  const next = commandLine("touchline", unfitted ? "calibrate" : "plan", dir, "--until", exampleUntil);
  return `${blocks}${summary}\n${more}${words.next}${paint.bold(next)}\n`;
}

function json(project: Project, { language }: Session): string {
  const document = documentOf(project.diagnostics, project.sources, language);
  const { format_version, diagnostics } = document;
  return `${JSON.stringify({ format_version, ok: project.program !== null, counts: countsOf(project), diagnostics }, null, 2)}\n`;
}

function countsOf({ program, sources }: Project): Counts | null {
  if (!program) return null;
  return {
    files: sources.length,
    strategies: program.strategies.length,
    events: program.events.length,
    channels: program.channels.length,
    materials: program.materials.length,
  };
}
