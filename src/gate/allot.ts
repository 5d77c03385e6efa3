import { BUCKETS } from "./bucket.js";

/**
 * Gives each bucket a variant, by place. `shares` has a list per variant, in 1/10,000: with what it began, and each change since;
 * every column adds up to 10,000. At first variants have ranges side by side, in order. At each change, every variant that shrinks
 * gives up its highest buckets, which go, ascending, to those that grow, in order. So a change moves as many buckets as the shares
 * that grow have grown by, and no other; who stays in a variant never leaves it in between.
 */
export function allot(shares: readonly (readonly number[])[]): Uint16Array {
  const variants = new Uint16Array(BUCKETS);
  let next = 0;
  shares.forEach((history, variant) => {
    variants.fill(variant, next, next + shareAt(history, 0));
    next += shareAt(history, 0);
  });
  const changes = shares[0]?.length ?? 0;
  for (let change = 1; change < changes; change++) reweight(variants, shares, change);
  return variants;
}

function reweight(variants: Uint16Array, shares: readonly (readonly number[])[], change: number): void {
  const growth = shares.map((history) => shareAt(history, change) - shareAt(history, change - 1));
  const givenUp = shrink(variants, growth);
  let next = 0;
  growth.forEach((more, variant) => {
    for (let taken = 0; taken < more; taken++) variants[givenUp[next++] as number] = variant;
  });
}

/** The highest buckets of the variants that shrink, ascending. */
function shrink(variants: Uint16Array, growth: readonly number[]): number[] {
  const left = growth.map((more) => Math.max(0, -more));
  const givenUp: number[] = [];
  for (let bucket = BUCKETS - 1; bucket >= 0; bucket--) {
    const variant = variants[bucket] as number;
    if ((left[variant] as number) === 0) continue;
    left[variant] = (left[variant] as number) - 1;
    givenUp.push(bucket);
  }
  return givenUp.toReversed();
}

function shareAt(history: readonly number[], column: number): number {
  return history[column] ?? 0;
}
