import { whereEnvironment } from "../evaluate/environment.js";
import type { Fact, Field, Program } from "../program/program.js";
import { type BoundsAt, type BoundsSet, rememberBounds } from "./bounds.js";
import { type FactFrame, writeValue } from "./fact-frame.js";
import type { FactsInput } from "./facts-input.js";
import { createFilterWork } from "./filter.js";
import { createOrderedWork } from "./ordered.js";
import { type PlainFact, schemeOf } from "./scheme.js";
import { createScope, triggerValue } from "./scope.js";
import type { Ask } from "./ask.js";

/** The parts of a program that its facts follow from. */
export type FactsProgram = Pick<Program, "facts" | "user" | "events" | "maps">;

/** How the facts of one program are computed from an ordered history. Holds working memory: one call at a time. */
export interface FactPlan {
  /** A frame with a number of rows, to be filled. */
  frame(rows: number): FactFrame;
  /** Writes a user's facts at each ask to as many rows, from `first` on. Columns of strategy tags are left alone. */
  write(input: FactsInput, into: FactFrame, first: number): void;
  /** A user's facts: a row per ask. */
  compute(input: FactsInput): FactFrame;
}

/**
 * Compiles the facts of a program, once; then each user costs one pass over each kind of event. A plan writes the facts that
 * `wants` picks, all of them if it is left out, and leaves the columns of the others alone.
 */
export function compileFacts(program: FactsProgram, wants: (fact: Fact) => boolean = () => true): FactPlan {
  const scope = createScope();
  const environment = whereEnvironment(program, scope);
  const scheme = schemeOf(program, environment, wants);
  const boundsOf = rememberBounds(scheme);
  const fillFilter = createFilterWork(scope);
  const fillOrdered = createOrderedWork(scheme, program, environment, scope);
  const isText = program.facts.map((fact) => isTextFact(program, fact));

  function frame(rows: number): FactFrame {
    const columns = isText.map((text) =>
      text ? Array.from<string | null>({ length: rows }).fill(null) : new Float64Array(rows),
    );
    return { columns, rows };
  }

  function write(input: FactsInput, into: FactFrame, first: number): void {
    scope.begin(input);
    const bounds = boundsOf(input.zone, input.asks);
    for (const { fact, place } of scheme.plain) fillPlain(fact, place, input, bounds, into, first);
    for (const { event, filters } of scheme.kinds)
      for (const filter of filters) fillFilter(filter, input.events[event], input, bounds, into, first);
    fillOrdered(input, bounds, into, first);
  }

  return {
    frame,
    write,
    compute(input) {
      const into = frame(input.asks.length);
      write(input, into, 0);
      return into;
    },
  };
}

function fillPlain(
  fact: PlainFact,
  place: number,
  input: FactsInput,
  { at }: BoundsSet,
  into: FactFrame,
  first: number,
): void {
  for (let i = 0; i < at.length; i++)
    writeValue(into, place, first + i, plainValue(fact, input, at[i] as BoundsAt, input.asks[i] as Ask));
}

function plainValue(
  fact: PlainFact,
  input: FactsInput,
  { now, today }: BoundsAt,
  { trigger }: Ask,
): number | string | null {
  switch (fact.is) {
    case "now":
      return now;
    case "today":
      return today;
    case "profile":
      return profileValue(input, fact.field);
    case "profileDate":
      return dateOf(input, profileValue(input, fact.field));
    case "trigger":
      return trigger?.event === fact.event ? triggerValue(input.events, trigger, fact.field) : null;
  }
}

function dateOf({ zone }: FactsInput, instant: number | string | null): number {
  return typeof instant === "number" && !Number.isNaN(instant) ? zone.dateAt(instant) : Number.NaN;
}

function profileValue({ profile }: FactsInput, field: number): number | string | null {
  const value = profile[field];
  if (value === undefined) throw new RangeError(`the profile has no field at place ${field}`);
  return value;
}

/** Whether a fact's column holds text. */
export function isTextFact({ user, events }: Pick<Program, "user" | "events">, fact: Fact): boolean {
  if (!("field" in fact)) return false;
  if (fact.is === "profile") return isTextType(user.fields[fact.field]);
  if (fact.is === "pointField") return isTextType(events[fact.point.event]?.fields[fact.field]);
  if (fact.is !== "mostFrequent" && fact.is !== "trigger") return false;
  return isTextType(events[fact.event]?.fields[fact.field]);
}

function isTextType(field: Field | undefined): boolean {
  const type = field?.type.is;
  return type === "text" || type === "zone" || type === "locale";
}
