import type { Value as ValueNode } from "../../src/syntax/tree.js";
import type { Catalogue } from "./catalogue.js";
import type { Clock } from "./clock.js";
import type { Fields, Happened } from "./history.js";

/** All that an expression may look at: one user, at one instant. */
export interface World {
  readonly catalogue: Catalogue;
  readonly profile: Fields;
  readonly clock: Clock;
  /** The instant from which lengths of time, dates and the starts of windows are counted. */
  readonly now: number;
  /** The local date of now. */
  readonly today: number;
  /** Where windows end that end at now: `now` itself, but when a touch is looked at once more before it goes out. */
  readonly until: number;
  /** What is visible at `until`. */
  readonly events: readonly Happened[];
  /** Inside a `where`: the fields of the event in question, which bare names mean there. */
  readonly row: Fields | null;
  /** In the tiers of a value: that value, whose scores go by their names there. */
  readonly value: ValueNode | null;
  /** The event that started it, whose fields `event.x` means. */
  readonly trigger: Happened | null;
  /** Whether the user has a tag that strategies set. */
  readonly hasTag: (tag: string) => boolean;
}
