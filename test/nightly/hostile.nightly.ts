import { expect, it } from "vitest";
import { readsHostileTexts } from "../syntax/hostile.js";
import { rounds } from "./rounds.js";

it("reading never throws, whatever the text", async () => {
  const { cases } = await rounds("hostile texts", 0.1, (seed) => readsHostileTexts(5_000, seed));
  expect(cases).toBeGreaterThan(0);
});
