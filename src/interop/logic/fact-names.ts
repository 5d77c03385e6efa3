import type { Fact, Program, Type } from "../../program/program.js";
import { canonicalJson } from "../../program/canonical.js";
import { namesOf } from "./names.js";
import { type NamedFact, typeOfFact } from "./named-fact.js";
import { phraseOf, type Saying, sayingOf } from "./saying.js";
import { Unsayable } from "./raise.js";

/** A fact under its name. */
export interface Named {
  readonly name: string;
  readonly fact: NamedFact;
  readonly type: Type;
  readonly optional: boolean;
  /** What it is: a phrase of the language where it has one. */
  readonly phrase: string;
  readonly saying: Saying | null;
}

/** The facts of a program by column, and what is made of them, each under the name that it has in every rule. */
export class FactNames {
  readonly #columns: readonly Named[];
  readonly #made = new Map<string, Named>();

  constructor(readonly program: Program) {
    const said = program.facts.map((fact) => told(program, fact));
    const names = namesOf(said.map(({ phrase }) => phrase));
    this.#columns = program.facts.map((fact, column) => ({
      name: names[column] ?? "",
      fact: { is: "fact", column },
      ...typeOfFact(program, fact),
      phrase: said[column]?.phrase ?? "",
      saying: said[column]?.saying ?? null,
    }));
  }

  column(column: number): Named {
    const found = this.#columns[column];
    if (found === undefined) throw new RangeError(`the program has no fact at place ${column}`);
    return found;
  }

  zodiac(calendar: "western" | "chinese", column: number, type: Type): Named {
    const of = this.column(column);
    const phrase = `${calendar === "chinese" ? "chinese zodiac" : "zodiac"} of ${of.phrase}`;
    return this.#keep(
      { fact: { is: "zodiac", calendar, column }, type, optional: of.optional || calendar === "chinese" },
      phrase,
    );
  }

  shiftedMonths(column: number, months: number): Named {
    const of = this.column(column);
    const size = Math.abs(months);
    const phrase = `${of.phrase} ${months < 0 ? "minus" : "plus"} ${size} ${size === 1 ? "month" : "months"}`;
    return this.#keep(
      { fact: { is: "shiftMonths", months, column }, type: { is: "date" }, optional: of.optional },
      phrase,
    );
  }

  #keep(made: Pick<Named, "fact" | "type" | "optional">, phrase: string): Named {
    const known = this.#made.get(phrase);
    if (known) return known;
    const [name = ""] = namesOf([phrase]);
    const named = { ...made, name, phrase, saying: null };
    this.#made.set(phrase, named);
    return named;
  }

  /** Every fact of the program, in its order. */
  get all(): readonly Named[] {
    return this.#columns;
  }
}

function told(program: Program, fact: Fact): { readonly phrase: string; readonly saying: Saying | null } {
  try {
    const saying = sayingOf(program, fact);
    return { phrase: phraseOf(saying), saying };
  } catch (error) {
    if (!(error instanceof Unsayable)) throw error;
    return { phrase: `${fact.is} ${canonicalJson(fact)}`, saying: null };
  }
}
