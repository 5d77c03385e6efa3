import type { Moments } from "./moments.js";

/** How far two groups lie apart, in a measure without a unit, with its 95 % interval. */
export interface Effect {
  readonly size: number;
  readonly low: number;
  readonly high: number;
}

/** So many of so many. */
export interface Part {
  readonly part: number;
  readonly of: number;
}

/** The two-sided 95 % point of the normal distribution. */
const Z = 1.959963984540054;

/**
 * Cohen's h, of two shares: the distance of 2 asin √p, whose variance is 1/n whatever the share is.
 * J. Cohen, Statistical Power Analysis for the Behavioral Sciences, 2nd ed. 1988, chapter 6.
 */
export function shareEffect(a: Part, b: Part): Effect {
  return around(angle(a) - angle(b), Math.sqrt(1 / a.of + 1 / b.of));
}

function angle({ part, of }: Part): number {
  return 2 * Math.asin(Math.sqrt(part / of));
}

/**
 * Hedges' g, of two means: their distance in pooled standard deviations, corrected for small samples; `null` where nothing varies.
 * L. V. Hedges and I. Olkin, Statistical Methods for Meta-Analysis, 1985, chapter 5, with its large-sample standard error.
 */
export function meanEffect(a: Moments, b: Moments): Effect | null {
  const free = a.n + b.n - 2;
  const spread = Math.sqrt((a.squares + b.squares) / free);
  if (!(spread > 0)) return null;
  const g = ((a.mean - b.mean) / spread) * (1 - 3 / (4 * free - 1));
  return around(g, Math.sqrt((a.n + b.n) / (a.n * b.n) + (g * g) / (2 * (a.n + b.n))));
}

function around(size: number, error: number): Effect {
  return { size, low: size - Z * error, high: size + Z * error };
}

/** Whether the interval leaves 0 out. */
export function isApart({ low, high }: Effect): boolean {
  return low > 0 || high < 0;
}
