import type { Division } from "../catalogue.js";
import { type Checker, type Divided, userScope } from "../checker.js";
import { groupTests } from "./groups.js";
import { tierTests } from "./value.js";

/** The tests of a lifecycle, of the tiers of a value or of groups: of whom each is about first. */
export function divided(c: Checker, node: Division): Divided {
  if (node.is === "lifecycle") return { of: null, stages: node.stages.map(({ when }) => c.test(when, userScope)) };
  const of = node.of && c.test(node.of, userScope);
  return { of, stages: node.is === "value" ? tierTests(c, node, of) : groupTests(c, node, of) };
}
