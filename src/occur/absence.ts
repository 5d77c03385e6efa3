import type { Environment } from "../evaluate/reader.js";
import { noEvents } from "../facts/log.js";
import type { EventWhen } from "../program/program.js";
import type { Due } from "./agenda.js";
import { dueOf } from "./event-due.js";
import { noLimit, seenFollowed } from "./follow.js";
import type { OwnSource } from "./own.js";
import { compilePattern, occurredAt, oneEvent, visibleAt } from "./pattern.js";
import { dueAfter, eventsReaching } from "./span.js";

/** So long after each first event, unless something that follows it can be seen by then. */
export function compileAbsence(
  { first, then, same, within }: Extract<EventWhen, { is: "absence" }>,
  environment: Environment,
  strategy: number,
): OwnSource {
  const findFirst = compilePattern(first, environment);
  const findThen = compilePattern(then, environment);
  return {
    dues(user, since, until) {
      const dues: Due[] = [];
      const firsts = eventsReaching(findFirst, user, within, since, until);
      if (firsts.selection.size === 0) return dues;
      const seen = seenFollowed(firsts, findThen(user, occurredAt(firsts, 0), until), same, noLimit);
      for (let place = 0; place < seen.length; place++) {
        const instant = dueAfter(user, firsts, place, within, since, until);
        // What can be seen by an instant happened by then, too.
        if (instant === null || (seen[place] as number) <= instant || visibleAt(firsts, place) > instant) continue;
        dues.push(dueOf(strategy, user, firsts, place, first.event, instant));
      }
      return dues;
    },
    triggers: first.event,
    stillDue(user, { row }, until) {
      const started = oneEvent(user.events[first.event] ?? noEvents, row);
      const [seen = 0] = seenFollowed(started, findThen(user, occurredAt(started, 0), until), same, noLimit);
      return seen > until;
    },
  };
}
