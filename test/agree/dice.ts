/** Chance that a seed decides: the same one makes the same choices, on every machine. */
export interface Dice {
  /** A whole number from 0 up to and without `n`. */
  below(n: number): number;
  /** True once in so many times. */
  once(inSoMany: number): boolean;
  /** One of a list; what stands in it more than once is taken more often. */
  pick<T>(list: readonly T[]): T;
  /** Between so many different members of a list, in chance order. */
  some<T>(list: readonly T[], least: number, most: number): T[];
  /** A list of so many things, each made anew. */
  times<T>(n: number, make: (place: number) => T): T[];
  shuffled<T>(list: readonly T[]): T[];
}

/** mulberry32, a public-domain generator by Tommy Ettinger. */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0;

  function below(n: number): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * n);
  }

  function pick<T>(list: readonly T[]): T {
    if (list.length === 0) throw new RangeError("nothing to choose from");
    return list[below(list.length)] as T;
  }

  function shuffled<T>(list: readonly T[]): T[] {
    const rest = [...list];
    return list.map(() => rest.splice(below(rest.length), 1)[0] as T);
  }

  return {
    below,
    once: (inSoMany) => below(inSoMany) === 0,
    pick,
    some(list, least, most) {
      const size = Math.min(list.length, least + below(most - least + 1));
      return shuffled(list).slice(0, size);
    },
    times: (n, make) => Array.from({ length: n }, (_, place) => make(place)),
    shuffled,
  };
}
