import type { Rational } from "../evaluate/rational.js";

/** A total that is exact whatever its size: whole numbers over one divisor, and any other values beside them. */
export class ExactSum {
  readonly #per: bigint;
  /** In units of the divisor; what plain numbers hold exactly is added up in them first. */
  #near = 0;
  #far = 0n;
  /** The totals of values with other divisors, by divisor. */
  readonly #others = new Map<bigint, bigint>();

  constructor(per: number) {
    this.#per = BigInt(per);
  }

  /** A whole number of units of the divisor. */
  addWhole(value: number): void {
    const sum = this.#near + value;
    if (Number.isSafeInteger(sum)) this.#near = sum;
    else {
      this.#far += BigInt(this.#near) + BigInt(value);
      this.#near = 0;
    }
  }

  add(value: Rational): void {
    const { n, d } = reduced(value);
    this.#others.set(d, (this.#others.get(d) ?? 0n) + n);
  }

  total(): Rational {
    let total: Rational = { n: this.#far + BigInt(this.#near), d: this.#per };
    for (const [d, n] of this.#others) total = reduced({ n: total.n * d + n * total.d, d: total.d * d });
    return reduced(total);
  }
}

/** In lowest terms. */
export function reduced({ n, d }: Rational): Rational {
  let [x, y] = [n < 0n ? -n : n, d];
  while (y !== 0n) [x, y] = [y, x % y];
  return x === 0n ? { n, d } : { n: n / x, d: d / x };
}
