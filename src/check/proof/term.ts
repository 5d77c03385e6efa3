import type { MapKey, Num, Test, Text } from "../../program/program.js";
import { type Fraction, fraction, product, sum } from "./fraction.js";
import type { Atom, Goal, TextAtom } from "./goal.js";
import type { Ground } from "./ground.js";
import { anyValue, between, these, type Texts, theseTexts, type Values } from "./values.js";

/** A sum of stored values, each times a factor, and a constant. */
export interface Linear {
  readonly parts: ReadonlyMap<Atom, Fraction>;
  readonly constant: Fraction;
}

/** A value under conditions; `null` where it is unknown. */
export interface Case<T> {
  readonly when: readonly Goal[];
  readonly value: T | null;
}

/** A value falls into few cases; one that would fall into more is not looked into. */
const MOST_CASES = 32;
const DEEPEST = 100;

/** How finely a value that is no whole number is told apart. */
export const FINE = 1_000_000;

/** Reads values as sums over atoms; one atom for one value, however often it stands somewhere. */
export class Terms {
  readonly #ground: Ground;
  readonly #atoms = new Map<string, Atom>();
  readonly #texts = new Map<string, TextAtom>();
  /** A value of the program is read once, in however many questions it stands. */
  readonly #read = new WeakMap<Num, readonly Case<Linear>[] | null>();

  constructor(ground: Ground) {
    this.#ground = ground;
  }

  /** All cases of a value, one of which always holds; `null` if it is too deep, too large, or falls into too many. */
  cases(num: Num, depth = 0): readonly Case<Linear>[] | null {
    if (depth > DEEPEST) return null;
    const read = this.#read.get(num);
    if (read !== undefined) return read;
    const made = this.#casesOf(num, depth);
    this.#read.set(num, made);
    return made;
  }

