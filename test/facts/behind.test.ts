import { describe, expect, it } from "vitest";
import { askAt } from "../../src/facts/ask.js";
import { dateOf } from "../../src/calendar/civil.js";
import { zone } from "../../src/calendar/zone.js";
import { createLookBehind } from "../../src/facts/behind.js";
import type { Fact, Point, SequenceStep, Window } from "../../src/program/program.js";
import { BORN, DAY, HOUR, logOf, JOINED, schemas, user } from "./histories.js";
import type { Happening } from "./oracle.js";

const noon = dateOf(2021, 6, 10) * DAY + 12 * HOUR;
const [A, B] = [0, 1];

function happened(occurred: number, seq = 0): Happening {
  return { occurred, seq, received: null, fields: [1, "x"] };
}

function last(event: number): Point {
  return { is: "point", event, where: null, nth: "last" };
}

function look(facts: readonly Fact[], events: readonly (readonly Happening[])[], born = Number.NaN) {
  const behind = createLookBehind({ facts, user, events: schemas, maps: [] });
  const input = {
    zone: zone("UTC"),
    profile: ["ann", null, Number.NaN, noon - HOUR, born],
    events: logOf(events),
    asks: [askAt(noon)],
  };
  return facts.map((_, place) => behind(input, 0, place));
}

function step(event: number, no = false): SequenceStep {
  return { no, event, where: null, same: null, within: null };
}

describe("what lies behind a fact", () => {
  it("is told for moments and sequences, and for nothing that is a value by itself", () => {
    const window: Window = { is: "ever" };
    const facts: Fact[] = [
      { is: "now" },
      { is: "count", event: A, where: null, window },
      { is: "pointInstant", point: last(A) },
      { is: "momentIn", moment: last(A), window },
      { is: "sequence", window, steps: [step(A), step(B)] },
    ];
    const found = look(facts, [[happened(noon - HOUR)], []]);
    expect(found.map((behind) => behind && behind.is)).toEqual([null, null, null, "moment", "sequence"]);
  });

  it("is the moment, with the first and the last instant of a window of dates or hours", () => {
    const span: Fact = { is: "momentIn", moment: last(A), window: { is: "span", ms: 2 * HOUR } };
    const yesterday: Fact = { is: "momentIn", moment: last(A), window: { is: "previous", unit: "day", n: 1 } };
    const common = { is: "moment", at: noon - 5, wholeDay: false };
    const today = noon - 12 * HOUR;
    expect(look([span, yesterday], [[happened(noon - HOUR), happened(noon - 5)]])).toEqual([
      { ...common, from: noon - 2 * HOUR, to: noon },
      { ...common, from: today - DAY, to: today - 1 },
    ]);
  });

  it("is a whole day for a date, and an instant for an instant of the profile", () => {
    const window: Window = { is: "ever" };
    const facts = [BORN, JOINED].map((field): Fact => ({ is: "momentIn", moment: { is: "profile", field }, window }));
    const [born, joined] = look(facts, [], dateOf(2021, 6, 1));
    expect(born).toMatchObject({ at: dateOf(2021, 6, 1) * DAY, wholeDay: true });
    expect(joined).toMatchObject({ at: noon - HOUR, wholeDay: false });
  });

  it("begins or ends with the event beside which the moment was looked for, since others may share its instant", () => {
    const window = { moment: last(B), unit: "ms", n: HOUR } as const;
    const facts: Fact[] = [
      { is: "momentIn", moment: last(A), window: { is: "after", ...window } },
      { is: "momentIn", moment: last(A), window: { is: "before", ...window } },
    ];
    const b = noon - 3 * HOUR;
    const found = look(facts, [[happened(b, 2)], [happened(b, 1)]]);
    expect(found).toMatchObject([
      { at: b, from: b, to: b + HOUR },
      { at: b, from: b - HOUR, to: b },
    ]);
  });

  it("is unknown, between no instants, where neither moment exists", () => {
    const fact: Fact = { is: "momentIn", moment: last(A), window: { is: "since", moment: last(B) } };
    const [behind] = look([fact], [[], []]);
    expect(behind).toMatchObject({ is: "moment", at: Number.NaN, wholeDay: false });
    expect(behind?.is === "moment" && behind.from > behind.to).toBe(true);
  });

  it("is how many steps of a sequence could be taken, the closing ban not among them", () => {
    const sequence = (...steps: SequenceStep[]): Fact => ({ is: "sequence", window: { is: "ever" }, steps });
    const facts = [
      sequence(step(B), step(A)),
      sequence(step(A), step(B)),
      sequence(step(A), step(B), step(A)),
      sequence(step(A), step(B), step(A, true)),
      sequence(step(2), step(A)),
    ];
    const events = [[happened(noon - 9), happened(noon - 1)], [happened(noon - 5)], []];
    const taken = look(facts, events).map((behind) => (behind?.is === "sequence" ? behind.taken : null));
    expect(taken).toEqual([2, 2, 3, 2, 0]);
  });
});
