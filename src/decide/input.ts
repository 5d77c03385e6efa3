import type { Grants } from "../gate/grants.js";
import type { Entry, InstantInput } from "./entry.js";

/**
 * What to decide about: one user, as known now. Objects are plain: only their own properties are read, and what the schema
 * does not name is left alone. An unknown value is `null` or absent.
 *
 * Values by type: text, enum members (their id), zones (IANA name) and locales as strings; booleans as such; whole numbers,
 * points, numbers, percentages (0.3 is 30 %) and money (in units: 19.9 is 19.90 CNY) as a number or as decimal text;
 * dates as `YYYY-MM-DD`; lunar dates as `1990-08-15`, in a leap month `1990-05-15 leap`; versions as `8.2` or `8.2.0`; instants as
 * ISO 8601 with `Z` or an offset, a `Date`, or milliseconds.
 */
export interface DecideInput {
  /** The profile, by the fields of the schema's `user`. */
  readonly user: Readonly<Record<string, unknown>>;
  /** The user's history, in any order. Of two of one kind with one id, the first received counts. */
  readonly events: readonly EventInput[];
  /** What happened to the user besides: earlier touches, opt-outs … None if absent. */
  readonly entries?: readonly Entry[];
  /** Whatever falls due in `(since, until]` is decided. Nothing that becomes visible later than an occurrence counts for it. */
  readonly since: InstantInput;
  readonly until: InstantInput;
  /** Ids of the strategies to decide; all if absent. */
  readonly strategies?: readonly string[];
  /** What quantities, budgets and quotas are taken from; if absent, all that the program limits is free. */
  readonly grants?: Grants | undefined;
}

/** One event; its fields stand beside these, by the fields of the schema's `event`. */
export interface EventInput {
  /** Which event of the schema it is, such as `pay`. */
  readonly event: string;
  /** Tells it from others of its kind. */
  readonly id: string;
  readonly occurred_at: InstantInput;
  /** When it arrived; if absent, when it occurred. */
  readonly received_at?: InstantInput | null;
  /** Orders events of one instant; 0 if absent. */
  readonly seq?: number | null;
  readonly [field: string]: unknown;
}

/** What to explain: one strategy for one user. */
export interface ExplainInput extends Omit<DecideInput, "strategies"> {
  /** Its id. */
  readonly strategy: string;
}
