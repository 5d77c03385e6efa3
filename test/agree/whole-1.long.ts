import { expect, it } from "vitest";
import { wholesAgree } from "./whole-agreement.js";

it("engine and reference decide random projects alike, whole and in parts, at 10,000 pairs of a history and a cut", () => {
  const { pairs, seen } = wholesAgree({ pairs: 10_000, seed: 1 });
  expect(pairs).toBeGreaterThanOrEqual(10_000);
  // Agreement about what never happens would be none: so many triggers, gates, reasons, steps and benefits were met.
  expect(seen.size).toBeGreaterThan(70);
});
