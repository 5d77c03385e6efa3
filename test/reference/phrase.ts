import type { Did, Expr, Frequency, Pattern, PointTest, TimeSince, Window } from "../../src/syntax/tree.js";
import { shiftMonths } from "./clock.js";
import { holds } from "./holds.js";
import type { Happened } from "./history.js";
import type { Value } from "./value.js";
import { contains, intervalOf, lengthOf } from "./window.js";
import type { World } from "./world.js";

// Every phrase over the history looks at every event, each time.

/** The visible events of one kind, in a window, that pass a test of their own fields. */
export function happenedIn(world: World, event: string, where: Expr | null, window: Window | null): Happened[] {
  const interval = intervalOf(window, world.now, world.clock);
  return world.events.filter(
    (each) =>
      each.event === event &&
      contains(interval, each.occurredAt) &&
      (where === null || holds(where, { ...world, row: each.fields })),
  );
}

/** `did pay …`: as often as it says, or at least once; `did not` is the plain negation. */
export function didHappen(did: Did, world: World): boolean {
  const { event, where } = did.pattern;
  const window = did.frequency?.is === "streak" ? streakWindow(did.frequency) : did.window;
  const found = happenedIn(world, event.text, where, window);
  return oftenEnough(did.frequency, found, world) !== did.negated;
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

/** The instant of the latest event of a pattern, or `null`. */
export function lastOf(pattern: Pattern, world: World): number | null {
  const found = happenedIn(world, pattern.event.text, pattern.where, null);
  return found.length === 0 ? null : Math.max(...found.map((each) => each.occurredAt));
}

export function timeSince(phrase: TimeSince, world: World): Value | null {
  const instant = lastOf(phrase.point.pattern, world);
  if (instant === null) return null;
  return { is: "since", instant, date: world.clock.dateAt(instant), now: world.now, today: world.today };
}

/** `last pay was …`: false where there is none. */
export function pointHolds(phrase: PointTest, world: World): boolean {
  const instant = lastOf(phrase.point.pattern, world);
  if (instant === null) return false;
  const { test } = phrase;
  if (test.is === "window") return contains(intervalOf(test.window, world.now, world.clock), instant);
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
