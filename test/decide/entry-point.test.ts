import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { BundleError, bundleText, loadBundle } from "../../src/index.js";
import { shop } from "./shop.js";

const source = fileURLToPath(new URL("../../src/", import.meta.url));

/** All files and packages that a module loads when it runs, itself included. Imports of types load nothing. */
function loadedFrom(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [statement, path] of readFileSync(file, "utf8").matchAll(
    /^(?:import|export)\b[^;]*?from "([^"]+)";|^import "([^"]+)";/gm,
  )) {
    if (/^(?:import|export) type\b/.test(statement) || path === undefined) continue;
    if (path.startsWith(".")) loadedFrom(resolve(dirname(file), path.replace(/\.js$/, ".ts")), seen);
    else seen.add(path);
  }
  return seen;
}

describe("the entry of the package", () => {
  const loaded = [...loadedFrom(`${source}index.ts`)];

  it("loads neither the parser nor the checker nor any package but the hash", () => {
    expect(loaded.filter((path) => !path.startsWith(source))).toEqual(
      expect.arrayContaining(["@noble/hashes/sha2.js", "@noble/hashes/utils.js"]),
    );
    expect(loaded.filter((path) => !path.startsWith(source) && !path.startsWith("@noble/hashes/"))).toEqual([]);
    expect(loaded.filter((path) => /\/src\/(?:syntax|check|population|cli|host)\/|\/grammar\//.test(path))).toEqual([]);
    // A program carries the days and festivals that it asks about.
    const tables = /\/calendar\/(?:china|china-days|festival-rule|solar-term)\.ts$/;
    expect(loaded.filter((path) => tables.test(path))).toEqual([]);
    expect(loaded.length, "the walk found the engine").toBeGreaterThan(30);
  });

  it("says why something can't be loaded", () => {
    expect(() => loadBundle("{")).toThrow(BundleError);
    expect(() => loadBundle(bundleText(shop).replace("商城", "商店"))).toThrow(/somebody changed it/);
    expect(() => loadBundle({})).toThrow(
      "this is not a Touchline bundle. Give what `touchline bundle -o program.json` writes",
    );
    expect(() => loadBundle('{"touchline":"bundle","format_version":7}')).toThrow("format version `7`");
  });
});
