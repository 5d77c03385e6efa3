import fc from "fast-check";
import { expect, it } from "vitest";
import { confusions, family, familyHeard } from "./distinct.js";

it("never says two of thousands of phrases of different meaning alike", () => {
  const all = fc.sample(family, 1_500).flatMap(familyHeard);
  expect(all.length).toBeGreaterThan(3_500);
  expect(confusions(all)).toEqual([]);
});
