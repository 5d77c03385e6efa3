import { lineStarts, type Position, positionAt, type Source } from "../text/source.js";
import type { Span } from "../text/span.js";

/** The two ends of a span as people count them; `end` is the place after its last character. */
export interface Place {
  readonly start: Position;
  readonly end: Position;
}

/** A source with its lines, for finding places again and again. */
export interface Located {
  readonly text: string;
  readonly starts: readonly number[];
}

/** Finds spans in sources. A span of a file that is not among them (a missing file) lies nowhere: `null`. */
export class Locator {
  readonly #sources = new Map<string, Source>();
  readonly #located = new Map<string, Located>();

  constructor(sources: readonly Source[]) {
    for (const source of sources) this.#sources.set(source.name, source);
  }

  /** The source of a file with the starts of its lines, or `null`. */
  source(file: string): Located | null {
    const known = this.#located.get(file);
    if (known) return known;
    const source = this.#sources.get(file);
    if (!source) return null;
    const located = { text: source.text, starts: lineStarts(source.text) };
    this.#located.set(file, located);
    return located;
  }

  /** Where a span lies, or `null`. */
  place(span: Span): Place | null {
    const located = this.source(span.file);
    if (!located) return null;
    const length = located.text.length;
    const start = Math.min(span.start, length);
    const end = Math.min(Math.max(span.end, start), length);
    return { start: positionAt(located.starts, start), end: positionAt(located.starts, end) };
  }
}

/** The text of a line, from 1, without its line end. */
export function lineText(located: Located, line: number): string {
  const start = located.starts[line - 1] ?? located.text.length;
  const end = located.starts[line] ?? located.text.length;
  return located.text.slice(start, end).replace(/[\r\n]+$/, "");
}
