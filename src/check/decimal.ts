/** An exact decimal number, in lowest terms. */
export interface Decimal {
  readonly n: number;
  readonly d: number;
  /** Digits after the point that matter. */
  readonly digits: number;
}

/** Reads digits with at most one point; `null` when it is not exact in 2^53. `per` divides: 100 for a percentage. */
export function decimal(text: string, per = 1): Decimal | null {
  const [whole = "", fraction = ""] = text.split(".");
  const kept = fraction.replace(/0+$/, "");
  const n = Number(`${whole}${kept}`);
  const d = 10 ** kept.length * per;
  if (!Number.isSafeInteger(n) || !Number.isSafeInteger(d)) return null;
  const by = divisor(Math.abs(n), d);
  return { n: n / by + 0, d: d / by, digits: kept.length };
}

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b);
}
