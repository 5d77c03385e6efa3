import { expect, it } from "vitest";
import { wholeHistoriesAgree } from "./whole-history.js";

it("law 2: facts cut at an event and triggered by it are in a population what they are for its users one by one", async () => {
  expect(await wholeHistoriesAgree(1, true)).toBeGreaterThan(25);
});

it("law 2: so they are where events have no ids: twins stay two, and have names of their own", async () => {
  expect(await wholeHistoriesAgree(1, false)).toBeGreaterThan(25);
});
