import type { Moment, Num, Test, Text, Type, Window } from "../../program/program.js";
import { contains } from "../containment.js";
import { keyOfMoment, keyOfTest } from "../fact-table.js";
import type { Cube } from "./cube.js";
import type { Ground } from "./ground.js";
import { Search } from "./search.js";
import { anyKnown, anyText, anyValue, between, type Texts, type Values } from "./values.js";
import type { World } from "./world.js";

/** The values of a type. */
export function valuesOfType(type: Type, unknown: boolean): Values {
  if (type.is === "boolean") return between(0, 1, unknown);
  if (type.is === "enum") return between(0, type.members.length - 1, unknown);
  return unknown ? anyValue : anyKnown;
}

/** The fields of one kind of event, as the columns of its `where`. */
export function whereGround(world: World, event: number): Ground {
  const fieldAt = (place: number) => world.events[event]?.[place] ?? null;
  return {
    values: (atom) => {
      const field = atom.is === "column" ? fieldAt(atom.column) : null;
      return field ? valuesOfType(field.type, field.optional) : anyValue;
    },
    texts: (atom): Texts => {
      const field = atom.is === "column" ? fieldAt(atom.column) : null;
      return { ...anyText, unknown: field?.optional ?? true };
    },
    testOfTag: () => null,
    numOfTag: (): Num | null => null,
    textOfTag: (): Text | null => null,
    lifecycle: () => null,
    map: (place) => world.map(place),
    settle: (cube: Cube) => cube.settleSums(),
  };
}

/** Tells of tests over the fields of events whether one follows from another. */
export class Wheres {
  readonly #world: World;
  readonly #searches = new Map<number, Search>();
  /** By event and the two tests. One long key would be put together again at every question, and these are asked by the million. */
  readonly #found = new Map<number, Map<string, Map<string, boolean>>>();

  constructor(world: World) {
    this.#world = world;
  }

  /** Whether every event that passes `one` passes `other`. */
  implies(event: number, one: Test | null, other: Test | null): boolean {
    if (other === null) return true;
    const [a, b] = [keyOfTest(one), keyOfTest(other)];
    if (a === b) return true;
    if (one === null) return false;
    return this.#never(event, [one, a], [other, b]);
  }

  /** Whether a field of all events that pass is 0 or more. */
  isNeverNegative(event: number, where: Test | null, field: number): boolean {
    if (where === null) return false;
    const column = { is: "column", column: field, per: 1 } as const;
    const zero = { is: "constant", n: 0, d: 1 } as const;
    const type = { is: "integer" } as const;
    const test: Test = { is: "compare", op: ">=", left: column, right: zero, type, said: -1 };
    return this.#never(event, [where, keyOfTest(where)], [test, `field ${field}`]);
  }

  /** Whether no event passes the first test and fails the second; each comes with its key. */
  #never(event: number, [one, a]: readonly [Test, string], [other, b]: readonly [Test, string]): boolean {
    const ofEvent = this.#found.get(event) ?? new Map<string, Map<string, boolean>>();
    this.#found.set(event, ofEvent);
    const ofTest = ofEvent.get(a) ?? new Map<string, boolean>();
    ofEvent.set(a, ofTest);
    const found = ofTest.get(b);
    if (found !== undefined) return found;
    const search = this.#searches.get(event) ?? new Search(whereGround(this.#world, event));
    this.#searches.set(event, search);
    const outcome = search.solve([
      { is: "test", test: one, want: true },
      { is: "test", test: other, want: false },
    ]);
    ofTest.set(b, outcome.is === "dead");
    return outcome.is === "dead";
  }
}

/** Whether every event that lies in `inner` lies in `outer`. */
export function lies(inner: Window, outer: Window): boolean {
  if (contains(outer, inner)) return true;
  if (inner.is === "dates" && outer.is === "dates") {
    const before = outer.to === null || (inner.to !== null && inner.to <= outer.to);
    return inner.from >= outer.from && before;
  }
  if (inner.is === "after" && outer.is === "after") {
    return sameMoment(inner.moment, outer.moment) && inner.unit === outer.unit && inner.n <= outer.n;
  }
  if (inner.is === "before" && outer.is === "before") {
    return sameMoment(inner.moment, outer.moment) && inner.unit === outer.unit && inner.n <= outer.n;
  }
  return inner.is === "after" && outer.is === "since" && sameMoment(inner.moment, outer.moment);
}

function sameMoment(one: Moment, other: Moment): boolean {
  return keyOfMoment(one) === keyOfMoment(other);
}

/** Whether a window goes on to now, so that the last event of all lies in it if any does. */
export function reachesNow(window: Window): boolean {
  switch (window.is) {
    case "previous":
    case "ago":
    case "spanAgo":
    case "after":
    case "before":
      return false;
    case "dates":
      return window.to === null;
    default:
      return true;
  }
}

const DAY = 24 * 60 * 60_000;

/** On how many local dates events of a window can lie at the most. A day of the clock is never shorter than 22 hours. */
export function datesIn(window: Window): number {
  switch (window.is) {
    case "last":
    case "previous":
      return window.unit === "day" ? window.n : 31 * window.n + 1;
    case "for":
      return window.unit === "day" ? window.n + 1 : 31 * window.n + 2;
    case "ago":
      return window.unit === "day" ? window.far - window.near + 1 : Number.POSITIVE_INFINITY;
    case "span":
      return Math.floor(window.ms / (DAY - 2 * 60 * 60_000)) + 2;
    case "thisWeek":
      return 7;
    case "thisMonth":
      return 31;
    case "thisYear":
      return 366;
    case "dates":
      return window.to === null ? Number.POSITIVE_INFINITY : window.to - window.from + 1;
    default:
      return Number.POSITIVE_INFINITY;
  }
}

/** Whether a window is a number of local dates, today's up to now. */
export function isWholeDays(window: Window): boolean {
  const isDates = window.is === "last" || window.is === "previous" || window.is === "for" || window.is === "ago";
  return isDates && window.unit === "day";
}

/** How many days before today a window of whole days that goes on to now reaches: an event is in it if it is no older. */
export function daysBack(window: Window): number | null {
  if (window.is === "last" && window.unit === "day") return window.n - 1;
  return window.is === "for" && window.unit === "day" ? window.n : null;
}
