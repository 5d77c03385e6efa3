import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { EventInput } from "../../src/decide/input.js";
import { createReport } from "../../src/decide/input-error.js";
import { createEventsReader } from "../../src/decide/read-events.js";
import { type Place, valueReader } from "../../src/decide/read-value.js";
import type { Type } from "../../src/program/program.js";
import { shop } from "./shop.js";

function placeOf(list: string) {
  const { problems, report } = createReport();
  const place: Place = { list, index: null, report };
  return { problems, place };
}

const kinds = shop.events.map(({ id }) => id);

/** Few instants and few ids, so that events tie within a kind and across kinds. */
const events = fc.uniqueArray(
  fc.record({
    event: fc.constantFrom(...kinds),
    id: fc.constantFrom("1", "10", "2", "é", "\u{ffff}", "\u{1f600}"),
    occurred_at: fc.constantFrom(0, 1, 2),
    seq: fc.constantFrom(null, 0, 1, -1),
  }),
  { maxLength: 14, selector: ({ event, id }) => `${event} ${id}` },
);

type Brief = Pick<EventInput, "event" | "id" | "occurred_at" | "seq">;

function read(list: readonly Brief[]) {
  const { place } = placeOf("events");
  // What else the schema wants is of no account here; it is reported, and the events are read all the same.
  return createEventsReader(shop)(list, place);
}

function codePoint(text: string): number[] {
  return Array.from(text, (character) => character.codePointAt(0) as number);
}

/** By instant, then by seq, then by id as code points, then by the kind declared first. */
function inOrder(a: Brief, b: Brief): number {
  const byTime = Number(a.occurred_at) - Number(b.occurred_at) || (a.seq ?? 0) - (b.seq ?? 0);
  if (byTime !== 0) return byTime;
  const [x, y] = [codePoint(a.id), codePoint(b.id)];
  const differs = x.findIndex((point, at) => point !== y[at]);
  const byId = differs < 0 ? x.length - y.length : (x[differs] as number) - (y[differs] ?? -1);
  return byId || kinds.indexOf(a.event) - kinds.indexOf(b.event);
}

describe("the events of a user", () => {
  it("have their ids, and places among all kinds in total order, however they are given", () => {
    fc.assert(
      fc.property(events, fc.nat(), (list, turn) => {
        const at = list.length === 0 ? 0 : turn % list.length;
        const log = read([...list.slice(at), ...list.slice(0, at)].toReversed());
        const found = log.flatMap((history, kind) => {
          if (!history) return [];
          const rows = Array.from({ length: history.to - history.from }, (_, k) => history.from + k);
          return rows.map((row) => ({ event: kinds[kind], id: history.ids[row], place: history.order[row] }));
        });
        const sorted = [...list].sort(inOrder).map(({ event, id }, place) => ({ event, id, place }));
        expect(found.sort((a, b) => Number(a.place) - Number(b.place))).toEqual(sorted);
      }),
      { numRuns: 300 },
    );
  });
});

describe("a value of a profile", () => {
  const reading = (type: Type["is"]) => (value: unknown) => {
    const { problems, place } = placeOf("user");
    const field = { id: "x", label: null, type: { is: type } as Type, optional: true, pii: false, fixed: false };
    const stored = valueReader(field)(value, place);
    return problems.length === 0 ? stored : problems.map(({ message, fix }) => `${message}. ${fix}`).join(" ");
  };

  it("may be a lunar date, of a leap month too, but only one that the calendar has", () => {
    expect(["1990-08-15", "1990-05-15 leap", null].map(reading("lunarDate"))).toEqual([
      199_008_015,
      199_005_115,
      Number.NaN,
    ]);
    expect(["1990-08-15 leap", "1990-01-30", "1899-01-01", "15 August", 5].map(reading("lunarDate"))).toEqual([
      '`user.x` is no day of the lunar calendar: `1990-08-15 leap` lies in a leap month that its year does not have. Look it up in a lunar calendar; a day of a leap month is written "1990-05-15 leap".',
      // The year began on 27 January 1990, and its second month on 25 February, 29 days later.
      '`user.x` is no day of the lunar calendar: `1990-01-30` is day 30 of a month of 29 days. Look it up in a lunar calendar; a day of a leap month is written "1990-05-15 leap".',
      '`user.x` is no day of the lunar calendar: `1899-01-01` lies beyond the lunar years 1900 to 2100. Look it up in a lunar calendar; a day of a leap month is written "1990-05-15 leap".',
      '`user.x` must be a lunar date; `15 August` is not. Give it like this: "1990-08-15".',
      '`user.x` must be a lunar date; `5` is not. Give it like this: "1990-08-15".',
    ]);
  });

  it("may be a version, but not a number, of which 8.10 and 8.1 would be the same", () => {
    expect(["8.2", "8.2.0", "8.10.1"].map(reading("version"))).toEqual([
      80_000_200_000, 80_000_200_000, 80_001_000_001,
    ]);
    expect([8.1, "8", "v8.2"].map(reading("version"))).toEqual(
      ["8.1", "8", "v8.2"].map(
        (got) => `\`user.x\` must be a version number; \`${got}\` is not. Give it like this: "8.2.0".`,
      ),
    );
  });
});
