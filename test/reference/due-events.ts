import type { Name, Pattern, Quantity, When } from "../../src/syntax/tree.js";
import { declared, settleOf } from "./catalogue.js";
import type { Start } from "./due.js";
import { type Happened, visibleFromOf } from "./history.js";
import { atOf, inTotalOrder, isLater, orderOf } from "./moment.js";
import { type Person, worldAt } from "./person.js";
import { happenedIn } from "./phrase.js";
import { completions, follows, sharesValue } from "./sequence.js";
import { lengthOf } from "./window.js";
import type { World } from "./world.js";

type EventWhen<Kind extends When["is"]> = Extract<When, { is: Kind }>;

/** At each event that was visible when it happened; what comes after it in total order does not count. */
export function happenings({ pattern }: EventWhen<"happens">, person: Person): Start[] {
  const settle = settleOf(person.catalogue);
  return person.events
    .filter((event) => visibleFromOf(event, settle) === event.occurredAt)
    .flatMap((event) => {
      const start = startFrom(event, event.occurredAt, person);
      const counts = (other: Happened) => orderOf(other, event) <= 0;
      return isMatch(event, pattern, worldAt(person, start.instant)) ? [{ ...start, counts }] : [];
    });
}

/** So long after an event, unless another followed it up to then. What each instant does not see yet is not there. */
export function absences(when: EventWhen<"absence">, person: Person): Start[] {
  return eventsAfter(when.first, when.within, person).filter(
    ({ trigger, instant }) => trigger !== null && isSilent(when, trigger, worldAt(person, instant)),
  );
}

/** Whether nothing that passes `then` came strictly later than an event, by what is visible. */
export function isSilent({ then, same }: EventWhen<"absence">, first: Happened, world: World): boolean {
  return !matching(then, world).some((event) => comesAfter(event, first, same));
}

function comesAfter(event: Happened, first: Happened, same: Name | null): boolean {
  return isLater(atOf(event), atOf(first)) && (same === null || sharesValue(same.text, event, first));
}

/** So long after an event that is the n-th by what is known then. */
export function nthEvents({ point, length }: EventWhen<"afterPoint">, person: Person): Start[] {
  const { nth } = point;
  if (nth === "last") throw new Error("nothing starts from the last of something");
  return eventsAfter(point.pattern, length, person).filter(({ trigger, instant }) => {
    const known = inTotalOrder(matching(point.pattern, worldAt(person, instant)));
    return known[nth - 1] === trigger;
  });
}

/** So long after an event that completes the steps before one, unless that step followed it up to then. */
export function stalls(when: EventWhen<"stalls">, person: Person): Start[] {
  const { first, before } = stepsOf(when, person);
  const last = before.at(-1)?.pattern ?? first;
  return eventsAfter(last, when.length, person).filter(({ trigger, instant }) => {
    const world = worldAt(person, instant);
    return trigger !== null && completions(first, before, world).includes(trigger) && isStalled(when, trigger, world);
  });
}

/** Whether the step did not follow an event, by what is visible. */
export function isStalled(when: EventWhen<"stalls">, reached: Happened, world: World): boolean {
  const { step } = stepsOf(when, world);
  return !matching(step.pattern, world).some((event) => follows(step, event, reached, world));
}

/** The step at which a process stalls, and those before it. */
function stepsOf(when: EventWhen<"stalls">, { catalogue }: Pick<World, "catalogue">) {
  const process = declared(catalogue.processes, when.process.text);
  const place = process.steps.findIndex(({ alias, pattern }) => (alias ?? pattern.event).text === when.step.text);
  const step = process.steps[place];
  if (step === undefined) throw new Error(`nothing stalls at ${when.step.text}`);
  return { first: process.first.pattern, before: process.steps.slice(0, place), step };
}

/** A start for every event of a pattern, so long after it; of those that are visible by then. */
function eventsAfter(pattern: Pattern, written: Quantity, person: Person): Start[] {
  const length = lengthOf(written);
  if (length === null) throw new Error("not a length of time");
  const settle = settleOf(person.catalogue);
  return person.events.flatMap((event) => {
    const instant = person.clock.later(event.occurredAt, length);
    if (instant === null || visibleFromOf(event, settle) > instant) return [];
    return isMatch(event, pattern, worldAt(person, instant)) ? [startFrom(event, instant, person)] : [];
  });
}

function startFrom(event: Happened, instant: number, { clock }: Person): Start {
  return { instant, date: clock.dateAt(instant), key: event.id, trigger: event, counts: () => true };
}

function matching({ event, where }: Pattern, world: World): Happened[] {
  return happenedIn(world, event.text, where, null);
}

function isMatch(event: Happened, pattern: Pattern, world: World): boolean {
  return matching(pattern, world).includes(event);
}
