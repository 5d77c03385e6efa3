import { civilOf, DAY, dateOf, formatDate } from "../../calendar/civil.js";
import { formatInstant } from "../../calendar/instant.js";
import { lunarOf } from "../../calendar/lunar.js";
import type { Example } from "../../check/proof/example.js";
import { type Field, MILLIONTHS, type Program, type Type } from "../../program/program.js";
import type { Occasion } from "./occasion.js";

type Stored = number | string | null;

/** The profile of an example, as it is given to `decide`: what nothing asks for is unknown, or as plain as can be. */
export function personOf(program: Program, example: Example, occasion: Occasion): Record<string, unknown> {
  const asked = new Map<number, Stored>();
  for (const [column, value] of example.values) {
    const fact = example.facts.fact(column);
    if (fact?.is === "profile") asked.set(fact.field, value);
    if (fact?.is === "profileDate" && typeof value === "number") asked.set(fact.field, value * DAY + DAY / 2);
  }
  const { anniversary } = occasion;
  if (anniversary) {
    const { field, origin } = anniversary;
    asked.set(field, bornOn(origin, program.user.fields[field]?.type.is));
  }
  const known = program.user.fields.flatMap((field, place): [string, unknown][] => {
    if (place === program.user.id) return [[field.id, "example"]];
    const stored = asked.has(place) ? (asked.get(place) ?? null) : plainOf(program, field, occasion);
    return stored === null ? [] : [[field.id, given(field.type, stored)]];
  });
  return Object.fromEntries(known);
}

/** A value of which a date is an anniversary, a few decades later. */
function bornOn(date: number, type: Type["is"] | undefined): number {
  const lunar = type === "lunarDate" ? lunarOf(date) : null;
  if (lunar) return (lunar.year - YEARS) * 100_000 + lunar.month * 1000 + lunar.day;
  const { year, month, day } = civilOf(date);
  const born = dateOf(year - YEARS, month, day);
  return type === "instant" ? born * DAY + DAY / 2 : born;
}

/** After so many years, 29 February is there again. */
const YEARS = 28;

function plainOf(program: Program, { optional, type }: Field, { now, today }: Pick<Occasion, "now" | "today">): Stored {
  return optional ? null : plainValue(program, type, now, today);
}

/** A plain value of a type, for what must be known and nobody asks for. */
export function plainValue(program: Program, { is }: Type, now: number, today: number): Stored {
  switch (is) {
    case "text":
      return "a";
    case "zone":
      return program.project.zone;
    case "locale":
      return program.project.locales[0] ?? "en";
    case "date":
      return today - 365;
    case "instant":
      return now - 365 * DAY;
    case "lunarDate":
      return 1990 * 100_000 + 8 * 1000 + 15;
    default:
      return 0;
  }
}

/** A stored value as `decide` takes it. */
export function given(type: Type, stored: number | string): unknown {
  if (typeof stored === "string") return stored;
  switch (type.is) {
    case "boolean":
      return stored === 1;
    case "enum":
      return type.members[stored]?.id ?? null;
    case "money":
      return stored / type.minor;
    case "number":
    case "ratio":
      return stored / MILLIONTHS;
    case "date":
      return formatDate(stored);
    case "instant":
      return formatInstant(stored);
    case "lunarDate": {
      const [year, month, day] = [Math.floor(stored / 100_000), Math.floor(stored / 1000) % 100, stored % 100];
      const leap = Math.floor(stored / 100) % 10 === 1 ? " leap" : "";
      return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}${leap}`;
    }
    case "version":
      return [stored / 10_000_000_000, (stored / 100_000) % 100_000, stored % 100_000].map(Math.floor).join(".");
    default:
      return stored;
  }
}
