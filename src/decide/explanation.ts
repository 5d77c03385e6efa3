import type { GhostReason } from "../gate/ghost.js";
import type { GateId } from "../gate/gates.js";
import type { Cancellation, Decision, Ghost } from "./decision.js";

/** Why a user was, or was not, touched by a strategy: what became of each of its occurrences. Plain data, wording aside. */
export interface Explanation {
  readonly user: string;
  readonly strategy: string;
  /** The user's time zone. */
  readonly zone: string;
  /** Empty if nothing fell due. What an earlier occurrence left to do in the interval stands among them. */
  readonly occurrences: readonly ExplainedOccurrence[];
}

/** What became of an occurrence, or of one of its later steps. */
export interface ExplainedStep {
  /** `1`, or of a fallback `2`, `3` …. */
  readonly step: string;
  /** ISO 8601, UTC: the instant as of which it was judged. */
  readonly at: string;
  /** All gates, in order. A ghost does not reach `funded` and `composed`. */
  readonly gates: readonly ExplainedGate[];
  /** The touch, without its text, which may hold personal data, as its `limit_key` may: then that is `known`. `null` if there is none. */
  readonly decision: Omit<Decision, "material"> | null;
  /** Of somebody who is not touched, to be compared with: what would have been sent. */
  readonly ghost: Ghost | null;
  /** Where a ghost's own variant offers nothing: how it fared with each that does, in order. Elsewhere empty. */
  readonly walks: readonly ExplainedWalk[];
}

export interface ExplainedOccurrence extends ExplainedStep {
  /** The occurrence key: local time, a local date, or the id of an event. */
  readonly occurrence: string;
  /** What came of it later in the interval: touches that were looked at again before they went out, and steps that followed them. */
  readonly later: readonly (ExplainedRelease | ExplainedFallback)[];
}

export interface ExplainedFallback extends ExplainedStep {
  readonly is: "fallback";
}

/** A touch or a ghost, looked at again when its instant of sending came. */
export interface ExplainedRelease {
  readonly is: "release";
  readonly step: string;
  /** ISO 8601, UTC: its `send_at`. */
  readonly at: string;
  /** `targeted`, `allowed`, `reachable` and `due`, in this order, up to the one that refused. */
  readonly gates: readonly ExplainedGate[];
  /** `null` if it goes out. */
  readonly cancellation: Cancellation | null;
}

export interface ExplainedWalk {
  readonly variant: string | null;
  readonly gates: readonly ExplainedGate[];
}

export interface ExplainedGate {
  readonly gate: GateId;
  readonly outcome: "passed" | "refused" | "not_reached";
  /** Of a refusal; as in `Refusal`. */
  readonly code: string | null;
  /** At `targeted`: the parts of `who`, in order, all of them evaluated. Elsewhere empty. */
  readonly clauses: readonly ExplainedTest[];
  /** At `allowed` and `reachable`: the channels of the chain, in order. Elsewhere empty. */
  readonly channels: readonly ExplainedChannel[];
  /** At `fresh`, if the strategy touched the user before. Elsewhere `null`. */
  readonly repeat: ExplainedRepeat | null;
  /** At `due`, of a strategy that starts when a state changes: the state at the occurrence, and at the instant it is compared with. */
  readonly state?: { readonly now: ExplainedTest; readonly before: ExplainedTest | null };
  /** At `allowed`: the policy's rules about whom to leave alone, all evaluated. `stop` must fail, `personal` must hold. */
  readonly rules?: readonly { readonly rule: "stop" | "personal"; readonly test: ExplainedTest }[];
  /** At `assigned`. */
  readonly assigned?: ExplainedAssignment;
  /** At `reachable`: by what the user opens, or as declared; and how many receipts each channel needs for that, if the strategy asks. */
  readonly order?: { readonly by: "declared" | "preferred"; readonly least: number | null };
  /** At `timely`. */
  readonly timing?: ExplainedTiming;
  /** At `exclusive`, if somebody else won. */
  readonly winner?: ExplainedWinner;
  /** At `fresh`, if the strategy has a limit: what was touched about the same thing before. A personal `key` is `known`. */
  readonly limit?: { readonly n: number; readonly key: string | null; readonly touches: readonly ExplainedTouch[] };
  /** At `fresh`: the caps of all or of several channels that the touch counts under. */
  readonly caps?: readonly ExplainedCap[];
  /** At `funded`: what the touch takes, and what of it was left. */
  readonly claims?: readonly ExplainedClaim[];
  /** At `composed`: the texts, by their lengths. */
  readonly message?: ExplainedMessage;
}

