import type { Frame } from "../evaluate/frame.js";
import type { EncodedEntry } from "../gate/standing.js";
import type { GateId } from "../gate/gates.js";

/** Looks on while a plan is made, one user after the other, and counts for itself. Strategies are places in the program. */
export interface Onlooker {
  /** The facts that it reads at the end of the interval, besides those that tell stages. */
  readonly facts: ReadonlySet<number>;
  refused(strategy: number, gate: GateId, code: string): void;
  decided(strategy: number, key: string): void;
  ghost(strategy: number): void;
  /** A touch or a ghost, of this interval or an earlier one, does not go out. */
  cancelled(key: string): void;
  /** All is decided about a user, whose facts at the end of the interval stand in the row. */
  done(frame: Frame, row: number, entries: readonly EncodedEntry[]): void;
}
