import type { Did, Expr, Frequency, PointTest, TimeSince, Window } from "../../src/syntax/tree.js";
import { shiftMonths } from "./clock.js";
import { holds } from "./holds.js";
import type { Happened } from "./history.js";
import type { Value } from "./value.js";
import { atOf, hasElapsed, liesIn, momentOf, startOfMoment, tailOf } from "./moment.js";
import { lengthOf } from "./window.js";
import type { World } from "./world.js";

// Every phrase over the history looks at every event, each time.

/** The visible events of one kind, in a window, that pass a test of their own fields. */
export function happenedIn(world: World, event: string, where: Expr | null, window: Window | null): Happened[] {
  return world.events.filter(
    (each) =>
      each.event === event &&
      liesIn(window, atOf(each), world) &&
      (where === null || holds(where, { ...world, row: each.fields })),
  );
}

/**
 * `did pay …`: as often as it says, or at least once; `did not` is the negation, but beside a moment it also says that the
 * stretch is known and lies behind.
 */
export function didHappen(did: Did, world: World): boolean {
  const { event, where } = did.pattern;
  const window = did.frequency?.is === "streak" ? streakWindow(did.frequency) : did.window;
  const found = happenedIn(world, event.text, where, window);
  const often = oftenEnough(did.frequency, found, world);
  if (did.negated) {
    const beside = window?.is === "within" || window?.is === "since";
    return !often && (!beside || hasElapsed(window, world));
  }
  if (!often || did.without === null) return often;
  return happenedIn(world, did.without.event.text, did.without.where, tailOf(window)).length === 0;
}

function oftenEnough(frequency: Frequency | null, found: readonly Happened[], world: World): boolean {
  const dates = new Set(found.map((each) => world.clock.dateAt(each.occurredAt)));
  switch (frequency?.is) {
    case undefined:
      return found.length >= 1;
    case "times":
      return found.length >= frequency.least && (frequency.most === null || found.length <= frequency.most);
    case "days":
      return dates.size >= frequency.least;
    case "streak":
      return dates.size >= frequency.days;
  }
}

/** N consecutive days are N distinct dates among the N that end yesterday, or today. */
function streakWindow(streak: Extract<Frequency, { is: "streak" }>): Window {
  const length = { is: "quantity", amount: String(streak.days), unit: "day", span: streak.span } as const;
  return { is: streak.ending === "today" ? "last" : "previous", length, span: streak.span };
}

export function timeSince(phrase: TimeSince, world: World): Value | null {
  const moment = momentOf(phrase.moment, world);
  if (moment === null) return null;
  const { instant } = startOfMoment(moment, world.clock);
  return { is: "since", instant, date: world.clock.dateAt(instant), now: world.now, today: world.today };
}

/** `last pay was …`: false where there is none. What has not come yet was not. */
export function pointHolds(phrase: PointTest, world: World): boolean {
  const moment = momentOf(phrase.moment, world);
  if (moment === null) return false;
  const { test } = phrase;
  const at = startOfMoment(moment, world.clock);
  if (at.instant > world.until) return false;
  if (test.is === "window") return liesIn(test.window, at, world);
  const { instant } = at;
  const length = lengthOf(test.length);
  const date = world.clock.dateAt(instant);
  switch (length?.is) {
    case "span":
      return test.bound === "at least" ? world.now - instant >= length.ms : world.now - instant <= length.ms;
    case "days":
      return test.bound === "at least" ? world.today - date >= length.days : world.today - date <= length.days;
    case "months": {
      const then = shiftMonths(world.today, -length.months);
      return test.bound === "at least" ? date <= then : date >= then;
    }
    case undefined:
      throw new Error("`ago` takes a length of time");
  }
}
