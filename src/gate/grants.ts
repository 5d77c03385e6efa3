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
