import type { Expr, Name } from "../syntax/tree.js";
import type { Catalogue } from "./catalogue.js";
import { partsOf } from "./parts.js";

/** A tag or a lifecycle, which others may need. */
export interface Definition {
  readonly is: "tag" | "lifecycle";
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
 * Visits every tag and lifecycle after those that it names, so that a chain of them as long as a project is never followed
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

function all({ tags, lifecycles }: Catalogue): Definition[] {
  return [
    ...[...tags.keys()].map((name) => ({ is: "tag" as const, name })),
    ...[...lifecycles.keys()].map((name) => ({ is: "lifecycle" as const, name })),
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

function needsOf(catalogue: Catalogue, { is, name }: Definition): Definition[] {
  if (is === "tag") {
    const tag = catalogue.tags.get(name);
    return tag ? [...namedIn(tag.node.value, catalogue)] : [];
  }
  const stages = catalogue.lifecycles.get(name)?.node.stages ?? [];
  return stages.flatMap(({ when }) => [...namedIn(when, catalogue)]);
}

/** The tags and lifecycles that a test of a user may name, in the order of the text. A `where` can name neither. */
export function* namedIn(expr: Expr, catalogue: Catalogue): Generator<Definition> {
  const name = bareName(expr);
  if (name && catalogue.tags.has(name.text)) yield { is: "tag", name: name.text };
  if (name && expr.is === "path" && catalogue.lifecycles.has(name.text)) yield { is: "lifecycle", name: name.text };
  for (const part of partsOf(expr)) yield* namedIn(part, catalogue);
}

function bareName(expr: Expr): Name | null {
  if (expr.is === "has") return expr.tag;
  return expr.is === "path" && expr.names.length === 1 ? (expr.names[0] ?? null) : null;
}
