import { type Member, strategiesOf } from "../check/inherited.js";
import type { StrategySet } from "../syntax/tree.js";
import { showable } from "./catalogue.js";
import type { Offers } from "./offering.js";
import type { Said } from "./said.js";
import type { Scope } from "./scope.js";
import { holdout, strategy } from "./strategy.js";

/** What the members have together, what is said of each alike, and then each for itself. */
export function strategySet(node: StrategySet, offers: Offers, scope: Scope): Said[] {
  const members = strategiesOf(node);
  const together = togetherOf(node, scope);
  const [only] = members;
  if (only && node.members.length === 0) return [...strategy(only, offers, scope), ...together];
  const { words } = scope;
  const told = members.map((member, place) => {
    // What point the set belongs to has been said.
    const point = node.members[place]?.strategy.point ?? null;
    return { member, said: strategy({ ...member, strategy: { ...member.strategy, point } }, offers, scope) };
  });
  const common =
    told.length > 1 ? (told[0]?.said ?? []).filter((each) => told.every(({ said }) => has(said, each))) : [];
  const items = told.map(({ member, said }) => {
    return { head: titleOf(member, scope), numbered: false, items: said.filter((each) => !has(common, each)) };
  });
  return [
    ...together,
    ...(common.length > 0 ? [{ head: words.common, numbered: false, items: common }] : []),
    { head: words.members, numbered: false, items },
  ];
}

function togetherOf(node: StrategySet, scope: Scope): string[] {
  const { words, catalogue } = scope;
  const alone = node.members.length === 0;
  return [
    ...(node.holdout ? [words.holdout(holdout(node.holdout, scope))] : []),
    ...(node.budget ? [words.setBudget(words.quantity(node.budget.amount, node.budget.unit))] : []),
    ...(node.point && !alone ? [words.setPoint(words.name(catalogue.named.point.shown(node.point.text)))] : []),
  ];
}

function titleOf({ strategy: { name, label } }: Member, { words }: Scope): string {
  const shown = showable(label?.text ?? null) ?? name.text;
  return words.title("strategy", shown, shown === name.text ? null : name.text);
}

function has(said: readonly Said[], one: Said): boolean {
  const text = JSON.stringify(one);
  return said.some((each) => JSON.stringify(each) === text);
}
