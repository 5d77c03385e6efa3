/**
 * A dated entry: something that happened to a user besides events, visible from its instant on.
 * Instants are ISO 8601 with an offset or `Z`, a `Date`, or milliseconds since the epoch.
 */
export type Entry = Touch | GhostEntry | Cancel | OptOut | OptIn | TagSet | Receipt;

export type InstantInput = string | number | Date;

/** A touch that was decided before. `{ kind: "touch", ...decision }` is one; of a hand-made one, what is absent is worked out. */
export interface Touch {
  readonly kind: "touch";
  /** The instant of the occurrence. */
  readonly at: InstantInput;
  readonly strategy: string;
  readonly occurrence: string;
  readonly channel: string;
  /** By which cancellations and receipts name it; if absent, that of the strategy, user, occurrence and step. */
  readonly key?: string;
  /** `1` if absent. */
  readonly step?: string;
  readonly variant?: string | null;
  /** Local dates; if absent, those of the instants in the user's zone. */
  readonly date?: string;
  readonly send_date?: string;
  /** If absent, the occurrence plus the time to settle. */
  readonly send_at?: InstantInput;
  readonly limit_key?: string | null;
  /** What it gave: counts per user. */
  readonly benefit?: {
    readonly id: string;
    readonly lottery?: string | null;
    readonly referral?: { readonly id: string } | null;
  } | null;
}

/** A ghost that was decided before: `{ kind: "ghost", ...ghost }`. */
export interface GhostEntry extends Omit<Touch, "kind" | "benefit"> {
  readonly kind: "ghost";
  readonly reason: "global_holdout" | "holdout" | "control";
  /** The variants that would have passed; of them the first led to the channel. */
  readonly would?: readonly string[];
}

/** A touch or ghost did not go out: `{ kind: "cancel", ...cancellation }`, or its hand-over came too late. From `at` on it does not count. */
export interface Cancel {
  readonly kind: "cancel" | "too_late";
  readonly at: InstantInput;
  /** The decision's. */
  readonly key: string;
}

/** The user does not want to be touched: on one channel, for one purpose, or (without either) at all. */
export interface OptOut {
  readonly kind: "opt_out";
  readonly at: InstantInput;
  readonly channel?: string;
  readonly purpose?: "marketing" | "service";
}

/** Takes back earlier opt-outs: those that its channel and its purpose include; without either, all of them. */
export interface OptIn {
  readonly kind: "opt_in";
  readonly at: InstantInput;
  readonly channel?: string;
  readonly purpose?: "marketing" | "service";
}

/** A strategy tag was set by something else than a touch. */
export interface TagSet {
  readonly kind: "tag";
  readonly at: InstantInput;
  readonly tag: string;
}

/** What became of a send. `handed_over` is the channel's acknowledgement: fallbacks wait from it. */
export interface Receipt {
  readonly kind: "receipt";
  readonly at: InstantInput;
  /** The decision's. */
  readonly key: string;
  readonly outcome: "handed_over" | "delivered" | "opened" | "clicked" | "failed";
}
