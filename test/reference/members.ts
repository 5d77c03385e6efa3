import type { Clauses, Expr, Quantity, StrategySet, Variant } from "../../src/syntax/tree.js";
import type { Catalogue } from "./catalogue.js";
import { byCodePoint } from "./value.js";

/** A strategy as it runs: one that stands alone, or the member of a set, with all that it takes from its set. */
export interface Member {
  readonly id: string;
  readonly set: StrategySet | null;
  readonly clauses: Clauses;
  /** The parts of `who`: the set's, that no earlier case holds, the case's, its own. */
  readonly who: readonly Expr[];
}

/** All strategies of a project in the order of their declaration. A set without members is one strategy. */
export function membersOf(catalogue: Catalogue): Member[] {
  return catalogue.declarations.flatMap((each): Member[] => {
    if (each.is === "strategy") return [{ id: each.name.text, set: null, clauses: each, who: partsOf(each.who) }];
    if (each.is !== "set") return [];
    if (each.members.length === 0) return [{ id: each.name.text, set: each, clauses: each, who: partsOf(each.who) }];
    return each.members.map((member, place) => {
      const earlier = each.members.slice(0, place).flatMap(({ test }) => test ?? []);
      const denied = earlier.map((test): Expr => ({ is: "not", operand: test, span: test.span }));
      const own = member.strategy;
      const who = [
        ...partsOf(each.who),
        ...(member.branch === "none" ? [] : denied),
        ...partsOf(member.test),
        ...partsOf(own.who),
      ];
      return { id: own.name.text, set: each, clauses: inherit(own, each), who };
    });
  });
}

/** Every clause of its own, and of the set all others. */
function inherit(own: Clauses, shared: Clauses): Clauses {
  const said = Object.entries(own).filter(
    ([, clause]) => !(clause === null || (Array.isArray(clause) && !clause.length)),
  );
  return { ...shared, ...Object.fromEntries(said) };
}

/** The parts that `who` joins with `and` at its top. No `who`: everybody. */
export function partsOf(who: Expr | null): readonly Expr[] {
  if (who === null) return [];
  return who.is === "and" ? who.parts : [who];
}

/** 0 to 100; 50 where nothing is said. */
export function priorityOf({ clauses }: Member): number {
  return clauses.priority === null ? 50 : Number(clauses.priority.amount);
}

/** Earlier in the fold, of two candidates of one instant: the higher priority, then the strategy's id. */
export function byRank(a: Member, b: Member): number {
  return priorityOf(b) - priorityOf(a) || byCodePoint(a.id, b.id);
}

/**
 * Within how many dates of each other two strategies may not both touch a user; 0 if they may. What one says of the other holds both
 * ways; of two lengths the longer.
 */
export function apart(a: Member, b: Member): number {
  if (a.id === b.id) return 0;
  const names = (one: Member, other: Member) =>
    one.clauses.exclusive
      .filter((each) => each.names.some(({ text }) => text === other.id || text === other.set?.name.text))
      .map(({ days }) => (days === null ? 1 : daysOf(days)));
  return Math.max(0, ...names(a, b), ...names(b, a));
}

function daysOf(quantity: Quantity): number {
  return Number(quantity.amount) * (quantity.unit === "week" ? 7 : 1);
}

/** A touch may be of a strategy that the project no longer has. */
export function memberNamed(members: readonly Member[], id: string): Member | undefined {
  return members.find((member) => member.id === id);
}

/** The variants of the split; one without a name, where there is no split. */
export function variantsOf({ clauses }: Member): readonly (Variant | null)[] {
  return clauses.split?.variants ?? [null];
}
