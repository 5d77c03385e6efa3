import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeEvents, type Unplaced } from "../../src/facts/order.js";

interface Event {
  readonly occurred: number;
  readonly seq: number;
  readonly id: string;
}

/** Few values, so that events of all kinds tie; an id comes once for each kind. */
const kind = fc.uniqueArray(
  fc.record({
    occurred: fc.integer({ min: 0, max: 2 }),
    seq: fc.integer({ min: -1, max: 1 }),
    id: fc.constantFrom("a", "b", "é", "\u{ffff}", "\u{1f600}"),
  }),
  { maxLength: 5, selector: ({ id }) => id },
);

function codePoints(text: string): number[] {
  return Array.from(text, (character) => character.codePointAt(0) as number);
}

function compareEvents(a: Event, b: Event): number {
  return a.occurred - b.occurred || a.seq - b.seq || (codePoints(a.id)[0] as number) - (codePoints(b.id)[0] as number);
}

/** Columns with a row of somebody else before and after. */
function columnsOf(events: readonly Event[]): Unplaced {
  const padded = [
    { occurred: 9, seq: 9, id: "z" },
    ...[...events].sort(compareEvents),
    { occurred: -9, seq: 0, id: "" },
  ];
  return {
    occurred: padded.map(({ occurred }) => occurred),
    seq: padded.map(({ seq }) => seq),
    ids: padded.map(({ id }) => id),
    order: new Float64Array(padded.length).fill(-1),
    from: 1,
    to: padded.length - 1,
  };
}

describe("the place of an event among all of a user's", () => {
  it("goes by its instant, then by seq, then by id as code points, then by its kind", () => {
    fc.assert(
      fc.property(fc.array(fc.option(kind, { nil: undefined }), { maxLength: 4 }), (kinds) => {
        const log = kinds.map((events) => events && columnsOf(events));
        placeEvents(log);
        const sorted = kinds
          .flatMap((events, of) => (events ?? []).map((event) => ({ ...event, of })))
          .sort((a, b) => compareEvents(a, b) || a.of - b.of);
        log.forEach((history, of) => {
          if (!history) return;
          const { from, to, order, ids } = history;
          expect([order[from - 1], order[to]]).toEqual([-1, -1]);
          for (let row = from; row < to; row++)
            expect(sorted[order[row] as number]).toMatchObject({ id: ids[row], of });
        });
      }),
      { numRuns: 500 },
    );
  });
});
