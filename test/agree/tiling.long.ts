import { expect, it } from "vitest";
import { tilesMakeTheWhole } from "./tiling.js";

it("law 1, tiling: what is decided in parts is what is decided at once, over many random programs and cuts", () => {
  expect(tilesMakeTheWhole(20_000)).toBeGreaterThanOrEqual(20_000);
});