  #casesOf(num: Num, depth: number): readonly Case<Linear>[] | null {
    switch (num.is) {
      case "constant":
        return constantCase(num.n, num.d);
      case "column":
      case "profile":
      case "trigger":
        return this.#stored(num);
      case "stage":
        return single(this.stage(num.lifecycle));
      case "tag": {
        const made = this.#ground.numOfTag(num.tag);
        return made && this.cases(made, depth + 1);
      }
      case "plus":
      case "minus":
      case "times":
      case "over":
        return this.#arithmetic(num, depth);
      case "ifUnknown":
        return this.#ifUnknown(num.value, num.otherwise, depth);
      case "when": {
        const made = this.cases(num.value, depth + 1);
        return made && guarded({ is: "test", test: num.test }, made);
      }
      case "lookup":
        return this.#lookup(num, depth);
      case "zodiac":
        return this.#made(num, num.date, between(0, 11, true), depth);
      case "shiftMonths":
        return this.#made(num, num.date, anyValue, depth);
    }
  }

  textCases(text: Text, depth = 0): readonly Case<string | TextAtom>[] | null {
    if (depth > DEEPEST) return null;
    switch (text.is) {
      case "constant":
        return [{ when: [], value: text.text }];
      case "column":
      case "profile":
      case "trigger":
        return [{ when: [], value: this.#text(text, this.#ground.texts(text)) }];
      case "tag": {
        const made = this.#ground.textOfTag(text.tag);
        return made && this.textCases(made, depth + 1);
      }
      case "when": {
        const made = this.textCases(text.value, depth + 1);
        return made && guarded({ is: "test", test: text.test }, made);
      }
      case "ifUnknown": {
        const [value, other] = [this.textCases(text.value, depth + 1), this.textCases(text.otherwise, depth + 1)];
        return value && other && few(value.flatMap((each) => orElse(each, other, textKnown)));
      }
      case "lookup": {
        const rows = this.#ground.map(text.map)?.values ?? [];
        const texts = theseTexts(
          rows.filter((row) => typeof row === "string"),
          true,
        );
        return [{ when: [], value: this.#text(text, texts) }];
      }
    }
  }

  stage(lifecycle: number): Atom {
    const parts = this.#ground.lifecycle(lifecycle);
    const values = parts ? between(0, parts.tests.length - 1, true) : anyValue;
    return this.#atom(`stage ${lifecycle}`, { is: "whole", values, column: null, lifecycle, needs: [] });
  }

  /** The atom of a column that stands for a fact. */
  column(column: number): Atom {
    return this.#column({ is: "column", column, per: 1 });
  }

  textColumn(column: number): TextAtom {
    const text = { is: "column", column } as const;
    return this.#text(text, this.#ground.texts(text));
  }

  #column(num: Extract<Num, { is: "column" | "profile" | "trigger" }>): Atom {
    const column = num.is === "column" ? num.column : null;
    const key = `${num.is} ${column ?? ("field" in num ? num.field : "")}`;
    const known = this.#atoms.get(key);
    if (known) return known;
    return this.#atom(key, { is: "whole", values: this.#ground.values(num), column, lifecycle: null, needs: [] });
  }

  #atom(key: string, made: Omit<Atom, "key">): Atom {
    const known = this.#atoms.get(key);
    if (known) return known;
    const atom = { key, ...made };
    this.#atoms.set(key, atom);
    return atom;
  }

  #text(text: Text, texts: Texts): TextAtom {
    const column = text.is === "column" ? text.column : null;
    const key = keyOf(text);
    const atom = this.#texts.get(key) ?? { key, texts, column };
    this.#texts.set(key, atom);
    return atom;
  }

  #stored(num: Extract<Num, { is: "column" | "profile" | "trigger" }>): readonly Case<Linear>[] | null {
    const factor = fraction(1, num.per);
    return factor && [{ when: [], value: { parts: new Map([[this.#column(num), factor]]), constant: { n: 0, d: 1 } } }];
  }

  #arithmetic(
    num: Extract<Num, { is: "plus" | "minus" | "times" | "over" }>,
    depth: number,
  ): readonly Case<Linear>[] | null {
    const [left, right] = [this.cases(num.left, depth + 1), this.cases(num.right, depth + 1)];
    if (!left || !right || left.length * right.length > MOST_CASES) return null;
    const made = left.flatMap((a) =>
      right.map((b): Case<Linear> | null => {
        const when = [...a.when, ...b.when];
        if (!a.value || !b.value) return { when, value: null };
        return this.#combined(num.is, a.value, b.value, when);
      }),
    );
    const sound = made.flatMap((each) => each ?? []);
    return sound.length < made.length ? null : sound;
  }

  #combined(op: "plus" | "minus" | "times" | "over", a: Linear, b: Linear, when: readonly Goal[]): Case<Linear> | null {
    if (op === "plus" || op === "minus") {
      const value = added(a, b, op === "plus" ? 1 : -1);
      return value && { when, value };
    }
    if (b.parts.size === 0) {
      // Where a cut that has yet to be found stands, nothing is claimed: `scaled` gives nothing.
      const value = scaled(a, op === "over" ? fraction(b.constant.d, b.constant.n) : b.constant);
      return value && { when, value };
    }
    if (op === "times" && a.parts.size === 0) {
      const value = scaled(b, a.constant);
      return value && { when, value };
    }
    // A product or a quotient of what depends on the user is one value, of which only the order is known.
    const atom = this.#atom(`${op} ${keyOfLinear(a)} ${keyOfLinear(b)}`, {
      is: "dense",
      values: anyValue,
      column: null,
      lifecycle: null,
      needs: [...a.parts.keys(), ...b.parts.keys()],
    });
    return { when, value: { parts: new Map([[atom, { n: 1, d: 1 }]]), constant: { n: 0, d: 1 } } };
  }

  #ifUnknown(value: Num, otherwise: Num, depth: number): readonly Case<Linear>[] | null {
    const [made, other] = [this.cases(value, depth + 1), this.cases(otherwise, depth + 1)];
    return made && other && few(made.flatMap((each) => orElse(each, other, linearKnown)));
  }

  #lookup(num: Extract<Num, { is: "lookup" }>, depth: number): readonly Case<Linear>[] | null {
    const map = this.#ground.map(num.map);
    const rows = (map?.values ?? []).filter((row) => typeof row === "number");
    const factor = fraction(1, map?.per ?? 1);
    const key = this.#keyNeeds(num.key, depth);
    if (!map || !factor || !key) return null;
    const atom = this.#atom(keyOf(num), {
      is: "whole",
      values: these(rows, true),
      column: null,
      lifecycle: null,
      needs: key,
    });
    return [{ when: [], value: { parts: new Map([[atom, factor]]), constant: { n: 0, d: 1 } } }];
  }

  #keyNeeds(key: MapKey, depth: number): readonly Atom[] | null {
    if (key.is === "text") return [];
    const made = this.cases(key.value, depth + 1);
    const [only] = made?.length === 1 ? made : [];
    return only?.value && only.when.length === 0 ? [...only.value.parts.keys()] : [];
  }

  /** A value that is made of a date. */
  #made(num: Num, date: Num, values: Values, depth: number): readonly Case<Linear>[] | null {
    const made = this.cases(date, depth + 1);
    const [only] = made?.length === 1 ? made : [];
    const needs = only?.value && only.when.length === 0 ? [...only.value.parts.keys()] : [];
    return made && single(this.#atom(keyOf(num), { is: "whole", values, column: null, lifecycle: null, needs }));
  }
}

