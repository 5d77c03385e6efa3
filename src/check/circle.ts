import type { Expr, Name } from "../syntax/tree.js";
import type { Catalogue } from "./catalogue.js";
import type { Report } from "./report.js";

/** A tag or a lifecycle with the tags and lifecycles that its tests name. */
interface Definition {
  readonly name: Name;
  readonly needs: readonly { readonly key: string; readonly name: Name }[];
}

interface Visit {
  readonly key: string;
  readonly definition: Definition;
  /** The next of its needs to follow. */
  next: number;
}

/**
 * Refuses tags and lifecycles that need themselves: each circle once, at the reference that closes it.
 * Walks with a stack of its own, since a chain of definitions may be as long as a project.
 */
export function refuseCircles(report: Report, catalogue: Catalogue): void {
  const definitions = definitionsOf(catalogue);
  const done = new Set<string>();
  for (const [key, definition] of definitions) {
    if (done.has(key)) continue;
    const open: Visit[] = [{ key, definition, next: 0 }];
    for (let top = open.at(-1); top; top = open.at(-1)) {
      const need = top.definition.needs[top.next++];
      if (need) follow(report, definitions, open, done, need);
      else {
        done.add(top.key);
        open.pop();
      }
    }
  }
}

function follow(
  report: Report,
  definitions: ReadonlyMap<string, Definition>,
  open: Visit[],
  done: ReadonlySet<string>,
  need: Definition["needs"][number],
): void {
  const definition = definitions.get(need.key);
  if (!definition || done.has(need.key)) return;
  const from = open.findIndex((visit) => visit.key === need.key);
  if (from < 0) open.push({ key: need.key, definition, next: 0 });
  else {
    const path = [...open.slice(from).map((visit) => visit.definition.name.text), definition.name.text];
    report.add("circular-definition", need.name.span, { path });
  }
}

function definitionsOf(catalogue: Catalogue): ReadonlyMap<string, Definition> {
  const definitions = new Map<string, Definition>();
  for (const [id, { node }] of catalogue.tags) {
    definitions.set(`tag ${id}`, { name: node.name, needs: [...needsOf(node.value, catalogue)] });
  }
  for (const [id, { node }] of catalogue.lifecycles) {
    const needs = node.stages.flatMap((stage) => [...needsOf(stage.when, catalogue)]);
    definitions.set(`lifecycle ${id}`, { name: node.name, needs });
  }
  return definitions;
}

/** The tags and lifecycles that a test of a user names, in the order of the text. A `where` can name neither. */
function* needsOf(expr: Expr, catalogue: Catalogue): Generator<{ key: string; name: Name }> {
  if (expr.is === "has") yield { key: `tag ${expr.tag.text}`, name: expr.tag };
  const first = expr.is === "path" && expr.names.length === 1 ? expr.names[0] : undefined;
  if (first && catalogue.lifecycles.has(first.text)) yield { key: `lifecycle ${first.text}`, name: first };
  for (const part of partsOf(expr)) yield* needsOf(part, catalogue);
}

function partsOf(expr: Expr): readonly Expr[] {
  switch (expr.is) {
    case "and":
    case "or":
      return expr.parts;
    case "not":
    case "known":
      return [expr.operand];
    case "compare":
    case "equal":
    case "arithmetic":
      return [expr.left, expr.right];
    case "oneOf":
      return [expr.operand, ...expr.list];
    case "between":
      return [expr.operand, expr.low, expr.high];
    case "contains":
      return [expr.operand, expr.part];
    case "ifUnknown":
      return [expr.operand, expr.fallback];
    default:
      return [];
  }
}
