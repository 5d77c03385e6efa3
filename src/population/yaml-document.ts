import { type Document, isAlias, isMap, isScalar, isSeq, type Node, parseDocument, visit } from "yaml";
import type { Source } from "../text/source.js";
import type { Span } from "../text/span.js";
import { dataError } from "./data-error.js";

/** A value of a YAML text, with its place. Maps are lists of pairs, so that no key is special. */
export type YamlValue =
  | { readonly is: "scalar"; readonly value: string | number | boolean | null; readonly span: Span }
  | { readonly is: "map"; readonly pairs: readonly YamlPair[]; readonly span: Span }
  | { readonly is: "list"; readonly span: Span };

export interface YamlPair {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: YamlValue;
}

/** Reads YAML without aliases, anchors, merge keys and tags; anything that goes wrong is a `DataError`. */
export function readYaml(source: Source): YamlValue {
  try {
    const document = parseDocument(source.text, { schema: "core", merge: false, prettyErrors: false });
    const problem = document.errors[0];
    if (problem) throw broken(source, problem.message, problem.pos[0], problem.pos[1]);
    refuseFeatures(document, source);
    return valueOf(source, document.contents);
  } catch (error) {
    if (error instanceof Error && error.name === "DataError") throw error;
    throw broken(source, error instanceof Error ? error.message : String(error), 0, 0);
  }
}

function broken(source: Source, message: string, start: number, end: number): Error {
  const reason = message.split("\n", 1)[0] ?? "";
  return dataError("data-yaml", { file: source.name, start, end: Math.max(start, end) }, { reason }, source);
}

function refuseFeatures(document: Document.Parsed, source: Source): void {
  const refuse = (node: Node, feature: "alias" | "anchor" | "tag" | "merge key"): never => {
    throw dataError("data-yaml-feature", spanOf(source, node), { feature }, source);
  };
  visit(document, {
    Alias: (_, node) => refuse(node, "alias"),
    Pair: (_, pair) => {
      if (isScalar(pair.key) && pair.key.value === "<<") refuse(pair.key, "merge key");
    },
    Value: (_, node) => {
      if (node.anchor !== undefined) refuse(node, "anchor");
      if (node.tag !== undefined && !standardTags.has(node.tag)) refuse(node, "tag");
    },
  });
}

/** Tags that the parser itself gives to plain nodes. */
const standardTags = new Set(
  ["map", "seq", "str", "int", "float", "bool", "null"].map((tag) => `tag:yaml.org,2002:${tag}`),
);

function valueOf(source: Source, node: unknown): YamlValue {
  const span = spanOf(source, node);
  if (isSeq(node)) return { is: "list", span };
  if (isMap(node)) {
    const pairs = node.items.map((pair) => ({
      key: isScalar(pair.key) ? String(pair.key.value) : "",
      keySpan: spanOf(source, pair.key),
      value: valueOf(source, pair.value),
    }));
    return { is: "map", pairs, span };
  }
  const value = isScalar(node) ? node.value : null;
  const simple = typeof value === "string" || typeof value === "number" || typeof value === "boolean";
  return { is: "scalar", value: simple ? value : null, span };
}

function spanOf(source: Source, node: unknown): Span {
  const range = isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? node.range : null;
  if (!range) return { file: source.name, start: 0, end: 0 };
  const [start, end] = range;
  // A block can be as long as the file; its first line is enough to find it by.
  const stop = source.text.indexOf("\n", start);
  return { file: source.name, start, end: stop >= start ? Math.min(end, stop) : end };
}
