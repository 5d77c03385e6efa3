import { expect, it } from "vitest";
import { engineAgreesWithReference } from "./reference-engine.js";

it("law 2: the engine and the reference agree, over many random programs", () => {
  expect(engineAgreesWithReference(20_000)).toBeGreaterThanOrEqual(20_000);
});
