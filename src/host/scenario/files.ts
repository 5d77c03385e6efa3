import { readdirSync } from "node:fs";
import { join } from "node:path";
import { type Diagnostic, diagnostic } from "../../diagnostic/diagnostic.js";
import type { Program } from "../../program/program.js";
import { byCodePoint } from "../../text/order.js";
import type { Source } from "../../text/source.js";
import { FileProblem, systemCode } from "../problem.js";
import { decode, MAX_FILE_BYTES, readWithinLimit } from "../strategy-files.js";
import { nothingCommon, readCommon, readScenarios } from "./file.js";
import type { Scenario } from "./scenario.js";

/** The folder, beside the strategy files, that holds a project's cases. */
export const TESTS = "tests";

/** What every case of the folder starts from. */
const COMMON = `${TESTS}/given.yaml`;

/** A project's cases by file, and what is wrong with the files. */
export interface ScenarioFiles {
  readonly files: readonly { readonly name: string; readonly scenarios: readonly Scenario[] }[];
  /** The texts that diagnostics point at. */
  readonly sources: readonly Source[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads all `tests/*.yaml` of a project's folder; a project without that folder has none. Throws `FileProblem` if a file
 * cannot be read. Messages name the folder as `shown`.
 */
export function readScenarioFiles(folder: string, program: Program, shown = folder): ScenarioFiles {
  const { sources, diagnostics } = readTexts(folder, shown);
  const shared = sources.find(({ name }) => name === COMMON);
  const common = shared ? readCommon(shared, program) : nothingCommon;
  const read = sources
    .filter((source) => source !== shared)
    .map((source) => ({ name: source.name, ...readScenarios(source, program, common) }));
  return {
    files: read.map(({ name, scenarios }) => ({ name, scenarios })),
    sources,
    diagnostics: [...diagnostics, ...common.diagnostics, ...read.flatMap((file) => file.diagnostics)],
  };
}

function readTexts(folder: string, shown: string): Pick<ScenarioFiles, "sources" | "diagnostics"> {
  const sources: Source[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const file of fileNames(folder, shown)) {
    const name = `${TESTS}/${file}`;
    const span = { file: name, start: 0, end: 0 };
    const bytes = readWithinLimit(join(folder, name), MAX_FILE_BYTES, join(shown, name));
    const text = bytes && decode(bytes);
    if (bytes === null) diagnostics.push(diagnostic("scenario-too-large", span, { limit: MAX_FILE_BYTES }));
    else if (text === null) diagnostics.push(diagnostic("not-utf8", span, { file: name }));
    else sources.push({ name, text });
  }
  return { sources, diagnostics };
}

function fileNames(folder: string, shown: string): string[] {
  try {
    const entries = readdirSync(join(folder, TESTS), { withFileTypes: true });
    const names = entries.flatMap((entry) => (entry.isFile() && /\.ya?ml$/.test(entry.name) ? [entry.name] : []));
    return names.filter((name) => !name.startsWith(".")).sort(byCodePoint);
  } catch (error) {
    const reason = systemCode(error);
    if (reason === "ENOENT" || reason === "ENOTDIR") return [];
    throw new FileProblem("unreadable", join(shown, TESTS), reason);
  }
}
