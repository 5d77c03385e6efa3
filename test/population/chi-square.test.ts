import { describe, expect, it } from "vitest";
import { chiSquareTail } from "../../src/population/chi-square.js";

describe("the upper tail of chi-square", () => {
  // NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.4: upper-tail critical values.
  it.each([
    [1, 2.706, 0.1],
    [1, 3.841, 0.05],
    [1, 10.828, 0.001],
    [2, 4.605, 0.1],
    [2, 9.21, 0.01],
    [3, 11.345, 0.01],
    [5, 11.07, 0.05],
    [10, 18.307, 0.05],
    [10, 29.588, 0.001],
    [30, 43.773, 0.05],
    [99, 123.225, 0.05],
    [100, 149.449, 0.001],
  ])("with %i degrees of freedom is at %f what the published table says", (degrees, x, p) => {
    expect(Math.abs(chiSquareTail(x, degrees) - p)).toBeLessThan(p * 0.003);
  });

  it("falls from 1 to 0, without a step where the two expansions meet", () => {
    for (const degrees of [1, 2, 3, 7, 20]) {
      let last = chiSquareTail(0, degrees);
      expect(last).toBe(1);
      for (let x = 0.01; x < 80; x += 0.01) {
        const next = chiSquareTail(x, degrees);
        expect(next).toBeLessThanOrEqual(last);
        expect(last - next).toBeLessThan(0.09);
        last = next;
      }
      expect(chiSquareTail(2000, degrees)).toBeLessThan(1e-12);
    }
  });
});
