import { type Document, isAlias, isMap, isScalar, isSeq, type Node, parseDocument, visit } from "yaml";
import type { Source } from "./source.js";
import type { Span } from "./span.js";

/** A value of a YAML text, with its place. Maps are lists of pairs, so that no key is special. */
export type YamlValue =
  | { readonly is: "scalar"; readonly value: string | number | boolean | null; readonly span: Span }
  | { readonly is: "map"; readonly pairs: readonly YamlPair[]; readonly span: Span }
  | { readonly is: "list"; readonly items: readonly YamlValue[]; readonly span: Span };

export interface YamlPair {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: YamlValue;
}

/** What of YAML is refused: each of them lets a text mean something that does not stand there. */
export type YamlFeature = "alias" | "anchor" | "tag" | "merge key";

export type YamlRead =
  | { readonly is: "value"; readonly value: YamlValue }
  /** `reason` is the YAML parser's. */
  | { readonly is: "broken"; readonly reason: string; readonly span: Span }
  | { readonly is: "refused"; readonly feature: YamlFeature; readonly span: Span };

/** Reads YAML without aliases, anchors, merge keys and tags. Never throws. */
export function readYamlText(source: Source): YamlRead {
  try {
    const document = parseDocument(source.text, { schema: "core", merge: false, prettyErrors: false });
    const problem = document.errors[0];
    if (problem) return broken(source, problem.message, problem.pos[0], problem.pos[1]);
    const refused = refusedFeature(document, source);
    return refused ?? { is: "value", value: valueOf(source, document.contents) };
  } catch (error) {
    return broken(source, error instanceof Error ? error.message : String(error), 0, 0);
  }
}

function broken(source: Source, message: string, start: number, end: number): YamlRead {
  const reason = message.split("\n", 1)[0] ?? "";
  return { is: "broken", reason, span: { file: source.name, start, end: Math.max(start, end) } };
}

function refusedFeature(document: Document.Parsed, source: Source): YamlRead | null {
  const found: YamlRead[] = [];
  const refuse = (node: Node, feature: YamlFeature): void => {
    found.push({ is: "refused", feature, span: spanOf(source, node) });
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
  return found[0] ?? null;
}

/** Tags that the parser itself gives to plain nodes. */
const standardTags = new Set(
  ["map", "seq", "str", "int", "float", "bool", "null"].map((tag) => `tag:yaml.org,2002:${tag}`),
);

function valueOf(source: Source, node: unknown): YamlValue {
  const span = spanOf(source, node);
  if (isSeq(node)) return { is: "list", items: node.items.map((item) => valueOf(source, item)), span };
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
