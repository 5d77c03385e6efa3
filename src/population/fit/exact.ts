import { floorOf, type Rational } from "../../evaluate/rational.js";
import { MILLIONTHS, type Score } from "../../program/program.js";

/** Which side of a cut passes: at or above it, or at or below it. */
export type Better = NonNullable<Score["better"]>;

/**
 * A score in whole stored units. What lies between two (an average, a quotient) counts as the worse one, so that a comparison with a
 * whole cut finds the same users for the one as for the other.
 */
export function wholeScore(score: Rational, per: number, better: Better): bigint {
  const stored = { n: score.n * BigInt(per), d: score.d };
  return better === "higher" ? floorOf(stored) : ceilingOf(stored);
}

function ceilingOf({ n, d }: Rational): bigint {
  return -floorOf({ n: -n, d });
}

/** The exact total of some stored values. */
export function totalOf(values: Iterable<number>): bigint {
  let total = 0n;
  for (const value of values) total += BigInt(value);
  return total;
}

/** Where `high` begins by the average: the worst whole stored unit that is at or better than the exact mean. */
export function averageCut(total: bigint, count: number, better: Better): bigint {
  const mean = { n: total, d: BigInt(count) };
  return better === "higher" ? ceilingOf(mean) : floorOf(mean);
}

/**
 * The score of the ⌈share · n⌉-th best member, and of the best for a share of 0: who scores as well or better is in the share. Ties
 * share the better side, so it may hold more. `share` is in millionths.
 */
export function quantileCut(values: Float64Array, share: number, better: Better): number {
  const ascending = values.slice().sort();
  const asked = (BigInt(share) * BigInt(values.length) + BigInt(MILLIONTHS - 1)) / BigInt(MILLIONTHS);
  const place = Math.max(1, Number(asked));
  return ascending[better === "higher" ? values.length - place : place - 1] as number;
}

/** The median in the same terms: half of the members, counted from the best, are at or better than it. */
export function medianCut(values: Float64Array, better: Better): number {
  return quantileCut(values, MILLIONTHS / 2, better);
}

/** `part / whole` in millionths, to the nearest, half up. */
export function shareOf(part: number, whole: number): number {
  const doubled = 2n * BigInt(part) * BigInt(MILLIONTHS) + BigInt(whole);
  return Number(doubled / (2n * BigInt(whole)));
}

/**
 * The spread of some stored values: their standard deviation (of the whole population, not of a sample), in millionths of a stored
 * unit, cut. Values that are all the same have a spread of 1.
 */
export function spreadOf(values: Iterable<number>, count: number): number {
  let [total, squares] = [0n, 0n];
  for (const value of values) {
    const exact = BigInt(value);
    total += exact;
    squares += exact * exact;
  }
  const n = BigInt(count);
  const million = BigInt(MILLIONTHS);
  const spread = rootOf((n * squares - total * total) * million * million) / n;
  return spread === 0n ? MILLIONTHS : Number(spread);
}

/** The whole part of a square root, by Newton's steps from above. */
function rootOf(square: bigint): bigint {
  if (square < 2n) return square;
  let root = 1n << BigInt((square.toString(2).length + 1) >> 1);
  for (;;) {
    const next = (root + square / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}
