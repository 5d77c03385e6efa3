import type { Catalogue } from "./catalogue.js";
import type { Clock } from "./clock.js";
import type { Fields, Happened } from "./history.js";

/** All that an expression may look at: one user, at one instant. */
export interface World {
  readonly catalogue: Catalogue;
  readonly profile: Fields;
  readonly clock: Clock;
  readonly now: number;
  /** The local date of now. */
  readonly today: number;
  /** What is visible at now. */
  readonly events: readonly Happened[];
  /** Inside a `where`: the fields of the event in question, which bare names mean there. */
  readonly row: Fields | null;
}
