/**
 * The probability that a chi-square variable with so many degrees of freedom (at least 1) is at least `x` (0 or more): the regularized
 * upper incomplete gamma function Q(degrees / 2, x / 2). By its power series where x is small and its continued fraction where
 * x is large (Abramowitz and Stegun, Handbook of Mathematical Functions, 6.5.29 and 6.5.31).
 */
export function chiSquareTail(x: number, degrees: number): number {
  if (x <= 0) return 1;
  const [a, z] = [degrees / 2, x / 2];
  const scale = Math.exp(a * Math.log(z) - z - logGamma(a));
  return z < a + 1 ? 1 - scale * series(a, z) : scale * fraction(a, z);
}

/** Relative differences below this are none. */
const PRECISION = 1e-15;

function series(a: number, z: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; term > sum * PRECISION; n++) {
    term *= z / (a + n);
    sum += term;
  }
  return sum;
}

/** From the last level down: so many are enough for any x that is not beyond all tables. */
const LEVELS = 500;

function fraction(a: number, z: number): number {
  let below = z + 2 * LEVELS + 1 - a;
  for (let n = LEVELS; n >= 1; n--) below = z + 2 * n - 1 - a - (n * (n - a)) / below;
  return 1 / below;
}

/** ln Γ(a) of a half or whole number above 0: by Γ(a + 1) = a Γ(a) from Γ(1/2) = √π or Γ(1) = 1. */
function logGamma(a: number): number {
  const start = Number.isInteger(a) ? 1 : 0.5;
  let log = start === 1 ? 0 : Math.log(Math.PI) / 2;
  for (let at = start; at < a; at++) log += Math.log(at);
  return log;
}
