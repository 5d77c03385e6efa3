import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { violations } from "./structure.js";

const root = new URL("../../", import.meta.url);

function tree(): Map<string, string> {
  const files = new Map<string, string>();
  for (const top of ["src", "grammar"]) {
    for (const path of readdirSync(new URL(`${top}/`, root), { recursive: true, encoding: "utf8" })) {
      if (path.endsWith(".ts")) files.set(`${top}/${path}`, readFileSync(new URL(`${top}/${path}`, root), "utf8"));
    }
  }
  return files;
}

/** The real tree with a line put at the end of one file. */
function treeWith(file: string, line: string): Map<string, string> {
  const files = tree();
  expect(files.has(file), `${file} exists`).toBe(true);
  return files.set(file, `${files.get(file)}\n${line}\n`);
}

describe("the house", () => {
  it("keeps its two laws: imports point down, and only the top floors touch the world", () => {
    expect(violations(tree())).toEqual([]);
  });

  it("is read whole: every room has files", () => {
    expect(tree().size).toBeGreaterThan(40);
  });

  it.each([
    ["an import that points up", "src/check/check.ts", 'import { run } from "../cli/main.js";', "floor"],
    ["a type import that points up", "src/text/span.ts", 'import type { File } from "../syntax/tree.js";', "floor"],
    ["an import from a room on the same floor", "src/match/matchers.ts", 'import { x } from "../facts/y.js";', "floor"],
    ["a dynamic import that points up", "src/gate/gates.ts", 'await import("../population/plan.js");', "floor"],
    ["a cycle through a type", "src/text/span.ts", 'import type { Span } from "./span.js";', "cycle"],
    ["a Node module on a pure floor", "src/gate/gates.ts", 'import { readFileSync } from "node:fs";', "impure"],
    ["the clock on a pure floor", "src/occur/agenda.ts", "export const now = Date.now();", "impure"],
    ["chance on a pure floor", "src/decide/decision.ts", "export const r = Math.random();", "impure"],
    ["code made from text", "src/cli/main.ts", 'export const f = new Function("return 1");', "code from text"],
  ])("sees %s", (_, file, line, rule) => {
    expect(violations(treeWith(file, line)).map((violation) => violation.rule)).toContain(rule);
  });
});
