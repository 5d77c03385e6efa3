import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compile, type Source } from "../../src/compile.js";
import { readBack, type Telling } from "../../src/read/read.js";
import { parse } from "../../src/syntax/parse.js";
import { sourcesOf } from "./projects.js";

function readProject(sources: readonly Source[], language: "en" | "zh"): Telling[] {
  const { program } = compile(sources);
  if (!program) throw new Error("the project does not compile");
  return readBack(
    sources.map((source) => parse(source).file),
    program,
    language,
  );
}

const document = (tellings: readonly Telling[]): string => `${tellings.map(({ sentence }) => sentence).join("\n\n")}\n`;

const golden = (name: string): string => readFileSync(new URL(name, import.meta.url), "utf8");

describe("a whole project is read back", () => {
  it("the shop in Chinese, as its operators say it", () => {
    expect(document(readProject(sourcesOf("shop"), "zh"))).toBe(golden("shop.zh.txt"));
  });

  it("the coffee chain in English", () => {
    expect(document(readProject(sourcesOf("coffee"), "en"))).toBe(golden("coffee.en.txt"));
  });

  it.each(["shop", "coffee", "starter", "starter-zh"])("%s: every declaration, in both languages", (project) => {
    const sources = sourcesOf(project);
    const declared = sources.flatMap((source) => parse(source).file.declarations);
    for (const language of ["en", "zh"] as const) {
      const tellings = readProject(sources, language);
      expect(tellings).toHaveLength(declared.length);
      for (const { kind, id, sentence } of tellings) {
        expect(sentence, `${kind} ${id}`).not.toMatch(/undefined|null|\[object|NaN|\s$|(?:：：|。。|\.\.|，，)/m);
        expect(sentence.split("\n")[0], `${kind} ${id}`).toMatch(/\S/);
      }
    }
  });

  it("the Chinese of a project whose names are Chinese has no English word of ours in it", () => {
    const kinds: readonly string[] = ["strategy", "set", "policy", "benefit", "tag", "strategy_tag", "point"];
    const tellings = readProject(sourcesOf("shop"), "zh").filter(({ kind }) => kinds.includes(kind));
    expect(new Set(tellings.map(({ kind }) => kind)).size).toBe(kinds.length);
    for (const { id, sentence } of tellings) {
      // Ids, names and texts are what the operator has written.
      const ours = sentence.replaceAll(/（\w+）|「[^」]*」|“[^”]*”/g, "");
      expect(ours, id).not.toMatch(/[A-Za-z]/);
    }
  });
});
