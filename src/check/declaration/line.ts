import type { LineRole } from "../../diagnostic/check/targets.js";
import type { Line } from "../../program/program.js";
import type * as Tree from "../../syntax/tree.js";
import type { Metric } from "../../program/program.js";
import type { Checker } from "../checker.js";
import { meant } from "../report.js";
import { sameType, shown } from "../type.js";

/** Lines of business, whose metrics may be parts of others. */
export function linesOf(c: Checker, metrics: readonly Metric[]): Line[] {
  const nodes = [...c.catalogue.lines.values()].map(({ node }) => node);
  const types = new Map(metrics.map((metric) => [metric.id, metric]));
  const lines = nodes.flatMap((node) => line(c, node, types) ?? []);
  refuseCircles(c, nodes);
  return lines;
}

function line(c: Checker, node: Tree.Line, metrics: ReadonlyMap<string, Metric>): Line | null {
  const { lifecycles, metrics: declared } = c.catalogue;
  const places = (
    names: readonly Tree.Name[],
    role: LineRole,
    known: ReadonlyMap<string, { place: number }>,
  ): (number | null)[] => names.map((name) => placeOf(c, node, name, role, known));
  const stages = places(node.lifecycles, "lifecycle", only(lifecycles, "lifecycle"));
  const values = places(node.values, "value", only(lifecycles, "value"));
  const parts = node.metrics.flatMap(({ metrics: names, into: whole }) => {
    const into = whole && placeOf(c, node, whole, "metric", declared);
    return places(names, "metric", declared).map((metric, at) => {
      const name = names[at] as Tree.Name;
      const fits = metric !== null && (whole === null || (into !== null && areAlike(c, name, whole, metrics)));
      return fits ? { metric, into } : null;
    });
  });
  const sound = { lifecycles: stages.flatMap((each) => each ?? []), values: values.flatMap((each) => each ?? []) };
  const whole = parts.flatMap((part) => part ?? []);
  if ([...stages, ...values, ...parts].includes(null)) return null;
  return { id: node.name.text, label: node.label?.text ?? null, ...sound, metrics: whole };
}

type Lifecycles = Checker["catalogue"]["lifecycles"];

/** Tiers of values are stages like any other, and go by their own word. */
function only(lifecycles: Lifecycles, is: "lifecycle" | "value"): Lifecycles {
  return new Map([...lifecycles].filter(([, { node }]) => node.is === is));
}

function placeOf(
  c: Checker,
  node: Tree.Line,
  name: Tree.Name,
  role: LineRole,
  known: ReadonlyMap<string, { readonly place: number }>,
): number | null {
  const entry = known.get(name.text);
  if (entry) return entry.place;
  const { exist, suggestion } = meant(name, known.keys());
  const args = { line: node.name.text, role, name: name.text, exist };
  return c.report.add("line-part", name.span, args, { suggestion });
}

/** What adds up is of one kind. A metric that was reported is taken for alike. */
function areAlike(c: Checker, name: Tree.Name, into: Tree.Name, metrics: ReadonlyMap<string, Metric>): boolean {
  const [part, whole] = [metrics.get(name.text)?.type, metrics.get(into.text)?.type];
  if (!part || !whole || sameType(part, whole)) return true;
  const args = { metric: name.text, type: shown(part), into: into.text, other: shown(whole) };
  c.report.add("line-into", name.span, args);
  return false;
}

/** A metric that is part of another is no part of itself, however far round; each circle is told once. */
function refuseCircles(c: Checker, nodes: readonly Tree.Line[]): void {
  const links = nodes.flatMap(({ metrics }) =>
    metrics.flatMap(({ metrics: parts, into }) => (into ? parts.map((part) => ({ part, into: into.text })) : [])),
  );
  const told = new Set<string>();
  for (const { part, into } of links) {
    const path = told.has(part.text) ? null : pathTo(part.text, into, links);
    if (!path) continue;
    for (const name of path) told.add(name);
    c.report.add("line-circle", part.span, { path: [part.text, ...path] });
  }
}

interface Link {
  readonly part: Tree.Name;
  readonly into: string;
}

/** The metrics from one to another, each a part of the next; `null` if it is no part of it. */
function pathTo(goal: string, from: string, links: readonly Link[]): readonly string[] | null {
  const open: (readonly string[])[] = [[from]];
  const seen = new Set([from]);
  for (let path = open.shift(); path; path = open.shift()) {
    const last = path.at(-1);
    if (last === goal) return path;
    for (const { part, into } of links) {
      if (part.text !== last || seen.has(into)) continue;
      seen.add(into);
      open.push([...path, into]);
    }
  }
  return null;
}
