/** The rules that hold for every strategy of a project. */
import type { Holdout, Hours, Purpose } from "./strategy.js";
import type { Test } from "./test.js";

/** A project without a policy has this one, empty. */
export interface Policy {
  readonly id: string | null;
  readonly label: string | null;
  /** All that speak of a touch's channel and purpose must hold; `null`: all channels, all purposes. */
  readonly consents: readonly {
    readonly channel: number | null;
    readonly purpose: Purpose | null;
    readonly test: Test;
  }[];
  /** Whom nobody may touch. */
  readonly stops: readonly Test[];
  /** Whom personal strategies may touch; `null`: everybody. */
  readonly personal: Test | null;
  readonly quiet: Hours | null;
  readonly caps: readonly Cap[];
  readonly holdout: Holdout | null;
  readonly bestHour: BestHour;
}

/** At most `n` touches of a user over these channels in any such window, by the local date or the instant of sending. */
export interface Cap {
  /** As written, for reasons: `all per week`, `push in 7 days`. */
  readonly name: string;
  /** `null`: all. */
  readonly channels: readonly number[] | null;
  readonly n: number;
  readonly window: CapWindow;
}

export type CapWindow =
  /** Calendar ones; a week starts as the project says. */
  | { readonly is: "day" | "week" | "month" }
  /** Any `n` dates in a row. */
  | { readonly is: "days"; readonly n: number }
  /** Any stretch (s − ms, s]. */
  | { readonly is: "span"; readonly ms: number };

/**
 * What tells when a user is there: the local hours of what they opened or clicked, and of these events, today and in the 90 dates before.
 * With fewer than `least` of them, nothing is known.
 */
export interface BestHour {
  readonly events: readonly number[];
  readonly least: number;
}
