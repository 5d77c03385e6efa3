import { lastWithin } from "../calendar/later.js";
import type { Zone } from "../calendar/zone.js";
import type { Environment } from "../evaluate/reader.js";
import { noEvents } from "../facts/log.js";
import type { EventWhen, StallStep } from "../program/program.js";
import type { Due } from "./agenda.js";
import { dueOf } from "./event-due.js";
import { type LimitOf, noLimit, seenChained, seenFollowed } from "./follow.js";
import type { OccurrenceUser, OwnSource } from "./own.js";
import { compilePattern, type Events, type FindEvents, occurredAt, oneEvent, visibleAt } from "./pattern.js";
import { dueAfter, eventsReaching, longest } from "./span.js";

interface Step extends Pick<StallStep, "same" | "within"> {
  readonly find: FindEvents;
}

/** So long after each event that completes the steps, unless the next step, seen by then, followed it. */
export function compileStall(
  { steps, next, after }: Extract<EventWhen, { is: "stall" }>,
  environment: Environment,
  strategy: number,
): OwnSource {
  const chain = steps.map((step): Step => ({ ...step, find: compilePattern(step, environment) }));
  const last = chain.at(-1) as Step;
  const event = steps.at(-1)?.event as number;
  const findNext = compilePattern(next, environment);
  const followed = (user: OccurrenceUser, ends: Events, until: number): Float64Array =>
    seenFollowed(ends, findNext(user, occurredAt(ends, 0), until), next.same, limitBy(next, user.zone));
  return {
    dues(user, since, until) {
      const dues: Due[] = [];
      const ends = eventsReaching(last.find, user, after, since, until);
      if (ends.selection.size === 0) return dues;
      const completed = seenCompleted(chain, user, ends);
      const seen = followed(user, ends, until);
      for (let place = 0; place < seen.length; place++) {
        const instant = dueAfter(user, ends, place, after, since, until);
        if (instant === null || (seen[place] as number) <= instant || (completed[place] as number) > instant) continue;
        dues.push(dueOf(strategy, user, ends, place, event, instant));
      }
      return dues;
    },
    triggers: event,
    stillDue(user, { row }, until) {
      const [seen = 0] = followed(user, oneEvent(user.events[event] ?? noEvents, row), until);
      return seen > until;
    },
  };
}

function limitBy({ within }: Pick<StallStep, "within">, zone: Zone): LimitOf {
  return within === null ? noLimit : (instant) => lastWithin(zone, instant, within);
}

/** The earliest instant at which each of `ends` can be seen to complete all steps; infinite where it does not. */
function seenCompleted(chain: readonly Step[], user: OccurrenceUser, ends: Events): Float64Array {
  const starts = startsOf(chain, occurredAt(ends, 0));
  const until = occurredAt(ends, ends.selection.size - 1);
  const [first, ...rest] = chain.slice(0, -1);
  if (!first) return Float64Array.from({ length: ends.selection.size }, (_, place) => visibleAt(ends, place));
  let befores = first.find(user, starts[0] as number, until);
  let seen: Float64Array = Float64Array.from({ length: befores.selection.size }, (_, place) =>
    visibleAt(befores, place),
  );
  for (const [place, step] of rest.entries()) {
    const nexts = step.find(user, starts[place + 1] as number, until);
    seen = seenChained(befores, seen, nexts, step.same, limitBy(step, user.zone));
    befores = nexts;
  }
  const last = chain.at(-1) as Step;
  return seenChained(befores, seen, ends, last.same, limitBy(last, user.zone));
}

/** How far back each step's events can matter to an end at an instant: without a limit on the way, to the beginning of history. */
function startsOf(chain: readonly Step[], end: number): number[] {
  const starts: number[] = [];
  let start = end;
  for (const { within } of chain.toReversed()) {
    starts.unshift(start);
    start = within === null ? Number.NEGATIVE_INFINITY : start - longest(within);
  }
  return starts;
}
