/** The least value of a stretch that moves one way: values enter at one end and leave at the other. */
export interface Least {
  /** Takes a value in; `edge` says where it lies, and never comes before that of an earlier one in the direction of movement. */
  add(edge: number, value: number): void;
  /** Lets go of those whose edge has been left behind, and gives the least of the others; infinite if there is none. */
  least(isLeft: (edge: number) => boolean): number;
}

/** A value that entered before a smaller one, and will leave no later, is never the least again: it is dropped at once. */
export function createLeast(): Least {
  const kept: { readonly edge: number; readonly value: number }[] = [];
  let first = 0;
  return {
    add(edge, value) {
      while (kept.length > first && (kept.at(-1)?.value as number) >= value) kept.pop();
      kept.push({ edge, value });
    },
    least(isLeft) {
      while (first < kept.length && isLeft(kept[first]?.edge as number)) first++;
      return kept[first]?.value ?? Number.POSITIVE_INFINITY;
    },
  };
}

/** As many of them as there are keys; what has no key is `null`, and belongs to nothing. */
export interface LeastByKey {
  of(key: number | string | null): Least | null;
}

export function createLeastByKey(): LeastByKey {
  const byKey = new Map<number | string, Least>();
  return {
    of(key) {
      if (key === null) return null;
      let found = byKey.get(key);
      if (!found) byKey.set(key, (found = createLeast()));
      return found;
    },
  };
}
