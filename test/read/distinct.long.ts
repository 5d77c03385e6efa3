import fc from "fast-check";
import { expect, it } from "vitest";
import { confusions, family, familyHeard } from "./distinct.js";
import { offerFamily, offerFamilyHeard } from "./distinct-offers.js";

it("never says two of thousands of phrases of different meaning alike", () => {
  const all = fc.sample(family, 1_500).flatMap(familyHeard);
  expect(all.length).toBeGreaterThan(3_500);
  expect(confusions(all)).toEqual([]);
});

it("never says two of thousands of strategies, sets, policies and benefits of different meaning alike", () => {
  const all = fc.sample(offerFamily, 1_000).flatMap(offerFamilyHeard);
  expect(all.length).toBeGreaterThan(3_500);
  expect(confusions(all)).toEqual([]);
});
