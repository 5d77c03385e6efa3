import type { Kind } from "../diagnostic/check/names.js";
import type * as Tree from "../syntax/tree.js";
import type { Catalogue, Entry, StrategyEntry, WhoPart } from "./catalogue.js";
import { partsOf, strategiesOf } from "./inherited.js";
import type { Report } from "./report.js";

/**
 * All strategies of a project in order of declaration, and its sets. Strategies and sets have one space of names.
 */
export function membership(
  report: Report,
  declared: readonly Tree.Declaration[],
): Pick<Catalogue, "sets" | "strategies"> {
  const sets = new Map<string, Entry<Tree.StrategySet>>();
  const strategies = new Map<string, StrategyEntry>();
  const names = new Map<string, Tree.Name>();
  const isFree = (kind: Kind, name: Tree.Name): boolean => {
    const earlier = names.get(name.text);
    if (earlier) report.add("duplicate-name", name.span, { kind, name: name.text }, { related: [earlier.span] });
    else names.set(name.text, name);
    return !earlier;
  };
  const enter = (node: Tree.Strategy, set: number | null, who: readonly WhoPart[]): void => {
    strategies.set(node.name.text, { place: strategies.size, node, set, who });
  };
  for (const node of declared) {
    if (node.is === "strategy" && isFree("strategy", node.name)) enter(node, null, partsOf(node.who));
    if (node.is !== "set" || !isFree("set", node.name)) continue;
    const place = sets.size;
    sets.set(node.name.text, { place, node });
    for (const { strategy, who } of strategiesOf(node)) {
      if (node.members.length === 0 || isFree("strategy", strategy.name)) enter(strategy, place, who);
    }
  }
  return { sets, strategies };
}
