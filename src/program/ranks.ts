import { byCodePoint } from "../text/order.js";
import type { Strategy } from "./program.js";

/** By the strategy's place: its place in the order of priorities (high first) and ids. */
export function ranksOf({
  strategies,
}: {
  readonly strategies: readonly Pick<Strategy, "id" | "priority">[];
}): readonly number[] {
  const order = strategies
    .map(({ id, priority }, place) => ({ id, priority, place }))
    .sort((left, right) => right.priority - left.priority || byCodePoint(left.id, right.id));
  const ranks: number[] = [];
  order.forEach(({ place }, rank) => {
    ranks[place] = rank;
  });
  return ranks;
}
