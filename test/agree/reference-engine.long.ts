import { expect, it } from "vitest";
import { engineAgreesWithReference } from "./reference-engine.js";

it("law 2: the engine and the reference agree, gate by gate, over many random programs", () => {
  expect(engineAgreesWithReference(3_000)).toBeGreaterThanOrEqual(3_000);
});
