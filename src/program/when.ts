/** The instants at which a strategy looks at a user: its occurrences. */
import type { Test } from "./test.js";

/** A length of time: whole local days or months (clamped to the month's end), or exact milliseconds. */
export interface Length {
  readonly unit: "day" | "month" | "ms";
  readonly n: number;
}

/** Events of one kind that pass a test over their fields; `null` takes every event. */
export interface Pattern {
  readonly event: number;
  readonly where: Test | null;
}

/** `minute`: minutes after local midnight, in the user's zone. Dates are days since 1970-01-01. */
export type When =
  /** Each full hour of the local clock. */
  | { readonly is: "hourly" }
  | { readonly is: "every"; readonly day: DayRule; readonly minute: number }
  | { readonly is: "once"; readonly date: number; readonly minute: number }
  | AnniversaryWhen
  | FestivalWhen
  | EventWhen
  | StateWhen;

export type DayRule =
  | { readonly is: "day" | "lastDayOfMonth" | "workday" | "holiday" | "makeupWorkday" }
  /** 1 Monday … 7 Sunday. */
  | { readonly is: "weekday"; readonly weekday: number }
  /** 1 to 31; a month that is shorter has it on its last day. */
  | { readonly is: "dayOfMonth"; readonly day: number };

/** Days or months before (negative) or after a date. */
export interface Shift {
  readonly unit: "day" | "month";
  readonly n: number;
}

/**
 * A date of the profile, every year from its own on: a date, the local date of an instant, or a lunar date. 29 February is
 * 28 February in common years. A lunar date comes once per lunar year: a leap month in a year without it is the plain month,
 * and day 30 of a month of 29 days is day 29.
 */
export interface AnniversaryWhen {
  readonly is: "anniversary";
  readonly field: number;
  readonly shift: Shift;
  readonly minute: number;
}

/** A festival of the program's calendar, by place. */
export interface FestivalWhen {
  readonly is: "festival";
  readonly festival: number;
  readonly shift: Shift;
  readonly minute: number;
}

/** Strategies that start from an event. The occurrence key is that event's id; `event.x` reads its fields. */
export type EventWhen =
  /** At the event, if it was visible by then. */
  | { readonly is: "happens"; readonly pattern: Pattern }
  /**
   * At the time of `first` plus `within`, unless an event that passes `then` came strictly later than it, in (occurred_at, seq),
   * up to that instant. `same`: both events' fields are known and equal.
   */
  | {
      readonly is: "absence";
      readonly first: Pattern;
      readonly then: Pattern;
      readonly same: { readonly field: number; readonly before: number } | null;
      readonly within: Length;
    }
  /** At the time of the n-th event (from 1), as known by then, plus `after`. */
  | { readonly is: "nth"; readonly pattern: Pattern; readonly nth: number; readonly after: Length }
  /**
   * At the time of any event that completes `steps` plus `after`, unless the step `next` followed it up to that instant. `steps`
   * holds at least one step; all relate to each other as in a sequence over all history.
   */
  | {
      readonly is: "stall";
      readonly steps: readonly StallStep[];
      readonly next: StallStep;
      readonly after: Length;
    };

/** As `SequenceStep`, without `no`. The first has neither `same` nor `within`. */
export interface StallStep extends Pattern {
  readonly same: { readonly field: number; readonly before: number } | null;
  readonly within: Length | null;
}

/**
 * When a test turns true (`enters`) or false (`leaves`). With `minute`: on the local dates at whose clock time it differs from the
 * clock time one civil day before, each judged with what was visible then; the key is the civil date. Without: at each visible
 * event of the kinds in `reads`, comparing the history with it and without it (key: its id), and at each local midnight, comparing
 * the history strictly before midnight, at midnight and one millisecond earlier (key: the civil date).
 */
export interface StateWhen {
  readonly is: "state";
  readonly change: "enters" | "leaves";
  /** Over facts of events and of fixed fields of the profile. */
  readonly state: Test;
  readonly minute: number | null;
  /** Places of the events that the state reads, ascending. */
  readonly reads: readonly number[];
}
