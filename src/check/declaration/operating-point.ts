import type { OperatingPoint } from "../../program/program.js";
import type * as Tree from "../../syntax/tree.js";
import type { Checker } from "../checker.js";
import { meant } from "../report.js";

/** A place in the journey of the users. */
export function operatingPoint(node: Tree.OperatingPoint): OperatingPoint {
  return { id: node.name.text, label: node.label?.text ?? null };
}

/** The place of the operating point that a clause names. */
export function pointPlace(c: Checker, name: Tree.Name): number | null {
  const { points } = c.catalogue;
  const entry = points.get(name.text);
  if (entry) return entry.place;
  const { exist, suggestion } = meant(name, points.keys());
  return c.report.add("unknown-point", name.span, { name: name.text, exist }, { suggestion });
}
