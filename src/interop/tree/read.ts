import type { NeededJson } from "../../diagnostic/interchange/document.js";
import { nearest } from "../../text/nearest.js";
import type { Problems } from "../problem.js";
import { type AnyShape, mayBeAbsent, type RecordShape, type Shape } from "./shape.js";

/** JSON inside each other deeper than this is no tree that anybody wrote: files nest 64 deep, each step a few objects. */
const DEEPEST = 500;

/**
 * Reads a part of a tree from JSON; `undefined` if something in it is wrong, which is told with its path. The nodes get
 * spans in the order of the document, which the printer takes as the order of the clauses.
 */
export function treeReader(
  file: string,
  problems: Problems,
): <T>(shape: Shape<T>, json: unknown, path: string) => T | undefined {
  let place = 0;

  function read(shape: AnyShape, json: unknown, path: string, depth: number): unknown {
    if (depth > DEEPEST) return problems.add("nested-too-deep", path, { path });
    switch (shape.is) {
      case "string":
        return readString(shape, json, path);
      case "words":
        return readWords(shape.least, json, path);
      case "whole":
        if (Number.isInteger(json) && isWithin(shape, json as number)) return json;
        return wrong(path, { whole: shape }, json);
      case "flag":
        return typeof json === "boolean" ? json : wrong(path, "boolean", json);
      case "choice":
        return readChoice(shape.choices, json, path);
      case "nullable":
        return json === null ? null : read(shape.of, json, path, depth);
      case "list":
        return readList(shape.of, shape.least, json, path, depth);
      case "either":
        return read(eitherOf(shape.of, json), json, path, depth);
      case "lazy":
        return read(shape.of(), json, path, depth);
      case "union":
        return readUnion(shape.variants, json, path, depth);
      case "record":
        return readRecord(shape, json, path, depth);
    }
  }

  function wrong(path: string, needs: NeededJson, got: unknown): undefined {
    return problems.add("wrong-json", path, { path, needs, got: shown(got) });
  }

  function readString({ pattern, says }: AnyShape & { readonly is: "string" }, json: unknown, path: string): unknown {
    if (typeof json !== "string") return wrong(path, "text", json);
    return pattern === null || pattern.test(json) ? json : wrong(path, { says }, json);
  }

  function readWords(least: number, json: unknown, path: string): unknown {
    if (typeof json !== "string" || json.length < least) return wrong(path, least > 0 ? "name" : "text", json);
    const start = place++;
    return Object.freeze({ text: json.normalize("NFC"), span: { file, start, end: place } });
  }

  function readChoice(choices: readonly string[], json: unknown, path: string): unknown {
    if (typeof json === "string" && choices.includes(json)) return json;
    return unknownChoice(choices, json, path);
  }

  function unknownChoice(choices: readonly string[], json: unknown, path: string): undefined {
    const near = typeof json === "string" ? nearest(json, choices) : null;
    return problems.add("not-one-of", path, { path, got: shown(json), near, known: choices });
  }

  function readList(of: AnyShape, least: number, json: unknown, path: string, depth: number): unknown {
    if (!Array.isArray(json)) return wrong(path, "list", json);
    if (json.length < least) return problems.add("list-too-short", path, { path, least });
    const items = json.map((each, index) => read(of, each, `${path}[${index}]`, depth + 1));
    return items.includes(undefined) ? undefined : Object.freeze(items);
  }

  function readUnion(variants: ReadonlyMap<string, RecordShape>, json: unknown, path: string, depth: number): unknown {
    if (!isObject(json)) return wrong(path, "object", json);
    if (!Object.hasOwn(json, "is")) return problems.add("missing-member", path, { path, name: "is" });
    const kind = json["is"];
    const variant = typeof kind === "string" ? variants.get(kind) : undefined;
    if (variant === undefined) return unknownChoice([...variants.keys()], kind, `${path}.is`);
    return readRecord(variant, json, path, depth);
  }

  function readRecord({ fields, span, later }: RecordShape, json: unknown, path: string, depth: number): unknown {
    if (!isObject(json)) return wrong(path, "object", json);
    const start = place++;
    const values = new Map<string, unknown>();
    // In the order of the document, so that its order becomes the order of the text.
    for (const [key, value] of Object.entries(json)) {
      const shape = fields.get(key);
      const at = `${path}${memberPath(key)}`;
      if (shape === undefined) unknownMember(key, [...fields.keys()], at);
      values.set(key, shape === undefined ? undefined : read(shape, value, at, depth + 1));
    }
    for (const [key, shape] of fields) {
      if (values.has(key)) continue;
      if (mayBeAbsent(shape)) values.set(key, absent(shape));
      else values.set(key, problems.add("missing-member", path, { path, name: key }));
    }
    if ([...values.values()].includes(undefined)) return undefined;
    if (later) values.set("later", Object.freeze([]));
    if (span) values.set("span", { file, start, end: place });
    return Object.freeze(Object.fromEntries(values));
  }

  function unknownMember(name: string, known: readonly string[], path: string): void {
    problems.add("unknown-member", path, { path, name, near: nearest(name, known), known });
  }

  return <T>(shape: Shape<T>, json: unknown, path: string) => read(shape, json, path, 0) as T | undefined;
}

const isWithin = ({ least, most }: { readonly least: number; readonly most: number }, n: number): boolean =>
  n >= least && n <= most;

function absent(shape: AnyShape): unknown {
  if (shape.is === "nullable") return null;
  return shape.is === "flag" ? false : Object.freeze([]);
}

function eitherOf(shapes: readonly AnyShape[], json: unknown): AnyShape {
  const fits = shapes.find(({ is }) =>
    is === "record" ? typeof json === "object" : is === "whole" ? typeof json === "number" : typeof json === "string",
  );
  return fits ?? (shapes[0] as AnyShape);
}

function isObject(json: unknown): json is Readonly<Record<string, unknown>> {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}

function memberPath(key: string): string {
  return /^[A-Za-z_]\w*$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
}

/** Longer values are not shown. */
const LONGEST = 60;

/** A value of a document as a problem shows it. */
export function shown(value: unknown): string {
  if (value === undefined) return "nothing";
  if (Array.isArray(value)) return "[…]";
  if (typeof value === "object" && value !== null) return "{…}";
  const text = JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}
