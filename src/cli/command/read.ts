import pc from "picocolors";
import type { Program } from "../../program/program.js";
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
  const asked = tellersOf(program, only);
  const tellings = readBack(files, program, language).filter(
    ({ kind, id }) => only.length === 0 || ((kind === "strategy" || kind === "set") && asked.has(id)),
  );
  io.stdout.write(format === "json" ? json(tellings) : pretty(tellings, session));
  return exitCodes.fine;
}

/** Where strategies are told: by themselves, or in their set. */
function tellersOf({ strategies, sets }: Program, only: readonly string[]): ReadonlySet<string> {
  const asked = strategies.filter(({ id }) => only.includes(id));
  return new Set(asked.map(({ id, set }) => (set === null ? id : (sets[set]?.id ?? id))));
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
