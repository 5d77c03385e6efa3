import { type Effect, meanEffect, type Part, shareEffect } from "./effect.js";
import type { Feature, Subject } from "./feature.js";
import { merged, MutableMoments } from "./moments.js";

/** One thing in which a group is compared with the rest. */
export interface Trait {
  readonly subject: Subject;
  readonly what:
    | { readonly is: "known" | "yes" }
    /** One value of several: text, or the place of a member, stage or hour. */
    | { readonly is: "choice"; readonly choice: number | string }
    | { readonly is: "number" };
  readonly group: Measured;
  readonly rest: Measured;
  readonly effect: Effect;
}

/** A share, or a mean, and of how many users. */
export interface Measured {
  readonly value: number;
  readonly users: number;
}

/** A side with fewer users is not compared. */
export const LEAST = 30;
/** A text of more values is compared by whether it is known; of what is always shown, the most frequent ones are. */
const FEW = 20;
/** Of more different values than these, those that come last are not counted. */
const MANY = 4096;

/** What one feature comes to in each class of users. */
export class Tally {
  readonly #feature: Feature;
  readonly #known: number[];
  readonly #yes: number[];
  readonly #moments: readonly MutableMoments[];
  readonly #choices = new Map<number | string, number[]>();
  #overflown = false;

  constructor(feature: Feature, classes: number) {
    this.#feature = feature;
    this.#known = zeros(classes);
    this.#yes = zeros(classes);
    this.#moments = Array.from({ length: classes }, () => new MutableMoments());
  }

  take(value: number | string | null, place: number): void {
    if (value === null) return;
    add(this.#known, place);
    const { kind } = this.#feature;
    if (kind === "choice") this.#choose(value, place);
    else if (kind === "number") this.#moments[place]?.take(Number(value));
    else if (kind === "yes" && value !== 0) add(this.#yes, place);
  }

  #choose(choice: number | string, place: number): void {
    const counts = this.#choices.get(choice);
    if (counts) add(counts, place);
    else if (this.#choices.size >= MANY) this.#overflown = true;
    else {
      const fresh = zeros(this.#known.length);
      add(fresh, place);
      this.#choices.set(choice, fresh);
    }
  }

  /** How a class compares with the others; `null` stands for what has too few users to be compared. `sizes`: users in each class. */
  compared(place: number, sizes: readonly number[]): (Trait | null)[] {
    const everybody = splitAt(sizes, place);
    const known = splitAt(this.#known, place);
    const found: (Trait | null)[] = [];
    const isPartial = known.own + known.others < everybody.own + everybody.others;
    if (this.#feature.kind === "known" || isPartial)
      found.push(this.#share({ is: "known" }, this.#known, sizes, place));
    switch (this.#feature.kind) {
      case "known":
        break;
      case "yes":
        found.push(this.#share({ is: "yes" }, this.#yes, this.#known, place));
        break;
      case "number":
        found.push(...this.#mean(place));
        break;
      case "choice":
        found.push(...this.#shares(place));
    }
    return found;
  }

  #share(what: Trait["what"], counts: readonly number[], of: readonly number[], place: number): Trait | null {
    const [parts, wholes] = [splitAt(counts, place), splitAt(of, place)];
    const group: Part = { part: parts.own, of: wholes.own };
    const rest: Part = { part: parts.others, of: wholes.others };
    if (group.of < LEAST || rest.of < LEAST) return null;
    return this.#trait(what, measured(group), measured(rest), shareEffect(group, rest));
  }

  #mean(place: number): (Trait | null)[] {
    const own = this.#moments[place] as MutableMoments;
    const others = merged(this.#moments.filter((_, at) => at !== place));
    if (own.n < LEAST || others.n < LEAST) return [null];
    const effect = meanEffect(own, others);
    if (!effect) return [];
    const group = { value: own.mean, users: own.n };
    return [this.#trait({ is: "number" }, group, { value: others.mean, users: others.n }, effect)];
  }

  #shares(place: number): (Trait | null)[] {
    if (!this.#feature.many && (this.#overflown || this.#choices.size > FEW)) return [];
    const shown = [...this.#choices].sort(([, a], [, b]) => sum(b) - sum(a)).slice(0, 2 * FEW);
    const traits = shown.map(([choice, counts]) => this.#share({ is: "choice", choice }, counts, this.#known, place));
    // Of two values, one is as much more frequent as the other is less: to say it once is enough.
    return traits.length === 2 ? [traits.find((trait) => trait && trait.effect.size > 0) ?? traits[0] ?? null] : traits;
  }

  #trait(what: Trait["what"], group: Measured, rest: Measured, effect: Effect): Trait {
    return { subject: this.#feature.subject, what, group, rest, effect };
  }
}

function zeros(n: number): number[] {
  return Array.from({ length: n }, () => 0);
}

function add(counts: number[], place: number): void {
  counts[place] = (counts[place] ?? 0) + 1;
}

function splitAt(counts: readonly number[], place: number): { readonly own: number; readonly others: number } {
  const own = counts[place] ?? 0;
  return { own, others: sum(counts) - own };
}

function sum(counts: readonly number[]): number {
  return counts.reduce((all, n) => all + n, 0);
}

function measured({ part, of }: Part): Measured {
  return { value: part / of, users: of };
}
