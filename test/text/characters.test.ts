import { describe, expect, it } from "vitest";
import { characterCount } from "../../src/text/characters.js";

describe("the length of a message", () => {
  it("counts Chinese, letters, blanks and emoji as one each", () => {
    expect(characterCount("耳机降价啦")).toBe(5);
    expect(characterCount("20 off")).toBe(6);
    expect(characterCount("🎧🎉")).toBe(2);
    expect(characterCount("")).toBe(0);
  });

  it("counts a letter with its mark once, however it is written", () => {
    expect(characterCount("é")).toBe(characterCount("e\u0301"));
  });
});
