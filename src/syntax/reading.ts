import type { IToken } from "chevrotain";
import { type Code, type Diagnostic, diagnostic, type Edit } from "../diagnostic/diagnostic.js";
import type { Messages } from "../diagnostic/messages.js";
import type { Source } from "../text/source.js";
import type { Span } from "../text/span.js";

/** One file while it is read: its text, and what has been found wrong so far. */
export class Reading {
  readonly file: string;
  readonly text: string;
  readonly diagnostics: Diagnostic[] = [];
  /** Texts and names that are not closed: what they swallowed gives no messages of its own. */
  readonly open: Span[] = [];

  constructor(source: Source) {
    this.file = source.name;
    this.text = source.text;
  }

  span(start: number, end: number): Span {
    return { file: this.file, start, end };
  }

  /** From the start of one token to the end of another. */
  reach(a: IToken, z: IToken): Span {
    return { file: this.file, start: a.startOffset, end: endOf(z) };
  }

  written(span: Span): string {
    return this.text.slice(span.start, span.end);
  }

  edit(start: number, end: number, text: string): Edit {
    return { span: this.span(start, end), text };
  }

  report<C extends Code>(
    code: C,
    span: Span,
    args: Messages[C],
    extra: { related?: readonly Span[]; suggestion?: Edit | null; severity?: "error" | "warning" } = {},
  ): void {
    this.diagnostics.push(diagnostic(code, span, args, extra));
  }
}

/** Where a token ends, in the file. */
export function endOf(token: IToken): number {
  return token.startOffset + token.image.length;
}
