import { declaration } from "./declaration.js";
import type { AnyShape, RecordShape } from "./shape.js";
import { mayBeAbsent } from "./shape.js";
import type { Json } from "./write.js";

/** Where the schema says that it lives; it ships with the package. */
export const schemaId = "https://touchline.dev/schema/tree-1.json";

/** The JSON Schema (draft 2020-12) of the tree's JSON form, made from the shapes that write and read it. */
export function treeSchema(): Json {
  const definitions = new Map<string, Json>();
  const declarationRef = schemaOf(declaration, definitions);
  const named = [...definitions].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: schemaId,
    title: "Touchline: strategy files as a tree",
    description:
      "What `touchline export --to tree` writes and `touchline import --from tree` reads. The order of an object's members is the order of its clauses. What is absent is not said.",
    type: "object",
    required: ["touchline", "format_version", "files"],
    properties: {
      touchline: { const: "tree" },
      format_version: { const: 1 },
      files: {
        type: "array",
        items: {
          type: "object",
          required: ["file", "declarations"],
          properties: {
            file: {
              type: "string",
              minLength: 1,
              description: "Its name, relative to the project, with forward slashes.",
            },
            declarations: { type: "array", items: declarationRef },
          },
          additionalProperties: false,
        },
      },
    },
    additionalProperties: false,
    $defs: Object.fromEntries(named),
  };
}

function schemaOf(shape: AnyShape, definitions: Map<string, Json>): Json {
  switch (shape.is) {
    case "string":
      return shape.pattern === null ? { type: "string" } : { type: "string", pattern: shape.pattern.source };
    case "words":
      return shape.least === 0 ? { type: "string" } : { type: "string", minLength: shape.least };
    case "whole":
      return { type: "integer", minimum: shape.least, maximum: shape.most };
    case "flag":
      return { type: "boolean" };
    case "choice":
      return shape.choices.length === 1 ? { const: shape.choices[0] as string } : { enum: shape.choices };
    case "nullable":
      return { anyOf: [schemaOf(shape.of, definitions), { type: "null" }] };
    case "list": {
      const items = schemaOf(shape.of, definitions);
      return { type: "array", items, ...(shape.least === 0 ? {} : { minItems: shape.least }) };
    }
    case "either":
      return { anyOf: shape.of.map((each) => schemaOf(each, definitions)) };
    case "lazy":
      return schemaOf(shape.of(), definitions);
    case "union":
      return defined(shape.name, definitions, () => ({
        anyOf: [...new Set(shape.variants.values())].map((each) => schemaOf(each, definitions)),
      }));
    case "record":
      return defined(shape.name, definitions, () => recordSchema(shape, definitions));
  }
}

function recordSchema({ fields }: RecordShape, definitions: Map<string, Json>): Json {
  const all = [...fields];
  return {
    type: "object",
    required: all.filter(([, shape]) => !mayBeAbsent(shape)).map(([name]) => name),
    properties: Object.fromEntries(all.map(([name, shape]) => [name, schemaOf(shape, definitions)])),
    additionalProperties: false,
  };
}

/** A definition of its own, made when it is first met: shapes may contain themselves. */
function defined(name: string, definitions: Map<string, Json>, make: () => Json): Json {
  if (!definitions.has(name)) {
    definitions.set(name, {});
    definitions.set(name, make());
  }
  return { $ref: `#/$defs/${name}` };
}
