import type { Type } from "../program/program.js";
import type { ShownType } from "../diagnostic/type-words.js";
import { currencyDigits } from "./currency.js";
import type { Value } from "./value.js";

/** Money of a currency, or `null` if the code is none. */
export function money(currency: string): Type | null {
  const digits = currencyDigits(currency);
  return digits === null ? null : { is: "money", currency, minor: 10 ** digits };
}

/** A type as messages show it. */
export function shown(type: Type): ShownType {
  return type.is === "money" ? { currency: type.currency } : type.is;
}

/** A value's type as messages show it. */
export function shownOf(value: Value): ShownType {
  if (value.is === "num" || value.is === "text") return shown(value.type);
  return "period";
}

/** The same type: for money the same currency, for choices the same list. */
export function sameType(left: Type, right: Type): boolean {
  if (left.is === "money" && right.is === "money") return left.currency === right.currency;
  if (left.is === "enum" && right.is === "enum") {
    const { members } = right;
    return (
      left.members.length === members.length && left.members.every((member, place) => member.id === members[place]?.id)
    );
  }
  return left.is === right.is;
}

/** A plain number, without a unit. */
export function isBare(type: Type): boolean {
  return type.is === "integer" || type.is === "number";
}

/** Types that are stored as text. */
export function isText(type: Type): boolean {
  return type.is === "text" || type.is === "zone" || type.is === "locale";
}

/** Types with a smaller and a greater. */
export function isOrdered(type: Type): boolean {
  return isQuantity(type) || ordered.has(type.is);
}

/** Those that have an order without adding up. A lunar date has none: in which year is left open. */
const ordered: ReadonlySet<Type["is"]> = new Set<Type["is"]>(["date", "instant", "period", "version"]);

/** Types of which there can be more or less: they add up. */
export function isQuantity(type: Type): boolean {
  return isBare(type) || type.is === "ratio" || type.is === "points" || type.is === "money" || type.is === "span";
}

/** What to write after `if unknown` for a type; `null` where it has no literal. */
export function fallbackFor(type: Type): string | null {
  switch (type.is) {
    case "integer":
    case "number":
      return "0";
    case "ratio":
      return "0%";
    case "points":
      return "0 points";
    case "money":
      return `0 ${type.currency}`;
    case "text":
    case "zone":
    case "locale":
      return '""';
    case "boolean":
      return "false";
    case "date":
      return "2000-01-01";
    case "version":
      return '"1.0.0"';
    case "enum":
      return type.members[0]?.id ?? null;
    case "lunarDate":
    case "instant":
    case "span":
    case "period":
      return null;
  }
}
