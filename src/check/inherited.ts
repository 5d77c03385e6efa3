import type * as Tree from "../syntax/tree.js";
import type { WhoPart } from "./catalogue.js";

/** A strategy with the clauses that it takes from its set, and all that its `who` asks for. */
export interface Member {
  readonly strategy: Tree.Strategy;
  readonly who: readonly WhoPart[];
}

/** The parts of the outermost `and`, each a clause that a refusal can name. */
export function partsOf(who: Tree.Expr | null): WhoPart[] {
  if (!who) return [];
  return (who.is === "and" ? who.parts : [who]).map((expr) => ({ expr, denied: false }));
}

/**
 * The strategies of a set in order; without members it is one strategy of its name. A member takes from its set every clause that it
 * does not say itself, but for holdout and budget, which the members share.
 */
export function strategiesOf(set: Tree.StrategySet): readonly Member[] {
  const shared = partsOf(set.who);
  if (set.members.length === 0) return [{ strategy: alone(set), who: shared }];
  const earlier: Tree.Expr[] = [];
  return set.members.map(({ branch, test, strategy }) => {
    const denied = branch === "none" ? [] : earlier.map((expr) => ({ expr, denied: true }));
    if (branch === "case" && test) earlier.push(test);
    const who = [...shared, ...denied, ...partsOf(test), ...partsOf(strategy.who)];
    return { strategy: inherited(set, strategy), who };
  });
}

function alone(set: Tree.StrategySet): Tree.Strategy {
  return { ...set, is: "strategy", holdout: null, budget: null };
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
    hypothesis: own.hypothesis ?? set.hypothesis,
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

/** What a strategy offers, or a variant of it in its place. */
export type OfferClauses = Pick<Tree.Strategy, "send" | "channel" | "benefit" | "materials">;

/** A variant says what is different for its users; the strategy says the rest. */
export function offerOf(node: Tree.Strategy, own: Tree.Variant): OfferClauses {
  return {
    send: own.send ?? node.send,
    channel: own.channel ?? node.channel,
    benefit: own.benefit ?? node.benefit,
    materials: either(own.materials, node.materials),
  };
}
