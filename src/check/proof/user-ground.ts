import type { Fact, Field, Type } from "../../program/program.js";
import type { ModelEntry } from "../catalogue.js";
import type { Checker } from "../checker.js";
import { keyOfFact } from "../fact-table.js";
import type { Ground, Parts } from "./ground.js";
import { type Columns, History } from "./history.js";
import { datesIn, rowsOf, valuesOfType, Wheres } from "./implies.js";
import { Search } from "./search.js";
import { anyKnown, anyText, anyValue, between, type Texts, type Values } from "./values.js";

/** How often conclusions are drawn anew before the rest is left alone. */
const ROUNDS = 12;

/** All users that the program can meet, whatever their profile and history. */
export interface Users {
  readonly search: Search;
  /** The column of a fact; of one that no test asks for, a column of its own. */
  column(fact: Fact): number;
  fact(column: number): Fact | undefined;
}

export function users(c: Checker): Users {
  const columns = new UserColumns(c);
  const history: History = new History(columns, () => search.terms, new Wheres(c));
  const tags = [...c.catalogue.tags.keys()];
  const meaning = (tag: number) => c.tag(tags[tag] ?? "", null);
  const ground: Ground = {
    values: (atom) => (atom.is === "column" ? columns.values(atom.column) : anyValue),
    texts: (atom) => (atom.is === "column" ? columns.texts(atom.column) : anyText),
    testOfTag: (tag) => {
      const made = meaning(tag);
      return made?.is === "test" ? made.checked.test : null;
    },
    numOfTag: (tag) => {
      const made = meaning(tag);
      return made?.is === "value" && made.value.is === "num" ? made.value.num : null;
    },
    textOfTag: (tag) => {
      const made = meaning(tag);
      return made?.is === "value" && made.value.is === "text" ? made.value.text : null;
    },
    lifecycle: (place) => partsOf(c, place),
    map: (place) => rowsOf(c, place),
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
  return { search, column: (fact) => columns.column(fact), fact: (column) => columns.fact(column) };
}

function partsOf(c: Checker, place: number): Parts | null {
  const [name, entry] = [...c.catalogue.lifecycles][place] ?? [];
  if (name === undefined || !entry) return null;
  const { of, stages } = c.division(name, null);
  const tests = stages.map(({ test }) => test);
  if (tests.includes(null) || of?.test === null || tests.length === 0) return null;
  const { node } = entry;
  const rest = node.is !== "groups" && node.otherwise ? [null] : [];
  return { of: of?.test ?? null, tests: [...tests, ...rest] };
}

class UserColumns implements Columns {
  readonly #c: Checker;
  readonly #user: readonly (Field | null)[];
  readonly #events: readonly (readonly (Field | null)[])[];
  /** Facts that no test asks for: column −1, −2 …. */
  readonly #extra: Fact[] = [];
  readonly #places = new Map<string, number>();

  constructor(c: Checker) {
    this.#c = c;
    this.#user = [...(c.catalogue.user?.values() ?? [])].map(({ field }) => field);
    const done = [...c.catalogue.events.values()].map(({ fields }) => [...fields.values()].map(({ field }) => field));
    this.#events = [...done, ...[...c.catalogue.models.values()].map(scoreFields)];
  }

  fact(column: number): Fact | undefined {
    return column >= 0 ? this.#c.facts.list[column] : this.#extra[-1 - column];
  }

  column(fact: Fact): number {
    const known = this.#c.facts.known(fact);
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
    return this.#events[event]?.[field]?.optional === false;
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
    if (fact.is === "profile" || fact.is === "profileDate") return this.#user[fact.field] ?? null;
    if (fact.is === "pointField") return this.#events[fact.point.event]?.[fact.field] ?? null;
    return "field" in fact && "event" in fact ? (this.#events[fact.event]?.[fact.field] ?? null) : null;
  }
}

/** A score has one field, its value, which is always known. */
function scoreFields({ type }: ModelEntry): readonly (Field | null)[] {
  return [type && { id: "value", label: null, type, optional: false, pii: false, fixed: false }];
}

function isText({ is }: Type): boolean {
  return is === "text" || is === "zone" || is === "locale";
}
