import type { MapTable } from "../program/program.js";
import type { Name } from "../syntax/tree.js";
import type { Checker, Divided, Measured, TagMeaning } from "./checker.js";
import { divided } from "./declaration/division.js";
import { mapTable } from "./declaration/map.js";
import { measured, measuredLength } from "./declaration/measure.js";
import { process } from "./declaration/process.js";
import { tagMeaning } from "./declaration/tag.js";
import { lengthOf } from "./length.js";
import type { Step } from "./matched.js";

type Definitions = Pick<Checker, "tag" | "division" | "measure" | "steps" | "map" | "length">;

/** Definitions that stand in each other so deeply are taken for a circle: those that don't are met in a better order. */
const DEEPEST = 100;

/** Checks what other declarations name when it is first asked for, whatever the order in which they are declared. */
export function definitions(checker: () => Checker): Definitions {
  /** The names of the tags and lifecycles that are being checked, each needed by the one before. */
  const open: string[] = [];
  const circular = <T>(kind: string, broken: T, make: (name: string) => T): ((name: string, at: Name | null) => T) => {
    const made = new Map<string, T>();
    return (name, reference) => {
      const known = made.get(name);
      if (known !== undefined) return known;
      const from = open.indexOf(`${kind} ${name}`);
      if (from >= 0 || open.length >= DEEPEST) {
        if (reference) refuse(checker(), open.slice(Math.max(0, from)), name, reference);
        return broken;
      }
      open.push(`${kind} ${name}`);
      const found = make(name);
      open.pop();
      made.set(name, found);
      return found;
    };
  };
  const measure = circular<Measured | null>("measure", null, (name) => {
    const node = checker().catalogue.measures.get(name)?.node;
    return node ? measured(checker(), node) : null;
  });
  return {
    tag: circular<TagMeaning | null>("tag", null, (name) => {
      const node = checker().catalogue.tags.get(name)?.node;
      return node ? tagMeaning(checker(), node) : null;
    }),
    division: circular<Divided>("lifecycle", { of: null, stages: [] }, (name) => {
      const node = checker().catalogue.lifecycles.get(name)?.node;
      return node ? divided(checker(), node) : { of: null, stages: [] };
    }),
    measure,
    steps: once<readonly Step[] | null>((name) => {
      const node = checker().catalogue.processes.get(name)?.node;
      return node ? process(checker(), node) : null;
    }),
    map: once<MapTable | null>((name) => {
      const node = checker().catalogue.maps.get(name)?.node;
      return node ? mapTable(checker(), node) : null;
    }),
    length: (node) => (node.is === "quantity" ? lengthOf(node) : measuredLength(checker(), node)),
  };
}

function refuse(c: Checker, open: readonly string[], name: string, reference: Name): void {
  const path = [...open.map((each) => each.slice(each.indexOf(" ") + 1)), name];
  c.report.addOnce("circular-definition", reference.span, { path });
}

function once<T>(make: (name: string) => T): (name: string) => T {
  const made = new Map<string, T>();
  return (name) => {
    const known = made.get(name);
    if (known !== undefined) return known;
    const found = make(name);
    made.set(name, found);
    return found;
  };
}
