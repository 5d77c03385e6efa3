import type * as tree from "../tree.js";
import { type Doc, group, line, marked, name, nest } from "./doc.js";
import { quantity } from "./value.js";

/** How the test of a `where` is printed: tests contain behaviour, and behaviour contains tests. */
export type PrintWhere = (test: tree.Expr) => Doc;

/** `view where category is phone` */
export function pattern(node: tree.Pattern, print: PrintWhere): Doc {
  return marked(node.span, [name(node.event), where(node.where, print)]);
}

/** The test of an event's fields with the blank before it, or nothing. */
export const where = (test: tree.Expr | null, print: PrintWhere): Doc =>
  test === null ? "" : [" where ", print(test)];

/** `then no order with same product_id within 2 days`; in a process `then visit where page is "cart" as cart within 2 days` */
export function step(node: tree.SequenceStep & { readonly alias?: tree.Name | null }, print: PrintWhere): Doc {
  const more: Doc[] = [];
  if (node.alias) more.push(["as ", name(node.alias)]);
  if (node.same !== null) more.push(["with same ", name(node.same)]);
  if (node.within !== null) more.push(["within ", quantity(node.within)]);
  const start = node.no ? "then no " : "then ";
  return group(marked(node.span, [start, pattern(node.pattern, print), nest(more.map((part) => [line, part]))]));
}
