import { formatDate } from "../calendar/civil.js";
import type { Zone } from "../calendar/zone.js";
import { askAt } from "../facts/ask.js";
import { type EventLog, noEvents } from "../facts/log.js";
import { firstAtOrAfter } from "../facts/selection.js";
import type { StateWhen } from "../program/program.js";
import type { Due } from "./agenda.js";
import type { OwnSource } from "./own.js";

/** At each visible event that the state reads, with it and without it; and at each local midnight, beside the moment before. */
export function compileState({ reads }: Pick<StateWhen, "reads">, strategy: number): OwnSource {
  return {
    dues({ zone, events }, since, until) {
      const dues = reads.flatMap((event) => atEvents(strategy, zone, events, event, since, until));
      for (const date of midnights(zone, since, until)) {
        const now = zone.startOf(date);
        const ask = { ...askAt(now), upTo: lastBefore(events, now) };
        dues.push({ strategy, ask, before: askAt(now - 1), date, key: formatDate(date) });
      }
      return dues;
    },
    triggers: null,
    stillDue: () => true,
  };
}

function atEvents(strategy: number, zone: Zone, events: EventLog, event: number, since: number, until: number): Due[] {
  const { occurred, visibleFrom, order, ids, from, to } = events[event] ?? noEvents;
  const dues: Due[] = [];
  for (let row = firstAtOrAfter(occurred, since + 1, from, to); row < to; row++) {
    const instant = occurred[row] as number;
    if (instant > until) break;
    if ((visibleFrom[row] as number) > instant) continue;
    const upTo = order[row] as number;
    const ask = { ...askAt(instant), upTo };
    const before = { ...ask, upTo: upTo - 1 };
    dues.push({ strategy, ask, before, date: zone.dateAt(instant), key: ids[row] as string });
  }
  return dues;
}

/** The dates, but for those that the zone skipped, that start in `(since, until]`. */
function midnights(zone: Zone, since: number, until: number): number[] {
  const dates: number[] = [];
  for (let date = zone.dateAt(since); date <= zone.dateAt(until); date++) {
    const start = zone.startOf(date);
    if (start > since && start <= until && start !== zone.startOf(date + 1)) dates.push(date);
  }
  return dates;
}

/** The place in the total order of the last event of any kind that happened before an instant; −1 if there is none. */
function lastBefore(events: EventLog, instant: number): number {
  let last = -1;
  for (const history of events) {
    if (!history) continue;
    const row = firstAtOrAfter(history.occurred, instant, history.from, history.to) - 1;
    if (row >= history.from) last = Math.max(last, history.order[row] as number);
  }
  return last;
}
