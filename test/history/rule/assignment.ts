import type { Holdout, Strategy } from "../../../src/program/program.js";
import { ghostsOf, type History, type Rule, strategyOf, touchesOf } from "../log.js";
import { bucketOf } from "../murmur3.js";

/** Who is held out is touched by nothing and a ghost of everything; who is not, is no such ghost; each is in the variant of their bucket. */
export const assignment: Rule = (history) =>
  history.users.flatMap((user) => [
    ...touchesOf(user).flatMap((touch) => {
      const strategy = strategyOf(history, touch.strategy);
      const reason = reasonOf(history, strategy, user.id);
      const variant = variantOf(strategy, user.id);
      if (reason !== null) return [broken(user.id, `${strategy.id} touches who is a ghost: ${reason}`)];
      return variant !== touch.variant ? [broken(user.id, `${strategy.id} ${touch.variant}, not ${variant}`)] : [];
    }),
    ...ghostsOf(user).flatMap((ghost) => {
      const strategy = strategyOf(history, ghost.strategy);
      const reason = reasonOf(history, strategy, user.id);
      return reason !== ghost.reason ? [broken(user.id, `${strategy.id} ghost ${ghost.reason}, not ${reason}`)] : [];
    }),
  ]);

function reasonOf({ program }: History, strategy: Strategy, user: string): string | null {
  const set = strategy.set === null ? null : (program.sets[strategy.set]?.holdout ?? null);
  if (isHeldOut(program.policy.holdout, user)) return "global_holdout";
  if (isHeldOut(set, user) || isHeldOut(strategy.holdout, user)) return "holdout";
  const variant = strategy.variants.find(({ id }) => id === variantOf(strategy, user));
  return variant?.offer === null ? "control" : null;
}

function isHeldOut(holdout: Holdout | null, user: string): boolean {
  return holdout !== null && bucketOf(holdout.salt, user) < holdout.share;
}

/** Of splits that were never re-weighted: ranges of buckets in order. */
function variantOf({ split, variants }: Strategy, user: string): string | null {
  if (split === null) return null;
  let end = 0;
  for (const { id, shares } of variants) {
    end += shares[0] as number;
    if (bucketOf(split.salt, user) < end) return id;
  }
  return null;
}

function broken(user: string, detail: string): ReturnType<Rule>[number] {
  return { rule: "assignment", user, detail };
}
