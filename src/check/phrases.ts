import type { Phrase } from "../program/program.js";
import type { Comment, File } from "../syntax/tree.js";
import { lineStarts, positionAt, type Source } from "../text/source.js";
import type { Span } from "../text/span.js";

interface Read {
  readonly text: string;
  readonly starts: readonly number[];
  readonly comments: readonly Comment[];
}

/** The source behind the program: quotes it in messages, and keeps the phrases that explanations need. */
export class Phrases {
  readonly list: Phrase[] = [];
  readonly #files = new Map<string, Read>();
  readonly #spans: Span[] = [];

  constructor(sources: readonly Source[], files: readonly File[]) {
    const comments = new Map(files.map((file) => [file.file, file.comments]));
    for (const { name, text } of sources) {
      this.#files.set(name, { text, starts: lineStarts(text), comments: comments.get(name) ?? [] });
    }
  }

  /** The text of a span on one line: comments left out, white space folded to one blank. */
  textOf(span: Span): string {
    const read = this.#files.get(span.file);
    if (!read) return "";
    const text = read.text.slice(span.start, span.end);
    if (!/[\n\r\t]|  |\/\//.test(text)) return text;
    const code = text.includes("//") ? withoutComments(text, span, read.comments) : text;
    return code.replace(/\s+/g, " ").trim();
  }

  /** Keeps a phrase, in other words if they are given; gives its place in the program. */
  said(span: Span, text = this.textOf(span)): number {
    const read = this.#files.get(span.file);
    const position = read ? positionAt(read.starts, span.start) : { line: 1, column: 1 };
    this.list.push({ file: span.file, line: position.line, column: position.column, text });
    this.#spans.push(span);
    return this.list.length - 1;
  }

  /** Where a phrase that was kept stands. */
  spanOf(said: number): Span | null {
    return this.#spans[said] ?? null;
  }
}

function withoutComments(text: string, span: Span, comments: readonly Comment[]): string {
  let kept = "";
  let from = 0;
  for (const comment of comments) {
    if (comment.span.start < span.start || comment.span.end > span.end) continue;
    kept += text.slice(from, comment.span.start - span.start);
    from = comment.span.end - span.start;
  }
  return kept + text.slice(from);
}
