import { expect, it } from "vitest";
import { agreed } from "./agreed.js";

// One half of a million for each of two processes.
it("law 2: the engine and the reference agree, clause by clause, over many random contexts (1 of 2)", () => {
  const { pairs } = agreed({ pairs: 500_000, seed: 1 }, 50);
  expect(pairs).toBeGreaterThanOrEqual(500_000);
});
