import { type Diagnostic, diagnostic } from "../../src/diagnostic/diagnostic.js";
import type { Source } from "../../src/text/source.js";
import type { Span } from "../../src/text/span.js";

/** A source and the means to point into it by its own words. */
export interface Sheet {
  readonly source: Source;
  /** The span of the first occurrence of a piece of the text. */
  at(piece: string): Span;
  /** A diagnostic about the first occurrence of a piece. */
  about(piece: string, extra?: Parameters<typeof diagnostic>[3]): Diagnostic;
}

export function sheet(name: string, text: string): Sheet {
  const at = (piece: string): Span => {
    const start = text.indexOf(piece);
    if (start < 0) throw new Error(`${piece} does not occur`);
    return { file: name, start, end: start + piece.length };
  };
  return {
    source: { name, text },
    at,
    about: (piece, extra) => diagnostic("not-yet", at(piece), { construct: piece.split("\n")[0] ?? "" }, extra),
  };
}