function constantCase(n: number, d: number): readonly Case<Linear>[] | null {
  const constant = fraction(n, d);
  return constant && [{ when: [], value: { parts: new Map(), constant } }];
}

function single(atom: Atom): readonly Case<Linear>[] {
  return [{ when: [], value: { parts: new Map([[atom, { n: 1, d: 1 }]]), constant: { n: 0, d: 1 } } }];
}

function few<T>(cases: readonly Case<T>[]): readonly Case<T>[] | null {
  return cases.length > MOST_CASES ? null : cases;
}

function guarded<T>(test: Pick<Extract<Goal, { is: "test" }>, "is" | "test">, made: readonly Case<T>[]): Case<T>[] {
  const held = made.map(({ when, value }) => ({ when: [{ ...test, want: true }, ...when], value }));
  return [...held, { when: [{ ...test, want: false }], value: null }];
}

/** What stands for a value where it is unknown. */
function orElse<T>(each: Case<T>, other: readonly Case<T>[], known: (value: T, want: boolean) => Goal): Case<T>[] {
  const instead = (when: readonly Goal[]): Case<T>[] =>
    other.map((next) => ({ ...next, when: [...when, ...next.when] }));
  if (each.value === null) return instead(each.when);
  return [
    { when: [...each.when, known(each.value, true)], value: each.value },
    ...instead([...each.when, known(each.value, false)]),
  ];
}

export function linearKnown({ parts }: Linear, want: boolean): Goal {
  return { is: "known", atoms: [...parts.keys()], want };
}

export function textKnown(text: string | TextAtom, want: boolean): Goal {
  return { is: "textKnown", text, want };
}

/** `a + sign · b`. */
export function added(a: Linear, b: Linear, sign: 1 | -1): Linear | null {
  const parts = new Map(a.parts);
  for (const [atom, factor] of b.parts) {
    const total = sum(parts.get(atom) ?? { n: 0, d: 1 }, { n: sign * factor.n, d: factor.d });
    if (!total) return null;
    parts.set(atom, total);
  }
  const constant = sum(a.constant, { n: sign * b.constant.n, d: b.constant.d });
  return constant && { parts, constant };
}

function scaled(a: Linear, by: Fraction | null): Linear | null {
  if (!by) return null;
  const parts = new Map<Atom, Fraction>();
  for (const [atom, factor] of a.parts) {
    const made = product(factor, by);
    if (!made) return null;
    parts.set(atom, made);
  }
  const constant = product(a.constant, by);
  return constant && { parts, constant };
}

function keyOfLinear({ parts, constant }: Linear): string {
  const named = [...parts].map(([{ key }, { n, d }]) => `${n}/${d} (${key})`).sort();
  return `[${named.join(" + ")} + ${constant.n}/${constant.d}]`;
}

/** Equal for values of one form; where they were said is left out. */
export function keyOf(made: Num | Text | Test): string {
  return JSON.stringify(made, (name, part: unknown) => (name === "said" ? undefined : part));
}
