import type { When } from "../../src/syntax/tree.js";
import { declared, settleOf } from "./catalogue.js";
import { dateText } from "./clock.js";
import { datesBetween, minuteOf } from "./due-dates.js";
import type { Start } from "./due.js";
import { type Happened, visibleFromOf } from "./history.js";
import { holds } from "./holds.js";
import { orderOf } from "./moment.js";
import { type Person, worldAt } from "./person.js";
import { stageOf } from "./divided.js";
import type { World } from "./world.js";

type StateWhen = Extract<When, { is: "state" }>;

/** When a state turns true, or false. */
export function changes(when: StateWhen, person: Person, since: number, until: number): Start[] {
  if (when.at !== null) return dailyChanges(when, person, since, until);
  return [...changesAtEvents(when, person), ...changesAtMidnight(when, person, since, until)];
}

/** By the clock: as it is now, and as it was at this time on the civil date before. */
function dailyChanges(when: StateWhen, person: Person, since: number, until: number): Start[] {
  const minute = minuteOf(when.at);
  const grid = datesBetween(since, until).flatMap((date) => {
    const instant = person.clock.resolve(date, minute);
    return instant === null ? [] : [{ date, instant }];
  });
  return grid.flatMap(({ date, instant }, place) => {
    const before = grid[place - 1];
    if (before === undefined || before.instant === instant) return [];
    if (!turns(when, worldAt(person, before.instant), worldAt(person, instant))) return [];
    return [{ instant, date, key: dateText(date), trigger: null, counts: () => true }];
  });
}

/** At each event that was visible when it happened: with it, and without it. */
function changesAtEvents(when: StateWhen, person: Person): Start[] {
  const settle = settleOf(person.catalogue);
  return person.events
    .filter((event) => visibleFromOf(event, settle) === event.occurredAt)
    .flatMap((event) => {
      const instant = event.occurredAt;
      const withIt = (other: Happened) => orderOf(other, event) <= 0;
      const withoutIt = (other: Happened) => orderOf(other, event) < 0;
      if (!turns(when, worldAt(person, instant, withoutIt), worldAt(person, instant, withIt))) return [];
      return [{ instant, date: person.clock.dateAt(instant), key: event.id, trigger: null, counts: withIt }];
    });
}

/** At each local midnight, by what came strictly before it: then, and one millisecond earlier. */
function changesAtMidnight(when: StateWhen, person: Person, since: number, until: number): Start[] {
  return datesBetween(since, until).flatMap((date) => {
    const instant = person.clock.startOf(date);
    // A date that the zone skipped starts with the one after it.
    if (person.clock.dateAt(instant) !== date) return [];
    const counts = (event: Happened) => event.occurredAt < instant;
    if (!turns(when, worldAt(person, instant - 1), worldAt(person, instant, counts))) return [];
    return [{ instant, date, key: dateText(date), trigger: null, counts }];
  });
}

function turns(when: StateWhen, before: World, after: World): boolean {
  const wanted = when.change === "enters";
  return isIn(when, after) === wanted && isIn(when, before) !== wanted;
}

/** Whether a user is in a stage, or has a tag. */
export function isIn({ state }: StateWhen, world: World): boolean {
  const [name = "", stage] = state.names.map(({ text }) => text);
  if (stage === undefined) return holds(declared(world.catalogue.tags, name).value, world);
  return stageOf(declared(world.catalogue.lifecycles, name), world) === stage;
}
