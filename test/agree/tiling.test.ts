import fc from "fast-check";
import { expect, it } from "vitest";
import { loadProgram } from "../../src/index.js";
import { compiled } from "./population.js";
import { inParts, tiled, tilesMakeTheWhole, touches } from "./tiling.js";

it("law 1, tiling: what is decided in parts is what is decided at once, whatever the cuts", () => {
  expect(tilesMakeTheWhole(1_000)).toBeGreaterThanOrEqual(1_000);
});

it("law 1 can fail: parts that forget the touches of those before them decide something else", () => {
  const samples = fc.sample(tiled, { seed: 7, numRuns: 10 });
  const differing = { remembered: 0, forgotten: 0 };
  for (const { text, list } of samples) {
    const loaded = loadProgram(compiled(text));
    for (const one of list) {
      const whole = loaded.decide(one.input);
      const same = (remembers: typeof touches) =>
        JSON.stringify(inParts(loaded, one, whole, remembers).result.decisions) === JSON.stringify(whole.decisions);
      if (!same(touches)) differing.remembered++;
      if (!same(() => [])) differing.forgotten++;
    }
  }
  expect(differing.remembered).toBe(0);
  expect(differing.forgotten).toBeGreaterThan(0);
});
