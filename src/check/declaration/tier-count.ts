import type * as Tree from "../../syntax/tree.js";
import type { Checker } from "../checker.js";
import { isCutTest } from "../expression/cut.js";
import { scoreNamed } from "./score.js";

/** As many levels as people can have something different to say to. */
const MOST_LEVELS = 5;

/** Warns of a value with more levels than that, but for the eight groups that three scores make, each high or low. */
export function warnOfManyTiers(c: Checker, node: Tree.Value): void {
  const levels = node.tiers.length + (node.otherwise ? 1 : 0);
  if (levels <= MOST_LEVELS || isRfm(node, levels)) return;
  c.report.add("many-tiers", node.name.span, { value: node.name.text, levels }, { severity: "warning" });
}

function isRfm({ scores, tiers }: Tree.Value, levels: number): boolean {
  const isScore = (name: string): boolean => scoreNamed(scores, name) !== undefined;
  return (
    scores.length === 3 &&
    levels <= 8 &&
    tiers.every(({ rule }) => {
      if (rule.is !== "when" || rule.test.is !== "and" || rule.test.parts.length !== 3) return false;
      return rule.test.parts.every((part) => isCutTest(part, isScore));
    })
  );
}
