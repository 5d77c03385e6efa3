import type { Code, Diagnostic } from "../diagnostic/diagnostic.js";
import { diagnostic } from "../diagnostic/diagnostic.js";
import type { Messages } from "../diagnostic/messages.js";
import type { DataMessages } from "../diagnostic/data.js";
import { wordingOf } from "../diagnostic/catalogue.js";
import type { Source } from "../text/source.js";
import type { Span } from "../text/span.js";
import type { LoadReport } from "./load-report.js";

/** The data or its mapping is wrong: diagnostics to render over `source` (the mapping's text), and what was loaded so far. */
export class DataError extends Error {
  constructor(
    readonly diagnostics: readonly Diagnostic[],
    /** `data.yaml`, or `null` if it could not be read. */
    readonly source: Source | null,
    readonly report: LoadReport | null = null,
  ) {
    super(diagnostics.map((one) => wordingOf(one, "en").message).join("; "));
    this.name = "DataError";
  }
}

/** Makes a `DataError` of one problem. */
export function dataError<C extends Code & keyof DataMessages>(
  code: C,
  span: Span,
  args: Messages[C],
  source: Source | null,
): DataError {
  return new DataError([diagnostic(code, span, args)], source);
}

/** A span for what lies nowhere in the mapping. */
export const nowhere: Span = Object.freeze({ file: "data.yaml", start: 0, end: 0 });
