import { expect, it } from "vitest";
import { wholeHistoriesAgree } from "./whole-history.js";

it("law 2: facts cut at an event and triggered by it are in a population what they are for its users, many times over", async () => {
  expect(await wholeHistoriesAgree(8, true)).toBeGreaterThan(200);
  expect(await wholeHistoriesAgree(8, false)).toBeGreaterThan(200);
});
