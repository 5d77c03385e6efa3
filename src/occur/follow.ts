import { createLeastByKey } from "./least.js";
import { type Events, isAfter, occurredAt, valueOf, visibleAt } from "./pattern.js";

/** Fields that must be equal, both known: of the event that follows, and of the one before. */
export type Same = { readonly field: number; readonly before: number } | null;

/** The last instant at which what follows an event of that instant may happen. */
export type LimitOf = (instant: number) => number;

export const noLimit: LimitOf = () => Number.POSITIVE_INFINITY;

/** What has no `same` belongs together as if all had one value. */
const oneKey = "";

/**
 * For each of `firsts`, the earliest instant at which some event that follows it can be seen: strictly later in (occurred_at, seq), with
 * the same value, up to the limit. Infinite where none does. One walk over both from the end: of the events that may follow, those after
 * the limit are left behind as it moves to earlier instants.
 */
export function seenFollowed(firsts: Events, nexts: Events, same: Same, limitOf: LimitOf): Float64Array {
  const seen = new Float64Array(firsts.selection.size);
  const least = createLeastByKey();
  let next = nexts.selection.size;
  for (let first = seen.length - 1; first >= 0; first--) {
    while (next > 0 && isAfter(nexts, next - 1, firsts, first)) {
      next--;
      least.of(same ? valueOf(nexts, next, same.field) : oneKey)?.add(occurredAt(nexts, next), visibleAt(nexts, next));
    }
    const limit = limitOf(occurredAt(firsts, first));
    const found = least.of(same ? valueOf(firsts, first, same.before) : oneKey);
    seen[first] = found?.least((edge) => edge > limit) ?? Number.POSITIVE_INFINITY;
  }
  return seen;
}

/**
 * For each of `nexts`, the earliest instant at which it and some chain of events that it ends can be seen. `seen` says so of the chains
 * that end with each of `befores`, which stand in order.
 */
export function seenChained(
  befores: Events,
  seen: Float64Array,
  nexts: Events,
  same: Same,
  limitOf: LimitOf,
): Float64Array {
  const chained = new Float64Array(nexts.selection.size);
  const least = createLeastByKey();
  let before = 0;
  for (let next = 0; next < chained.length; next++) {
    for (; before < seen.length && isAfter(nexts, next, befores, before); before++)
      least
        .of(same ? valueOf(befores, before, same.before) : oneKey)
        ?.add(limitOf(occurredAt(befores, before)), seen[before] as number);
    const at = occurredAt(nexts, next);
    const found = least.of(same ? valueOf(nexts, next, same.field) : oneKey);
    const chain = found?.least((edge) => edge < at) ?? Number.POSITIVE_INFINITY;
    chained[next] = Math.max(chain, visibleAt(nexts, next));
  }
  return chained;
}
