/** A small generator of chance, the same for the same seed (xorshift32). */
export interface Chance {
  /** A whole number from 0 to `n` − 1. */
  below(n: number): number;
  pick<T>(from: readonly T[]): T | null;
}

export function chance(seed: number): Chance {
  let state = seed | 0 || 1;
  const below = (n: number): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % n;
  };
  return { below, pick: (from) => (from.length === 0 ? null : (from[below(from.length)] ?? null)) };
}
