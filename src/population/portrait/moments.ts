/** Mean and spread of numbers, taken one by one: Welford's way, which loses no digits on large means. */
export interface Moments {
  readonly n: number;
  readonly mean: number;
  /** The sum of the squared distances from the mean. */
  readonly squares: number;
}

export class MutableMoments implements Moments {
  n = 0;
  mean = 0;
  squares = 0;

  take(x: number): void {
    this.n++;
    const off = x - this.mean;
    this.mean += off / this.n;
    this.squares += off * (x - this.mean);
  }
}

/** Those of all numbers together (Chan, Golub and LeVeque 1979). */
export function merged(all: readonly Moments[]): Moments {
  return all.reduce(
    (a, b) => {
      const n = a.n + b.n;
      if (n === 0) return a;
      const off = b.mean - a.mean;
      return { n, mean: a.mean + (off * b.n) / n, squares: a.squares + b.squares + (off * off * a.n * b.n) / n };
    },
    { n: 0, mean: 0, squares: 0 },
  );
}
