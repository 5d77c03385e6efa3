/** One occurrence of a strategy's `when`, for everybody in a zone. */
export interface Occurrence {
  /** The strategy's place in the program. */
  readonly strategy: number;
  /** Its place in the agenda's `instants`. */
  readonly at: number;
  /** The local date. */
  readonly date: number;
  /** The occurrence key: for a schedule the civil date and clock, `2018-07-20T10:00`. */
  readonly key: string;
}

/** All occurrences in a half-open interval `(since, until]` for one zone, in the total order of the fold. */
export interface Agenda {
  /** Distinct instants, ascending. Facts are needed once per user at each of them. */
  readonly instants: readonly number[];
  /** Ordered by instant, then priority (high first), then strategy id, then key. */
  readonly occurrences: readonly Occurrence[];
}
