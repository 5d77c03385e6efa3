import { formatDate } from "../calendar/civil.js";
import { later } from "../calendar/later.js";
import { zone } from "../calendar/zone.js";
import { type Diagnostic, diagnostic } from "../diagnostic/diagnostic.js";
import { renderJson } from "../diagnostic/json.js";
import { renderPretty } from "../diagnostic/pretty.js";
import type { Fit, Program } from "../program/program.js";
import { parse } from "../syntax/parse.js";
import type { Source } from "../text/source.js";
import type { Span } from "../text/span.js";
import { exampleUntil } from "./example.js";
import { wantsColour } from "./io.js";
import { folderPrefix, type Project, programOf } from "./project.js";
import type { Session } from "./session.js";
import { commandLine } from "./shell.js";

/** When the program is to be used, as typed and as an instant. */
export interface Used {
  readonly text: string;
  readonly at: number;
}

/**
 * The project's program for deciding; `null`, told why, if there is none, or if anything that it fits to the population was not fitted
 * as it is now. Tells what is due to be fitted again at `used`, if that is given.
 */
export function decidingProgram(
  session: Session,
  project: Project,
  used: Used | null,
  format: "pretty" | "json" = "pretty",
): Program | null {
  const program = programOf(session, project, format);
  if (!program) return null;
  const problems = fitProblems(project, program, used);
  if (problems.length === 0) return program;
  const wrong = problems.some(({ severity }) => severity === "error");
  const { io, language } = session;
  if (wrong && format === "json") io.stdout.write(renderJson(problems, project.sources, language));
  else tellOnStderr(session, project, problems);
  return wrong ? null : program;
}

/** Shows diagnostics that point into a project's files. */
export function tellOnStderr({ io, language }: Session, project: Project, problems: readonly Diagnostic[]): void {
  io.stderr.write(
    renderPretty(problems, project.sources, language, {
      colour: wantsColour(io.stderr, io.env),
      width: io.stderr.columns - 8,
      folder: folderPrefix(project.dir),
    }),
  );
}

function fitProblems(project: Project, program: Program, used: Used | null): Diagnostic[] {
  const command = commandLine("touchline", "calibrate", project.dir, "--until", used?.text ?? exampleUntil);
  const problem = (fit: Fit): Diagnostic | null => {
    const name = fit.id;
    const span = (): Span => placeOf(project.sources, name);
    if (fit.fitted === null) {
      const known = project.calibrations.some(({ id }) => id === name);
      return diagnostic(known ? "calibration-void" : "calibration-missing", span(), { name, command });
    }
    const due = fit.refresh && later(zone(program.project.zone), fit.fitted.until, fit.refresh);
    if (used === null || due === null || used.at <= due) return null;
    const [until, by] = [fit.fitted.until, due].map((at) => formatDate(zone(program.project.zone).dateAt(at)));
    const args = { name, until: until ?? "", due: by ?? "", command };
    return diagnostic("calibration-old", span(), args, { severity: "warning" });
  };
  return program.analysis.fits.flatMap((fit) => problem(fit) ?? []);
}

/** Where a measure, a value or groups are declared. */
export function placeOf(sources: readonly Source[], name: string): Span {
  for (const source of sources) {
    for (const declaration of parse(source).file.declarations) {
      if (!("name" in declaration) || declaration.name?.text !== name) continue;
      if (fitted.has(declaration.is)) return declaration.name.span;
    }
  }
  return { file: sources[0]?.name ?? "", start: 0, end: 0 };
}

const fitted: ReadonlySet<string> = new Set(["measure", "value", "groups"]);
