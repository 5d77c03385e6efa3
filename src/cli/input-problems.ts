import { InputError } from "../decide/input-error.js";
import { inputEn, inputZh } from "../diagnostic/input.js";
import type { Wording } from "../diagnostic/wording.js";
import { type ExitCode, exitCodes } from "./exit.js";
import { reportProblem } from "./report.js";
import type { Session } from "./session.js";
import { problemWording } from "./wording/problem.js";

/** Many lines of a file may be wrong; the first ones show what is. */
const SHOWN = 20;

/** Tells what is wrong with entries, or that the interval goes beyond what a calendar knows (as JSON on stdout if asked for). */
export function reportInput({ io, language }: Session, error: InputError, format: "pretty" | "json"): ExitCode {
  const problems = error.problems.map(({ path, code, args }) => {
    const wording = (language === "zh" ? inputZh : inputEn)[code] as (args: unknown) => Wording;
    return { path, code, ...wording(args) };
  });
  if (format === "json") {
    io.stdout.write(`${JSON.stringify({ format_version: 1, problems }, null, 2)}\n`);
    return exitCodes.wrong;
  }
  for (const problem of problems.slice(0, SHOWN)) reportProblem(io, language, problem);
  if (problems.length > SHOWN) io.stderr.write(`${problemWording[language].more(problems.length - SHOWN)}\n`);
  return exitCodes.wrong;
}

/** The same error with other paths: a person knows lines of files, not places in lists. */
export function withPaths(error: InputError, rename: (path: string) => string): InputError {
  return new InputError(
    error.problems.map((problem) => {
      const path = rename(problem.path);
      return { ...problem, path, args: "path" in problem.args ? { ...problem.args, path } : problem.args };
    }),
  );
}
