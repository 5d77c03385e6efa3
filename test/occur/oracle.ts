import { shiftDate } from "../../src/calendar/civil.js";
import { later } from "../../src/calendar/later.js";
import type { Zone } from "../../src/calendar/zone.js";
import type { EventWhen, Length, Pattern, StallStep } from "../../src/program/program.js";
import type { Happening } from "./history.js";

type Same = { readonly field: number; readonly before: number } | null;

/** Whether an event is of a pattern's kind and passes its test, which in these tests is that its text is `x`. */
function matches({ event, where }: Pattern, it: Happening): boolean {
  return it.kind === event && (where === null || it.text === "x");
}

function isLater(one: Happening, other: Happening): boolean {
  return one.occurred > other.occurred || (one.occurred === other.occurred && one.seq > other.seq);
}

function isSame(same: Same, before: Happening, it: Happening): boolean {
  if (same === null) return true;
  const of = (event: Happening, field: number) => (field === 0 ? event.number : event.text);
  return of(it, same.field) !== null && of(it, same.field) === of(before, same.before);
}

function isWithin(within: Length | null, zone: Zone, before: Happening, it: Happening): boolean {
  if (within === null) return true;
  if (within.unit === "ms") return it.occurred - before.occurred <= within.n;
  return zone.dateAt(it.occurred) <= shiftDate(zone.dateAt(before.occurred), within.unit, within.n);
}

/** Whether an event follows another one, as a step says, by what can be seen at an instant. */
function follows(step: Pick<StallStep, "same" | "within"> & Pattern, zone: Zone, before: Happening, it: Happening) {
  return (
    matches(step, it) && isLater(it, before) && isSame(step.same, before, it) && isWithin(step.within, zone, before, it)
  );
}

/** Every choice of events for the steps up to one is tried. */
function completes(steps: readonly StallStep[], zone: Zone, seen: readonly Happening[], last: Happening): boolean {
  const [step, earlier] = [steps.at(-1), steps.slice(0, -1)];
  if (!step || !matches(step, last)) return false;
  if (earlier.length === 0) return true;
  return seen.some((before) => follows(step, zone, before, last) && completes(earlier, zone, seen, before));
}

/**
 * What an event trigger means, sentence by sentence, over all events of a user: each event that starts an occurrence, and its instant.
 */
export function occurrencesOf(when: EventWhen, zone: Zone, events: readonly Happening[]): { id: string; at: number }[] {
  return events.flatMap((event) => {
    const at = dueAt(when, zone, event);
    if (at === null || event.visible > at) return [];
    const seen = events.filter(({ visible, occurred }) => visible <= at && occurred <= at);
    return holds(when, zone, seen, event) ? [{ id: event.id, at }] : [];
  });
}

function dueAt(when: EventWhen, zone: Zone, event: Happening): number | null {
  switch (when.is) {
    case "happens":
      return event.occurred;
    case "absence":
      return later(zone, event.occurred, when.within);
    default:
      return later(zone, event.occurred, when.after);
  }
}

/** Whether an event starts an occurrence by what is seen. */
export function holds(when: EventWhen, zone: Zone, seen: readonly Happening[], event: Happening): boolean {
  switch (when.is) {
    case "happens":
      return matches(when.pattern, event);
    case "absence":
      return (
        matches(when.first, event) &&
        !seen.some((it) => follows({ ...when.then, same: when.same, within: null }, zone, event, it))
      );
    case "nth": {
      const matching = seen.filter((it) => matches(when.pattern, it));
      return matching[when.nth - 1] === event;
    }
    case "stall":
      return completes(when.steps, zone, seen, event) && !seen.some((it) => follows(when.next, zone, event, it));
  }
}
