/** A stretch of a source text: offsets in UTF-16 code units, `end` excluded. */
export interface Span {
  /** The source's name, as given to `compile`: a path relative to the project, with forward slashes. */
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** The smallest span that covers both; they must lie in one file. */
export function cover(first: Span, last: Span): Span {
  return { file: first.file, start: Math.min(first.start, last.start), end: Math.max(first.end, last.end) };
}
