import type { Fact, Field, Type } from "../../program/program.js";
import { keyOfFact } from "../fact-table.js";
import type { Ground } from "./ground.js";
import { type Columns, History } from "./history.js";
import { datesIn, valuesOfType, Wheres } from "./implies.js";
import { Search } from "./search.js";
import { anyKnown, anyText, anyValue, between, type Texts, type Values } from "./values.js";
import type { World } from "./world.js";

/** How often conclusions are drawn anew before the rest is left alone. */
const ROUNDS = 12;

/** All users that the program can meet, whatever their profile and history. */
export interface Users {
  readonly world: World;
  readonly search: Search;
  /** The column of a fact; of one that no test asks for, a column of its own. */
  column(fact: Fact): number;
  fact(column: number): Fact | undefined;
}

export function users(world: World): Users {
  const columns = new UserColumns(world);
  const history: History = new History(columns, () => search.terms, new Wheres(world));
  const { testOfTag, numOfTag, textOfTag, lifecycle, map } = world;
  const ground: Ground = {
    values: (atom) => (atom.is === "column" ? columns.values(atom.column) : anyValue),
    texts: (atom) => (atom.is === "column" ? columns.texts(atom.column) : anyText),
    testOfTag,
    numOfTag,
    textOfTag,
    lifecycle,
    map,
    settle: (cube) => {
      for (let round = 0; round < ROUNDS; round++) {
        const before = cube.changes;
        if (!cube.settleSums() || !history.settle(cube)) return false;
        if (cube.changes === before) return true;
      }
      return true;
    },
  };
  const search: Search = new Search(ground);
  return { world, search, column: (fact) => columns.column(fact), fact: (column) => columns.fact(column) };
}

class UserColumns implements Columns {
  readonly #world: World;
  /** Facts that no test asks for: column −1, −2 …. */
  readonly #extra: Fact[] = [];
  readonly #places = new Map<string, number>();

  constructor(world: World) {
    this.#world = world;
  }

  fact(column: number): Fact | undefined {
    return column >= 0 ? this.#world.fact(column) : this.#extra[-1 - column];
  }

  column(fact: Fact): number {
    const known = this.#world.known(fact);
    if (known !== null) return known;
    const key = keyOfFact(fact);
    const place = this.#places.get(key) ?? -1 - this.#extra.length;
    if (!this.#places.has(key)) this.#extra.push(fact);
    this.#places.set(key, place);
    return place;
  }

  isText(column: number): boolean {
    const fact = this.fact(column);
    const field = fact && this.#fieldOf(fact);
    return field !== undefined && field !== null && isText(field.type);
  }

  isSure(event: number, field: number): boolean {
    return this.#world.events[event]?.[field]?.optional === false;
  }

  values(column: number): Values {
    const fact = this.fact(column);
    switch (fact?.is) {
      case "now":
      case "today":
      case "sum":
        return anyKnown;
      case "profileDate":
        return this.#fieldOf(fact)?.optional === false ? anyKnown : anyValue;
      case "profile": {
        const field = this.#fieldOf(fact);
        return field ? valuesOfType(field.type, field.optional) : anyValue;
      }
      case "strategyTag":
      case "momentIn":
      case "sequence":
        return between(0, 1);
      case "days":
        return between(0, datesIn(fact.window));
      case "hour":
      case "count":
      case "countKnown":
      case "distinct":
        return between(0, Number.POSITIVE_INFINITY);
      case "trigger":
      case "min":
      case "max":
      case "mostFrequent":
      case "pointField": {
        const field = this.#fieldOf(fact);
        return field ? valuesOfType(field.type, true) : anyValue;
      }
      default:
        return anyValue;
    }
  }

  texts(column: number): Texts {
    const fact = this.fact(column);
    const field = fact && this.#fieldOf(fact);
    return { ...anyText, unknown: fact?.is !== "profile" || field?.optional !== false };
  }

  #fieldOf(fact: Fact): Field | null {
    if (fact.is === "profile" || fact.is === "profileDate") return this.#world.user[fact.field] ?? null;
    if (fact.is === "pointField") return this.#world.events[fact.point.event]?.[fact.field] ?? null;
    return "field" in fact && "event" in fact ? (this.#world.events[fact.event]?.[fact.field] ?? null) : null;
  }
}

function isText({ is }: Type): boolean {
  return is === "text" || is === "zone" || is === "locale";
}
