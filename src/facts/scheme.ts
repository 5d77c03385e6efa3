import { noEnvironment } from "../evaluate/environment.js";
import type { RowTest } from "../evaluate/reader.js";
import { compileTest } from "../evaluate/test.js";
import type { EventFact, Fact, Program, Test, Window } from "../program/program.js";

/** The facts of a program in the order of work: by event, then by filter, then by window, so that each is done once. */
export interface Scheme {
  /** Distinct windows; everywhere else a window is named by its place here. */
  readonly windows: readonly Window[];
  readonly kinds: readonly KindScheme[];
  /** Facts that need no events, with their places in the program. */
  readonly plain: readonly { readonly fact: PlainFact; readonly place: number }[];
}

export type PlainFact = Exclude<Fact, EventFact>;

export interface KindScheme {
  readonly event: number;
  readonly filters: readonly FilterScheme[];
}

export interface FilterScheme {
  /** Its place among all filters of the scheme. */
  readonly place: number;
  /** `null` takes every event. */
  readonly test: RowTest | null;
  /** The windows in which distinct dates are counted. */
  readonly dayWindows: readonly number[];
  readonly slots: readonly Slot[];
}

/** What is wanted of the events in one window. */
export interface Slot {
  readonly window: number;
  readonly measures: readonly Measure<"count" | "days" | "lastInstant" | "lastDate">[];
  readonly fields: readonly FieldSlot[];
}

export interface FieldSlot {
  readonly field: number;
  readonly measures: readonly Measure<"countKnown" | "sum" | "min" | "max">[];
}

/** One fact; `place` is its column. */
export interface Measure<K> {
  readonly is: K;
  readonly place: number;
}

interface Placed {
  readonly fact: EventFact;
  readonly place: number;
}

/** Arranges the facts of a program, and compiles their filters. */
export function schemeOf(program: Pick<Program, "facts">): Scheme {
  const placed = program.facts.map((fact, place) => ({ fact, place }));
  const eventFacts = placed.filter((each): each is Placed => isEventFact(each.fact));
  const windows = groups(eventFacts, ({ fact }) => windowKey(fact.window));
  const places = new Map([...windows.keys()].map((key, place) => [key, place]));
  let filters = 0;
  return {
    windows: [...windows.values()].map(([{ fact }]) => fact.window),
    kinds: [...groups(eventFacts, ({ fact }) => fact.event).values()].map((facts) => ({
      event: facts[0].fact.event,
      filters: [...groups(facts, ({ fact }) => testKey(fact.where)).values()].map((same) =>
        filterOf(same, filters++, places),
      ),
    })),
    plain: placed.filter((each): each is { fact: PlainFact; place: number } => !isEventFact(each.fact)),
  };
}

function isEventFact(fact: Fact): fact is EventFact {
  return fact.is !== "now" && fact.is !== "today" && fact.is !== "profile";
}

function filterOf(facts: Group<Placed>, place: number, places: ReadonlyMap<string, number>): FilterScheme {
  const { where } = facts[0].fact;
  const slots = [...groups(facts, ({ fact }) => windowKey(fact.window))].map(([key, same]) =>
    slotOf(same, places.get(key) ?? 0),
  );
  return {
    place,
    test: where && compileTest(where, noEnvironment),
    dayWindows: slots.filter(({ measures }) => measures.some(({ is }) => is === "days")).map(({ window }) => window),
    slots,
  };
}

function slotOf(facts: Group<Placed>, window: number): Slot {
  const measures: Slot["measures"][number][] = [];
  const fields = new Map<number, FieldSlot["measures"][number][]>();
  for (const { fact, place } of facts) {
    if ("field" in fact) {
      const same = fields.get(fact.field) ?? [];
      fields.set(fact.field, [...same, { is: fact.is, place }]);
    } else measures.push({ is: fact.is, place });
  }
  return { window, measures, fields: [...fields].map(([field, same]) => ({ field, measures: same })) };
}

type Group<T> = [T, ...T[]];

/** Groups by key, in the order of each key's first member. */
function groups<T, K>(list: readonly T[], key: (member: T) => K): Map<K, Group<T>> {
  const found = new Map<K, Group<T>>();
  for (const member of list) {
    const group = found.get(key(member));
    if (group) group.push(member);
    else found.set(key(member), [member]);
  }
  return found;
}

function windowKey(window: Window): string {
  if (window.is === "ever") return "ever";
  return window.is === "span" ? `span ${window.ms}` : `${window.is} ${window.n} ${window.unit}`;
}

/** Equal for filters that test the same, wherever they are written: `said` is where. */
function testKey(test: Test | null): string {
  return JSON.stringify(test, (name, value: unknown) => (name === "said" ? undefined : value));
}
