import type { Environment } from "../evaluate/reader.js";
import type { EventWhen } from "../program/program.js";
import type { Due } from "./agenda.js";
import { dueOf } from "./event-due.js";
import type { OwnSource } from "./own.js";
import { compilePattern, occurredAt, visibleAt } from "./pattern.js";

/** At each event that could be seen at once, knowing what came before it in the total order, and itself. */
export function compileHappens(
  { pattern }: Extract<EventWhen, { is: "happens" }>,
  environment: Environment,
  strategy: number,
): OwnSource {
  const find = compilePattern(pattern, environment);
  return {
    dues(user, since, until) {
      const dues: Due[] = [];
      const events = find(user, since + 1, until);
      for (let place = 0; place < events.selection.size; place++) {
        const instant = occurredAt(events, place);
        if (visibleAt(events, place) > instant) continue;
        const due = dueOf(strategy, user, events, place, pattern.event, instant);
        const upTo = events.history.order[events.selection.rows[place] as number] as number;
        dues.push({ ...due, ask: { ...due.ask, upTo } });
      }
      return dues;
    },
    triggers: pattern.event,
    stillDue: () => true,
  };
}
