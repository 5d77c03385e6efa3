import { resolve } from "node:path";
import pc from "picocolors";
import { compile } from "../../compile.js";
import { wordingOf } from "../../diagnostic/catalogue.js";
import { interchangeWording } from "../../diagnostic/interchange.js";
import { writeNewFiles } from "../../host/new-files.js";
import { decode, readWithinLimit } from "../../host/strategy-files.js";
import { importLogic, type ImportedRule } from "../../interop/logic/import/import.js";
import type { Problem } from "../../interop/problem.js";
import { importTree } from "../../interop/tree/document.js";
import type { Program } from "../../program/program.js";
import { parse } from "../../syntax/parse.js";
import { print } from "../../syntax/print.js";
import { visible, visibleSentence } from "../../text/visible.js";
import { type ExitCode, exitCodes } from "../exit.js";
import type { ImportFlags } from "../flags.js";
import { wantsColour } from "../io.js";
import { type Project, programOf, readProject } from "../project.js";
import { UsageProblem } from "../report.js";
import type { Session } from "../session.js";
import { importWording } from "../wording/import.js";
import { problemWording } from "../wording/problem.js";

export interface ImportOptions extends ImportFlags {
  readonly file: string;
}

/** Bytes of the largest document that is read. */
const LARGEST = 16 * 1024 * 1024;

/** Reads what another program wrote: a tree as strategy files, or a JSON Logic rule as a `who`. */
export function importDocument(session: Session, options: ImportOptions): ExitCode {
  const document = readDocument(session, options.file);
  if ("code" in document) return tell(session, options, [document]);
  return options.from === "tree"
    ? importedTree(session, options, document.json)
    : importedLogic(session, options, document.json);
}

function readDocument({ io }: Session, file: string): { readonly json: unknown } | Problem {
  const bytes = readWithinLimit(resolve(io.cwd, file), LARGEST, file);
  if (bytes === null) return { code: "document-too-large", path: "", args: { limit: LARGEST } };
  const text = decode(bytes);
  if (text === null) return { code: "not-json", path: "", args: { reason: "UTF-8" } };
  try {
    return { json: JSON.parse(text) as unknown };
  } catch (error) {
    return { code: "not-json", path: "", args: { reason: error instanceof Error ? error.message : String(error) } };
  }
}

function importedTree(session: Session, options: ImportOptions, document: unknown): ExitCode {
  const { io, language } = session;
  const { out, format } = options;
  const { files, problems } = importTree(document);
  if (problems.length > 0) return tell(session, options, problems);
  const words = importWording[language];
  const names = files.map(({ file }) => file);
  if (out !== undefined) writeNewFiles(resolve(io.cwd, out), out, files);
  if (format === "json") {
    const written = out === undefined ? { files } : { out, files: names };
    io.stdout.write(`${JSON.stringify({ format_version: 1, ok: true, ...written, problems: [] }, null, 2)}\n`);
  } else if (out !== undefined) io.stdout.write(`${visible(words.written(out, names))}\n`);
  else if (files.length > 1) throw new UsageProblem(words.needsOut(files.length));
  else io.stdout.write(files.map(({ text }) => text).join(""));
  return exitCodes.fine;
}

function importedLogic(session: Session, options: ImportOptions, document: unknown): ExitCode {
  const { io, language } = session;
  const { out, format, project: dir } = options;
  const words = importWording[language];
  if (out !== undefined) throw new UsageProblem(words.outIsForTrees);
  const project = readProject(session, dir);
  const program = programOf(session, project, format);
  if (!program) return exitCodes.wrong;
  const { rules, problems } = importLogic(document, program);
  const sound = rules.map((rule) => ({ rule, problem: unsound(session, project, program, rule) }));
  const all = [...problems, ...sound.flatMap(({ problem }) => (problem === null ? [] : [problem]))];
  const good = sound.filter(({ problem }) => problem === null).map(({ rule }) => rule);
  if (format === "json") {
    const said = good.map(({ strategy, who }) => ({ strategy, who }));
    io.stdout.write(jsonOf(session, all, { rules: said }));
  } else {
    const blocks = good.map(
      ({ strategy, who }) =>
        `${strategy === null ? "" : `// ${visible(strategy)}\n`}${who === null ? words.everybody : clause(who)}\n`,
    );
    io.stdout.write(blocks.join("\n"));
    if (all.length > 0) tellPretty(session, all);
  }
  return all.length > 0 ? exitCodes.wrong : exitCodes.fine;
}

/** The clause as a strategy would hold it, in the one layout of the language. */
function clause(who: string): string {
  const { file } = parse({ name: "", text: `strategy s {\n  who ${who}\n}\n` });
  return print(file)
    .split("\n")
    .slice(1, -2)
    .map((line) => line.slice(2))
    .join("\n");
}

/** Lets the checker judge a clause as a tag of the project. */
function unsound(
  { language }: Session,
  project: Project,
  program: Program,
  { who, strategy }: ImportedRule,
): Problem<"logic-unsound"> | null {
  if (who === null) return null;
  const name = freeName(program);
  const probe = { name: "(import).touch", text: `tag fact ${name} = ${who}\n` };
  const { diagnostics } = compile([...project.sources, probe], {
    calendars: project.calendars,
    calibrations: project.calibrations,
  });
  const wrong = diagnostics.find(({ severity, span }) => severity === "error" && span.file === probe.name);
  if (wrong === undefined) return null;
  const path = strategy === null ? "" : strategy;
  return { code: "logic-unsound", path, args: { path, phrase: "", who, message: wordingOf(wrong, language).message } };
}

function freeName({ tags, lifecycles, maps }: Program): string {
  const taken = new Set([...tags, ...lifecycles, ...maps].map(({ id }) => id));
  let name = "imported";
  while (taken.has(name)) name += "_";
  return name;
}

function tell(session: Session, { format }: ImportOptions, problems: readonly Problem[]): ExitCode {
  if (format === "json") session.io.stdout.write(jsonOf(session, problems, {}));
  else tellPretty(session, problems);
  return exitCodes.wrong;
}

function jsonOf({ language }: Session, problems: readonly Problem[], rest: object): string {
  const told = problems.map((problem) => ({
    code: problem.code,
    path: problem.path,
    ...interchangeWording(problem, language),
  }));
  const ok = problems.length === 0;
  return `${JSON.stringify({ format_version: 1, ok, ...rest, problems: told }, null, 2)}\n`;
}

/** Problems shown at once; a document of another kind would have thousands. */
const SHOWN = 20;

function tellPretty({ io, language }: Session, problems: readonly Problem[]): void {
  const words = problemWording[language];
  const paint = pc.createColors(wantsColour(io.stderr, io.env));
  for (const problem of problems.slice(0, SHOWN)) {
    const { message, fix } = interchangeWording(problem, language);
    io.stderr.write(`${paint.red(paint.bold(words.error))}${paint.bold(visibleSentence(message))}\n`);
    if (problem.code.startsWith("logic-") && problem.path !== "") io.stderr.write(`  --> ${visible(problem.path)}\n`);
    io.stderr.write(`${paint.bold(words.fix)}${visibleSentence(fix)}\n`);
  }
  if (problems.length > SHOWN) io.stderr.write(`${importWording[language].more(problems.length - SHOWN)}\n`);
}
