import { absences, happenings, nthEvents, stalls } from "./due-events.js";
import { changes } from "./due-changes.js";
import { civilDates } from "./due-dates.js";
import type { Happened } from "./history.js";
import { byRank, type Member } from "./members.js";
import type { Person } from "./person.js";
import { byCodePoint } from "./value.js";

/** What a strategy starts from: an instant, and what of the history counts there beyond what is visible. */
export interface Start {
  readonly instant: number;
  /** The local date. */
  readonly date: number;
  /** The occurrence key: the civil date-time of a schedule, a civil date, or the id of an event. */
  readonly key: string;
  /** The event that `event.x` means. */
  readonly trigger: Happened | null;
  /** Leaves out events that come later in total order than what it starts from. */
  readonly counts: (event: Happened) => boolean;
}

/** A strategy comes due. */
export interface Due extends Start {
  readonly member: Member;
}

/** All that comes due for a user in `(since, until]`, in total order: instant, priority (high first), strategy id, key. */
export function dueIn(members: readonly Member[], person: Person, since: number, until: number): Due[] {
  return members
    .flatMap((member) =>
      startsOf(member, person, since, until)
        .filter(({ instant }) => instant > since && instant <= until)
        .map((start) => ({ member, ...start })),
    )
    .sort((a, b) => a.instant - b.instant || byRank(a.member, b.member) || byCodePoint(a.key, b.key));
}

function startsOf({ id, clauses: { when } }: Member, person: Person, since: number, until: number): Start[] {
  switch (when?.is) {
    case "every":
    case "once":
    case "dated":
      return civilDates(when, person, since, until);
    case "happens":
      return happenings(when, person);
    case "absence":
      return absences(when, person);
    case "afterPoint":
      return nthEvents(when, person);
    case "stalls":
      return stalls(when, person);
    case "state":
      return changes(when, person, since, until);
    default:
      throw new Error(`nothing says when ${id} comes due`);
  }
}

/** Counts everything that is visible. */
export function everything(): boolean {
  return true;
}
