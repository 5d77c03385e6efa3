import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readStrategyFiles } from "../../src/host/strategy-files.js";
import { exportTree } from "../../src/interop/tree/document.js";
import { treeSchema } from "../../src/interop/tree/schema.js";
import { parse } from "../../src/syntax/parse.js";
import { compileFolder, projectFolder } from "./planned.js";

// What the language has is what the schema of its tree has: every definition, and every member of one.

const folder = projectFolder("shop");

type Schema = { readonly [name: string]: unknown };

const { $defs } = treeSchema() as { readonly $defs: { readonly [name: string]: Schema } };

const isRecord = (value: unknown): value is { readonly [name: string]: unknown } =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const definitionOf = (ref: unknown): string => String(ref).split("/").at(-1) as string;

/** Members, strategies and sets say the same clauses: one page shows each of them. */
const clauses = (name: string): string => (["Set", "Variant"].includes(name) ? "Strategy" : name);

/** What a definition holds: its members, and which values each of them may have. */
function constructsOf(name: string): string[] {
  const { properties } = $defs[name] as Schema;
  return isRecord(properties) ? [name, ...Object.keys(properties).map((member) => `${name}.${member}`)] : [name];
}

/** Everything of the language that a tree uses; `null` is the way to say nothing. */
function used(value: unknown, schema: Schema, found: Set<string>, name: string): void {
  if (typeof schema["$ref"] === "string") {
    const to = definitionOf(schema["$ref"]);
    found.add(to);
    return used(value, $defs[to] as Schema, found, to);
  }
  const choices = [...listed(schema["oneOf"]), ...listed(schema["anyOf"])] as readonly Schema[];
  for (const choice of choices) if (fits(value, choice)) used(value, choice, found, name);
  if (Array.isArray(value)) for (const one of value) used(one, schema["items"] as Schema, found, name);
  if (!isRecord(value) || !isRecord(schema["properties"])) return;
  for (const [member, each] of Object.entries(value)) {
    const own = schema["properties"][member];
    if (each === null || !isRecord(own)) continue;
    found.add(`${name}.${member}`);
    used(each, own, found, name);
  }
}

/** Whether a value can be of a schema; enough of it to tell the kinds of a node apart. */
function fits(value: unknown, schema: Schema): boolean {
  if (typeof schema["$ref"] === "string") return fits(value, $defs[definitionOf(schema["$ref"])] as Schema);
  const choices = [...listed(schema["oneOf"]), ...listed(schema["anyOf"])] as readonly Schema[];
  if (choices.length > 0) return choices.some((choice) => fits(value, choice));
  if ("const" in schema) return value === schema["const"];
  if ("enum" in schema) return listed(schema["enum"]).includes(value);
  if (schema["type"] === "null") return value === null;
  if (schema["type"] === "array") return Array.isArray(value);
  if (schema["type"] !== "object") return !isRecord(value) && !Array.isArray(value) && value !== null;
  if (!isRecord(value)) return false;
  const properties = schema["properties"] as { readonly [name: string]: Schema };
  return (
    listed(schema["required"]).every((member) => Object.hasOwn(value, String(member))) &&
    Object.entries(value).every(
      ([member, each]) => Object.hasOwn(properties, member) && fits(each, properties[member] as Schema),
    )
  );
}

it("strategies/shop shows every construct of the language", () => {
  const trees = readStrategyFiles(folder).sources.map((source) => parse(source).file);
  const found = new Set<string>();
  used(exportTree(trees), treeSchema() as Schema, found, "");
  const shown = new Set([...found].map((one) => one.replace(/^\w+/, clauses)));
  // The checker knows no strategy with a budget of its own, and no process with a step that must not be taken.
  const refused = ["Strategy.budget", "ProcessStep.no"];
  const missing = Object.keys($defs)
    .flatMap(constructsOf)
    .filter((one) => !shown.has(one.replace(/^\w+/, clauses)) && !refused.includes(one));
  expect(missing).toEqual([]);
  expect(Object.keys($defs).length).toBeGreaterThan(100);
});

it("every file of strategies/shop begins with a comment and has its place in the README", () => {
  const readme = readFileSync(join(folder, "README.md"), "utf8");
  const names = readStrategyFiles(folder).sources.map(({ name }) => name);
  expect(names.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
  const texts = readStrategyFiles(folder).sources.map(({ name, text }) => [name, text] as const);
  expect(texts.filter(([, text]) => !text.startsWith("// ")).map(([name]) => name)).toEqual([]);
});

it("the README of strategies/shop finds each of the fourteen behaviours in a strategy", () => {
  const rows = readFileSync(join(folder, "README.md"), "utf8")
    .split("\n")
    .filter((line) => /^\| \d+ \|/.test(line));
  expect(rows.map((row) => Number(row.split("|")[1]))).toEqual(Array.from({ length: 14 }, (_, place) => place + 1));
  const strategies = new Set(compileFolder(folder).strategies.map(({ id }) => id));
  const named = rows.map((row) => [...row.matchAll(/`(\w+)`/g)].map(([, id]) => id as string));
  expect(named.flat().filter((id) => !strategies.has(id))).toEqual([]);
  expect(named.every((ids) => ids.length > 0)).toBe(true);
});
