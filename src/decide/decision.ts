import type { GateId } from "../gate/gates.js";

/**
 * A touch to make. Everything in it follows from the program, the user and the entries; its JSON form is the wire format.
 * Once made, it is an entry of the user: `{ kind: "touch", ...decision }`.
 */
export interface Decision {
  /** SHA-256, in hex, over the length-prefixed UTF-8 of strategy id, user id, occurrence key and step. */
  readonly key: string;
  readonly user: string;
  readonly strategy: string;
  /** The occurrence key, such as `2018-07-20T10:00`: local time. */
  readonly occurrence: string;
  /** ISO 8601, UTC, milliseconds: the instant of the occurrence, as of which all was judged. */
  readonly at: string;
  /** ISO 8601, UTC, milliseconds: the earliest instant to send at. */
  readonly send_at: string;
  readonly channel: string;
  /** What one send over the channel costs: decimal text with the currency, such as `0.05 CNY`. */
  readonly channel_cost: string;
  readonly benefit: DecidedBenefit | null;
  readonly material: DecidedMaterial | null;
  /** The program's hash. */
  readonly program: string;
}

export interface DecidedBenefit {
  readonly id: string;
  readonly kind: "coupon" | "points";
  /** The face value, with its unit: `20 CNY`, `100 points`. */
  readonly cost: string;
  /** ISO 8601: the first instant at which it is no longer valid; `null` if it never expires. */
  readonly expires_at: string | null;
}

export interface DecidedMaterial {
  readonly id: string;
  readonly locale: string;
  /** Slot to rendered text: `{ title: "…", body: "…" }`. */
  readonly parts: Readonly<Record<string, string>>;
}

/** A candidate that a gate refused. */
export interface Refusal {
  readonly user: string;
  readonly strategy: string;
  readonly occurrence: string;
  readonly gate: GateId;
  /** For `targeted`, `clause_1`, `clause_2` …: the first part of `who` that fails. Elsewhere the code of the gate, such as `unreachable`. */
  readonly code: string;
}

/** How many candidates of one strategy passed a gate, and how many it refused, by code. */
export interface GateCount {
  readonly gate: GateId;
  readonly passed: number;
  readonly refused: Readonly<Record<string, number>>;
}
