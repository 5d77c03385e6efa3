import { wordingOf } from "./catalogue.js";
import type { Diagnostic, Edit, Severity } from "./diagnostic.js";
import type { Locator } from "./locate.js";
import type { Language } from "./wording.js";

/** A diagnostic in words and numbers, as machines read it. Lines and columns count from 1, columns in UTF-16 code units. */
export interface DiagnosticRecord {
  readonly code: string;
  readonly severity: Severity;
  /** Relative to the project, with forward slashes; empty for what concerns the project as a whole. */
  readonly file: string;
  /** `null` when the problem lies in no readable place, such as a file that is too large. */
  readonly line: number | null;
  readonly column: number | null;
  /** The place after the last character. */
  readonly end_line: number | null;
  readonly end_column: number | null;
  readonly message: string;
  readonly fix: string;
  readonly related: readonly RelatedRecord[];
  /** A replacement that would mend the source, or `null`. */
  readonly suggestion: EditRecord | null;
}

export interface RelatedRecord {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export interface EditRecord extends RelatedRecord {
  readonly end_line: number;
  readonly end_column: number;
  readonly text: string;
}

/** What a diagnostic says in a language, and where. */
export function recordOf(diagnostic: Diagnostic, locator: Locator, language: Language): DiagnosticRecord {
  const { message, fix } = wordingOf(diagnostic, language);
  const place = locator.place(diagnostic.span);
  return {
    code: diagnostic.code,
    severity: diagnostic.severity,
    file: diagnostic.span.file,
    line: place?.start.line ?? null,
    column: place?.start.column ?? null,
    end_line: place?.end.line ?? null,
    end_column: place?.end.column ?? null,
    message,
    fix,
    related: diagnostic.related.flatMap((span) => {
      const at = locator.place(span);
      return at ? [{ file: span.file, line: at.start.line, column: at.start.column }] : [];
    }),
    suggestion: diagnostic.suggestion && editRecord(diagnostic.suggestion, locator),
  };
}

function editRecord(edit: Edit, locator: Locator): EditRecord | null {
  const place = locator.place(edit.span);
  if (!place) return null;
  return {
    file: edit.span.file,
    line: place.start.line,
    column: place.start.column,
    end_line: place.end.line,
    end_column: place.end.column,
    text: edit.text,
  };
}
