import type { EventInput } from "../../decide/input.js";
import type { Entry } from "../../decide/entry.js";
import type { GateId } from "../../gate/gates.js";
import type { Span } from "../../text/span.js";

/** One case: a user with a history, an instant or a stretch of time, and what is to come of it. */
export interface Scenario {
  /** The file that it stands in, and the place of its name there. */
  readonly span: Span;
  readonly name: string;
  readonly user: Readonly<Record<string, unknown>>;
  readonly events: readonly EventInput[];
  readonly entries: readonly Entry[];
  /** All that falls due in `(since, until]` is decided; tags and stages are those at `until`. */
  readonly since: number;
  readonly until: number;
  readonly expect: Expectation;
  /** Where the parts of the input stand, by the paths of an `InputError`: `user.city`, `events[2].amount`. */
  readonly places: ReadonlyMap<string, Span>;
}

/** What is to come of a case. Of a strategy that is not named anything may come; of one that is, what stands here and no more. */
export interface Expectation {
  readonly decisions: readonly ExpectedTouch[];
  readonly ghosts: readonly ExpectedTouch[];
  /** Strategies that touch nobody, for whatever reason. */
  readonly none: readonly string[];
  /** Strategies that look at the user and refuse, each time so. */
  readonly refused: readonly ExpectedRefusal[];
  /** Strategies whose touches are withdrawn before they go out. */
  readonly cancelled: readonly ExpectedRefusal[];
  readonly tags: readonly ExpectedValue[];
  readonly stages: readonly ExpectedValue[];
}

/** Only what is written is compared. */
export interface ExpectedTouch {
  readonly strategy: string;
  readonly fields: readonly ExpectedField[];
}

export type ExpectedField =
  | {
      readonly is: "channel" | "benefit" | "variant" | "material" | "step" | "reason" | "sets";
      /** `none` for no benefit; the ids of what is set, sorted. */
      readonly text: string;
    }
  | { readonly is: "at" | "send_at"; readonly instant: number }
  | { readonly is: "text"; readonly part: string; readonly text: string };

/** Only what is written is compared. */
export interface ExpectedRefusal {
  readonly strategy: string;
  readonly gate: GateId | null;
  readonly code: string | null;
}

/** A tag and its value, or a lifecycle and the stage, as the language writes them. */
export interface ExpectedValue {
  readonly id: string;
  readonly value: string;
}
