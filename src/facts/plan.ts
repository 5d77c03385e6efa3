import { whereEnvironment } from "../evaluate/environment.js";
import type { Profile } from "../evaluate/reader.js";
import type { Fact, Field, Program } from "../program/program.js";
import { type BoundsAt, type BoundsSet, rememberBounds } from "./bounds.js";
import type { FactFrame } from "./fact-frame.js";
import type { FactsInput } from "./facts-input.js";
import { createFilterWork } from "./filter.js";
import { createOrderedWork } from "./ordered.js";
import { type PlainFact, schemeOf } from "./scheme.js";

/** The parts of a program that its facts follow from. */
export type FactsProgram = Pick<Program, "facts" | "user" | "events" | "maps">;

/** How the facts of one program are computed from an ordered history. Holds working memory: one call at a time. */
export interface FactPlan {
  /** A frame with a number of rows, to be filled. */
  frame(rows: number): FactFrame;
  /** Writes a user's facts at each instant to as many rows, from `first` on. */
  write(input: FactsInput, into: FactFrame, first: number): void;
  /** A user's facts: a row per instant. */
  compute(input: FactsInput): FactFrame;
}

/**
 * Compiles the facts of a program, once; then each user costs one pass over each kind of event. A plan writes the facts that
 * `wants` picks, all of them if it is left out, and leaves the columns of the others alone.
 */
export function compileFacts(program: FactsProgram, wants: (fact: Fact) => boolean = () => true): FactPlan {
  let profile: Profile = [];
  const environment = whereEnvironment(program, () => profile);
  const scheme = schemeOf(program, environment, wants);
  const boundsOf = rememberBounds(scheme);
  const fillFilter = createFilterWork();
  const fillOrdered = createOrderedWork(scheme, program, environment);
  const isText = program.facts.map((fact) => isTextFact(program, fact));

  function frame(rows: number): FactFrame {
    const columns = isText.map((text) =>
      text ? Array.from<string | null>({ length: rows }).fill(null) : new Float64Array(rows),
    );
    return { columns, rows };
  }

  function write(input: FactsInput, into: FactFrame, first: number): void {
    profile = input.profile;
    const bounds = boundsOf(input.zone, input.instants);
    for (const { fact, place } of scheme.plain) fillPlain(fact, place, input, bounds, into, first);
    for (const { event, filters } of scheme.kinds)
      for (const filter of filters) fillFilter(filter, input.events[event], input.zone, bounds, into, first);
    fillOrdered(input, bounds, into, first);
  }

  return {
    frame,
    write,
    compute(input) {
      const into = frame(input.instants.length);
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
  const column = into.columns[place] as (number | string | null)[];
  for (let i = 0; i < at.length; i++) {
    const { now, today } = at[i] as BoundsAt;
    column[first + i] = fact.is === "now" ? now : fact.is === "today" ? today : profileFact(input, fact);
  }
}

function profileFact(input: FactsInput, { is, field }: Extract<PlainFact, { field: number }>): number | string | null {
  const value = profileValue(input, field);
  if (is === "profile") return value;
  return typeof value === "number" && !Number.isNaN(value) ? input.zone.dateAt(value) : Number.NaN;
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
  if (fact.is !== "pointField" && fact.is !== "mostFrequent") return false;
  return isTextType(events[fact.is === "pointField" ? fact.point.event : fact.event]?.fields[fact.field]);
}

function isTextType(field: Field | undefined): boolean {
  const type = field?.type.is;
  return type === "text" || type === "zone" || type === "locale";
}
