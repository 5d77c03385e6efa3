import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { sentenceOf } from "./catalogue.js";

const cases = z
  .array(z.strictObject({ phrase: z.string(), en: z.string(), zh: z.string() }))
  .parse(parse(readFileSync(new URL("phrases.yaml", import.meta.url), "utf8")));

describe("a phrase", () => {
  it("stands among the cases once", () => {
    expect(new Set(cases.map(({ phrase }) => phrase)).size).toBe(cases.length);
  });

  it.each(cases)("is read back: $phrase", ({ phrase, en, zh }) => {
    expect({ en: sentenceOf(phrase, "en"), zh: sentenceOf(phrase, "zh") }).toEqual({ en, zh });
  });
});
