import { parseDate } from "../calendar/civil.js";
import { isInstant, parseInstant } from "../calendar/instant.js";
import { parseLunar } from "../calendar/lunar.js";
import { isZone } from "../calendar/zone.js";
import type { ShownType } from "../diagnostic/type-words.js";
import type { Field, Type } from "../program/program.js";
import { storedPer } from "../program/unit.js";
import { parseDecimal, wholeOf } from "../text/decimal.js";
import { nearest } from "../text/nearest.js";
import { parseVersion } from "../text/version.js";
import { visible } from "../text/visible.js";
import type { Report } from "./input-error.js";

/** Where in the input a value stands, and where to tell what is wrong with it. One object serves a whole list. */
export interface Place {
  /** `user`, `events`, `entries`; empty for the outermost. */
  readonly list: string;
  /** The place in the list; `null` for what is no list. */
  index: number | null;
  readonly report: Report;
}

export function pathOf({ list, index }: Place, name: string): string {
  const owner = index === null ? list : `${list}[${index}]`;
  if (owner === "") return name;
  return name === "" ? owner : `${owner}.${name}`;
}

/** Reads a value into its stored form. What is unknown, or was reported, is `NaN` for numbers and `null` for texts. */
export type ValueReader = (value: unknown, place: Place) => number | string | null;

export function isStoredAsText(type: Type): boolean {
  return type.is === "text" || type.is === "zone" || type.is === "locale";
}

export function valueReader(field: Field): ValueReader {
  const unknown = isStoredAsText(field.type) ? null : Number.NaN;
  const read = readerOf(field);
  return (value, place) => {
    if (value !== null && value !== undefined) return read(value, place);
    const path = field.optional ? "" : pathOf(place, field.id);
    if (path !== "") place.report("missing-value", path, { path, type: shownType(field.type) });
    return unknown;
  };
}

function shownType(type: Type): ShownType {
  return type.is === "money" ? { currency: type.currency } : type.is;
}

function readerOf(field: Field): ValueReader {
  const { type } = field;
  switch (type.is) {
    case "text":
    case "locale":
      return (value, place) => (typeof value === "string" ? value : wrong(field, value, place, '"…"', null));
    case "zone":
      return (value, place) => readZone(field, value, place);
    case "boolean":
      return (value, place) =>
        typeof value === "boolean" ? Number(value) : wrong(field, value, place, "true", Number.NaN);
    case "enum":
      return enumReader(
        field,
        type.members.map(({ id }) => id),
      );
    case "date":
      return (value, place) =>
        (typeof value === "string" ? parseDate(value) : null) ?? wrong(field, value, place, '"2026-11-10"', Number.NaN);
    case "lunarDate":
      return (value, place) => readLunar(field, value, place);
    case "version":
      return (value, place) =>
        (typeof value === "string" ? parseVersion(value) : null) ?? wrong(field, value, place, '"8.2.0"', Number.NaN);
    case "instant":
      return (value, place) => readInstant(value, place, field.id, field.pii);
    default:
      return numberReader(field);
  }
}

function readLunar(field: Field, value: unknown, place: Place): number {
  const parsed = typeof value === "string" ? parseLunar(value) : null;
  if (parsed?.is === "lunar") return parsed.stored;
  if (parsed === null || parsed.why === "not a lunar date")
    return wrong(field, value, place, '"1990-08-15"', Number.NaN);
  const path = pathOf(place, field.id);
  place.report("no-such-lunar-date", path, { path, got: shownValue(value, field.pii), why: parsed.why });
  return Number.NaN;
}

function readZone(field: Field, value: unknown, place: Place): string | null {
  if (typeof value === "string" && isZone(value)) return value;
  const path = pathOf(place, field.id);
  place.report("unknown-zone", path, { path, got: shownValue(value, field.pii) });
  return null;
}

function enumReader(field: Field, members: readonly string[]): ValueReader {
  const places = new Map(members.map((id, place) => [id, place]));
  return (value, place) => {
    const member = typeof value === "string" ? places.get(value) : undefined;
    if (member !== undefined) return member;
    reportChoice(value, members, place, field.id, field.pii);
    return Number.NaN;
  };
}

/** Tells that a name is none of those declared. */
export function reportChoice(value: unknown, known: readonly string[], place: Place, name: string, pii = false): void {
  const path = pathOf(place, name);
  const got = shownValue(value, pii);
  const meant = got !== null && typeof value === "string" ? nearest(value, known) : null;
  place.report("not-a-choice", path, { path, got, nearest: meant, known });
}

/** How to give a value of a type. */
const examples: { readonly [I in Type["is"]]?: string } = {
  money: '19.9 or "19.9"',
  number: '1.5 or "1.5"',
  ratio: "0.3 for 30%",
};

/** Numbers of every kind: what is stored is whole, and what would have to be rounded is refused. */
function numberReader(field: Field): ValueReader {
  const { type } = field;
  const per = type.is === "money" ? type.minor : storedPer(type);
  const digits = per.toString().length - 1;
  return (value, place) => {
    if (typeof value === "number" && per === 1 && Number.isSafeInteger(value)) return value;
    const decimal = typeof value === "number" || typeof value === "string" ? parseDecimal(String(value)) : null;
    if (decimal === null) return wrong(field, value, place, examples[type.is] ?? "3", Number.NaN);
    const whole = wholeOf(decimal, per);
    if (typeof whole === "number") return whole;
    const path = pathOf(place, field.id);
    const got = shownValue(value, field.pii);
    if (whole === "large") place.report("too-large-value", path, { path, got });
    else place.report("too-fine-value", path, { path, digits, got });
    return Number.NaN;
  };
}

/** An instant as ISO 8601, a `Date` or milliseconds; `NaN` if it was reported. Finer than a millisecond is floored. */
export function readInstant(value: unknown, place: Place, name: string, pii = false): number {
  const ms = value instanceof Date ? value.getTime() : value;
  if (typeof ms === "number" && isInstant(Math.floor(ms))) return Math.floor(ms);
  const parsed = typeof ms === "string" ? parseInstant(ms) : null;
  if (parsed?.is === "instant") return parsed.ms;
  const path = pathOf(place, name);
  const got = shownValue(value, pii);
  if (parsed?.why === "no zone") place.report("instant-without-zone", path, { path, got });
  else place.report("wrong-value", path, { path, type: "instant", got, example: '"2026-11-10T20:00:00+08:00"' });
  return Number.NaN;
}

function wrong<T>(field: Field, value: unknown, place: Place, example: string, unknown: T): T {
  const path = pathOf(place, field.id);
  place.report("wrong-value", path, { path, type: shownType(field.type), got: shownValue(value, field.pii), example });
  return unknown;
}

/** Longer values are not shown. */
const LONGEST = 60;

/** A value as a problem may show it: on one line; `null` if it is personal, long, or no plain value. */
export function shownValue(value: unknown, pii: boolean): string | null {
  if (pii || (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean")) return null;
  const text = String(value);
  return text.length > LONGEST ? null : visible(text);
}
