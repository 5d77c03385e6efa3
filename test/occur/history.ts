import * as fc from "fast-check";
import type { EventHistory, EventLog } from "../../src/facts/log.js";

/** An event as the oracle sees it. */
export interface Happening {
  readonly kind: number;
  readonly id: string;
  readonly occurred: number;
  readonly seq: number;
  /** From when on it can be seen. */
  readonly visible: number;
  readonly number: number | null;
  readonly text: string | null;
}

/** Events of three kinds, many at one instant, some of which can be seen only later. In total order. */
export function happenings(from: number, span: number, step: number): fc.Arbitrary<Happening[]> {
  const one = fc.record({
    kind: fc.integer({ min: 0, max: 2 }),
    at: fc.integer({ min: 0, max: Math.floor(span / step) }),
    seq: fc.integer({ min: 0, max: 2 }),
    late: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 12 })),
    number: fc.option(fc.integer({ min: 1, max: 2 })),
    text: fc.option(fc.constantFrom("x", "y")),
  });
  return fc.array(one, { maxLength: 14 }).map((rows) => {
    const made = rows.map(({ kind, at, seq, late, number, text }, place): Happening => {
      const occurred = from + at * step;
      return { kind, id: `e${place}`, occurred, seq, visible: occurred + late * step, number, text };
    });
    return made.sort((a, b) => a.occurred - b.occurred || a.seq - b.seq || (a.id < b.id ? -1 : 1));
  });
}

/** The events as columns, with somebody else's before and after. */
export function logOf(events: readonly Happening[]): EventLog {
  return [0, 1, 2].map((kind) => historyOf(events, kind));
}

function historyOf(events: readonly Happening[], kind: number): EventHistory {
  const mine = events.map((event, order) => ({ ...event, order })).filter((event) => event.kind === kind);
  const rows = [...mine.slice(-1), ...mine, ...mine.slice(0, 1)];
  const from = Math.min(1, mine.length);
  return {
    frame: {
      columns: [Float64Array.from(rows, ({ number }) => number ?? Number.NaN), rows.map(({ text }) => text)],
      rows: rows.length,
    },
    occurred: Float64Array.from(rows, ({ occurred }) => occurred),
    seq: Float64Array.from(rows, ({ seq }) => seq),
    order: Float64Array.from(rows, ({ order }) => order),
    ids: rows.map(({ id }) => id),
    visibleFrom: Float64Array.from(rows, ({ visible }) => visible),
    from,
    to: from + mine.length,
  };
}
