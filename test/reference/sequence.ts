import type { Pattern, Reached, Sequence, SequenceStep, Window } from "../../src/syntax/tree.js";
import { declared } from "./catalogue.js";
import type { Happened } from "./history.js";
import { atOf, isLater, isOver, isWithin, liesIn, tailOf } from "./moment.js";
import { happenedIn } from "./phrase.js";
import { compareValues } from "./value.js";
import { type Length, lengthOf } from "./window.js";
import type { World } from "./world.js";

// Every choice of events is tried, one after the other.

export function sequenceHolds(phrase: Sequence, world: World): boolean {
  return isThere(phrase.first, phrase.steps, phrase.window, world) !== phrase.negated;
}

/** The steps of a process up to one in the window; and not those up to a later one, from the window's start to now. */
export function reachedHolds(phrase: Reached, world: World): boolean {
  const process = declared(world.catalogue.processes, phrase.process.text);
  const names = [process.first, ...process.steps].map(({ alias, pattern }) => (alias ?? pattern.event).text);
  const upTo = (step: string, window: Window | null) => {
    const place = names.indexOf(step);
    if (place < 0) throw new Error(`no step ${step} of ${process.name.text}`);
    return isThere(process.first.pattern, process.steps.slice(0, place), window, world);
  };
  if (!upTo(phrase.step.text, phrase.window)) return false;
  return phrase.butNot === null || !upTo(phrase.butNot.text, tailOf(phrase.window));
}

/** The events that complete some choice of events for the steps, in all history. */
export function completions(first: Pattern, steps: readonly SequenceStep[], world: World): Happened[] {
  return steps.reduce(
    (reached, step) =>
      matching(step.pattern, world).filter((event) => reached.some((before) => follows(step, event, before, world))),
    matching(first, world),
  );
}

function isThere(first: Pattern, steps: readonly SequenceStep[], window: Window | null, world: World): boolean {
  return matching(first, world)
    .filter((event) => liesIn(window, atOf(event), world))
    .some((event) => goesOn(event, steps, window, world));
}

/** Whether the remaining steps can follow an event. */
function goesOn(before: Happened, steps: readonly SequenceStep[], window: Window | null, world: World): boolean {
  const place = steps.findIndex((step) => !step.no);
  const forbidden = place < 0 ? steps : steps.slice(0, place);
  const next = steps[place];
  if (next === undefined) return forbidden.every((step) => neverFollows(step, before, world));
  return matching(next.pattern, world)
    .filter((event) => liesIn(window, atOf(event), world) && follows(next, event, before, world))
    .filter((event) => !forbidden.some((step) => happensBetween(step, before, event, world)))
    .some((event) => goesOn(event, steps.slice(place + 1), window, world));
}

function matching({ event, where }: Pattern, world: World): Happened[] {
  return happenedIn(world, event.text, where, null);
}

/** Strictly later than the event before, in time, and with the same value. */
export function follows(step: SequenceStep, event: Happened, before: Happened, world: World): boolean {
  if (!isLater(atOf(event), atOf(before))) return false;
  const length = lengthOfStep(step);
  if (length !== null && !isWithin(length, before.occurredAt, event.occurredAt, world.clock)) return false;
  return step.same === null || sharesValue(step.same.text, event, before);
}

export function sharesValue(field: string, a: Happened, b: Happened): boolean {
  const one = a.fields.get(field) ?? null;
  const other = b.fields.get(field) ?? null;
  return one !== null && other !== null && compareValues(one, other) === 0;
}

function happensBetween(step: SequenceStep, before: Happened, after: Happened, world: World): boolean {
  return matching(step.pattern, world).some(
    (event) => follows(step, event, before, world) && isLater(atOf(after), atOf(event)),
  );
}

/** A closing `no`: up to now; with `within`, it can be said only once that time is over. */
function neverFollows(step: SequenceStep, before: Happened, world: World): boolean {
  const length = lengthOfStep(step);
  if (length !== null && !isOver(length, before.occurredAt, world)) return false;
  return !matching(step.pattern, world).some((event) => follows(step, event, before, world));
}

function lengthOfStep(step: SequenceStep): Length | null {
  if (step.within === null) return null;
  const length = lengthOf(step.within);
  if (length === null) throw new Error("`within` takes a length of time");
  return length;
}
