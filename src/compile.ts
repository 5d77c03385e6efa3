/**
 * `touchline/compile`: strategy files to a program. The one entry that loads the parser; what evaluates a compiled
 * program is `touchline`.
 */
import { builtInCalendars } from "./calendar/china.js";
import { check } from "./check/check.js";
import type { Diagnostic } from "./diagnostic/diagnostic.js";
import type { Calibration } from "./program/calibration.js";
import type { Calendar, Program } from "./program/program.js";
import { parse } from "./syntax/parse.js";
import type { Source } from "./text/source.js";
import { byCodePoint } from "./text/order.js";

// What goes in: files as names and texts, and how to count lines in them.
export type { Position, Source } from "./text/source.js";
export { lineStarts, positionAt } from "./text/source.js";
export type { Span } from "./text/span.js";

// What may go in: calendars of one's own, beside the built-in ones.
export type { Calendar } from "./program/program.js";

// What may go in: what was found in the population.
export type { Calibration } from "./program/calibration.js";

// What comes out: the program, as plain JSON data.
export type { Program } from "./program/program.js";

// What may be wrong: diagnostics as data, what they say in each language, and how they are shown.
export { codes, wordingOf } from "./diagnostic/catalogue.js";
export type { Code, Diagnostic, Edit, Severity } from "./diagnostic/diagnostic.js";
export { renderGithub } from "./diagnostic/github.js";
export { renderJson } from "./diagnostic/json.js";
export { renderPretty } from "./diagnostic/pretty.js";
export type { Language, Wording } from "./diagnostic/wording.js";

/** What there is beside the files. */
export interface CompileOptions {
  /** The program that decides now: its splits may change only as `was` says. */
  readonly running?: Program;
  /** Calendars that the project may name; one with the id of a built-in calendar takes its place. */
  readonly calendars?: readonly Calendar[];
  /** What was found in the population for its measures, values and groups; what was found for another definition does not count. */
  readonly calibrations?: readonly Calibration[];
  /** `false`: leaves out what takes a proof, such as that nobody can be in a `who`; a program does not depend on it. */
  readonly prove?: boolean;
}

/** A compiled project. */
export interface Compiled {
  /** `null` when there is any error. */
  readonly program: Program | null;
  /** By file, then by place in it. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Compiles the files of one project. Never throws on what is in them: whatever is wrong is a diagnostic.
 * The same files in any order give the same result.
 */
export function compile(
  sources: readonly Source[],
  { running, calendars = [], calibrations = [], prove = true }: CompileOptions = {},
): Compiled {
  const sorted = [...sources].sort((a, b) => byCodePoint(a.name, b.name));
  const parsed = sorted.map((source) => parse(source));
  const read = parsed.flatMap(({ diagnostics }) => diagnostics);
  const files = parsed.map(({ file }) => file);
  const checked = check(files, sorted, {
    broken: read.filter(isError),
    calendars: [...calendars, ...builtInCalendars],
    calibrations,
    running: running ?? null,
    prove,
  });
  const diagnostics = [...read, ...checked.diagnostics].sort(byPlace);
  return { program: diagnostics.some(isError) ? null : checked.program, diagnostics };
}

function isError({ severity }: Diagnostic): boolean {
  return severity === "error";
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  return byCodePoint(a.span.file, b.span.file) || a.span.start - b.span.start;
}
