import { readdirSync } from "node:fs";
import { join } from "node:path";
import { type Diagnostic, diagnostic } from "../diagnostic/diagnostic.js";
import type { Calendar } from "../program/program.js";
import { byCodePoint } from "../text/order.js";
import type { Source } from "../text/source.js";
import { readCalendar } from "./calendar-file.js";
import { FileProblem, systemCode } from "./problem.js";
import { decode, MAX_FILE_BYTES, readWithinLimit } from "./strategy-files.js";

/** The folder, beside the strategy files, that holds a project's own calendars. */
export const CALENDARS = "calendars";

/** A project's own calendars, and what is wrong with their files. */
export interface CalendarFiles {
  readonly calendars: readonly Calendar[];
  /** The texts that diagnostics point at. */
  readonly sources: readonly Source[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads all `calendars/*.yaml` of a project's folder; a project without that folder has none. Throws `FileProblem` if a file
 * cannot be read. Messages name the folder as `shown`.
 */
export function readCalendarFiles(folder: string, shown = folder): CalendarFiles {
  const calendars: Calendar[] = [];
  const sources: Source[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const file of calendarFileNames(folder, shown)) {
    const name = `${CALENDARS}/${file}`;
    const bytes = readWithinLimit(join(folder, name), MAX_FILE_BYTES, join(shown, name));
    if (bytes === null) {
      diagnostics.push(diagnostic("calendar-too-large", emptySpan(name), { limit: MAX_FILE_BYTES }));
      continue;
    }
    const text = decode(bytes);
    if (text === null) {
      diagnostics.push(diagnostic("not-utf8", emptySpan(name), { file: name }));
      continue;
    }
    const source = { name, text };
    const read = readCalendar(source);
    sources.push(source);
    diagnostics.push(...read.diagnostics);
    if (read.calendar) calendars.push(read.calendar);
  }
  return { calendars, sources, diagnostics };
}

function calendarFileNames(folder: string, shown: string): string[] {
  try {
    const entries = readdirSync(join(folder, CALENDARS), { withFileTypes: true });
    const names = entries.flatMap((entry) => (entry.isFile() && /\.ya?ml$/.test(entry.name) ? [entry.name] : []));
    return names.filter((name) => !name.startsWith(".")).sort(byCodePoint);
  } catch (error) {
    const reason = systemCode(error);
    // A file of that name is somebody's own affair.
    if (reason === "ENOENT" || reason === "ENOTDIR") return [];
    throw new FileProblem("unreadable", join(shown, CALENDARS), reason);
  }
}

function emptySpan(file: string): Diagnostic["span"] {
  return { file, start: 0, end: 0 };
}
