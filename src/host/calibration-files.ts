import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Diagnostic, diagnostic } from "../diagnostic/diagnostic.js";
import type { Calibration } from "../program/calibration.js";
import type { Source } from "../text/source.js";
import { readCalibration } from "./calibration-file.js";
import { decode, MAX_FILE_BYTES, readWithinLimit } from "./strategy-files.js";

/** The file, beside the strategy files, that holds what was fitted to the population. */
export const CALIBRATION = "calibration.yaml";

/** What was fitted for a project, and what is wrong with the file that says so. */
export interface CalibrationFile {
  readonly calibrations: readonly Calibration[];
  /** The text that diagnostics point at; none without the file. */
  readonly sources: readonly Source[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads `calibration.yaml` of a project's folder; a project without it has no calibrations. Throws `FileProblem` if it cannot be read.
 * Messages name the folder as `shown`.
 */
export function readCalibrationFile(folder: string, shown = folder): CalibrationFile {
  const path = join(folder, CALIBRATION);
  if (!existsSync(path)) return { calibrations: [], sources: [], diagnostics: [] };
  const bytes = readWithinLimit(path, MAX_FILE_BYTES, join(shown, CALIBRATION));
  if (bytes === null) return unread(diagnostic("calibration-too-large", start, { limit: MAX_FILE_BYTES }));
  const text = decode(bytes);
  if (text === null) return unread(diagnostic("not-utf8", start, { file: CALIBRATION }));
  const source = { name: CALIBRATION, text };
  return { ...readCalibration(source), sources: [source] };
}

const start = Object.freeze({ file: CALIBRATION, start: 0, end: 0 });

function unread(problem: Diagnostic): CalibrationFile {
  return { calibrations: [], sources: [], diagnostics: [problem] };
}
