import type { Zone } from "../calendar/zone.js";
import type { Frame } from "../evaluate/frame.js";
import type { Ask, Trigger } from "../facts/ask.js";
import type { Candidate } from "../gate/candidate.js";
import type { GateId } from "../gate/gates.js";
import type { Grants } from "../gate/grants.js";
import type { EncodedEntry } from "../gate/standing.js";
import type { Agenda } from "../occur/agenda.js";
import type { Cancellation, Decision, Ghost } from "./decision.js";

/** One user, over what falls due for them in `(since, until]`. */
export interface FoldInput {
  readonly user: string;
  readonly zone: Zone;
  readonly agenda: Agenda;
  /**
   * The program's facts; the user's stand in as many rows as the agenda has asks, in their order, from `firstRow` on. The fold writes
   * the columns of strategy tags.
   */
  readonly frame: Frame;
  readonly firstRow: number;
  /** In any order. */
  readonly entries: readonly EncodedEntry[];
  readonly since: number;
  readonly until: number;
  /** The places of the strategies whose fallbacks are wanted; all if absent. The agenda says whose occurrences are. */
  readonly strategies?: ReadonlySet<number> | undefined;
  readonly grants: Grants;
  /** `null` where nothing becomes visible in the interval: then no touch is cancelled before it goes out, and none falls back. */
  readonly world: World | null;
  readonly sink: Sink;
  /** Told of each candidate and its way through the gates; for explanations. */
  readonly watch?: Watch | undefined;
}

/** What can be asked about the user at instants that only the fold knows of. */
export interface World {
  /** The facts as of an ask, good until the next one. The columns of strategy tags are the fold's to write. */
  factsAt(ask: Ask, strategy: number): { readonly frame: Frame; readonly row: number };
  /** The event that started an occurrence; `null` where none did. */
  triggerOf(strategy: number, occurrence: string): Trigger | null;
  /** Whether the silence that started an occurrence has lasted up to an instant. */
  stillDue(strategy: number, trigger: Trigger, until: number): boolean;
}

/**
 * Where a fold puts what becomes of each candidate, in total order: each one ends in exactly one of the first three calls.
 * `strategy` is a place in the program. Codes are few and shared: comparing and counting them is cheap.
 */
export interface Sink {
  refused(strategy: number, gate: GateId, code: string, occurrence: string, step: string): void;
  decided(decision: Decision, costs: Costs): void;
  ghost(ghost: Ghost, strategy: number): void;
  /** A touch or a ghost is not to go out after all. */
  cancelled(cancellation: Cancellation, strategy: number): void;
}

/** What a decision costs, exact, to be added up. */
export interface Costs {
  /** The strategy's place in the program, and its variant's in the strategy. */
  readonly strategy: number;
  readonly variant: number;
  /** The channel's place in the program. */
  readonly channel: number;
  /** One send, in 1/10,000 of the project currency's minor unit. */
  readonly channelCost: number;
  /** The places of what is given: of a lottery what was drawn, of a referral both sides; of a fallback none, the first step gave it. */
  readonly benefits: readonly number[];
  /** Their face value in minor units; points are counted apart. */
  readonly benefitCost: number;
  /** What they cost us, in 1/10,000 of a minor unit. */
  readonly ownCost: number;
  readonly points: number;
}

export interface Watch {
  /** A candidate of an occurrence, or of a fallback, starts to walk; or a touch is looked at again before it goes out. */
  begins(turn: "occurrence" | "release" | "fallback", candidate: Candidate, ask: Ask): void;
  /** It has been at a gate; `code` is `null` where the gate let it pass. */
  passes(gate: GateId, candidate: Candidate, code: string | null): void;
}
