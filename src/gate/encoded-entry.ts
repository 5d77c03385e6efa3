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
  | {
      readonly kind: "tag";
      readonly at: number;
      /** The local date of `at`, from which its validity is counted. */
      readonly date: number;
      readonly tag: number;
    }
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
  /** The variant that led to the channel: another than `variant` for a ghost whose own variant offers nothing. */
  readonly walked: number;
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
