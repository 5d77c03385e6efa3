import { expect, it } from "vitest";
import { wholesAgree } from "./whole-agreement.js";

it("engine and reference decide random projects alike, whole and in parts, in any order of telling", () => {
  const { pairs, seen } = wholesAgree({ pairs: 500, seed: 7 });
  expect(pairs).toBeGreaterThanOrEqual(500);
  expect(seen.size).toBeGreaterThan(40);
});
