import type { Expr, Length, Name, Window } from "../syntax/tree.js";
import type { Catalogue, Division } from "./catalogue.js";
import { partsOf } from "./parts.js";

/** What others may need: a lifecycle is anything that divides users. */
export interface Definition {
  readonly is: "tag" | "lifecycle" | "measure";
  readonly name: string;
}

interface Visit {
  readonly definition: Definition;
  readonly needs: readonly Definition[];
  /** The next of its needs to follow. */
  next: number;
  /** It seems to need itself: whatever it stands in a circle with is met first, so that the circle is seen from there. */
  circular: boolean;
}

/**
 * Visits every tag, lifecycle and measure after those that it names, so that a chain of them as long as a project is never followed
 * by recursion. A name may also be a choice of some list, which only types can tell: so a need may be none.
 */
export function inOrderOfNeed(catalogue: Catalogue, visit: (definition: Definition) => void): void {
  const done = new Set<string>();
  for (const definition of all(catalogue)) {
    if (done.has(keyOf(definition))) continue;
    const open: Visit[] = [begin(catalogue, definition)];
    for (let top = open.at(-1); top; top = open.at(-1)) {
      const need = top.needs[top.next++];
      if (need) follow(catalogue, open, done, need);
      else {
        if (!top.circular) visit(top.definition);
        done.add(keyOf(top.definition));
        open.pop();
      }
    }
  }
}

function all({ tags, lifecycles, measures }: Catalogue): Definition[] {
  return [
    ...[...tags.keys()].map((name) => ({ is: "tag" as const, name })),
    ...[...lifecycles.keys()].map((name) => ({ is: "lifecycle" as const, name })),
    ...[...measures.keys()].map((name) => ({ is: "measure" as const, name })),
  ];
}

function keyOf({ is, name }: Definition): string {
  return `${is} ${name}`;
}

function begin(catalogue: Catalogue, definition: Definition): Visit {
  return { definition, needs: needsOf(catalogue, definition), next: 0, circular: false };
}

function follow(catalogue: Catalogue, open: Visit[], done: ReadonlySet<string>, need: Definition): void {
  const key = keyOf(need);
  if (done.has(key)) return;
  const from = open.findIndex((visit) => keyOf(visit.definition) === key);
  if (from < 0) open.push(begin(catalogue, need));
  else for (const visit of open.slice(from + 1)) visit.circular = true;
}

function needsOf(catalogue: Catalogue, definition: Definition): Definition[] {
  return expressionsOf(catalogue, definition).flatMap((expr) => [...namedIn(expr, catalogue)]);
}

/** The expressions that a definition is made of. */
export function expressionsOf(catalogue: Catalogue, { is, name }: Definition): readonly Expr[] {
  const tag = is === "tag" ? catalogue.tags.get(name)?.node : undefined;
  const measure = is === "measure" ? catalogue.measures.get(name)?.node.of : undefined;
  const division = is === "lifecycle" ? catalogue.lifecycles.get(name)?.node : undefined;
  if (tag?.is === "tagFact") return [tag.value];
  if (measure?.is === "share") return [measure.who, ...(measure.among ? [measure.among] : [])];
  return division ? dividing(division) : [];
}

function dividing(node: Division): readonly Expr[] {
  if (node.is === "lifecycle") return node.stages.map(({ when }) => when);
  const tests = node.is === "groups" ? [] : node.tiers.flatMap(({ rule }) => (rule.is === "when" ? rule.test : []));
  return [...(node.of ? [node.of] : []), ...node.scores.map(({ value }) => value), ...tests];
}

/** The tags, lifecycles and measures that a test of a user may name, in the order of the text. */
export function* namedIn(expr: Expr, catalogue: Catalogue): Generator<Definition> {
  const name = bareName(expr);
  if (name && catalogue.tags.has(name.text)) yield { is: "tag", name: name.text };
  if (name && expr.is === "path" && catalogue.lifecycles.has(name.text)) yield { is: "lifecycle", name: name.text };
  for (const measure of [name, ...measuredIn(expr)]) {
    if (measure && catalogue.measures.has(measure.text)) yield { is: "measure", name: measure.text };
  }
  for (const part of partsOf(expr)) yield* namedIn(part, catalogue);
}

function bareName(expr: Expr): Name | null {
  if (expr.is === "has") return expr.tag;
  return expr.is === "path" && expr.names.length === 1 ? (expr.names[0] ?? null) : null;
}

/** The measures that the lengths of a test name. */
function measuredIn(expr: Expr): Name[] {
  if (expr.is === "pointTest") return expr.test.is === "ago" ? namesOf(expr.test.length) : lengthsOf(expr.test.window);
  return "window" in expr ? lengthsOf(expr.window) : [];
}

function lengthsOf(window: Window | null): Name[] {
  if (window?.is === "ago") return [...namesOf(window.near), ...namesOf(window.far)];
  return window && "length" in window ? namesOf(window.length) : [];
}

function namesOf(length: Length): Name[] {
  return length.is === "measured" ? [length.name] : [];
}
