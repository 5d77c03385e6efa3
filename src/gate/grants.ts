import type { Program } from "../program/program.js";

/**
 * What strategies share, and what runs out: pieces of a benefit, money, sends of a channel.
 * As text: `benefit:hp20`, `benefit:hp20@push`, `money:benefit:hp20`, `money:set:d11`, `quota:sms:2026-11-10`.
 */
export type Resource = string;

export interface Want {
  readonly resource: Resource;
  /** Pieces, sends, or 1/10,000 of a minor unit. */
  readonly amount: number;
}

/**
 * Gives out what is limited, to all users in the order of recording. A decision takes all it wants or nothing. Where a plan
 * or a service decides, these are counters in memory; where a run is replayed, the grants and refusals that were recorded.
 */
export interface Grants {
  /** Whether an amount is free now. Takes nothing. */
  has(want: Want): boolean;
  /** Takes everything for the decision with this key, or, if something is not free, nothing, and returns that. */
  reserve(key: string, wants: readonly Want[]): Want | null;
  /** Gives back what the decision with this key holds, if anything. */
  release(key: string): void;
  /** How much is free now, for explanations; absent where nobody knows. */
  left?(resource: Resource): number;
}

/**
 * Counters in memory, full at first: of what a program limits, as much as it says. One may serve many calls and users. Throws a
 * `RangeError` when asked for what the program does not limit.
 */
export function createGrants(program: Program): Grants {
  const totals = totalsOf(program);
  const quotas = new Map(program.channels.map(({ id, quota }) => [id, quota?.n]));
  const taken = new Map<Resource, number>();
  const held = new Map<string, Want[]>();

  function totalOf(resource: Resource): number {
    const [, channel = ""] = /^quota:(.*):\d{4}-\d{2}-\d{2}$/s.exec(resource) ?? [];
    const total = totals.get(resource) ?? quotas.get(channel);
    if (total === undefined) throw new RangeError(`the program does not limit \`${resource}\``);
    return total;
  }

  function has({ resource, amount }: Want): boolean {
    return (taken.get(resource) ?? 0) + amount <= totalOf(resource);
  }

  function take({ resource, amount }: Want): void {
    taken.set(resource, (taken.get(resource) ?? 0) + amount);
  }

  return {
    has,
    reserve(key, wants) {
      const lack = wants.find((want) => !has(want));
      if (lack !== undefined) return lack;
      for (const want of wants) take(want);
      held.set(key, [...(held.get(key) ?? []), ...wants]);
      return null;
    },
    release(key) {
      for (const { resource, amount } of held.get(key) ?? []) take({ resource, amount: -amount });
      held.delete(key);
    },
  };
}

/** Pieces of benefits, in all and over single channels, and budgets. */
function totalsOf({ benefits, channels, sets }: Program): ReadonlyMap<Resource, number> {
  const totals = new Map<Resource, number>();
  for (const { id, quantity, byChannel, budget } of benefits) {
    if (quantity !== null) totals.set(`benefit:${id}`, quantity);
    for (const limit of byChannel) totals.set(`benefit:${id}@${channels[limit.channel]?.id ?? ""}`, limit.quantity);
    if (budget !== null) totals.set(`money:benefit:${id}`, budget);
  }
  for (const { id, budget } of sets) if (budget !== null) totals.set(`money:set:${id}`, budget);
  return totals;
}
