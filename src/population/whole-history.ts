import { historyNeeds } from "../facts/need.js";
import type { Program, When } from "../program/program.js";
import { columnsIn } from "./fact-needs.js";
import type { ToldKind } from "./told-facts.js";

/**
 * Every kind of event that any fact or any occurrence reads, with all its events: from such histories each fact can be told at any
 * ask, be it cut at an event, triggered by one, or looked at again later.
 */
export function wholeKinds(program: Program): ToldKind[] {
  const fields = fieldsRead(program);
  return program.events.flatMap((_, event): ToldKind[] => {
    const read = fields.get(event);
    if (!read) return [];
    const sorted = [...read].sort((a, b) => a - b);
    return [{ event, fields: sorted, tests: [null], reach: () => Number.NEGATIVE_INFINITY }];
  });
}

/** The fields that are read, by the event's place. */
function fieldsRead(program: Program): ReadonlyMap<number, ReadonlySet<number>> {
  const { events, trigger } = historyNeeds(program, () => true);
  const found = new Map<number, Set<number>>();
  const add = (event: number, fields: Iterable<number>): void => {
    const known = found.get(event) ?? new Set<number>();
    found.set(event, known);
    for (const field of fields) if (field < (program.events[event]?.fields.length ?? 0)) known.add(field);
  };
  for (const [event, fields] of events) add(event, fields);
  for (const { when, limit } of program.strategies) {
    for (const { event, fields } of readByWhen(when)) add(event, fields);
    const started = triggerOf(when);
    if (started === null) continue;
    // A `where` does not say which kind of event started what it is part of, so each kind that may has the field.
    add(started, trigger);
    if (limit) add(started, [limit.field]);
  }
  return found;
}

/** The kind of event that starts a strategy; `null` if none does. */
function triggerOf(when: When): number | null {
  switch (when.is) {
    case "happens":
    case "nth":
      return when.pattern.event;
    case "absence":
      return when.first.event;
    case "stall":
      return when.steps.at(-1)?.event ?? null;
    default:
      return null;
  }
}

interface Read {
  readonly event: number;
  readonly fields: readonly number[];
}

/** What finding occurrences reads, besides facts. */
function readByWhen(when: When): Read[] {
  switch (when.is) {
    case "happens":
    case "nth":
      return [{ event: when.pattern.event, fields: columnsIn(when.pattern.where) }];
    case "absence": {
      const { first, then, same } = when;
      return [
        { event: first.event, fields: [...columnsIn(first.where), ...(same ? [same.before] : [])] },
        { event: then.event, fields: [...columnsIn(then.where), ...(same ? [same.field] : [])] },
      ];
    }
    case "stall": {
      const steps = [...when.steps, when.next];
      return steps.map(({ event, where, same }, place) => {
        const after = steps[place + 1]?.same;
        const equal = [...(same ? [same.field] : []), ...(after ? [after.before] : [])];
        return { event, fields: [...columnsIn(where), ...equal] };
      });
    }
    case "state":
      return when.reads.map((event) => ({ event, fields: [] }));
    default:
      return [];
  }
}
