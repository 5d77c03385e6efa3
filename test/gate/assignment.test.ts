import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allot } from "../../src/gate/allot.js";
import { bucketing } from "../../src/gate/bucket.js";
import { prizeAt } from "../../src/gate/lottery.js";

/** Chi-square of counts against shares in 1/10,000. */
function chiSquare(counts: readonly number[], shares: readonly number[]): number {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return counts.reduce((sum, count, place) => {
    const expected = (total * (shares[place] ?? 0)) / 10_000;
    return sum + (count - expected) ** 2 / expected;
  }, 0);
}

/** What chi-square exceeds with a probability of 0.001, by degrees of freedom; from the usual table. */
const rare: readonly number[] = [0, 10.828, 13.816, 16.266, 18.467];

const idShapes: readonly (readonly [string, (n: number) => string])[] = [
  ["counted up", (n) => `u${n}`],
  ["phone numbers", (n) => `138${String(n * 7).padStart(8, "0")}`],
  ["hexadecimal", (n) => (BigInt(n + 1) * 0x9e3779b97f4a7c15n).toString(16)],
  ["Chinese", (n) => `用户${n}`],
];

describe("the assignment of users", () => {
  it.each(idShapes)("gives each variant its share of 100,000 ids that are %s", (_, id) => {
    for (const shares of [
      [5000, 5000],
      [5000, 3000, 2000],
      [9500, 300, 100, 100],
      [200, 9800],
    ]) {
      for (const salt of ["d11-2026", "d11-2027", "all"]) {
        const bucketOf = bucketing(salt);
        const variants = allot(shares.map((share) => [share]));
        const counts = shares.map(() => 0);
        for (let n = 0; n < 100_000; n++) {
          const variant = variants[bucketOf(id(n))] as number;
          counts[variant] = (counts[variant] as number) + 1;
        }
        expect(chiSquare(counts, shares)).toBeLessThan(rare[shares.length - 1] as number);
      }
    }
  });

  it("keeps 100 experiments with like salts independent of each other, pair by pair", () => {
    const users = 20_000;
    const words = users / 32;
    const arms = Array.from({ length: 100 }, (_, experiment) => {
      const bucketOf = bucketing(`exp-${experiment}`);
      const bits = new Uint32Array(words);
      for (let user = 0; user < users; user++)
        if (bucketOf(`u${user}`) < 5000) bits[user >> 5] = ((bits[user >> 5] as number) | (1 << (user & 31))) >>> 0;
      return bits;
    });
    const values: number[] = [];
    for (let a = 0; a < arms.length; a++)
      for (let b = 0; b < a; b++) values.push(association(arms[a] as Uint32Array, arms[b] as Uint32Array, users));
    expect(values).toHaveLength(4950);
    // Of 4,950 such values the greatest exceeds 27.0 with a probability of 0.001, and one in twenty exceeds 3.841.
    expect(Math.max(...values)).toBeLessThan(27);
    const over = values.filter((value) => value > 3.841).length / values.length;
    expect(over).toBeGreaterThan(0.03);
    expect(over).toBeLessThan(0.07);
  });

  it("draws each prize with exactly its share of the buckets, in order", () => {
    fc.assert(
      fc.property(sharesOf(6), (shares) => {
        const prizes = shares.map((share, benefit) => ({ share, benefit }));
        const drawn = Array.from({ length: 10_000 }, (_, bucket) => prizeAt(prizes, bucket));
        expect(shares.map((_, benefit) => drawn.filter((each) => each === benefit).length)).toEqual(shares);
        expect(drawn).toEqual(drawn.toSorted((a, b) => a - b));
      }),
      { numRuns: 20 },
    );
    expect(() => prizeAt([{ share: 10, benefit: 0 }], 10)).toThrow("no prize has bucket 10");
  });
});

/** Chi-square, with one degree of freedom, of two ways of dividing the same users. */
function association(one: Uint32Array, other: Uint32Array, users: number): number {
  let [both, first, second] = [0, 0, 0];
  for (let word = 0; word < one.length; word++) {
    const [a, b] = [one[word] as number, other[word] as number];
    both += ones(a & b);
    first += ones(a);
    second += ones(b);
  }
  const determinant = both * users - first * second;
  return (users * determinant ** 2) / (first * second * (users - first) * (users - second));
}

function ones(word: number): number {
  let count = 0;
  for (let rest = word; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** Shares of so many variants at most, 10,000 in all. */
function sharesOf(most: number): fc.Arbitrary<number[]> {
  return fc.array(fc.nat(10_000), { maxLength: most - 1 }).map((cuts) => {
    const edges = [0, ...cuts.toSorted((a, b) => a - b), 10_000];
    return edges.slice(1).map((edge, place) => edge - (edges[place] as number));
  });
}

/** The shares of one split, again and again: as many each time. */
const histories = fc.integer({ min: 1, max: 6 }).chain((variants) =>
  fc.array(
    sharesOf(variants).map((shares) => [...shares, ...Array.from({ length: variants - shares.length }, () => 0)]),
    { minLength: 1, maxLength: 5 },
  ),
);

function allotted(columns: readonly (readonly number[])[]): number[] {
  return [...allot((columns[0] ?? []).map((_, variant) => columns.map((column) => column[variant] as number)))];
}

describe("a split", () => {
  it("gives every variant exactly its share of today", () => {
    fc.assert(
      fc.property(histories, (columns) => {
        const variants = allotted(columns);
        const today = columns.at(-1) as readonly number[];
        expect(today.map((_, variant) => variants.filter((each) => each === variant).length)).toEqual(today);
      }),
      { numRuns: 40 },
    );
  });

  it("moves, when its shares change, as many buckets as some shares have grown by, only from those that shrank to those that grew", () => {
    fc.assert(
      fc.property(histories, (columns) => {
        for (let known = 1; known < columns.length; known++) {
          const [before, after] = [allotted(columns.slice(0, known)), allotted(columns.slice(0, known + 1))];
          const growth = (columns[known] as number[]).map((share, at) => share - (columns[known - 1]?.[at] as number));
          const moved = after.flatMap((variant, bucket) =>
            variant === before[bucket] ? [] : [[before[bucket], variant]],
          );
          expect(moved).toHaveLength(growth.reduce((sum, more) => sum + Math.max(0, more), 0));
          const sides = new Set(
            moved.map(
              ([from, to]) => `${(growth[from as number] as number) < 0} ${(growth[to as number] as number) > 0}`,
            ),
          );
          expect([...sides].filter((side) => side !== "true true")).toEqual([]);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("gives up the highest buckets, which go in ascending order to those that grow, in their order", () => {
    // 0…4999 a, 5000…9999 b; then a gives up 4000…4999 and b 9500…9999: 500 of them go to c, and 1,000 to d.
    const variants = allotted([
      [5000, 5000, 0, 0],
      [4000, 4500, 500, 1000],
    ]);
    const runs = variants.flatMap((variant, bucket) => (variants[bucket - 1] === variant ? [] : [[bucket, variant]]));
    expect(runs).toEqual([
      [0, 0],
      [4000, 2],
      [4500, 3],
      [5000, 1],
      [9500, 3],
    ]);
  });
});
