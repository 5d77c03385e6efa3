import fc from "fast-check";
import { expect } from "vitest";
import {
  type Cancellation,
  type DecideInput,
  type Decision,
  type LoadedProgram,
  loadProgram,
} from "../../src/index.js";
import type { DecideResult } from "../../src/decide/load.js";
import type { EventInput } from "../../src/decide/input.js";
import type { Entry } from "../../src/decide/entry.js";
import type { Row } from "../conformance/engine.js";
import { DAY } from "../reference/clock.js";
import { compiled } from "./population.js";
import { program } from "./programs.js";
import { situationOf } from "./situations.js";

/** Situations that each random program meets, and cuts that each of them gets at most. */
const SITUATIONS = 24;
const CUTS = 8;

/** Where to cut: close to a decision, or, where there is none, and else too, a day or more from the start; or anywhere. */
type Cut =
  | { readonly is: "due"; readonly which: number; readonly nudge: number }
  | { readonly is: "day"; readonly days: number; readonly nudge: number }
  | { readonly is: "share"; readonly share: number };

/** One user over an interval, as the engine takes it, cut and shuffled. */
export interface Tiled {
  readonly input: DecideInput & { readonly since: number; readonly until: number };
  readonly cuts: readonly Cut[];
  readonly events: readonly EventInput[];
  readonly entries: readonly Entry[];
}

const nudge = fc.constantFrom(-1, 0, 1);

const cut: fc.Arbitrary<Cut> = fc.oneof(
  fc.record({ is: fc.constant("due" as const), which: fc.nat({ max: 20 }), nudge }),
  fc.record({ is: fc.constant("day" as const), days: fc.integer({ min: 1, max: 4 }), nudge }),
  fc.record({ is: fc.constant("share" as const), share: fc.double({ min: 0, max: 1, noNaN: true }) }),
);

function shuffled<T>(list: readonly T[]): fc.Arbitrary<T[]> {
  return fc.shuffledSubarray([...list], { minLength: list.length, maxLength: list.length });
}

const isEvent = (row: Row): row is Row & EventInput => "event" in row;
const isEntry = (row: Row): row is Row & Entry => "kind" in row;

export const tiled: fc.Arbitrary<{ readonly text: string; readonly list: readonly Tiled[] }> = program.chain((one) =>
  fc.record({
    text: fc.constant(one.text),
    list: fc.array(
      situationOf(one).chain(({ user, events: rows, entries: dated, since, until }) => {
        const [events, entries] = [rows.filter(isEvent), dated.filter(isEntry)];
        return fc.record({
          input: fc.constant({ user, events, entries, since: Number(since), until: Number(until) }),
          cuts: fc.array(cut, { minLength: CUTS / 2, maxLength: CUTS }),
          events: shuffled(events),
          entries: shuffled(entries),
        });
      }),
      { minLength: SITUATIONS, maxLength: SITUATIONS },
    ),
  }),
);

/** The instants to cut at, ascending, all of them inside the interval. */
function instantsOf({ input: { since, until }, cuts }: Tiled, decisions: readonly Decision[]): number[] {
  const instants = cuts.map((each) => {
    switch (each.is) {
      case "due": {
        const decision = decisions[each.which % decisions.length];
        return (decision ? Date.parse(decision.at) : since + (1 + (each.which % 4)) * DAY) + each.nudge;
      }
      case "day":
        return since + each.days * DAY + each.nudge;
      case "share":
        return Math.floor(since + each.share * (until - since));
    }
  });
  return [...new Set(instants)].filter((at) => at > since && at < until).sort((a, b) => a - b);
}

/** What a part knows of the parts before it. */
export type Remembers = (decisions: readonly Decision[]) => readonly Entry[];

export const touches: Remembers = (decisions) => decisions.map((decision) => ({ kind: "touch", ...decision }));

/** Decides part by part, and puts the parts together. `cuts` is how many cuts there were. */
export function inParts(
  loaded: LoadedProgram,
  one: Tiled,
  whole: DecideResult,
  remembers: Remembers,
): { readonly result: DecideResult; readonly cuts: number } {
  const { input } = one;
  const instants = instantsOf(one, whole.decisions);
  const decisions: Decision[] = [];
  const cancelled: Cancellation[] = [];
  const parts = [...instants, input.until].map((until, place) => {
    const since = instants[place - 1] ?? input.since;
    const known = cancelled.map((cancellation): Entry => ({ kind: "cancel", ...cancellation }));
    const entries = [...(input.entries ?? []), ...remembers(decisions), ...known];
    const part = loaded.decide({ ...input, entries, since, until });
    decisions.push(...part.decisions);
    cancelled.push(...part.cancellations);
    return part;
  });
  const refusals = parts.flatMap((part) => part.refusals);
  const ghosts = parts.flatMap((part) => part.ghosts);
  const cancellations = parts.flatMap((part) => part.cancellations);
  const counts = parts.map((part) => part.counts).reduce(added);
  return { result: { decisions, ghosts, cancellations, refusals, counts }, cuts: instants.length };
}

type Counts = DecideResult["counts"];
type Gate = Counts[number]["gates"][number];

/** The counts of two parts, added up strategy by strategy and gate by gate. */
function added(first: Counts, second: Counts): Counts {
  return first.map(({ strategy, gates, decided, ghosts, cancelled }, place) => {
    const other = second[place] as Counts[number];
    return {
      strategy,
      gates: gates.map((gate, step) => addedGate(gate, other.gates[step] as Gate)),
      decided: decided + other.decided,
      ghosts: ghosts + other.ghosts,
      cancelled: cancelled + other.cancelled,
    };
  });
}

function addedGate(first: Gate, second: Gate): Gate {
  const refused = { ...first.refused };
  for (const [code, n] of Object.entries(second.refused)) refused[code] = (refused[code] ?? 0) + n;
  return { gate: first.gate, passed: first.passed + second.passed, refused };
}

/** Compares one situation in parts with the whole, and shuffled with as given; returns the number of cuts. */
function compare(loaded: LoadedProgram, one: Tiled): number {
  const whole = loaded.decide(one.input);
  const { result, cuts } = inParts(loaded, one, whole, touches);
  expect(result).toEqual(whole);
  expect(JSON.stringify(result.decisions)).toBe(JSON.stringify(whole.decisions));
  const keys = whole.decisions.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  const other = loaded.decide({ ...one.input, events: one.events, entries: one.entries });
  expect(JSON.stringify(other)).toBe(JSON.stringify(whole));
  return cuts;
}

/**
 * Law 1 over random programs, situations and cuts: deciding (a, c] gives what (a, b] and then (b, c] give, whose decisions
 * are entries by then; refusals and counts add up; no key comes twice; and the order in which events and entries are told
 * does not matter. Makes at least so many cuts, the same ones for the same seed, and returns how many.
 */
export function tilesMakeTheWhole(cuts: number, seed?: number): number {
  const made = { cuts: 0 };
  const property = fc.property(tiled, ({ text, list }) => {
    const loaded = loadProgram(compiled(text));
    for (const one of list) made.cuts += compare(loaded, one);
  });
  for (let round = 0; made.cuts < cuts; round++) {
    const numRuns = Math.ceil((cuts - made.cuts) / (SITUATIONS * CUTS));
    fc.assert(property, { numRuns, ...(seed === undefined ? {} : { seed: seed + round * 1_000_003 }) });
  }
  return made.cuts;
}
