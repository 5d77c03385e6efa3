/** A dated entry as the gates read it: the strategy and the channel by place, the touch with its civil date. */
export type EncodedEntry =
  | {
      readonly kind: "touch";
      readonly at: number;
      readonly strategy: number;
      /** The local date of the occurrence, in the zone that decided it. */
      readonly date: number;
    }
  | {
      readonly kind: "opt_out" | "opt_in";
      readonly at: number /** `null`: all channels. */;
      readonly channel: number | null;
    };

/** What entries and earlier decisions say about one user at the current instant. */
export interface Standing {
  /** Starts with another user, about whom nothing is known but these entries, in any order. */
  begin(entries: readonly EncodedEntry[]): void;
  /** Moves on to an instant, never backwards: consents given at it count, touches made at it do not yet. */
  advance(instant: number): void;
  /** Records a touch that this fold made. */
  touch(strategy: number, date: number): void;
  /** Whether the user does not want to hear through a channel. */
  isOptedOut(channel: number): boolean;
  /** The local date of a strategy's last touch; `NaN` if there was none. */
  lastTouch(strategy: number): number;
}

export function createStanding(strategies: number): Standing {
  const lastDates = new Float64Array(strategies).fill(Number.NaN);
  /** The strategies that have a date, so that forgetting them costs nothing for users without touches. */
  const touched: number[] = [];
  const channels = new Set<number>();
  let everything = false;
  let pending: readonly EncodedEntry[] = [];
  let next = 0;

  function touch(strategy: number, date: number): void {
    touched.push(strategy);
    lastDates[strategy] = date;
  }

  function apply(entry: EncodedEntry): void {
    if (entry.kind === "touch") touch(entry.strategy, entry.date);
    else if (entry.kind === "opt_out") {
      if (entry.channel === null) everything = true;
      else channels.add(entry.channel);
    } else if (entry.channel !== null) channels.delete(entry.channel);
    else {
      everything = false;
      channels.clear();
    }
  }

  return {
    begin(entries) {
      for (const strategy of touched) lastDates[strategy] = Number.NaN;
      touched.length = 0;
      if (channels.size > 0) channels.clear();
      everything = false;
      pending = entries.length > 1 ? [...entries].sort(byVisibility) : entries;
      next = 0;
    },
    advance(instant) {
      for (; next < pending.length; next++) {
        const entry = pending[next] as EncodedEntry;
        if (visibleFrom(entry) > instant) return;
        apply(entry);
      }
    },
    touch,
    isOptedOut: (channel) => everything || (channels.size > 0 && channels.has(channel)),
    lastTouch: (strategy) => lastDates[strategy] as number,
  };
}

/** Consent counts from its instant on; a touch counts for what comes after it. */
function visibleFrom(entry: EncodedEntry): number {
  return entry.kind === "touch" ? entry.at + 1 : entry.at;
}

const ranks = { opt_in: 0, opt_out: 1, touch: 2 } as const;

/** By instant; at one instant an opt-out is heard last, and so holds; the later of two touches' dates stays. */
function byVisibility(a: EncodedEntry, b: EncodedEntry): number {
  const order = visibleFrom(a) - visibleFrom(b) || ranks[a.kind] - ranks[b.kind];
  return order === 0 && a.kind === "touch" && b.kind === "touch" ? a.date - b.date : order;
}
