import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Diagnostic, diagnostic } from "../diagnostic/diagnostic.js";
import { renderJson } from "../diagnostic/json.js";
import { renderPretty } from "../diagnostic/pretty.js";
import { InputError } from "../decide/input-error.js";
import { FileProblem } from "../host/problem.js";
import { decode, MAX_FILE_BYTES, readWithinLimit } from "../host/strategy-files.js";
import { DataError, dataError, nowhere } from "../population/data-error.js";
import type { DataMap } from "../population/data-map.js";
import { parseDataMap } from "../population/data-yaml.js";
import type { Session } from "./session.js";
import { type ExitCode, exitCodes } from "./exit.js";
import { reportInput } from "./input-problems.js";
import { wantsColour } from "./io.js";
import { loadLines } from "./plan/load.js";
import { folderPrefix, type Project } from "./project.js";
import { loadWording } from "./wording/load.js";

const MAPPING = "data.yaml";

/** The mapping beside the strategies. Throws a `DataError` for what is wrong in it, a `FileProblem` if it cannot be read. */
export function readDataMap({ folder, dir }: Project): DataMap {
  const path = join(folder, MAPPING);
  if (!existsSync(path)) throw dataError("data-no-mapping", nowhere, { folder: dir }, null);
  const bytes = readWithinLimit(path, MAX_FILE_BYTES, join(dir, MAPPING));
  if (bytes === null) throw mappingError(diagnostic("file-too-large", nowhere, { limit: MAX_FILE_BYTES }));
  const text = decode(bytes);
  if (text === null) throw mappingError(diagnostic("not-utf8", nowhere, { file: MAPPING }));
  return parseDataMap({ name: MAPPING, text });
}

function mappingError(problem: Diagnostic): DataError {
  return new DataError([problem], null);
}

/** The folder that the mapping's paths start from. Throws `FileProblem` if the one that was given does not exist. */
export function dataRoot({ io }: Session, project: Project, data: string | undefined): string {
  if (data === undefined) return project.folder;
  const root = resolve(io.cwd, data);
  if (!existsSync(root)) throw new FileProblem("no-folder", data, "ENOENT");
  return root;
}

/** Tells what is wrong with the data: what was rejected, then the problems (as JSON on stdout if asked for). */
export function reportDataError(session: Session, dir: string, error: DataError, format: "pretty" | "json"): ExitCode {
  const { io, language } = session;
  const sources = error.source === null ? [] : [error.source];
  if (format === "json") {
    io.stdout.write(renderJson(error.diagnostics, sources, language));
    return exitCodes.wrong;
  }
  if (error.report) io.stderr.write(`${loadLines(error.report, loadWording[language], language).join("\n")}\n\n`);
  io.stderr.write(
    renderPretty(error.diagnostics, sources, language, {
      colour: wantsColour(io.stderr, io.env),
      width: io.stderr.columns - 8,
      folder: folderPrefix(dir),
    }),
  );
  return exitCodes.wrong;
}

/** Runs work over the data; what is wrong with the data, or with what was recorded before, is told, and ends with 1. */
export async function overData(
  session: Session,
  { dir, format }: { readonly dir: string; readonly format: "pretty" | "json" },
  work: () => Promise<ExitCode>,
): Promise<ExitCode> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DataError) return reportDataError(session, dir, error, format);
    if (error instanceof InputError) return reportInput(session, error, format);
    throw error;
  }
}
