import type { Source } from "../text/source.js";
import type { Diagnostic } from "./diagnostic.js";
import { Locator } from "./locate.js";
import { type DiagnosticRecord, recordOf } from "./record.js";
import type { Language } from "./wording.js";

/** The JSON document of a check. `format_version` grows when a reader of the old form would misread the new one. */
export interface DiagnosticDocument {
  readonly format_version: 1;
  readonly diagnostics: readonly DiagnosticRecord[];
}

/** All diagnostics as plain JSON data. */
export function documentOf(
  diagnostics: readonly Diagnostic[],
  sources: readonly Source[],
  language: Language,
): DiagnosticDocument {
  const locator = new Locator(sources);
  return { format_version: 1, diagnostics: diagnostics.map((each) => recordOf(each, locator, language)) };
}

/** The same as text, ending with a line end. */
export function renderJson(diagnostics: readonly Diagnostic[], sources: readonly Source[], language: Language): string {
  return `${JSON.stringify(documentOf(diagnostics, sources, language), null, 2)}\n`;
}
