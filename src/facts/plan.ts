import type { Zone } from "../calendar/zone.js";
import type { Program } from "../program/program.js";
import { type BoundsAt, type BoundsSet, rememberBounds } from "./bounds.js";
import type { FactFrame } from "./fact-frame.js";
import { createFilterWork } from "./filter.js";
import type { EventLog } from "./log.js";
import { type PlainFact, schemeOf } from "./scheme.js";

/** One user, and the instants at which the facts must be known. */
export interface FactsInput {
  readonly zone: Zone;
  /** Stored values by the field's place in the schema; unknown is `NaN`, or `null` for text. */
  readonly profile: readonly (number | string | null)[];
  readonly events: EventLog;
  readonly instants: readonly number[];
}

/** How the facts of one program are computed from an ordered history. Holds working memory: one call at a time. */
export interface FactPlan {
  /** A frame with a number of rows, to be filled. */
  frame(rows: number): FactFrame;
  /** Writes a user's facts at each instant to as many rows, from `first` on. */
  write(input: FactsInput, into: FactFrame, first: number): void;
  /** A user's facts: a row per instant. */
  compute(input: FactsInput): FactFrame;
}

/** Compiles the facts of a program, once; then each user costs one pass over each kind of event. */
export function compileFacts(program: Pick<Program, "facts" | "user">): FactPlan {
  const scheme = schemeOf(program);
  const boundsOf = rememberBounds(scheme);
  const fillFilter = createFilterWork();
  const isText = program.facts.map((fact) => fact.is === "profile" && isTextField(program, fact.field));

  function frame(rows: number): FactFrame {
    const columns = isText.map((text) =>
      text ? Array.from<string | null>({ length: rows }).fill(null) : new Float64Array(rows),
    );
    return { columns, rows };
  }

  function write(input: FactsInput, into: FactFrame, first: number): void {
    const bounds = boundsOf(input.zone, input.instants);
    for (const { fact, place } of scheme.plain) fillPlain(fact, place, input, bounds, into, first);
    for (const { event, filters } of scheme.kinds)
      for (const filter of filters) fillFilter(filter, input.events[event], input.zone, bounds, into, first);
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
    column[first + i] = fact.is === "now" ? now : fact.is === "today" ? today : profileValue(input, fact.field);
  }
}

function profileValue({ profile }: FactsInput, field: number): number | string | null {
  const value = profile[field];
  if (value === undefined) throw new RangeError(`the profile has no field at place ${field}`);
  return value;
}

function isTextField({ user }: Pick<Program, "user">, field: number): boolean {
  const type = user.fields[field]?.type.is;
  return type === "text" || type === "zone" || type === "locale";
}
