/** An exact rational number; `d` is greater than 0. Not reduced: comparison needs no lowest terms. */
export interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

/** `n / d` with the sign in the numerator; `null`, which is unknown, if `d` is 0. */
export function rational(n: bigint, d: bigint): Rational | null {
  if (d === 0n) return null;
  return d < 0n ? { n: -n, d: -d } : { n, d };
}

/** Less than, equal to or greater than 0, as `a` lies to `b`. */
export function compareRationals(a: Rational, b: Rational): number {
  const left = a.n * b.d;
  const right = b.n * a.d;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The greatest whole number that is not above `value`. */
export function floorOf(value: Rational): bigint {
  const quotient = value.n / value.d;
  return value.n < 0n && quotient * value.d !== value.n ? quotient - 1n : quotient;
}
