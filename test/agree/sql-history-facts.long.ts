import { it } from "vitest";
import { factsAgree } from "./sql-history-crowd.js";

it("law 2: facts of every form are in a population what they are for its users one by one, many times over", async () => {
  await factsAgree(600);
});
