import type { SendReason } from "../gate/candidate.js";
import type { GateId } from "../gate/gates.js";
import type { GhostReason } from "../gate/ghost.js";

/**
 * A touch to make. Everything in it follows from the program, the user, the entries and the grants; its JSON form is the wire
 * format. Once made, it is an entry of the user: `{ kind: "touch", ...decision }`.
 */
export interface Decision extends Placed {
  readonly channel: string;
  /** What one send over the channel costs: decimal text with the currency, such as `0.05 CNY`. */
  readonly channel_cost: string;
  /** `preferred`: what the user opens chose the channel; `declared`: the order in which the strategy names them. */
  readonly channel_by: "declared" | "preferred";
  readonly benefit: DecidedBenefit | null;
  readonly material: DecidedMaterial | null;
  /** Ids of the strategy tags that it sets. */
  readonly tags: readonly string[];
}

/**
 * Somebody who would have been touched, and is not, so that the two can be compared. Once recorded, it is an entry of the user:
 * `{ kind: "ghost", ...ghost }`.
 */
export interface Ghost extends Placed {
  readonly reason: GhostReason;
  /** The channel that it would have gone over. */
  readonly channel: string;
  /** Ids of the variants that would have passed; one or none where the strategy has no split, or another reason. */
  readonly would: readonly string[];
}

/** What a touch and a ghost have in common. */
export interface Placed {
  /** SHA-256, in hex, over the length-prefixed UTF-8 of strategy id, user id, occurrence key and step. */
  readonly key: string;
  readonly user: string;
  readonly strategy: string;
  /** Its set, if it belongs to one. */
  readonly set: string | null;
  /** `null` without a split. */
  readonly variant: string | null;
  /** The occurrence key: local time such as `2018-07-20T10:00`, a local date, or the id of an event. */
  readonly occurrence: string;
  /** `1`, or of a fallback `2`, `3` …. */
  readonly step: string;
  /** ISO 8601, UTC, milliseconds: the instant of the occurrence, as of which all was judged. */
  readonly at: string;
  /** The local date of the occurrence, in the zone that decided it. */
  readonly date: string;
  /** ISO 8601, UTC, milliseconds: the earliest instant to send at. */
  readonly send_at: string;
  /** The local date of `send_at`, in the zone that decided it. Caps count by it. */
  readonly send_date: string;
  readonly send_by: SendReason;
  /** What `limit n per event.x` counts by. */
  readonly limit_key: string | null;
  /** The program's hash. */
  readonly program: string;
}

export interface DecidedBenefit {
  readonly id: string;
  /** `coupon`, `percent`, `free_order`, `points`, `gift`, `privilege`, `check_in`. */
  readonly kind: string;
  /** The face value, with its unit: `20 CNY`, `10% up to 50 CNY`, `100 points`. */
  readonly cost: string;
  /** ISO 8601: the first instant at which it is no longer valid; `null` if it never expires. */
  readonly expires_at: string | null;
  /** The lottery that it was drawn from. */
  readonly lottery: string | null;
  /** Of a referral: the referral, and what the friend gets. */
  readonly referral: { readonly id: string; readonly friend: Omit<DecidedBenefit, "referral" | "lottery"> } | null;
}

export interface DecidedMaterial {
  readonly id: string;
  readonly locale: string;
  /** The provider's template; `null` for texts. */
  readonly template: string | null;
  /** Slot to rendered text, `{ title: "…", body: "…" }`, or parameter to value. */
  readonly parts: Readonly<Record<string, string>>;
}

/** A candidate that a gate refused. */
export interface Refusal {
  readonly user: string;
  readonly strategy: string;
  readonly occurrence: string;
  readonly step: string;
  readonly gate: GateId;
  /** For `targeted`, `clause_1`, `clause_2` …: the first part of `who` that fails. Elsewhere the code of the gate, such as `unreachable`. */
  readonly code: string;
}

/**
 * A touch or a ghost that is not to go out after all: when its `send_at` came, something had changed. Once recorded, it is an
 * entry of the user: `{ kind: "cancel", ...cancellation }`. It gives back the touch's place under caps and what it had reserved.
 */
export interface Cancellation {
  /** The decision's. */
  readonly key: string;
  readonly user: string;
  readonly strategy: string;
  /** Its `send_at`. */
  readonly at: string;
  readonly gate: GateId;
  readonly code: string;
}

/** How many candidates of one strategy passed a gate, and how many it refused, by code. */
export interface GateCount {
  readonly gate: GateId;
  readonly passed: number;
  readonly refused: Readonly<Record<string, number>>;
}
