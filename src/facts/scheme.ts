import type { Environment } from "../evaluate/reader.js";
import { compileTest } from "../evaluate/test.js";
import type {
  EventFact,
  Fact,
  HourFact,
  MomentWindow,
  PointFact,
  Program,
  SequenceFact,
  Test,
} from "../program/program.js";
import { isPlain, type PlainWindow, readsTrigger } from "./need.js";
import type { Filter } from "./sight.js";

/** The facts of a program in the order of work: by event, then by filter, then by window, so that each is done once. */
export interface Scheme {
  /** Distinct windows; everywhere else a window is named by its place here. */
  readonly windows: readonly PlainWindow[];
  readonly kinds: readonly KindScheme[];
  /** Facts that need none but a triggering event, with their places in the program. */
  readonly plain: readonly Placed<PlainFact>[];
  /** Facts that compare events of any kinds with each other. */
  readonly ordered: readonly Placed<OrderedFact>[];
  /** The place of a window of an ordered fact. */
  windowPlace(window: PlainWindow): number;
}

export interface Placed<F> {
  readonly fact: F;
  readonly place: number;
}

export type PlainFact = Extract<Fact, { is: "now" | "today" | "profile" | "profileDate" | "trigger" }>;

/** Facts about the events of one kind in a window that is known beforehand; a point looks at the whole of history. */
type WindowFact = (EventFact & { readonly window: PlainWindow }) | Exclude<PointFact, { is: "momentIn" }> | HourFact;

export type OrderedFact =
  | SequenceFact
  | Extract<PointFact, { is: "momentIn" }>
  | (EventFact & { readonly window: MomentWindow });

export interface KindScheme {
  readonly event: number;
  readonly filters: readonly FilterScheme[];
}

export interface FilterScheme extends Filter {
  /** Its place among all filters of the scheme. */
  readonly place: number;
  /** The windows in which distinct dates are counted. */
  readonly dayWindows: readonly number[];
  readonly slots: readonly Slot[];
}

/** What is wanted of the events in one window. */
export interface Slot {
  readonly window: number;
  readonly measures: readonly Measure<"count" | "days">[];
  readonly points: readonly PointMeasure[];
  readonly hours: readonly HourMeasure[];
  readonly fields: readonly FieldSlot[];
}

/** One fact; `place` is its column. */
export interface Measure<K> {
  readonly is: K;
  readonly place: number;
}

export interface PointMeasure extends Measure<"pointInstant" | "pointDate" | "pointField"> {
  readonly nth: number | "last";
  /** Of a `pointField`; else 0. */
  readonly field: number;
}

export interface HourMeasure extends Measure<"hour"> {
  /** Of the local clock. */
  readonly hour: number;
}

export interface FieldSlot {
  readonly field: number;
  readonly measures: readonly Measure<"countKnown" | "sum" | "min" | "max">[];
  /** What looks at each value by itself. */
  readonly values: readonly Measure<"distinct" | "mostFrequent">[];
}

const ever: PlainWindow = { is: "ever" };

/** Arranges the facts of a program that `wants` picks, and compiles their filters. */
export function schemeOf(
  program: Pick<Program, "facts">,
  environment: Environment,
  wants: (fact: Fact) => boolean,
): Scheme {
  const placed = program.facts.map((fact, place) => ({ fact, place })).filter(({ fact }) => wants(fact));
  const windowFacts = placed.filter((each): each is Placed<WindowFact> => isWindowFact(each.fact));
  const ordered = placed.filter((each): each is Placed<OrderedFact> => isOrdered(each.fact));
  const windows = [...windowFacts.map(({ fact }) => windowOf(fact)), ...ordered.flatMap(({ fact }) => plainOf(fact))];
  const distinct = groups(windows, windowKey);
  const places = new Map([...distinct.keys()].map((key, place) => [key, place]));
  const windowPlace = (window: PlainWindow): number => places.get(windowKey(window)) as number;
  let filters = 0;
  return {
    windows: [...distinct.values()].map(([window]) => window),
    kinds: [...groups(windowFacts, ({ fact }) => eventOf(fact)).values()].map((facts) => ({
      event: eventOf(facts[0].fact),
      filters: [...groups(facts, ({ fact }) => testKey(whereOf(fact))).values()].map((same) =>
        filterScheme(same, filters++, environment, windowPlace),
      ),
    })),
    plain: placed.filter((each): each is Placed<PlainFact> => isPlainFact(each.fact)),
    ordered,
    windowPlace,
  };
}

