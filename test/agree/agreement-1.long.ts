import { expect, it } from "vitest";
import { agreed } from "./agreed.js";

it("law 2: the engine and the reference agree, clause by clause, over a quarter of a million contexts (1 of 4)", () => {
  const { pairs } = agreed({ pairs: 250_000, seed: 1 }, 20);
  expect(pairs).toBeGreaterThanOrEqual(250_000);
});
