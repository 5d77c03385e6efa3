import type { Environment } from "../evaluate/reader.js";
import type { EventWhen } from "../program/program.js";
import type { Due } from "./agenda.js";
import { dueOf } from "./event-due.js";
import type { OwnSource } from "./own.js";
import { compilePattern, type Events, occurredAt, visibleAt } from "./pattern.js";
import { dueAfter, eventsReaching } from "./span.js";

/** So long after the n-th event, by what can be seen by then: something that arrives late may be it, or put another in its place. */
export function compileNth(
  { pattern, nth, after }: Extract<EventWhen, { is: "nth" }>,
  environment: Environment,
  strategy: number,
): OwnSource {
  const find = compilePattern(pattern, environment);
  return {
    dues(user, since, until) {
      const reaching = eventsReaching(find, user, after, since, until).selection.size;
      if (reaching === 0) return [];
      const dues: Due[] = [];
      const events = find(user, Number.NEGATIVE_INFINITY, until);
      const late = latePlaces(events);
      for (let place = nth - 1; place < events.selection.size && place - late.length < nth; place++) {
        const instant = dueAfter(user, events, place, after, since, until);
        if (instant === null || visibleAt(events, place) > instant) continue;
        const unseen = late.filter((other) => other < place && visibleAt(events, other) > instant).length;
        if (place - unseen === nth - 1) dues.push(dueOf(strategy, user, events, place, pattern.event, instant));
      }
      return dues;
    },
    triggers: pattern.event,
    stillDue: () => true,
  };
}

/** The places of events that could not be seen when they happened. */
function latePlaces(events: Events): number[] {
  const late: number[] = [];
  for (let place = 0; place < events.selection.size; place++)
    if (visibleAt(events, place) > occurredAt(events, place)) late.push(place);
  return late;
}
