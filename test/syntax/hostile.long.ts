import { expect, it } from "vitest";
import { readsHostileTexts } from "./hostile.js";

it("reading never throws, over many hostile texts", () => {
  expect(readsHostileTexts(200_000)).toBeGreaterThanOrEqual(200_000);
});
