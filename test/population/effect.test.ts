import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isApart, meanEffect, shareEffect } from "../../src/population/portrait/effect.js";
import { merged, MutableMoments } from "../../src/population/portrait/moments.js";

function momentsOf(numbers: readonly number[]): MutableMoments {
  const moments = new MutableMoments();
  for (const n of numbers) moments.take(n);
  return moments;
}

describe("Cohen's h", () => {
  it("is that of Cohen's own table: 0.65 against 0.45 is 0.40", () => {
    const { size, low, high } = shareEffect({ part: 65, of: 100 }, { part: 45, of: 100 });
    expect(size).toBeCloseTo(0.4, 2);
    // The standard error of two groups of 100 is √0.02.
    expect([low, high].map((end) => end - size)).toEqual([
      expect.closeTo(-1.96 * Math.SQRT2 * 0.1, 4),
      expect.closeTo(1.96 * Math.SQRT2 * 0.1, 4),
    ]);
  });

  it("goes from nobody to everybody: π", () => {
    expect(shareEffect({ part: 50, of: 50 }, { part: 0, of: 70 }).size).toBeCloseTo(Math.PI, 12);
    expect(shareEffect({ part: 0, of: 50 }, { part: 70, of: 70 }).size).toBeCloseTo(-Math.PI, 12);
  });
});

describe("Hedges' g", () => {
  it("is the distance in standard deviations, a little less", () => {
    // Both have variance 1: 15 times −1 and 15 times 1 around their mean, over 29, times 30 / 29.
    const around = (mean: number): number[] => Array.from({ length: 30 }, (_, n) => mean + (n % 2 === 0 ? 1 : -1));
    const effect = meanEffect(momentsOf(around(12)), momentsOf(around(10)));
    const spread = Math.sqrt(30 / 29);
    const g = (2 / spread) * (1 - 3 / (4 * 58 - 1));
    expect(effect?.size).toBeCloseTo(g, 12);
    expect((effect?.high ?? 0) - g).toBeCloseTo(1.959964 * Math.sqrt(60 / 900 + (g * g) / 120), 6);
  });

  it("is not known where nothing varies", () => {
    expect(meanEffect(momentsOf([2, 2, 2]), momentsOf([3, 3, 3]))).toBeNull();
  });

  it("turns its sign, and no more, when the sides change places", () => {
    const some = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 20 });
    fc.assert(
      fc.property(some, some, (a, b) => {
        const [one, other] = [meanEffect(momentsOf(a), momentsOf(b)), meanEffect(momentsOf(b), momentsOf(a))];
        fc.pre(one !== null && other !== null);
        expect([one?.size, one?.low, one?.high].map((n) => -(n ?? 0))).toEqual(
          [other?.size, other?.high, other?.low].map((n) => expect.closeTo(n ?? 0, 6)),
        );
      }),
    );
  });
});

describe("moments", () => {
  it("taken one by one, or in parts and merged, are those of all numbers at once", () => {
    const parts = fc.array(fc.array(fc.integer({ min: -1000, max: 1000 }), { maxLength: 9 }), { maxLength: 6 });
    fc.assert(
      fc.property(parts, (lists) => {
        const all = lists.flat();
        const mean = all.length === 0 ? 0 : all.reduce((sum, n) => sum + n, 0) / all.length;
        const squares = all.reduce((sum, n) => sum + (n - mean) ** 2, 0);
        const expected = { n: all.length, mean: expect.closeTo(mean, 8), squares: expect.closeTo(squares, 4) };
        expect(merged(lists.map(momentsOf))).toEqual(expected);
        expect({ ...momentsOf(all) }).toEqual(expected);
      }),
    );
  });

  it("keep their digits far from 0", () => {
    const { squares } = momentsOf([1e9 + 1, 1e9 + 2, 1e9 + 3]);
    expect(squares).toBeCloseTo(2, 6);
  });
});

it("an effect is apart from chance when its interval leaves 0 out", () => {
  expect([isApart({ size: 1, low: 0.1, high: 2 }), isApart({ size: -1, low: -2, high: -0.1 })]).toEqual([true, true]);
  expect([isApart({ size: 1, low: -0.1, high: 2 }), isApart({ size: 0, low: 0, high: 0 })]).toEqual([false, false]);
});
