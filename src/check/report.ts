import { type Code, type Diagnostic, diagnostic, type Severity } from "../diagnostic/diagnostic.js";
import type { Messages } from "../diagnostic/messages.js";
import type { Exist } from "../diagnostic/check/exist.js";
import { nearest } from "../text/nearest.js";
import type { Span } from "../text/span.js";

/** How many names a message lists. */
const LISTED = 5;

/** Collects what is wrong, in the order in which it is found. */
export class Report {
  readonly diagnostics: Diagnostic[] = [];
  readonly #said = new Set<string>();

  add<C extends Code>(
    code: C,
    span: Span,
    args: Messages[C],
    extra: { severity?: Severity; related?: readonly Span[]; suggestion?: { span: Span; text: string } | null } = {},
  ): null {
    // What a set says is looked at for each of its members, and is wrong once.
    const key = JSON.stringify([code, span, args]);
    if (!this.#said.has(key)) this.diagnostics.push(diagnostic(code, span, args, extra) as Diagnostic);
    this.#said.add(key);
    return null;
  }

  /** The same, unless it was said of this place before. */
  addOnce<C extends Code>(...said: Parameters<typeof this.add<C>>): null {
    const [code, span] = said;
    const again = this.diagnostics.some(
      (each) => each.code === code && each.span.file === span.file && each.span.start === span.start,
    );
    return again ? null : this.add(...said);
  }
}

/** The first few of `names`, for a message that says what exists. */
export function exist(names: Iterable<string>): Exist {
  const all = [...names];
  return { names: all.slice(0, LISTED), more: Math.max(0, all.length - LISTED) };
}

/** What exists, with the nearest to a wrong name put first, and the edit that would mend it. */
export function meant(
  name: { readonly text: string; readonly span: Span },
  names: Iterable<string>,
): { exist: Exist; suggestion: { span: Span; text: string } | null } {
  const all = [...names];
  const near = nearest(name.text, all);
  const ordered = near === null ? all : [near, ...all.filter((each) => each !== near)];
  return { exist: exist(ordered), suggestion: near === null ? null : { span: name.span, text: near } };
}
