/** One row of facts: an instant at which something must be known about a user, and what of their history counts there. */
export interface Ask {
  /** The instant from which windows, dates and lengths of time are counted. */
  readonly now: number;
  /**
   * What becomes visible later does not count, and windows that end at now reach up to it. Equal to `now`, but when a touch is
   * looked at again before it goes out: then the instant of sending.
   */
  readonly until: number;
  /** Events that are placed later in the user's total order (`EventHistory.order`) do not count; `Infinity` lets all of them. */
  readonly upTo: number;
  /** The event that started it, for `event.x`. */
  readonly trigger: Trigger | null;
}

/** An event of a user: its kind's place in the program, and its row in the columns of that kind's history. */
export interface Trigger {
  readonly event: number;
  readonly row: number;
}

/** Asks about all that is visible at an instant. */
export function askAt(now: number): Ask {
  return { now, until: now, upTo: Number.POSITIVE_INFINITY, trigger: null };
}
