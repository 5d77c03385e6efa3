import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compile, type Source } from "../../src/compile.js";
import { parse } from "../../src/syntax/parse.js";

const tour = readFileSync(new URL("../../grammar/README.md", import.meta.url), "utf8");

interface Block {
  readonly line: number;
  readonly fragment: boolean;
  readonly text: string;
}

const blocks: readonly Block[] = [...tour.matchAll(/^```touch( fragment)?\n([\s\S]*?)^```$/gm)].map((found) => ({
  line: tour.slice(0, found.index).split("\n").length,
  fragment: found[1] !== undefined,
  text: found[2] ?? "",
}));
const project = blocks.find(({ fragment }) => !fragment)?.text ?? "";

const told = (sources: readonly Source[]): string[] =>
  compile(sources).diagnostics.map(({ code, span }) => `${code} in ${span.file} at ${span.start}`);

describe("the language tour", () => {
  it("has a whole project and parts to add to it", () => {
    expect(blocks.filter(({ fragment }) => !fragment)).toHaveLength(1);
    expect(blocks.length).toBeGreaterThan(8);
  });

  it.each(blocks.map((block) => [block.line, block] as const))(
    "the block in line %i is read without a word",
    (_, block) => {
      expect(parse({ name: "tour.touch", text: block.text }).diagnostics).toEqual([]);
    },
  );

  it.each(blocks.map((block) => [block.line, block] as const))("the block in line %i compiles", (_, block) => {
    const part = block.fragment ? [{ name: "part.touch", text: block.text }] : [];
    expect(told([{ name: "project.touch", text: project }, ...part])).toEqual([]);
  });
});
