import type { AnyShape, RecordShape, Shape } from "./shape.js";

/** What JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/**
 * A part of a tree as JSON. What is absent, no, or an empty list is left out. The members of an object stand in the order in
 * which they were written, so that a reader can give the clauses back in that order.
 */
export function written<T>(shape: Shape<T>, value: T): Json {
  return toJson(shape, value);
}

function toJson(shape: AnyShape, value: unknown): Json {
  switch (shape.is) {
    case "words":
      return (value as { readonly text: string }).text;
    case "nullable":
      return value === null ? null : toJson(shape.of, value);
    case "list":
      return (value as readonly unknown[]).map((each) => toJson(shape.of, each));
    case "lazy":
      return toJson(shape.of(), value);
    case "either":
      return typeof value === "object" ? toJson(recordOf(shape.of), value) : (value as Json);
    case "union":
      return record(variantOf(shape.variants, value as { readonly is: string }), value as Node);
    case "record":
      return record(shape, value as Node);
    default:
      return value as Json;
  }
}

type Node = Readonly<Record<string, unknown>>;

function recordOf(shapes: readonly AnyShape[]): AnyShape {
  const found = shapes.find(({ is }) => is === "record");
  if (found === undefined) throw new TypeError("an object stands where none can");
  return found;
}

function variantOf(variants: ReadonlyMap<string, RecordShape>, { is }: { readonly is: string }): RecordShape {
  const found = variants.get(is);
  if (found === undefined) throw new RangeError(`a tree that holds \`${is}\` has no JSON form`);
  return found;
}

function record({ fields, later }: RecordShape, node: Node): Json {
  if (later && (node["later"] as readonly unknown[]).length > 0)
    throw new RangeError("a tree that holds a construct of a later version has no JSON form");
  const present = [...fields].filter(([name, shape]) => !isAbsent(shape, node[name]));
  const placed = present.map(([name, shape]) => ({ name, shape, at: placeOf(node[name]) }));
  // A stable sort: what has no place of its own stays ahead, in the order of the description.
  const inOrder = placed.toSorted((a, b) => a.at - b.at);
  return Object.fromEntries(inOrder.map(({ name, shape }) => [name, toJson(shape, node[name])]));
}

function isAbsent(shape: AnyShape, value: unknown): boolean {
  if (shape.is === "nullable") return value === null;
  if (shape.is === "flag") return !shape.required && value === false;
  return shape.is === "list" && shape.least === 0 && (value as readonly unknown[]).length === 0;
}

/** Where in its text a node begins; −1 for what has no place. */
function placeOf(value: unknown): number {
  if (typeof value !== "object" || value === null) return -1;
  if ("span" in value) return (value as { readonly span: { readonly start: number } }).span.start;
  for (const part of Object.values(value)) {
    const at = placeOf(part);
    if (at >= 0) return at;
  }
  return -1;
}
