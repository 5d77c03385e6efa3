import { DAY, MINUTE } from "../../calendar/civil.js";
import { formatInstant } from "../../calendar/instant.js";
import { zone } from "../../calendar/zone.js";
import { type Example, fieldsOf } from "../../check/proof/example.js";
import { keyOfTest } from "../../check/fact-table.js";
import { Wheres } from "../../check/proof/implies.js";
import type { EventInput } from "../../decide/input.js";
import { isPlain } from "../../facts/need.js";
import { type Bounds, windowBounds } from "../../facts/window.js";
import type { EventFact, Fact, Pattern, Program, Test, When } from "../../program/program.js";
import type { Occasion } from "./occasion.js";
import { given, plainValue } from "./person.js";

/** An event that the example needs: of a kind, passing a test, at an instant. */
interface Made {
  readonly event: number;
  readonly where: Test | null;
  readonly at: number;
}

/** How many events of a window there must be, or on how many dates. */
interface Need extends Pattern {
  readonly bounds: Bounds;
  readonly n: number;
  readonly days: boolean;
}

/** More events than this are made for no example. */
const MOST = 400;

/** A history in which an example's facts hold, as far as can be: what is asked for last gives way. */
export function pastOf(program: Program, when: When, example: Example, occasion: Occasion): readonly EventInput[] {
  const wheres = new Wheres(example.facts.world);
  const made: Made[] = startsOf(when, occasion);
  const needs = needsOf(program, example, occasion);
  const passes = (one: Made, need: Need): boolean =>
    one.event === need.event &&
    one.at >= need.bounds.lo &&
    one.at < need.bounds.hi &&
    wheres.implies(need.event, one.where, need.where);
  const own = zone(program.project.zone);
  const reached = (need: Need): number => {
    const inside = made.filter((one) => passes(one, need));
    return need.days ? new Set(inside.map(({ at }) => own.dateAt(at))).size : inside.length;
  };
  for (const need of needs) {
    for (const at of instantsIn(need.bounds, occasion.now)) {
      if (reached(need) >= need.n || made.length >= MOST) break;
      const next: Made = { event: need.event, where: need.where, at };
      const tooMany = needs.some((each) => !each.days && passes(next, each) && reached(each) >= each.n);
      if (!tooMany && !made.some((one) => one.event === next.event && one.at === at)) made.push(next);
    }
  }
  return made.toSorted((a, b) => a.at - b.at).map((one, place) => eventOf(program, example, one, place, occasion));
}

/** The events that start the strategy. */
function startsOf(when: When, { trigger }: Occasion): Made[] {
  if (!trigger) return [];
  if (when.is === "happens") return [{ ...when.pattern, at: trigger.at }];
  if (when.is === "absence") return [{ ...when.first, at: trigger.at }];
  if (when.is === "stall") return inTurn(when.steps, trigger.at - (when.steps.length - 1) * MINUTE);
  if (when.is !== "nth") return [];
  return Array.from({ length: when.nth }, (_, back) => ({ ...when.pattern, at: trigger.at - back * DAY }));
}

/** An event for each step, a minute apart. */
function inTurn(steps: readonly Pattern[], from: number): Made[] {
  return steps.map(({ event, where }, place) => ({ event, where, at: from + place * MINUTE }));
}

/** What the facts ask of the history, the narrowest windows first. */
function needsOf(program: Program, example: Example, occasion: Occasion): readonly Need[] {
  const needs = [...example.values].flatMap(([column, value]) => {
    const fact = example.facts.fact(column);
    return fact && typeof value === "number" ? needOf(program, fact, value, occasion) : [];
  });
  const width = ({ bounds: { lo, hi } }: Need): number => hi - lo;
  return needs.toSorted((a, b) => width(a) - width(b) || Number(b.days) - Number(a.days));
}

function needOf(program: Program, fact: Fact, value: number, { now }: Occasion): readonly Need[] {
  const own = zone(program.project.zone);
  switch (fact.is) {
    case "count":
    case "days":
      if (!isPlain(fact.window)) return [];
      return [{ ...patternOf(fact), bounds: windowBounds(fact.window, own, now), n: value, days: fact.is === "days" }];
    case "pointDate":
      return [
        {
          ...fact.point,
          bounds: { lo: own.startOf(value), hi: Math.min(own.startOf(value + 1), now + 1) },
          n: 1,
          days: false,
        },
      ];
    case "sequence": {
      if (value === 0 || !isPlain(fact.window)) return [];
      // Early in the window, so that what must not follow has had its time.
      const from = Math.max(windowBounds(fact.window, own, now).lo, now - 7 * DAY) + MINUTE;
      const steps = inTurn(
        fact.steps.filter(({ no }) => !no),
        from,
      );
      return steps.map(({ at, ...pattern }) => ({ ...pattern, bounds: { lo: at, hi: at + 1 }, n: 1, days: false }));
    }
    case "pointInstant":
      return [{ ...fact.point, bounds: { lo: value, hi: value + 1 }, n: 1, days: false }];
    default:
      return [];
  }
}

function patternOf({ event, where }: EventFact): Pattern {
  return { event, where };
}

/** Instants of a window, latest first: one a day to begin with, then more on each. */
function* instantsIn({ lo, hi }: Bounds, now: number): Generator<number> {
  const last = Math.min(hi - 1, now);
  const first = Math.max(lo, last - MOST * DAY);
  for (let round = 0; round < MOST; round++) {
    for (let at = last - round * MINUTE; at >= first; at -= DAY) yield at;
    if (round === 0) yield first;
  }
}

function eventOf(
  program: Program,
  example: Example,
  { event, where, at }: Made,
  place: number,
  { now, today }: Occasion,
): EventInput {
  const schema = program.events[event];
  const asked = new Map([...wanted(example, event, where), ...fieldsOf(example.facts, event, where)]);
  const fields = (schema?.fields ?? []).flatMap(({ id, optional, type }, field): [string, unknown][] => {
    const stored = asked.has(field)
      ? (asked.get(field) ?? null)
      : optional
        ? null
        : plainValue(program, type, now, today);
    return stored === null ? [] : [[id, given(type, stored)]];
  });
  const id = `example-${place + 1}`;
  return { event: schema?.id ?? "", id, occurred_at: formatInstant(at), ...Object.fromEntries(fields) };
}

/** What the facts say about fields of such events: the value of all of them, or the total, which one event may carry alone. */
function wanted(example: Example, event: number, where: Test | null): ReadonlyMap<number, number | string | null> {
  const found = new Map<number, number | string | null>();
  for (const [column, value] of example.values) {
    const fact = example.facts.fact(column);
    if (!fact || value === null) continue;
    const alike = (other: Test | null): boolean => other === null || keyOfTest(other) === keyOfTest(where);
    if (fact.is === "pointField" && fact.point.event === event && alike(fact.point.where)) found.set(fact.field, value);
    if (fact.is === "trigger" && fact.event === event) found.set(fact.field, value);
    const ofField = fact.is === "sum" || fact.is === "min" || fact.is === "max" || fact.is === "mostFrequent";
    if (ofField && fact.event === event && alike(fact.where)) found.set(fact.field, value);
  }
  return found;
}
