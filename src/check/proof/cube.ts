import type { Atom, Goal, Sum, TextAtom } from "./goal.js";
import {
  anyKnown,
  anyKnownText,
  anyValue,
  between,
  both,
  bothTexts,
  isEmpty,
  isEmptyText,
  isSame,
  leastOf,
  mostOf,
  onlyUnknown,
  type Texts,
  type Values,
} from "./values.js";

const MAX = Number.MAX_SAFE_INTEGER;

/** How often bounds are passed on before what they still promise is left alone. */
const ROUNDS = 12;

/** Users of one kind: for each value that is asked for, what it may be. */
export class Cube {
  readonly values: Map<Atom, Values>;
  readonly texts: Map<TextAtom, Texts>;
  readonly sums: Map<string, { readonly sum: Sum; readonly values: Values }>;
  readonly flags: Map<string, boolean>;
  /** Lifecycles whose stage was opened into the tests that stand for it. */
  readonly opened: Set<number>;
  /** Rises with whatever is learnt. */
  changes = 0;

  constructor(from?: Cube) {
    this.values = new Map(from?.values);
    this.texts = new Map(from?.texts);
    this.sums = new Map(from?.sums);
    this.flags = new Map(from?.flags);
    this.opened = new Set(from?.opened);
  }

  of(atom: Atom): Values {
    return this.values.get(atom) ?? atom.values;
  }

  textsOf(atom: TextAtom): Texts {
    return this.texts.get(atom) ?? atom.texts;
  }

  /** Each of these says false where nothing is left. */
  narrow(atom: Atom, values: Values): boolean {
    const had = this.of(atom);
    const left = both(had, values);
    if (isEmpty(left)) return false;
    if (!this.values.has(atom) || !isSame(left, had)) {
      this.values.set(atom, left);
      this.changes++;
    }
    // What is known tells that all that it is made of is known.
    return left.unknown || atom.needs.every((need) => this.narrow(need, anyKnown));
  }

  narrowText(atom: TextAtom, texts: Texts): boolean {
    const had = this.textsOf(atom);
    const left = bothTexts(had, texts);
    if (isEmptyText(left)) return false;
    if (!this.texts.has(atom) || had.unknown !== left.unknown) this.changes++;
    this.texts.set(atom, left);
    return true;
  }

  narrowSum(sum: Sum, values: Values): boolean {
    const had = this.sums.get(sum.key)?.values;
    const left = both(had ?? anyValue, values);
    if (isEmpty(left)) return false;
    if (!had || !isSame(had, left)) {
      this.sums.set(sum.key, { sum, values: left });
      this.changes++;
    }
    return true;
  }

  /** Takes up a goal that is no test and leaves no choice. */
  take(goal: Exclude<Goal, { is: "test" | "known" }>): boolean {
    switch (goal.is) {
      case "atom":
        return this.narrow(goal.atom, goal.values);
      case "sum":
        return this.narrowSum(goal.sum, goal.values);
      case "text":
        return this.narrowText(goal.atom, goal.texts);
      case "textKnown": {
        if (typeof goal.text === "string") return goal.want;
        return this.narrowText(
          goal.text,
          goal.want ? anyKnownText : { unknown: true, only: new Set(), not: new Set() },
        );
      }
      case "flag": {
        const had = this.flags.get(goal.key);
        this.flags.set(goal.key, goal.want);
        return had === undefined || had === goal.want;
      }
    }
  }

  /** Passes bounds between sums and what they are made of. */
  settleSums(): boolean {
    for (let round = 0; round < ROUNDS; round++) {
      const before = this.changes;
      for (const { sum } of this.sums.values()) if (!this.#settleSum(sum)) return false;
      if (this.changes === before) return true;
    }
    return true;
  }

  #settleSum(sum: Sum): boolean {
    const parts = sum.parts.map(({ atom, factor }) => ({ atom, ...reach(this.of(atom), factor) }));
    const values = parts.map(({ atom }) => this.of(atom));
    if (values.some(({ ranges }) => ranges.length === 0) && !this.narrowSum(sum, onlyUnknown)) return false;
    if (values.every(({ unknown }) => !unknown) && !this.narrowSum(sum, anyKnown)) return false;
    const low = parts.reduce((total, { from }) => total + from, 0);
    const high = parts.reduce((total, { to }) => total + to, 0);
    if (!this.narrowSum(sum, between(outward(low, -1), outward(high, 1), true))) return false;
    const left = this.sums.get(sum.key)?.values ?? anyValue;
    if (left.unknown) return true;
    return sum.parts.every(({ atom, factor }) => {
      const own = reach(this.of(atom), factor);
      const [rest, most] = [others(parts, atom, "from"), others(parts, atom, "to")];
      const from = leastOf(left) - most;
      const to = mostOf(left) - rest;
      if (own.from >= from && own.to <= to) return this.narrow(atom, anyKnown);
      const [a, b] = factor > 0 ? [from / factor, to / factor] : [to / factor, from / factor];
      return this.narrow(atom, between(outward(Math.ceil(a), -1), outward(Math.floor(b), 1)));
    });
  }
}

interface Reach {
  readonly from: number;
  readonly to: number;
}

function reach(values: Values, factor: number): Reach {
  const [a, b] = [leastOf(values) * factor, mostOf(values) * factor];
  return factor > 0 ? { from: outward(a, -1), to: outward(b, 1) } : { from: outward(b, -1), to: outward(a, 1) };
}

/** What all parts but one add up to; added up anew, for infinity cannot be taken away again. */
function others(parts: readonly (Reach & { readonly atom: Atom })[], but: Atom, side: "from" | "to"): number {
  return parts.reduce((total, part) => (part.atom === but ? total : total + part[side]), 0);
}

/** A bound beyond what is exact is none. */
function outward(bound: number, sign: 1 | -1): number {
  return Number.isNaN(bound) || Math.abs(bound) > MAX ? sign * Number.POSITIVE_INFINITY : bound;
}
