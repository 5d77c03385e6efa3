import type { Fact, Program, Type } from "../../program/program.js";
import { canonicalJson } from "../../program/canonical.js";
import { nowhere } from "./literal.js";
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
    const operand = of.saying?.is === "value" ? of.saying.expr : null;
    const saying: Saying | null =
      operand === null ? null : { is: "value", expr: { is: "zodiac", calendar, operand, span: nowhere } };
    const phrase = `${calendar === "chinese" ? "chinese zodiac" : "zodiac"} of ${of.phrase}`;
    const optional = of.optional || calendar === "chinese";
    return this.#keep({ fact: { is: "zodiac", calendar, column }, type, optional, phrase, saying });
  }

  shiftedMonths(column: number, months: number): Named {
    const { saying: of, optional, phrase } = this.column(column);
    const saying: Saying | null = of === null ? null : { is: "shifted", of, months };
    const shifted = saying === null ? `${phrase} shifted by ${months} months` : phraseOf(saying);
    const fact = { is: "shiftMonths", months, column } as const;
    return this.#keep({ fact, type: { is: "date" }, optional, phrase: shifted, saying });
  }

  #keep(made: Omit<Named, "name">): Named {
    const known = this.#made.get(made.phrase);
    if (known) return known;
    const [name = ""] = namesOf([made.phrase]);
    const named = { ...made, name };
    this.#made.set(made.phrase, named);
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
