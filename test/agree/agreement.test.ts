import { expect, it } from "vitest";
import { agreed } from "./agreed.js";

it("law 2: the engine and the reference agree, clause by clause, over random programs and contexts", () => {
  const { pairs } = agreed({ pairs: 6_000, seed: 7, users: 4, instants: 10 }, 0);
  expect(pairs).toBeGreaterThanOrEqual(6_000);
});
