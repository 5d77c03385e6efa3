import { expect, it } from "vitest";
import { sqlAgreesWithHistory } from "./sql-history.js";

it("law 2: facts by SQL are facts by history, over many random programs and populations", async () => {
  expect(await sqlAgreesWithHistory(3_000)).toBeGreaterThanOrEqual(3_000);
});
