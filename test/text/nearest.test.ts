import { describe, expect, it } from "vitest";
import { nearest } from "../../src/text/nearest.js";

describe("the nearest word", () => {
  it.each([
    ["whne", ["who", "when", "where"], "when"],
    ["headphnes", ["camera", "headphones"], "headphones"],
    ["stratgy", ["strategy", "stage"], "strategy"],
    ["CHANNEL", ["channel"], "channel"],
    ["dayz", ["days", "day"], "days"],
    ["耳几", ["耳机", "手机"], "耳机"],
    ["teh", ["the"], "the"],
  ])("of %s among %j is %s", (word, candidates, expected) => {
    expect(nearest(word, candidates)).toBe(expected);
  });

  it.each([
    ["banana", ["strategy", "channel"]],
    ["is", ["on"]],
    ["x", ["y", "by"]],
    ["", ["a"]],
    ["a".repeat(1000), ["a".repeat(999)]],
  ])("of %s among %j is none", (word, candidates) => {
    expect(nearest(word, candidates)).toBeNull();
  });

  it("of equally close ones the first wins", () => {
    expect(nearest("cat", ["bat", "hat"])).toBe("bat");
  });

  it("a swap of neighbours is one change", () => {
    expect(nearest("psuh", ["push"])).toBe("push");
    expect(nearest("form", ["from"])).toBe("from");
  });
});
