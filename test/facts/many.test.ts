import { describe, expect, it } from "vitest";
import { askAt } from "../../src/facts/ask.js";
import { dateOf } from "../../src/calendar/civil.js";
import { zone } from "../../src/calendar/zone.js";
import { compileFacts } from "../../src/facts/plan.js";
import type { Fact, Point, SequenceStep, Window } from "../../src/program/program.js";
import { DAY, HOUR, logOf, schemas, user } from "./histories.js";
import type { Happening } from "./oracle.js";

const MANY = 300;
const start = dateOf(2021, 6, 1) * DAY;
const now = start + 1000 * DAY;
const ever: Window = { is: "ever" };
const A = { event: 0, where: null, window: ever } as const;
const lastA: Point = { is: "point", event: 0, where: null, nth: "last" };

/** An event every hour from `from` on, numbered from 0. */
function hourly(from: number, many = MANY): Happening[] {
  return Array.from({ length: many }, (_, number) => {
    return { occurred: from + number * HOUR, received: null, fields: [number, null] };
  });
}

function compute(facts: readonly Fact[], ...events: readonly (readonly Happening[])[]) {
  const { columns } = compileFacts({ facts, user, events: schemas, maps: [] }).compute({
    zone: zone("UTC"),
    profile: ["ann", null, Number.NaN, Number.NaN, Number.NaN],
    events: logOf(events),
    asks: [askAt(now)],
  });
  return columns.map(([value]) => value);
}

function step(event: number, rest: Partial<SequenceStep> = {}): SequenceStep {
  return { no: false, event, where: null, same: null, within: null, ...rest };
}

function sequence(...steps: SequenceStep[]): Fact {
  return { is: "sequence", window: ever, steps };
}

describe("the facts of a long history", () => {
  const facts: Fact[] = [
    { is: "count", ...A },
    { is: "days", ...A },
    { is: "sum", field: 0, ...A },
    { is: "max", field: 0, ...A },
    { is: "distinct", field: 0, ...A },
    { is: "pointInstant", point: lastA },
    { is: "count", ...A, window: { is: "since", moment: { ...lastA, nth: 1 } } },
  ];

  it("count every one of hundreds of events, of which a day holds twenty-four", () => {
    const sum = (MANY * (MANY - 1)) / 2;
    const last = start + (MANY - 1) * HOUR;
    expect(compute(facts, hourly(start))).toEqual([MANY, 13, sum, MANY - 1, MANY, last, MANY - 1]);
  });

  it("leave out the one of hundreds that has not arrived", () => {
    const events = hourly(start).map((event, place) => (place === 1 ? { ...event, received: now + DAY } : event));
    const sum = (MANY * (MANY - 1)) / 2 - 1;
    const last = start + (MANY - 1) * HOUR;
    const most = MANY - 1;
    expect(compute(facts, events)).toEqual([most, 13, sum, MANY - 1, most, last, most - 1]);
  });

  it("let each of hundreds of beginnings be followed by its own event, and by none other", () => {
    const same = { field: 0, before: 0 };
    const within = (hours: number) => ({ unit: "ms", n: hours * HOUR }) as const;
    // The event of one number in `b` follows that in `a` after exactly as many hours as there are events.
    const found = compute(
      [
        sequence(step(0), step(1, { same })),
        sequence(step(0), step(1, { same, within: within(MANY) })),
        sequence(step(0), step(1, { same, within: within(MANY - 1) })),
        sequence(step(0), step(1, { within: within(1) })),
        sequence(step(0), step(1, { same }), step(2, { same, within: within(MANY) })),
        sequence(step(0), step(1, { same }), step(2, { same, within: within(MANY - 1) })),
      ],
      hourly(start),
      hourly(start + MANY * HOUR),
      hourly(start + 2 * MANY * HOUR),
    );
    expect(found).toEqual([1, 1, 0, 1, 1, 0]);
  });

  it("let only the last of hundreds end a sequence, where something forbidden follows all the others", () => {
    const a = hourly(start);
    const between = a.slice(1).map(({ occurred }) => ({ occurred: occurred - 1, received: null, fields: [0, null] }));
    const banned = sequence(step(0), step(1, { no: true }));
    const afterLast = { occurred: start + MANY * HOUR, received: null, fields: [0, null] };
    expect(compute([banned], a, between)).toEqual([1]);
    expect(compute([banned], a, [...between, afterLast])).toEqual([0]);
  });
});
