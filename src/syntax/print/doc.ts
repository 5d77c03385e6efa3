import type { Span } from "../../text/span.js";

/** A text to be laid out: words that stay together, and the places where a line may end. */
export type Doc = string | NameLeaf | TextLeaf | Mark | Line | Group | Nest | readonly Doc[];

/** A name: it gets back-quotes where its letters alone would be read as something else. */
export interface NameLeaf {
  readonly is: "name";
  readonly text: string;
}

/** A text in quotes: which quotes, depends on what it stands in. */
export interface TextLeaf {
  readonly is: "text";
  readonly text: string;
}

/** Takes no room: says where in the source file the words around it were, for comments and blank lines. */
export interface Mark {
  readonly is: "mark";
  readonly offset: number;
}

export interface Line {
  readonly is: "line";
  /** What stands here if the line does not end; `null` if it always ends. */
  readonly flat: string | null;
  /** Whether a declaration or a clause begins after it. */
  readonly fresh: boolean;
}

/** Goes on one line if it fits; else every line end of its own (not of inner groups) is taken. */
export interface Group {
  readonly is: "group";
  readonly doc: Doc;
}

/** Lines that start in it are indented by one step more. */
export interface Nest {
  readonly is: "nest";
  readonly doc: Doc;
}

const ending = (flat: string | null, fresh = false): Line => Object.freeze({ is: "line", flat, fresh });

/** A blank or a line end. */
export const line = ending(" ");
/** Nothing or a line end. */
export const soft = ending("");
/** A line end. */
export const hard = ending(null);
/** A line end before a declaration or a clause. */
export const fresh = ending(null, true);

export const group = (doc: Doc): Group => ({ is: "group", doc });
export const nest = (doc: Doc): Nest => ({ is: "nest", doc });
export const text = (words: string): TextLeaf => ({ is: "text", text: words });

/** With the place in the source that it came from. */
export const marked = (span: Span, doc: Doc): Doc => [
  { is: "mark", offset: span.start },
  doc,
  { is: "mark", offset: span.end },
];

export const name = (from: { readonly text: string; readonly span: Span }): Doc =>
  marked(from.span, { is: "name", text: from.text });

/** All marks of a doc, in its order. */
export function marksOf(doc: Doc): Mark[] {
  if (typeof doc === "string") return [];
  if (!("is" in doc)) return doc.flatMap(marksOf);
  if (doc.is === "mark") return [doc];
  return doc.is === "group" || doc.is === "nest" ? marksOf(doc.doc) : [];
}

/** The docs with `between` between each two. */
export function join(docs: readonly Doc[], between: Doc): Doc[] {
  return docs.flatMap((doc, index) => (index === 0 ? [doc] : [between, doc]));
}
