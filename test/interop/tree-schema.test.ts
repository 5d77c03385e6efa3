import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exportTree, importTree } from "../../src/interop/tree/document.js";
import { treeSchema } from "../../src/interop/tree/schema.js";
import type { Json } from "../../src/interop/tree/write.js";
import { parse } from "../../src/syntax/parse.js";
import { declaration, fileOf } from "../syntax/trees.js";
import { judged, schemaFile } from "./schema.js";

const root = new URL("../../strategies/", import.meta.url);

/** As many random documents as the law is tried on; the seed is fixed in `test/house/same-seed.ts`. */
const random = (): Json[] =>
  fc.sample(fc.array(declaration, { minLength: 1, maxLength: 4 }), 400).map((each) => exportTree([fileOf(each)]));

describe("grammar/tree.schema.json", () => {
  it("is what the shapes give: `npm run generate` writes it anew", () => {
    expect(readFileSync(schemaFile, "utf8")).toBe(`${JSON.stringify(treeSchema(), null, 2)}\n`);
  });

  it("accepts every random tree", () => {
    const documents = random();
    expect(judged(documents).filter((each) => each !== null)).toEqual([]);
  });

  it("accepts every strategy file", () => {
    const names = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".touch"));
    expect(names.length).toBeGreaterThan(5);
    const files = names.map((name) => parse({ name, text: readFileSync(new URL(name, root), "utf8") }).file);
    expect(judged([exportTree(files)])).toEqual([null]);
  });

  it("refuses what the reader refuses, and only that: random trees with one thing changed", () => {
    const changed = fc.sample(fc.array(declaration, { minLength: 1, maxLength: 2 }).chain(mutant), 600);
    const byReader = changed.map((each) =>
      importTree(each).problems.filter(({ code }) => code !== "cannot-be-written"),
    );
    const bySchema = judged(changed);
    changed.forEach((each, index) => {
      expect([(byReader[index] ?? []).length > 0, JSON.stringify(each)]).toEqual([
        bySchema[index] !== null,
        JSON.stringify(each),
      ]);
    });
    expect(bySchema.filter((each) => each !== null).length).toBeGreaterThan(200);
  });
});

/** A document with one value of it replaced, or one member of it renamed or left out. */
function mutant(declarations: Parameters<typeof fileOf>[0]): fc.Arbitrary<Json> {
  const document = JSON.parse(JSON.stringify(exportTree([fileOf(declarations)]))) as {
    readonly files: readonly { readonly declarations: Json }[];
  };
  const places = placesIn(document.files[0]?.declarations ?? [], ["files", 0, "declarations"]);
  const by = fc.constantFrom<Json>(0, -1, 1.5, "", "x", "7", true, null, [], {}, { is: "text", text: "a" }, ["a"]);
  return fc
    .tuple(fc.constantFrom(...places), fc.constantFrom("value", "name", "none"), by)
    .map(([place, how, value]) => {
      const copy = JSON.parse(JSON.stringify(document)) as Json;
      let at = copy as Record<string | number, Json>;
      for (const step of place.slice(0, -1)) at = at[step] as Record<string | number, Json>;
      const last = place.at(-1) as string | number;
      if (how === "value") at[last] = value;
      else {
        const old = at[last] as Json;
        if (Array.isArray(at)) at.splice(last as number, 1);
        else {
          delete at[last];
          if (how === "name") at[`${last}x`] = old;
        }
      }
      return copy;
    });
}

type Place = readonly (string | number)[];

function placesIn(json: Json, here: Place): Place[] {
  if (typeof json !== "object" || json === null) return [here];
  const inside = Object.entries(json).flatMap(([key, value]) =>
    placesIn(value, [...here, Array.isArray(json) ? Number(key) : key]),
  );
  return here.length > 3 ? [here, ...inside] : inside;
}
