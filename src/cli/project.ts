import { resolve } from "node:path";
import { compile, type CompileOptions } from "../compile.js";
import type { Diagnostic } from "../diagnostic/diagnostic.js";
import { renderJson } from "../diagnostic/json.js";
import { renderPretty } from "../diagnostic/pretty.js";
import { readCalendarFiles } from "../host/calendar-files.js";
import { readCalibrationFile } from "../host/calibration-files.js";
import { readStrategyFiles } from "../host/strategy-files.js";
import type { Calibration } from "../program/calibration.js";
import type { Calendar, Program } from "../program/program.js";
import type { Source } from "../text/source.js";
import type { Session } from "./session.js";
import { wantsColour } from "./io.js";

/** A project as read from a folder: its program, if nothing is wrong, and what is wrong. */
export interface Project {
  /** As typed. */
  readonly dir: string;
  /** Absolute. */
  readonly folder: string;
  /** All texts in which a diagnostic may point. */
  readonly sources: readonly Source[];
  /** The project's own. */
  readonly calendars: readonly Calendar[];
  /** What was fitted to its population. */
  readonly calibrations: readonly Calibration[];
  readonly program: Program | null;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads and compiles the strategy files of a folder, with its calendars and, unless `options` has others, its calibrations. Throws
 * `FileProblem` if they cannot be read.
 */
export function readProject({ io }: Session, dir: string, options: CompileOptions = {}): Project {
  const folder = resolve(io.cwd, dir);
  const files = readStrategyFiles(folder, dir);
  const own = readCalendarFiles(folder, dir);
  const { calendars } = own;
  const fitted = options.calibrations ? null : readCalibrationFile(folder, dir);
  const calibrations = options.calibrations ?? fitted?.calibrations ?? [];
  const unread = [...files.diagnostics, ...own.diagnostics, ...(fitted?.diagnostics ?? [])];
  // With a file missing, every name that it declares would be reported as unknown: the true cause comes alone.
  if (unread.length > 0) {
    const sources = [...files.sources, ...files.damaged, ...own.sources, ...(fitted?.sources ?? [])];
    return { dir, folder, sources, calendars, calibrations, program: null, diagnostics: unread };
  }
  const { program, diagnostics } = compile(files.sources, { ...options, calendars, calibrations });
  return { dir, folder, sources: files.sources, calendars, calibrations, program, diagnostics };
}

/** The project's program; if there is none, tells what is wrong (as JSON on stdout if asked for) and returns `null`. */
export function programOf(session: Session, project: Project, format: "pretty" | "json" = "pretty"): Program | null {
  const { io, language } = session;
  if (project.program) return project.program;
  if (format === "json") io.stdout.write(renderJson(project.diagnostics, project.sources, language));
  else
    io.stderr.write(
      renderPretty(project.diagnostics, project.sources, language, {
        colour: wantsColour(io.stderr, io.env),
        width: io.stderr.columns - 8,
        folder: folderPrefix(project.dir),
      }),
    );
  return null;
}

/** What goes before a file's name to make it a path from where the command was typed; `""` for `.`. */
export function folderPrefix(dir: string): string {
  const plain = dir
    .replaceAll("\\", "/")
    .replace(/^(?:\.\/+)+/, "")
    .replace(/\/+$/, "");
  return plain === "" || plain === "." ? (dir.startsWith("/") ? "/" : "") : `${plain}/`;
}
