import { compareRationals, type Rational } from "../evaluate/rational.js";
import { reduced } from "./exact-sum.js";

/** The values of users, of which the middle one is asked: eight bytes each where they are whole numbers over one divisor. */
export class ExactMedian {
  readonly #per: bigint;
  #wholes = new Float64Array(64);
  #size = 0;
  readonly #others: Rational[] = [];

  constructor(per: number) {
    this.#per = BigInt(per);
  }

  /** A whole number of units of the divisor. */
  addWhole(value: number): void {
    if (this.#size === this.#wholes.length) {
      const wider = new Float64Array(this.#size * 2);
      wider.set(this.#wholes);
      this.#wholes = wider;
    }
    this.#wholes[this.#size++] = value;
  }

  add(value: Rational): void {
    this.#others.push(value);
  }

  /** The middle value; of an even number of them, the mean of the two in the middle; `null` without any. */
  median(): Rational | null {
    const size = this.#size + this.#others.length;
    if (size === 0) return null;
    const at = this.#ordered();
    const [low, high] = [at((size - 1) >> 1), at(size >> 1)];
    return reduced({ n: low.n * high.d + high.n * low.d, d: 2n * low.d * high.d });
  }

  #ordered(): (place: number) => Rational {
    const wholes = this.#wholes.subarray(0, this.#size).sort();
    const whole = (place: number): Rational => ({ n: BigInt(wholes[place] as number), d: this.#per });
    if (this.#others.length === 0) return whole;
    const all = [...Array.from(wholes, (_, place) => whole(place)), ...this.#others].sort(compareRationals);
    return (place) => all[place] as Rational;
  }
}
