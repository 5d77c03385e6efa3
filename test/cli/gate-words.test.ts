import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { codeText, type GateWording, gateWording } from "../../src/cli/wording/gate.js";
import { gateIds } from "../../src/gate/gates.js";
import { codesAbout, plainCodes } from "../../src/gate/refusal-code.js";

const languages = ["en", "zh"] as const;

/** What the gates can say, each code about something called `n4me`. */
const codes = [...plainCodes, ...codesAbout.map((code) => `${code} n4me`), "capped repeat", "capped limit", "clause_7"];

/** The codes that the worked-out cases expect, whoever wrote them. */
const expected = [
  ...new Set(
    readdirSync("test/conformance")
      .filter((name) => name.endsWith(".yaml"))
      .flatMap((name) => [
        ...readFileSync(`test/conformance/${name}`, "utf8").matchAll(/code: ([^,}\]\n]+?) *[,}\]\n]/g),
      ])
      .map(([, code]) => code as string),
  ),
];

describe("why a gate refuses", () => {
  it.each(languages)("has words for every code, in %s, and no two the same", (language) => {
    const words = gateWording[language];
    const texts = codes.map((code) => codeText(words, code));
    for (const [at, text] of texts.entries()) expect(text).not.toBe(codes[at]);
    expect(new Set(texts).size).toBe(codes.length);
    if (language === "zh") for (const text of texts) expect(text).toMatch(/\p{Script=Han}/u);
  });

  it.each(languages)("names what it is about, in %s", (language) => {
    for (const code of codesAbout) expect(codeText(gateWording[language], `${code} n4me`)).toContain("`n4me`");
  });

  it("has words for every code that a worked-out case expects", () => {
    expect(expected.length).toBeGreaterThan(20);
    for (const language of languages)
      for (const code of expected) expect(codeText(gateWording[language], code)).not.toBe(code);
  });

  it.each(languages)("has a name for every gate, in %s, and no two the same", (language) => {
    const { gates }: GateWording = gateWording[language];
    expect(Object.keys(gates).sort()).toEqual([...gateIds].sort());
    expect(new Set(Object.values(gates)).size).toBe(gateIds.length);
  });

  it("shows a code that nobody knows as it is, also one that is called like a property of objects", () => {
    for (const code of ["constructor", "toString of", "__proto__", "later_version hp20", ""])
      expect(codeText(gateWording.en, code)).toBe(code);
  });
});