/** Tests that are made of parts alone. */
export type Combination = "and" | "or" | "not" | "tag";

/** A test, with what it saw. Texts are written as in the language: `20 CNY`, `3`, `"Shanghai"`. */
export interface ExplainedTest {
  /** As it stands in the source. */
  readonly text: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly holds: boolean;
  readonly op: Combination | "<" | "<=" | ">" | ">=" | "=" | "!=" | "contains" | "one of" | "known" | "in" | "steps";
  /** The value seen; `unknown` if there was none, `known` if it is personal; `null` if the test has only parts. */
  readonly seen: string | null;
  /**
   * What would have been needed, with the operator: `>= 3`; `null` if the test has only parts. A moment is needed
   * `in 2026-11-03 10:00 … 2026-11-10 10:00`, and of a sequence `steps 2/2: visit → no pay → order`, seen as far as it was found.
   */
  readonly needed: string | null;
  readonly parts: readonly ExplainedTest[];
}

export interface ExplainedChannel {
  readonly channel: string;
  readonly opted_out: boolean;
  /** The consents that the policy asks for over this channel, for this purpose; all must hold. */
  readonly consents: readonly ExplainedTest[];
  /** Whether the channel reaches the user. */
  readonly reaches: boolean;
  /** The test of its `reach`; `null` if it reaches everybody. */
  readonly reach: ExplainedTest | null;
  /** At `reachable`: its own caps, and what of its quota was left. */
  readonly caps: readonly ExplainedCap[];
  readonly quota: ExplainedClaim | null;
  /** At `reachable`, where the strategy asks what the user opens: touches that came back, and those of them that were opened. */
  readonly evidence: { readonly receipts: number; readonly opened: number } | null;
}

export interface ExplainedRepeat {
  /** The local date of the last touch. */
  readonly last: string;
  /** The first local date on which the next touch may be; `null` for never. */
  readonly again_from: string | null;
}

/** Buckets and shares in 1/10,000: who has a bucket below the share is held out. */
export interface ExplainedAssignment {
  readonly ghost: GhostReason | null;
  readonly global_holdout: { readonly bucket: number; readonly share: number } | null;
  /** Of the set, or of the strategy itself. */
  readonly holdout: { readonly bucket: number; readonly share: number } | null;
  /** `null` without a split. */
  readonly split: { readonly bucket: number; readonly variant: string | null } | null;
}

export interface ExplainedTiming {
  /** ISO 8601, UTC: the occurrence, and the time that events take to settle. */
  readonly earliest: string;
  /** `null` if no instant is allowed. */
  readonly send_at: string | null;
  /** What moved it last, or what forbids it. */
  readonly by: Decision["send_by"];
  /** The strategy's window, inside which it may go out, and the quiet hours, in which it may not. Local clock times. */
  readonly window: ExplainedHours | null;
  readonly quiet: ExplainedHours | null;
  /** `null` if the strategy does not ask. `hour` is `null` while there is less evidence than `least`. */
  readonly best_hour: { readonly hour: number | null; readonly evidence: number; readonly least: number } | null;
}

export interface ExplainedHours {
  readonly from: string;
  readonly to: string;
  readonly otherwise: "skip" | "delay";
}

/** The touch of another strategy that this one may not come nearer to than so many days. */
export interface ExplainedWinner extends ExplainedTouch {
  readonly days: number;
}

export interface ExplainedCap {
  /** As written: `all per week`. */
  readonly cap: string;
  readonly n: number;
  /** The touches in the fullest window that the send would fall into. */
  readonly touches: readonly ExplainedTouch[];
  /** The first local date, or the first instant, at which that window holds fewer; `null` if it is not full, or none is allowed ever. */
  readonly free_from: string | null;
}

/** An earlier touch, or a ghost that counts like one. */
export interface ExplainedTouch {
  readonly key: string;
  /** `null` if the program no longer has it. */
  readonly strategy: string | null;
  readonly channel: string | null;
  readonly occurrence: string;
  readonly step: string;
  readonly send_at: string;
  readonly send_date: string;
  readonly ghost: GhostReason | null;
}

export interface ExplainedClaim {
  /** `benefit:hp20`, `money:set:d11`, `quota:sms:2026-11-10`, or `user:hp20`: what one user may get. */
  readonly resource: string;
  /** Pieces, sends, or 1/10,000 of a minor unit. */
  readonly amount: number;
  /** How much was left before; `null` if the grants do not tell. */
  readonly left: number | null;
}

export interface ExplainedMessage {
  readonly material: string;
  readonly locale: string;
  readonly parts: readonly { readonly id: string; readonly characters: number; readonly limit: number | null }[];
}
