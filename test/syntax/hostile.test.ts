import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "../../src/syntax/parse.js";
import { mutate, mutation, readsHostileTexts, readsSafely, sample } from "./hostile.js";

describe("reading never throws, whatever the text", () => {
  it("soups of words and signs, programs with letters cut out and put in, random text with lone surrogates", () => {
    expect(readsHostileTexts(10_000)).toBeGreaterThanOrEqual(10_000);
  });

  it("the sample cut off anywhere", () => {
    for (let end = 0; end < sample.length; end += 29) readsSafely(sample.slice(0, end));
  });

  it("one reading leaves nothing behind for the next", () => {
    const alone = JSON.stringify(parse({ name: "a.touch", text: sample }));
    fc.assert(
      fc.property(mutation, ({ program, cuts }) => {
        parse({ name: "b.touch", text: mutate(program, cuts) });
      }),
      { numRuns: 300 },
    );
    expect(JSON.stringify(parse({ name: "a.touch", text: sample }))).toBe(alone);
  });
});
