import { createHash } from "node:crypto";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bundleText, readBundle } from "../../src/program/bundle.js";
import { canonicalJson } from "../../src/program/canonical.js";
import { programHash } from "../../src/program/hash.js";
import type { Program } from "../../src/program/program.js";
import { shop } from "../decide/shop.js";

describe("canonical JSON", () => {
  it("reads back as what it was made from, and does not depend on the order of keys", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(reversed(value))).toBe(text);
      }),
    );
    expect(canonicalJson({ b: [1, null], a: { é: true, Z: "x" } })).toBe('{"a":{"Z":"x","é":true},"b":[1,null]}');
  });

  it("refuses what JSON can't carry", () => {
    for (const value of [undefined, Number.NaN, 1n, () => 1, { a: undefined }]) {
      expect(() => canonicalJson(value)).toThrow(TypeError);
    }
  });
});

/** The same data with the keys of every object the other way round. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, member]) => [key, reversed(member)]),
  );
}

describe("a bundle", () => {
  const text = bundleText(shop);

  it("carries the program and the SHA-256 of its canonical JSON", () => {
    const read = readBundle(text);
    expect(read).toMatchObject({ is: "bundle", bundle: { touchline: "bundle", format_version: 3, program: shop } });
    expect(programHash(shop)).toBe(createHash("sha256").update(canonicalJson(shop), "utf8").digest("hex"));
    expect(readBundle(JSON.parse(text))).toEqual(read);
    expect(text.endsWith("\n")).toBe(true);
  });

  it("is the same for the same program, however its keys are ordered", () => {
    expect(bundleText(reversed(shop) as Program)).toBe(text);
  });

  it.each([
    ["text that was cut off", text.slice(0, 500), { why: "not-json" }],
    ["no text", "", { why: "not-json" }],
    ["other JSON", '{"name":"touchline"}', { why: "not-a-bundle" }],
    ["a list", "[]", { why: "not-a-bundle" }],
    ["null", "null", { why: "not-a-bundle" }],
    ["nothing", undefined, { why: "not-json" }],
    ["a bundle without a program", '{"touchline":"bundle","format_version":3,"hash":"x"}', { why: "not-a-bundle" }],
    ["a program without a list of maps", text.replace('"maps":[]', '"plans":[]'), { why: "not-a-bundle" }],
    ["a program without sets", text.replace('"sets":', '"groups":'), { why: "not-a-bundle" }],
    ["a program without a policy", text.replace('"policy":', '"rules":'), { why: "not-a-bundle" }],
    ["a program that says nothing of a calendar", text.replace('"calendar":', '"days":'), { why: "not-a-bundle" }],
    ["a program without an analysis", text.replace('"analysis":', '"studies":'), { why: "not-a-bundle" }],
    ["a calendar in a word", text.replace('"calendar":null', '"calendar":"china"'), { why: "not-a-bundle" }],
    [
      "an earlier version",
      text.replace('"format_version":3', '"format_version":2'),
      { why: "other-version", version: "2" },
    ],
    ["a program that was changed", text.replace('"priority":90', '"priority":91'), { why: "hash-differs" }],
    ["another hash", text.replace(/"hash":"../, '"hash":"zz'), { why: "hash-differs" }],
  ])("is not %s", (_, input, failure) => {
    expect(readBundle(input)).toEqual({ is: "failure", failure });
  });

  it("is not what contains itself, or is nested beyond measure", () => {
    const circular = JSON.parse(text);
    circular.program.tags.push(circular);
    const deep = `{"touchline":"bundle","format_version":3,"hash":"x","program":${canonicalJson(shop).replace('"tags":[', `"tags":[${"[".repeat(50_000)}${"]".repeat(50_000)},`)}}`;
    for (const input of [circular, deep]) expect(readBundle(input)).toMatchObject({ is: "failure" });
  });
});
