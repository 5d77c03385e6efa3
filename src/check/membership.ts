import type { Kind } from "../diagnostic/check/names.js";
import type * as Tree from "../syntax/tree.js";
import type { Catalogue, Entry, StrategyEntry, WhoPart } from "./catalogue.js";
import type { Report } from "./report.js";

/**
 * All strategies of a project in order of declaration, and its sets. A member takes from its set every clause that it does not say
 * itself, but for holdout and budget, which the members share. Strategies and sets have one space of names.
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
    if (node.members.length === 0) enter(alone(node), place, partsOf(node.who));
    for (const { strategy, who } of membersOf(node)) if (isFree("strategy", strategy.name)) enter(strategy, place, who);
  }
  return { sets, strategies };
}

/** A set without members is one strategy of its name. */
function alone(set: Tree.StrategySet): Tree.Strategy {
  return { ...set, is: "strategy", holdout: null, budget: null };
}

function membersOf(set: Tree.StrategySet): { readonly strategy: Tree.Strategy; readonly who: readonly WhoPart[] }[] {
  const shared = partsOf(set.who);
  const earlier: Tree.Expr[] = [];
  return set.members.map(({ branch, test, strategy }) => {
    const denied = branch === "none" ? [] : earlier.map((expr) => ({ expr, denied: true }));
    if (branch === "case" && test) earlier.push(test);
    const who = [...shared, ...denied, ...partsOf(test), ...partsOf(strategy.who)];
    return { strategy: inherited(set, strategy), who };
  });
}

/** The parts of the outermost `and`, each a clause that a refusal can name. */
function partsOf(who: Tree.Expr | null): WhoPart[] {
  if (!who) return [];
  return (who.is === "and" ? who.parts : [who]).map((expr) => ({ expr, denied: false }));
}

function inherited(set: Tree.StrategySet, own: Tree.Strategy): Tree.Strategy {
  return {
    ...own,
    aim: own.aim ?? set.aim,
    point: own.point ?? set.point,
    purpose: own.purpose ?? set.purpose,
    when: own.when ?? set.when,
    repeat: own.repeat ?? set.repeat,
    limit: own.limit ?? set.limit,
    send: own.send ?? set.send,
    channel: own.channel ?? set.channel,
    benefit: own.benefit ?? set.benefit,
    materials: either(own.materials, set.materials),
    goal: own.goal ?? set.goal,
    priority: own.priority ?? set.priority,
    exclusive: either(own.exclusive, set.exclusive),
    sets: either(own.sets, set.sets),
    split: own.split ?? set.split,
    guards: either(own.guards, set.guards),
    later: [...set.later, ...own.later],
  };
}

function either<T>(own: readonly T[], shared: readonly T[]): readonly T[] {
  return own.length > 0 ? own : shared;
}
