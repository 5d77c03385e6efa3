import { LAST_DATE } from "../../calendar/civil.js";
import { LAST_INSTANT } from "../../calendar/instant.js";
import { addMonths } from "../../calendar/civil.js";
import { signOf } from "../../calendar/zodiac.js";
import type { Frame } from "../../evaluate/frame.js";
import type { Fact, Program, Type } from "../../program/program.js";

/**
 * What a name in a rule stands for: a fact of the program by its column, or what JSON Logic cannot make of one: the sign
 * of a date, a date moved by months.
 */
export type NamedFact =
  | { readonly is: "fact"; readonly column: number }
  | { readonly is: "zodiac"; readonly calendar: "western" | "chinese"; readonly column: number }
  | { readonly is: "shiftMonths"; readonly months: number; readonly column: number };

/** What a value of a fact is, and whether it may be unknown. */
export interface FactType {
  readonly type: Type;
  readonly optional: boolean;
}

/** The signs, as `zodiac of` gives them. */
export type Signs = Readonly<Record<"western" | "chinese", Type>>;

export function typeOfFact(program: Program, fact: Fact): FactType {
  const integer = { type: { is: "integer" }, optional: false } as const;
  switch (fact.is) {
    case "now":
      return { type: { is: "instant" }, optional: false };
    case "today":
      return { type: { is: "date" }, optional: false };
    case "profile": {
      const field = program.user.fields[fact.field];
      return { type: field?.type ?? integer.type, optional: field?.optional ?? true };
    }
    case "trigger":
      return { type: fieldType(program, fact.event, fact.field), optional: true };
    case "strategyTag":
      return { type: { is: "boolean" }, optional: false };
    case "profileDate":
      return { type: { is: "date" }, optional: program.user.fields[fact.field]?.optional ?? true };
    case "count":
    case "days":
    case "countKnown":
    case "distinct":
    case "hour":
      return integer;
    case "sum":
      return { type: fieldType(program, fact.event, fact.field), optional: false };
    case "min":
    case "max":
    case "mostFrequent":
      return { type: fieldType(program, fact.event, fact.field), optional: true };
    case "pointInstant":
      return { type: { is: "instant" }, optional: true };
    case "pointDate":
      return { type: { is: "date" }, optional: true };
    case "pointField":
      return { type: fieldType(program, fact.point.event, fact.field), optional: true };
    case "momentIn":
    case "sequence":
      return { type: { is: "boolean" }, optional: false };
  }
}

function fieldType(program: Program, event: number, field: number): Type {
  return program.events[event]?.fields[field]?.type ?? { is: "integer" };
}

/** The version 99999.99999.99999. */
const MOST_VERSION = 10n ** 15n - 1n;

/** How large a value of a type can be in its stored form; `null` where nothing but 2^53 bounds it. */
export function mostOf(type: Type): bigint | null {
  if (type.is === "date") return BigInt(LAST_DATE);
  if (type.is === "version") return MOST_VERSION;
  return type.is === "instant" ? BigInt(LAST_INSTANT) : null;
}

/** Whether a fact can be less than 0. */
export function mayBeNegative(fact: Fact): boolean {
  return fact.is !== "count" && fact.is !== "days" && fact.is !== "countKnown" && fact.is !== "distinct";
}

/** The value of a named fact in a row, as JSON Logic reads it: a choice by its id, yes or no as such, unknown as `null`. */
export function valueIn(frame: Frame, row: number, named: NamedFact, type: Type): string | number | boolean | null {
  const stored = frame.columns[named.column]?.[row] ?? null;
  if (stored === null || typeof stored === "string") return stored;
  if (Number.isNaN(stored)) return null;
  const value = computed(named, stored);
  if (Number.isNaN(value)) return null;
  if (type.is === "enum") return type.members[value]?.id ?? null;
  return type.is === "boolean" ? value !== 0 : value;
}

function computed(named: NamedFact, stored: number): number {
  if (named.is === "zodiac") return signOf[named.calendar](stored);
  return named.is === "shiftMonths" ? addMonths(stored, named.months) : stored;
}
