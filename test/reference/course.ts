import { declared, settleOf } from "./catalogue.js";
import { shiftMonths } from "./clock.js";
import type { Due } from "./due.js";
import { type Cancel, type Entries, keyOf, type Reason, type Touch } from "./entries.js";
import type { Happened } from "./history.js";
import { byRank, type Member, memberNamed } from "./members.js";
import { type Person, seenAt } from "./person.js";
import type { Stock } from "./stock.js";
import { byCodePoint } from "./value.js";
import { lengthOf } from "./window.js";
import type { World } from "./world.js";

/** A fold on its way: the user, and all that has been decided about them so far. */
export interface Course {
  readonly person: Person;
  readonly members: readonly Member[];
  readonly entries: Entries;
  /** Those of the entries, and those of this fold. */
  readonly touches: Touch[];
  readonly cancels: Cancel[];
  readonly stock: Stock;
}

/** Somebody who may be touched: at an occurrence, or by a fallback of an earlier touch. */
export interface Candidate extends Due {
  /** From 1. */
  readonly step: number;
  /** The touch that a fallback follows. */
  readonly before: Touch | null;
  /** When what a fallback gives was given: when the first step went out. `null` of a first step. */
  readonly givenAt: number | null;
  /** The key of a touch that is left out of everything, because it is looked at once more. */
  readonly aside: string | null;
  readonly world: World;
}

/** The touches and ghosts that stand at an instant, in the order of the fold. */
export function standing({ touches, cancels, members }: Course, now: number, aside: string | null): Touch[] {
  const isCancelled = ({ key }: Touch) => cancels.some((cancel) => cancel.key === key && cancel.at <= now);
  return touches
    .filter((touch) => (touch.made || touch.at < now) && !isCancelled(touch) && touch.key !== aside)
    .sort((a, b) => a.at - b.at || byMember(a, b) || byCodePoint(a.occurrence, b.occurrence) || a.step - b.step);

  /** Those of strategies that the project no longer has come last. */
  function byMember(a: Touch, b: Touch): number {
    const [one, other] = [memberNamed(members, a.strategy), memberNamed(members, b.strategy)];
    if (one === undefined || other === undefined) return Number(one === undefined) - Number(other === undefined);
    return byRank(one, other);
  }
}

/**
 * The touches that count for a candidate: all real ones; of ghosts those of its own strategy and set, and under the global holdout
 * every one.
 */
export function counted(course: Course, { member, instant, aside }: Candidate, ghost: Reason | null): Touch[] {
  return standing(course, instant, aside).filter(
    (touch) =>
      touch.ghost === null ||
      ghost === "global_holdout" ||
      touch.strategy === member.id ||
      (member.set !== null && memberNamed(course.members, touch.strategy)?.set === member.set),
  );
}

/** What a candidate may look at: `now` counts lengths and dates, and what is visible at `until` is there. */
export function worldOf(
  course: Course,
  now: number,
  until: number,
  { trigger, counts }: { readonly trigger: Happened | null; readonly counts: (event: Happened) => boolean },
  aside: string | null = null,
): World {
  const { catalogue, profile, clock } = course.person;
  return {
    catalogue,
    profile,
    clock,
    now,
    today: clock.dateAt(now),
    until,
    events: seenAt(course.person, until).filter(counts),
    row: null,
    value: null,
    trigger,
    hasTag: (tag) => hasTag(course, tag, now, until, aside),
  };
}

export function candidateAt(course: Course, due: Due): Candidate {
  return {
    ...due,
    step: 1,
    before: null,
    givenAt: null,
    aside: null,
    world: worldOf(course, due.instant, due.instant, due),
  };
}

/** The step after a touch, as a candidate of its own. */
export function fallbackAt(course: Course, due: Due, before: Touch): Candidate {
  const first = keyOf(due.member.id, course.person.id, due.key, 1);
  const { sendAt } = standing(course, due.instant, null).find(({ key }) => key === first) ?? before;
  return { ...candidateAt(course, due), step: before.step + 1, before, givenAt: sendAt };
}

/** Whether some touch that stands at `until`, or something else, set a tag that holds at `now`. Ghosts set none. */
function hasTag(course: Course, tag: string, now: number, until: number, aside: string | null): boolean {
  const { clock } = course.person;
  const valid = declared(course.person.catalogue.strategyTags, tag).valid;
  const length = valid === null ? null : lengthOf(valid);
  const stillHolds = (at: number, date: number) => {
    if (length === null) return true;
    if (length.is === "span") return now < at + length.ms;
    return clock.dateAt(now) <= (length.is === "days" ? date + length.days : shiftMonths(date, length.months));
  };
  const setByTouch = standing(course, until, aside).some(
    ({ ghost, strategy, at, date }) =>
      ghost === null &&
      (memberNamed(course.members, strategy)?.clauses.sets ?? []).some(({ text }) => text === tag) &&
      stillHolds(at, date),
  );
  const setOtherwise = course.entries.tags.some(
    (each) => each.tag === tag && each.at < until && stillHolds(each.at, clock.dateAt(each.at)),
  );
  return setByTouch || setOtherwise;
}

export function earliestOf(course: Course, { instant }: Due): number {
  return instant + settleOf(course.person.catalogue);
}
