import { MILLIONTHS, type Fact, type Field, type Program, type Type } from "../../program/program.js";
import type { ModelEntry } from "../catalogue.js";
import type { Checker } from "../checker.js";
import { keyOfFact } from "../fact-table.js";
import type { Ground, Parts } from "./ground.js";

/** What proofs need to know of a project: while it is checked, or of its program. */
export interface World extends Pick<Ground, "testOfTag" | "numOfTag" | "textOfTag" | "lifecycle" | "map"> {
  /** `null` for a field with an error. */
  readonly user: readonly (Field | null)[];
  readonly events: readonly (readonly (Field | null)[])[];
  /** Of the kinds of events that users do. */
  readonly names: readonly string[];
  fact(column: number): Fact | undefined;
  /** The column of a fact, if something asks for it. */
  known(fact: Fact): number | null;
}

/** A project that is being checked. */
export function checkedWorld(c: Checker): World {
  const tags = [...c.catalogue.tags.keys()];
  const maps = [...c.catalogue.maps.keys()];
  const meaning = (tag: number) => c.tag(tags[tag] ?? "", null);
  const done = [...c.catalogue.events.values()].map(({ fields }) => [...fields.values()].map(({ field }) => field));
  return {
    user: [...(c.catalogue.user?.values() ?? [])].map(({ field }) => field),
    events: [...done, ...[...c.catalogue.models.values()].map(scoreFields)],
    names: [...c.catalogue.events.keys()],
    fact: (column) => c.facts.list[column],
    known: (fact) => c.facts.known(fact),
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
    map: (place) => {
      const map = c.map(maps[place] ?? "");
      return map && { values: map.rows.map(({ value }) => value), per: perOf(map.type) };
    },
  };
}

/** A program that stands by itself. */
export function programWorld(program: Program): World {
  const columns = new Map(program.facts.map((fact, column) => [keyOfFact(fact), column]));
  return {
    user: program.user.fields,
    events: program.events.map(({ fields }) => fields),
    names: program.events.flatMap(({ id, model }) => (model === null ? [id] : [])),
    fact: (column) => program.facts[column],
    known: (fact) => columns.get(keyOfFact(fact)) ?? null,
    testOfTag: (tag) => {
      const value = program.tags[tag]?.value;
      return value?.is === "test" ? value.test : null;
    },
    numOfTag: (tag) => {
      const value = program.tags[tag]?.value;
      return value?.is === "num" ? value.num : null;
    },
    textOfTag: (tag) => {
      const value = program.tags[tag]?.value;
      return value?.is === "text" ? value.text : null;
    },
    lifecycle: (place) => {
      const found = program.lifecycles[place];
      return found ? { of: found.of, tests: found.stages.map(({ test }) => test) } : null;
    },
    map: (place) => {
      const map = program.maps[place];
      return map ? { values: map.rows.map(({ value }) => value), per: perOf(map.type) } : null;
    },
  };
}

function perOf({ is }: Type): number {
  return is === "number" || is === "ratio" ? MILLIONTHS : 1;
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

/** A score has one field, its value, which is always known. */
function scoreFields({ type }: ModelEntry): readonly (Field | null)[] {
  return [type && { id: "value", label: null, type, optional: false, pii: false, fixed: false }];
}
