import pc from "picocolors";
import { readBack, type Telling } from "../../read/read.js";
import { parse } from "../../syntax/parse.js";
import { type ExitCode, exitCodes } from "../exit.js";
import { wantsColour } from "../io.js";
import { programOf, readProject } from "../project.js";
import type { Session } from "../session.js";
import { knownStrategies } from "../strategy-option.js";
import { problemWording } from "../wording/problem.js";

export interface ReadOptions {
  readonly dir: string;
  readonly strategy?: readonly string[];
  readonly format: "pretty" | "json";
}

/** Says the declarations of a project back in sentences; what is wrong is told instead, for nothing else can be trusted. */
export function read(session: Session, { dir, strategy: only = [], format }: ReadOptions): ExitCode {
  const { io, language } = session;
  const project = readProject(session, dir);
  const program = programOf(session, project, format);
  if (!program) return exitCodes.wrong;
  knownStrategies(problemWording[language].usage, program, only);
  const files = project.sources.map((source) => parse(source).file);
  const tellings = readBack(files, program, language).filter(
    ({ kind, id }) => only.length === 0 || (kind === "strategy" && only.includes(id)),
  );
  io.stdout.write(format === "json" ? json(tellings) : pretty(tellings, session));
  return exitCodes.fine;
}

function json(declarations: readonly Telling[]): string {
  return `${JSON.stringify({ format_version: 1, declarations }, null, 2)}\n`;
}

/** A blank line between declarations, their first lines bold. */
function pretty(tellings: readonly Telling[], { io }: Session): string {
  const paint = pc.createColors(wantsColour(io.stdout, io.env));
  const blocks = tellings.map(({ sentence }) => {
    const [first = "", ...rest] = sentence.split("\n");
    return [paint.bold(first), ...rest].join("\n");
  });
  return `${blocks.join("\n\n")}\n`;
}
