import { compile } from "../../compile.js";
import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import { renderJson } from "../../diagnostic/json.js";
import { renderPretty } from "../../diagnostic/pretty.js";
import type { Program } from "../../program/program.js";
import type { Source } from "../../text/source.js";
import type { Span } from "../../text/span.js";
import { wantsColour } from "../io.js";
import type { Project } from "../project.js";
import type { Session } from "../session.js";

/** What diagnostics call the text of `--of`. */
const FLAG = "--of";

/**
 * The project with one more tag, which says who is in the group. What is wrong with the text is told, pointing into it (as JSON on
 * stdout if asked for); then the result is `null`.
 */
export function withGroupTag(
  session: Session,
  project: Project,
  who: string,
  format: "pretty" | "json",
): { readonly program: Program; readonly tag: number } | null {
  const id = unusedName(project.sources);
  const before = `tag fact ${id} = `;
  const source = { name: FLAG, text: `${before}${who}\n` };
  const { calendars, calibrations } = project;
  const { program, diagnostics } = compile([...project.sources, source], { calendars, calibrations });
  const tag = program?.tags.findIndex((one) => one.id === id) ?? -1;
  if (program && tag >= 0) return { program, tag };
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  tell(
    session,
    errors.map((error) => shifted(error, before.length)),
    [...project.sources, { name: FLAG, text: who }],
    format,
  );
  return null;
}

/** A name that stands nowhere in the project. */
function unusedName(sources: readonly Source[]): string {
  let name = "portrayed";
  while (sources.some(({ text }) => text.includes(name))) name += "_";
  return name;
}

/** The same, for the text without what was put before it. */
function shifted(error: Diagnostic, by: number): Diagnostic {
  const moved = (span: Span): Span =>
    span.file === FLAG ? { ...span, start: Math.max(0, span.start - by), end: Math.max(0, span.end - by) } : span;
  const { suggestion } = error;
  return {
    ...error,
    span: moved(error.span),
    related: error.related.map(moved),
    suggestion: suggestion && { ...suggestion, span: moved(suggestion.span) },
  };
}

function tell(
  { io, language }: Session,
  errors: readonly Diagnostic[],
  sources: readonly Source[],
  format: "pretty" | "json",
): void {
  if (format === "json") {
    io.stdout.write(renderJson(errors, sources, language));
    return;
  }
  const colour = wantsColour(io.stderr, io.env);
  io.stderr.write(renderPretty(errors, sources, language, { colour, width: io.stderr.columns - 8, folder: "" }));
}
