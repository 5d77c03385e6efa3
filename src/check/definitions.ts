import type { MapTable } from "../program/program.js";
import type { Name } from "../syntax/tree.js";
import { type Checker, type TagMeaning, userScope } from "./checker.js";
import { mapTable } from "./declaration/map.js";
import { process } from "./declaration/process.js";
import { tagMeaning } from "./declaration/tag.js";
import { lengthOf } from "./length.js";
import type { Step } from "./matched.js";
import type { CheckedTest } from "./value.js";

type Definitions = Pick<Checker, "tag" | "stages" | "steps" | "map" | "length">;

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
  return {
    tag: circular<TagMeaning | null>("tag", null, (name) => {
      const node = checker().catalogue.tags.get(name)?.node;
      return node ? tagMeaning(checker(), node) : null;
    }),
    stages: circular<readonly CheckedTest[]>("lifecycle", [], (name) => {
      const node = checker().catalogue.lifecycles.get(name)?.node;
      return node ? node.stages.map(({ when }) => checker().test(when, userScope)) : [];
    }),
    steps: once<readonly Step[] | null>((name) => {
      const node = checker().catalogue.processes.get(name)?.node;
      return node ? process(checker(), node) : null;
    }),
    map: once<MapTable | null>((name) => {
      const node = checker().catalogue.maps.get(name)?.node;
      return node ? mapTable(checker(), node) : null;
    }),
    length: (node) => (node.is === "quantity" ? lengthOf(node) : null),
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