function isPlainFact(fact: Fact): fact is PlainFact {
  switch (fact.is) {
    case "now":
    case "today":
    case "profile":
    case "profileDate":
    case "trigger":
      return true;
    default:
      return false;
  }
}

function isOrdered(fact: Fact): fact is OrderedFact {
  if (fact.is === "sequence" || fact.is === "momentIn") return true;
  return "window" in fact && !isPlain(fact.window);
}

function isWindowFact(fact: Fact): fact is WindowFact {
  return !isPlainFact(fact) && !isOrdered(fact) && fact.is !== "strategyTag";
}

/** The window of an ordered fact whose bounds are known beforehand, if it has one. */
function plainOf({ window }: OrderedFact): PlainWindow[] {
  return isPlain(window) ? [window] : [];
}

function windowOf(fact: WindowFact): PlainWindow {
  if (fact.is === "hour") return { is: "for", unit: "day", n: fact.days };
  return "window" in fact ? fact.window : ever;
}

function eventOf(fact: WindowFact): number {
  return "point" in fact ? fact.point.event : fact.event;
}

function whereOf(fact: WindowFact): Test | null {
  if (fact.is === "hour") return null;
  return "point" in fact ? fact.point.where : fact.where;
}

function filterScheme(
  facts: Group<Placed<WindowFact>>,
  place: number,
  environment: Environment,
  windowPlace: Scheme["windowPlace"],
): FilterScheme {
  const slots = [...groups(facts, ({ fact }) => windowPlace(windowOf(fact)))].map(([window, same]) =>
    slotOf(same, window),
  );
  return {
    place,
    ...filterOf(whereOf(facts[0].fact), environment),
    dayWindows: slots.filter(({ measures }) => measures.some(({ is }) => is === "days")).map(({ window }) => window),
    slots,
  };
}

/** Compiles a filter. */
export function filterOf(where: Test | null, environment: Environment): Filter {
  return { test: where && compileTest(where, environment), readsTrigger: readsTrigger(where) };
}

function slotOf(facts: Group<Placed<WindowFact>>, window: number): Slot {
  const measures: Slot["measures"][number][] = [];
  const points: PointMeasure[] = [];
  const hours: HourMeasure[] = [];
  const fields = new Map<
    number,
    { measures: FieldSlot["measures"][number][]; values: FieldSlot["values"][number][] }
  >();
  for (const { fact, place } of facts) {
    if (fact.is === "hour") hours.push({ is: fact.is, place, hour: fact.hour });
    else if ("point" in fact) {
      points.push({ is: fact.is, place, nth: fact.point.nth, field: "field" in fact ? fact.field : 0 });
    } else if ("field" in fact) {
      const same = fields.get(fact.field) ?? { measures: [], values: [] };
      fields.set(fact.field, same);
      const { is } = fact;
      if (is === "distinct" || is === "mostFrequent") same.values.push({ is, place });
      else same.measures.push({ is, place });
    } else measures.push({ is: fact.is, place });
  }
  return { window, measures, points, hours, fields: [...fields].map(([field, same]) => ({ field, ...same })) };
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

/** Windows hold plain values; those of one kind are written with the same keys. */
function windowKey(window: PlainWindow): string {
  return Object.entries(window)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => `${key} ${value}`)
    .join(", ");
}

/** Equal for filters that test the same, wherever they are written: `said` is where. */
export function testKey(test: Test | null): string {
  return JSON.stringify(test, (name, value: unknown) => (name === "said" ? undefined : value));
}
