import type { Ask } from "../facts/ask.js";

/** One occurrence of a strategy's `when`. */
export interface Occurrence {
  /** The strategy's place in the program. */
  readonly strategy: number;
  /** Its place in the agenda's `asks`. */
  readonly at: number;
  /** Of a strategy that starts when a state changes: the place of the ask at which it must have been otherwise; else −1. */
  readonly before: number;
  /** The local date. */
  readonly date: number;
  /** The occurrence key: for a schedule the civil date and clock, `2018-07-20T10:00`; a civil date; or an event's id. */
  readonly key: string;
}

/** Occurrences in a half-open interval `(since, until]`, in the total order of the fold. */
export interface Agenda {
  /** Distinct, ascending by `now`, then by `upTo`. Facts are needed once per user at each of them. */
  readonly asks: readonly Ask[];
  /** Ordered by instant, then priority (high first), then strategy id, then key. */
  readonly occurrences: readonly Occurrence[];
}

export const emptyAgenda: Agenda = Object.freeze({ asks: [], occurrences: [] });

/** Something that falls due, before it has a place in an agenda. */
export interface Due {
  readonly strategy: number;
  readonly ask: Ask;
  /** The ask to compare with, of a state that changes. */
  readonly before: Ask | null;
  readonly date: number;
  readonly key: string;
}
