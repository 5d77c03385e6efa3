import { readFileSync } from "node:fs";
import { CommanderError } from "commander";
import { FileProblem } from "../host/problem.js";
import { shipped } from "../text/package.js";
import { visible } from "../text/visible.js";
import { InputError } from "../decide/input-error.js";
import { commands } from "./commands.js";
import { type ExitCode, exitCodes } from "./exit.js";
import { reportInput } from "./input-problems.js";
import { Interrupted } from "./interrupted.js";
import type { Io } from "./io.js";
import { chooseLanguage } from "./language.js";
import { reportProblem, UsageProblem } from "./report.js";
import { usageWording } from "./usage.js";
import type { CommandName } from "./wording/help.js";
import { type ProblemWording, problemWording } from "./wording/problem.js";

/** Runs one command line. Whatever happens is told on the given streams; nothing is thrown. */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  const language = chooseLanguage(argv, io.env);
  let code: ExitCode = exitCodes.fine;
  const root = commands({ io, language }, version(), (ended) => {
    code = ended;
  });
  if (argv.length === 0) {
    root.outputHelp({ error: true });
    return exitCodes.usage;
  }
  try {
    await root.parseAsync([...argv], { from: "user" });
    return code;
  } catch (error) {
    return told(error, argv, io, language);
  }
}

function told(error: unknown, argv: readonly string[], io: Io, language: "en" | "zh"): ExitCode {
  const words = problemWording[language];
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return exitCodes.fine;
    if (error.code === "commander.help") return exitCodes.usage;
    reportProblem(io, language, usageWording(error, words.usage, commandIn(argv)));
    return exitCodes.usage;
  }
  if (error instanceof UsageProblem) {
    reportProblem(io, language, error.wording);
    return exitCodes.usage;
  }
  if (error instanceof FileProblem) {
    reportProblem(io, language, words.file[error.code](error.path, error.reason));
    return exitCodes.usage;
  }
  if (error instanceof InputError) {
    return reportInput({ io, language }, error, "pretty");
  }
  if (error instanceof Interrupted) {
    io.stderr.write(`${interruptedText(error, words)}\n`);
    return exitCodes.interrupted;
  }
  reportProblem(io, language, words.internal(error instanceof Error ? error.message : String(error)));
  if (io.env["TOUCHLINE_DEBUG"] && error instanceof Error) io.stderr.write(`${error.stack ?? ""}\n`);
  return exitCodes.usage;
}

function interruptedText({ unwritten }: Interrupted, words: ProblemWording): string {
  if (unwritten === null) return words.interrupted;
  return (unwritten.left === "nothing" ? words.notWritten : words.incomplete)(visible(unwritten.path));
}

const commandNames: readonly CommandName[] = [
  "init",
  "check",
  "read",
  "fmt",
  "plan",
  "explain",
  "test",
  "calibrate",
  "sample",
  "bundle",
  "export",
  "import",
  "metrics",
  "funnel",
  "coverage",
  "portrait",
  "matrix",
];

function commandIn(argv: readonly string[]): CommandName | null {
  return commandNames.find((name) => argv.includes(name)) ?? null;
}

function version(): string {
  const text = readFileSync(shipped(import.meta.url, "package.json"), "utf8");
  const parsed: unknown = JSON.parse(text);
  return typeof parsed === "object" && parsed !== null && "version" in parsed ? String(parsed.version) : "";
}
