import { expect, it } from "vitest";
import { engineAgreesWithReference } from "./reference-engine.js";

it("law 2: the engine and the reference agree on every decision, gate and code", () => {
  expect(engineAgreesWithReference(500)).toBeGreaterThanOrEqual(500);
});
