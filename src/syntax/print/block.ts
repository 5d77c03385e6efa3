import type { Span } from "../../text/span.js";
import type { NotYet } from "../tree.js";
import { type Doc, fresh, group, hard, marked, name, nest, soft } from "./doc.js";
import { unprintable } from "./unprintable.js";

/** A clause and where it begins. */
export interface Clause {
  readonly start: number;
  readonly doc: Doc;
}

/** A clause, or none where nothing is written. */
export function clause<T extends { readonly span: Span }>(node: T | null, print: (node: T) => Doc): readonly Clause[] {
  return node === null ? [] : [{ start: node.span.start, doc: print(node) }];
}

/** A clause of names, such as `channel push then sms`. */
export function namesClause(
  names: readonly { readonly text: string; readonly span: Span }[],
  print: (names: readonly Doc[]) => Doc,
): readonly Clause[] {
  const [first, last] = [names[0], names.at(-1)];
  if (first === undefined || last === undefined) return [];
  const span = { ...first.span, end: last.span.end };
  return [{ start: span.start, doc: group(marked(span, print(names.map(name)))) }];
}

/**
 * A declaration with a block: one clause a line, in the order in which they were written. A tree that was not read from
 * a text keeps the order given here.
 */
export function block(head: Doc, clauses: readonly Clause[], later: readonly NotYet[], span: Span): Doc {
  for (const each of later) unprintable(each);
  if (clauses.length === 0) return group(marked(span, [head, " {", soft, "}"]));
  const inOrder = clauses.toSorted((a, b) => a.start - b.start);
  return marked(span, [head, " {", nest(inOrder.map(({ doc }) => [fresh, doc])), hard, "}"]);
}
