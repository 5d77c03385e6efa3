import type { GateId } from "../gate/gates.js";
import type { Decision } from "./decision.js";

/** Why a user was, or was not, touched by a strategy: what became of each of its occurrences. Plain data, wording aside. */
export interface Explanation {
  readonly user: string;
  readonly strategy: string;
  /** The user's time zone. */
  readonly zone: string;
  /** Empty if nothing fell due. */
  readonly occurrences: readonly ExplainedOccurrence[];
}

export interface ExplainedOccurrence {
  /** The occurrence key: local time. */
  readonly occurrence: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** All gates, in order. */
  readonly gates: readonly ExplainedGate[];
  /** The touch, without its text, which may hold personal data; `null` if a gate refused. */
  readonly decision: Omit<Decision, "material"> | null;
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
  /** Whether the channel reaches the user. */
  readonly reaches: boolean;
  /** The test of its `reach`; `null` if it reaches everybody. */
  readonly reach: ExplainedTest | null;
}

export interface ExplainedRepeat {
  /** The local date of the last touch. */
  readonly last: string;
  /** The first local date on which the next touch may be; `null` for never. */
  readonly again_from: string | null;
}
