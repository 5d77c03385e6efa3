/**
 * A dated entry: something that happened to a user besides events, visible from its instant on.
 * Instants are ISO 8601 with an offset or `Z`, a `Date`, or milliseconds since the epoch.
 */
export type Entry = Touch | OptOut | OptIn | TagSet | Receipt;

export type InstantInput = string | number | Date;

/** A touch that was decided before: counts for `repeat`. */
export interface Touch {
  readonly kind: "touch";
  readonly at: InstantInput;
  readonly strategy: string;
  readonly occurrence: string;
  readonly channel: string;
}

/** The user does not want to be touched, on one channel or (without `channel`) at all. */
export interface OptOut {
  readonly kind: "opt_out";
  readonly at: InstantInput;
  readonly channel?: string;
}

/** Takes back an earlier opt-out of the same channel, or (without `channel`) all of them. */
export interface OptIn {
  readonly kind: "opt_in";
  readonly at: InstantInput;
  readonly channel?: string;
}

/** A strategy tag was set. Read by a later construct; validated and kept out of every decision for now. */
export interface TagSet {
  readonly kind: "tag";
  readonly at: InstantInput;
  readonly tag: string;
}

/** What became of a send. Read by a later construct; validated and kept out of every decision for now. */
export interface Receipt {
  readonly kind: "receipt";
  readonly at: InstantInput;
  readonly key: string;
  readonly outcome: "handed_over" | "delivered" | "opened" | "clicked" | "failed";
}
