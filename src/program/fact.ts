/** What must be known about a user at an instant, for tests to read. */
import type { Test } from "./test.js";

/** A stretch of history that ends at or before now; `n` whole units. Bounds: `windowBounds` in the facts room. */
export type Window =
  | { readonly is: "ever" }
  /** `last`: today and the n−1 dates before it, up to now. `previous`: n whole dates, ending with yesterday. `for`: n whole dates and today up to now. */
  | { readonly is: "last" | "previous" | "for"; readonly unit: "day" | "month"; readonly n: number }
  /** The last `ms` milliseconds, both ends included. */
  | { readonly is: "span"; readonly ms: number }
  /** Whole dates, from `far` to `near` units ago, both included; `near` is at least 1 and at most `far`. */
  | { readonly is: "ago"; readonly unit: "day" | "month"; readonly near: number; readonly far: number }
  /** From `far` to `near` milliseconds ago, both included. */
  | { readonly is: "spanAgo"; readonly near: number; readonly far: number }
  /** From the start of this local week, month or year to now; `starts` is the week's first day, 1 Monday … 7 Sunday. */
  | { readonly is: "thisWeek"; readonly starts: number }
  | { readonly is: "thisMonth" | "thisYear" }
  /** Local dates, both included, up to now; without `to`, up to now. */
  | { readonly is: "dates"; readonly from: number; readonly to: number | null }
  | MomentWindow;

/**
 * A stretch beside a moment P. `after`: (P, P + n], for days and months to the end of that local day; `before`: [P − n, P), for
 * days and months from the start of that local day; `since`: (P, now]. Later and earlier than an event mean so in (occurred_at, seq).
 * A moment that is a date is its whole local day: `after` and `since` start with it, `before` ends with its start. All end at now at
 * the latest. Where P is unknown, the stretch is empty.
 */
export type MomentWindow =
  | {
      readonly is: "after" | "before";
      readonly moment: Moment;
      readonly unit: "day" | "month" | "ms";
      readonly n: number;
    }
  | { readonly is: "since"; readonly moment: Moment };

export type Moment =
  /** A field of the profile whose type is instant or date. */
  { readonly is: "profile"; readonly field: number } | { readonly is: "date"; readonly date: number } | Point;

/** One event: the n-th (from 1) or the last of those visible that pass `where`, in total order. */
export interface Point {
  readonly is: "point";
  readonly event: number;
  readonly where: Test | null;
  readonly nth: number | "last";
}

/** What must be known about a user at an instant. */
export type Fact =
  /** The instant of the decision. */
  | { readonly is: "now" }
  /** The local date of now, in the user's zone. */
  | { readonly is: "today" }
  /** A field of the profile, by place. */
  | { readonly is: "profile"; readonly field: number }
  /** The local date, in the user's zone, of a field of the profile whose type is instant. */
  | { readonly is: "profileDate"; readonly field: number }
  /** A field of the event that triggered the occurrence, by kind of event and place; unknown where another kind, or none, did. */
  | { readonly is: "trigger"; readonly event: number; readonly field: number }
  /** 1 if the user has a strategy tag, else 0. No engine of facts computes it: the fold writes it at each candidate's turn. */
  | { readonly is: "strategyTag"; readonly tag: number }
  | HourFact
  | EventFact
  | PointFact
  | SequenceFact;

/** Of the visible events of one kind, today and on the `days` dates before: how many happened in this hour of the local clock, 0 to 23. */
export interface HourFact {
  readonly is: "hour";
  readonly event: number;
  readonly hour: number;
  readonly days: number;
}

/** Of the visible events of one kind, in a window, that pass `where`: */
export type EventFact =
  /** how many; on how many distinct local dates. */
  | {
      readonly is: "count" | "days";
      readonly event: number;
      readonly where: Test | null;
      readonly window: Window;
    }
  /**
   * over a field's known values: how many; their total (0 if none); the least and the greatest (unknown if none); how many
   * different ones; the most frequent, of equally frequent ones the one seen last (unknown if none).
   */
  | {
      readonly is: "countKnown" | "sum" | "min" | "max" | "distinct" | "mostFrequent";
      readonly event: number;
      readonly field: number;
      readonly where: Test | null;
      readonly window: Window;
    };

/** Of one event: its instant, its local date, or one of its fields; unknown if there is no such event. */
export type PointFact =
  | { readonly is: "pointInstant" | "pointDate"; readonly point: Point }
  | { readonly is: "pointField"; readonly point: Point; readonly field: number }
  /** 1 if a moment that is known lies in a window, else 0. */
  | { readonly is: "momentIn"; readonly moment: Moment; readonly window: Window };

/**
 * 1 if events exist, one for each step but those with `no`, each strictly later in (occurred_at, seq) than the one before it, all in
 * the window; else 0. See `SequenceStep`.
 */
export interface SequenceFact {
  readonly is: "sequence";
  /**
   * Instead of 1 and 0: the instant of the first event that can end it, and unknown. No decision reads that; a single step will do then.
   */
  readonly instant?: true;
  readonly window: Window;
  /** At least two; the first has neither `no`, `same` nor `within`. */
  readonly steps: readonly SequenceStep[];
}

/**
 * `within` and `same` relate to the nearest step before that is without `no`, its "event before". `within`: at most so long after the
 * event before, days and months to the end of that local day. A `no` step forbids such an event strictly after the event before and
 * strictly before the next step's event; after the last of those, up to now, and with `within` only once that stretch has elapsed.
 */
export interface SequenceStep {
  readonly no: boolean;
  readonly event: number;
  readonly where: Test | null;
  /** A field of this step's event that must equal, both known, a field of the event before. */
  readonly same: { readonly field: number; readonly before: number } | null;
  readonly within: { readonly unit: "day" | "month" | "ms"; readonly n: number } | null;
}
