import { describe, expect, it } from "vitest";
import { ExactMedian } from "../../src/population/exact-median.js";
import { ExactSum } from "../../src/population/exact-sum.js";

describe("an exact total", () => {
  it("is exact beyond 2^53, where plain numbers are not", () => {
    const sum = new ExactSum(7);
    const most = Number.MAX_SAFE_INTEGER;
    for (const value of [most, most, 1, most, 2]) sum.addWhole(value);
    expect(sum.total()).toEqual({ n: BigInt(most) * 3n + 3n, d: 7n });
  });

  it("adds up values of any divisors", () => {
    const sum = new ExactSum(2);
    sum.addWhole(3);
    for (const d of [3n, 6n, 7n, 3n]) sum.add({ n: 1n, d });
    // 3/2 + 1/3 + 1/6 + 1/7 + 1/3 = (63 + 14 + 7 + 6 + 14) / 42
    expect(sum.total()).toEqual({ n: 52n, d: 21n });
  });

  it("gives the same whatever cancels out", () => {
    const sum = new ExactSum(1);
    for (const value of [Number.MAX_SAFE_INTEGER, 5, -Number.MAX_SAFE_INTEGER, -5]) sum.addWhole(value);
    expect(sum.total()).toEqual({ n: 0n, d: 1n });
  });
});

describe("a median", () => {
  const of = (...values: readonly number[]): ExactMedian => {
    const median = new ExactMedian(1);
    for (const value of values) median.addWhole(value);
    return median;
  };

  it("is the middle value, and of an even number the mean of the two in the middle", () => {
    expect(of(9, 1, 5).median()).toEqual({ n: 5n, d: 1n });
    expect(of(9, 1, 4, 5).median()).toEqual({ n: 9n, d: 2n });
    expect(of().median()).toBeNull();
  });

  it("sorts numbers by size, more of them than fit at first, and quotients among them", () => {
    const median = of(...Array.from({ length: 300 }, (_, n) => (n * 7919) % 1000));
    const sorted = Array.from({ length: 300 }, (_, n) => (n * 7919) % 1000).sort((a, b) => a - b);
    const [low = 0, high = 0] = sorted.slice(149, 151);
    const { n = 0n, d = 1n } = median.median() ?? {};
    expect(Number(n) / Number(d)).toBe((low + high) / 2);
    const mixed = of(1, 2);
    mixed.add({ n: 3n, d: 2n });
    expect(mixed.median()).toEqual({ n: 3n, d: 2n });
  });
});
