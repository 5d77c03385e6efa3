import type { Fit } from "../program/program.js";
import type { Checker } from "./checker.js";
import { groupsFit } from "./declaration/groups.js";
import { measureFit } from "./declaration/measure.js";
import { valueFit } from "./declaration/value-fit.js";

/** What is fitted to the population, in order of declaration. */
export function fits(c: Checker): Fit[] {
  return c.catalogue.fitted.flatMap((name) => fit(c, name) ?? []);
}

function fit(c: Checker, name: string): Fit | null {
  const measure = c.catalogue.measures.get(name)?.node;
  if (measure) return measureFit(c, measure);
  const entry = c.catalogue.lifecycles.get(name);
  if (entry?.node.is === "value") return valueFit(c, entry.node, entry.place);
  return entry?.node.is === "groups" ? groupsFit(c, entry.node, entry.place) : null;
}
