import { resolve } from "node:path";
import pc from "picocolors";
import { openAside } from "../../host/side-file.js";
import { logicDocument } from "../../interop/logic/document.js";
import { exportLogic, type RefusedClause } from "../../interop/logic/export.js";
import { exportTree } from "../../interop/tree/document.js";
import type { Json } from "../../interop/tree/write.js";
import { typesOf } from "../../interop/types/types.js";
import type { Program } from "../../program/program.js";
import { parse } from "../../syntax/parse.js";
import type { File } from "../../syntax/tree.js";
import { visible, visibleSentence } from "../../text/visible.js";
import { type ExitCode, exitCodes } from "../exit.js";
import { sentences } from "../export/sentence.js";
import type { ExportFlags } from "../flags.js";
import { wantsColour } from "../io.js";
import { programOf, readProject } from "../project.js";
import { UsageProblem } from "../report.js";
import type { Session } from "../session.js";
import { knownStrategies } from "../strategy-option.js";
import { exportWording } from "../wording/export.js";
import { problemWording } from "../wording/problem.js";

export interface ExportOptions extends ExportFlags {
  readonly dir: string;
}

/** What is exported: its text, and what to say of it. */
interface Exported {
  readonly text: string;
  readonly summary: string;
  /** How many of what it holds, for `--format json`. */
  readonly counts: { readonly [name: string]: number };
  readonly refused: readonly RefusedClause[];
}

/** Writes a project for other programs: its tree, its rules as JSON Logic, or its types. */
export function exportProject(session: Session, options: ExportOptions): ExitCode {
  const { io, language } = session;
  const { dir, to, out, format, strategy: only = [] } = options;
  const project = readProject(session, dir);
  const program = programOf(session, project, format);
  if (!program) return exitCodes.wrong;
  if (to !== "json-logic" && only.length > 0) throw new UsageProblem(exportWording[language].onlyLogic);
  knownStrategies(problemWording[language].usage, program, only);
  const files = project.sources.map((source) => parse(source).file);
  const made = exported(session, options, program, files);
  for (const each of made.refused) tellRefused(session, each);
  if (out === undefined) io.stdout.write(made.text);
  else {
    const file = openAside(resolve(io.cwd, out), out);
    file.write(made.text);
    file.commit();
    const report = { format_version: 1, file: out, ...made.counts, refused: made.refused };
    io.stdout.write(format === "json" ? `${JSON.stringify(report, null, 2)}\n` : `${made.summary}\n`);
  }
  return made.refused.length > 0 ? exitCodes.wrong : exitCodes.fine;
}

function exported(
  { language }: Session,
  { to, out = "", strategy: only }: ExportOptions,
  program: Program,
  files: readonly File[],
): Exported {
  const words = exportWording[language];
  const shown = visible(out);
  const declarations = files.flatMap((file) => file.declarations);
  switch (to) {
    case "tree": {
      const comments = files.reduce((sum, file) => sum + file.comments.length, 0);
      const rest = comments > 0 ? `\n${words.comments(comments)}` : "";
      const summary = words.written.tree(shown, files.length, declarations.length) + rest;
      const counts = { files: files.length, declarations: declarations.length, comments_left: comments };
      return { text: jsonText(exportTree(files)), summary, counts, refused: [] };
    }
    case "json-logic": {
      const logic = exportLogic(program, only);
      const { strategies, facts, refused } = logic;
      const text = jsonText(logicDocument(program, logic, sentences(program, declarations)));
      const summary = words.written["json-logic"](shown, strategies.length, facts.length);
      return { text, summary, counts: { strategies: strategies.length, facts: facts.length }, refused };
    }
    case "types": {
      const events = program.events.length;
      return { text: typesOf(program), summary: words.written.types(shown, events), counts: { events }, refused: [] };
    }
  }
}

const jsonText = (json: Json): string => `${JSON.stringify(json, null, 2)}\n`;

/** On stderr: on stdout there may be the document. */
function tellRefused({ io, language }: Session, { strategy, clause, phrase, file, line, why }: RefusedClause): void {
  const words = exportWording[language];
  const problem = problemWording[language];
  const paint = pc.createColors(wantsColour(io.stderr, io.env));
  const { message, fix } = words.refused(phrase, why);
  io.stderr.write(`${paint.red(paint.bold(problem.error))}${paint.bold(visibleSentence(message))}\n`);
  io.stderr.write(`  --> ${visible(`${file}:${line}`)} (${words.place(strategy, clause)})\n`);
  io.stderr.write(`${paint.bold(problem.fix)}${visibleSentence(fix)}\n`);
}
