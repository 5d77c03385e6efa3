import type { Purpose } from "../program/program.js";
import type { GhostReason } from "./ghost.js";

/** A dated entry as the gates read it: everything by place, instants in milliseconds, dates in days. */
export type EncodedEntry =
  | StandingTouch
  | { readonly kind: "cancel"; readonly at: number; readonly key: string }
  | {
      readonly kind: "opt_out" | "opt_in";
      readonly at: number;
      /** `null`: all channels. */
      readonly channel: number | null;
      /** `null`: all purposes. */
      readonly purpose: Purpose | null;
    }
  | { readonly kind: "tag"; readonly at: number; readonly tag: number }
  | StandingReceipt;

/** A touch, or a ghost of one. */
export interface StandingTouch {
  readonly kind: "touch";
  /** `null`: a real one. */
  readonly ghost: GhostReason | null;
  /** The instant of its occurrence: it counts for what comes after it. */
  readonly at: number;
  readonly key: string;
  readonly strategy: number;
  readonly variant: number;
  /** From 0. */
  readonly step: number;
  readonly occurrence: string;
  /** The local date of the occurrence, and that of the send, in the zone that decided it. */
  readonly date: number;
  readonly sendAt: number;
  readonly sendDate: number;
  readonly channel: number;
  readonly limitKey: string | null;
  /** The benefit as the strategy names it, and what was drawn from a lottery; places. */
  readonly benefits: readonly number[];
}

export interface StandingReceipt {
  readonly kind: "receipt";
  readonly at: number;
  readonly key: string;
  readonly outcome: "handed_over" | "delivered" | "opened" | "clicked" | "failed";
}

/** What entries and earlier decisions say about one user at the current instant. */
export interface Standing {
  /** Starts with another user, about whom nothing is known but these entries, in any order. */
  begin(entries: readonly EncodedEntry[]): void;
  /** Moves on to an instant, never backwards: consents, cancellations and receipts at it count, touches and tags of it do not yet. */
  advance(instant: number): void;
  /** Records a touch or ghost that this fold made: it counts at once. */
  add(touch: StandingTouch): void;
  /** Takes a touch or ghost out of everything from now on. */
  withdraw(key: string): void;
  /** Leaves one touch out of everything until it is called again with `null`: it is being looked at for its release. */
  setAside(key: string | null): void;
  /**
   * The live touches that count for a candidate of a strategy, in order of their occurrences: all real ones; of ghosts those of the
   * same strategy and of the same set, and, for one who is a ghost of the global holdout, all.
   */
  touches(strategy: number, ghost: GhostReason | null): readonly StandingTouch[];
  /** A live touch or ghost by its key. */
  touch(key: string): StandingTouch | null;
  /** Whether the user does not want to hear through a channel for a purpose. */
  isOptedOut(channel: number, purpose: Purpose): boolean;
  /** Whether the user has a strategy tag, from a live touch (never a ghost) or from elsewhere, on a local date. */
  hasTag(tag: number, instant: number, date: number): boolean;
  /** All receipts so far, in order of their instants. */
  receipts(): readonly StandingReceipt[];
}
