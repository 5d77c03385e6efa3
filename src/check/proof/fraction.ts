/** An exact fraction of safe whole numbers in lowest terms; `d` is above 0. */
export interface Fraction {
  readonly n: number;
  readonly d: number;
}

export const zero: Fraction = { n: 0, d: 1 };

/** `null` where the numbers outgrow what is exact, or `d` is 0. */
export function fraction(n: number, d = 1): Fraction | null {
  if (d === 0 || !Number.isSafeInteger(n) || !Number.isSafeInteger(d)) return null;
  const divisor = commonDivisor(n, d) * (d < 0 ? -1 : 1);
  // Adding 0 turns -0 into 0.
  return { n: n / divisor + 0, d: d / divisor };
}

export function sum(a: Fraction, b: Fraction): Fraction | null {
  const [left, right] = [a.n * b.d, b.n * a.d];
  // Two products that were rounded could cancel out into a number that looks exact.
  return Number.isSafeInteger(left) && Number.isSafeInteger(right) ? fraction(left + right, a.d * b.d) : null;
}

export function product(a: Fraction, b: Fraction): Fraction | null {
  return fraction(a.n * b.n, a.d * b.d);
}

export function commonDivisor(a: number, b: number): number {
  let [x, y] = [Math.abs(a), Math.abs(b)];
  while (y > 0) [x, y] = [y, x % y];
  return x || 1;
}
