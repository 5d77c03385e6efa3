import type { Span } from "../text/span.js";
import type { Messages } from "./messages.js";

export type Severity = "error" | "warning";

/** A replacement that would mend the source: the text of `span` becomes `text`. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

export type Code = keyof Messages;

/** Something wrong in a strategy file, as plain data; the wording lives in the catalogue, the rendering apart. */
export interface Diagnostic<C extends Code = Code> {
  readonly code: C;
  readonly severity: Severity;
  readonly span: Span;
  /** What the wording of this code needs to know; the shape is fixed per code by `Messages`. */
  readonly args: Messages[C];
  /** Other places that belong to the problem, such as the first of two declarations. */
  readonly related: readonly Span[];
  /** "Did you mean": at most one edit, offered only when it is likely to be what the author meant. */
  readonly suggestion: Edit | null;
}

/** Makes a frozen diagnostic; an error unless `extra` says otherwise. */
export function diagnostic<C extends Code>(
  code: C,
  span: Span,
  args: Messages[C],
  extra: { severity?: Severity; related?: readonly Span[]; suggestion?: Edit | null } = {},
): Diagnostic<C> {
  return Object.freeze({
    code,
    severity: extra.severity ?? "error",
    span,
    args,
    related: extra.related ?? [],
    suggestion: extra.suggestion ?? null,
  });
}
