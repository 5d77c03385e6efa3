import type { Program, Variant } from "../program/program.js";

/** A split that users are already divided by, and that the next program divides otherwise without saying so. */
export interface SplitChange {
  readonly salt: string;
  /**
   * `shares`: they are other than they were, and `was` does not tell; `gone`: a variant is missing, whose users would go
   * anywhere; `order`: the variants stand in another order; `filled`, `emptied`: a variant now touches its users, or no longer does.
   */
  readonly why: "shares" | "gone" | "order" | "filled" | "emptied";
  /** The first variant that it is about. */
  readonly variant: string;
  /** How each variant has to begin, in order. */
  readonly write: readonly string[];
}

/**
 * The splits of `running` that `next` changes under their salts. Who has which variant follows from all shares a split ever had, so
 * a re-weighting says the earlier ones after `was`, and then only as many users move as must. A split that ends is no change.
 */
export function splitChanges(running: Program, next: Program): readonly SplitChange[] {
  const now = splitsOf(next);
  return [...splitsOf(running)].flatMap(([salt, before]) => {
    const after = now.get(salt);
    const found = after && changeOf(before, after);
    return after && found ? [{ salt, ...found, write: heads(before, after) }] : [];
  });
}

/** The variants of each split, by salt; the members of a set may share one. */
function splitsOf({ strategies }: Program): ReadonlyMap<string, readonly Variant[]> {
  const splits = new Map<string, readonly Variant[]>();
  for (const { split, variants } of strategies) if (split && !splits.has(split.salt)) splits.set(split.salt, variants);
  return splits;
}

function changeOf(before: readonly Variant[], after: readonly Variant[]): Pick<SplitChange, "why" | "variant"> | null {
  const [old, now] = [byId(before), byId(after)];
  for (const { id, offer } of before) {
    const same = now.get(id);
    if (!same) return { why: "gone", variant: id ?? "" };
    if ((same.offer === null) === (offer === null)) continue;
    return { why: offer === null ? "filled" : "emptied", variant: id ?? "" };
  }
  for (const { id, shares } of after) {
    const earlier = old.get(id)?.shares ?? never(before);
    if (earlier.some((share, at) => shares[at] !== share)) return { why: "shares", variant: id ?? "" };
  }
  const kept = after.filter(({ id }) => old.has(id));
  const moved = kept.find(({ id }, at) => before[at]?.id !== id);
  return moved ? { why: "order", variant: moved.id ?? "" } : null;
}

/** What a variant had while it was not there. */
function never(before: readonly Variant[]): readonly number[] {
  return (before[0]?.shares ?? []).map(() => 0);
}

/** The old variants first and in their order, with today's shares before those that they had. */
function heads(before: readonly Variant[], after: readonly Variant[]): string[] {
  const [old, now] = [byId(before), byId(after)];
  const all = [...before, ...after.filter(({ id }) => !old.has(id))].map(({ id }) => ({
    id,
    today: now.get(id)?.shares.at(-1) ?? 0,
    was: old.get(id)?.shares ?? never(before),
  }));
  const reweighted = all.some(({ today, was }) => today !== was.at(-1));
  return all.map(({ id, today, was }) => {
    const earlier = reweighted ? was : was.slice(0, -1);
    const past = earlier.length === 0 ? "" : ` was ${earlier.map(percent).join(", ")}`;
    return `${percent(today)}${past} variant ${id ?? ""}`;
  });
}

function percent(share: number): string {
  return `${share / 100}%`;
}

function byId(variants: readonly Variant[]): ReadonlyMap<string | null, Variant> {
  return new Map(variants.map((variant) => [variant.id, variant]));
}
