import { shiftMonths } from "./clock.js";
import type { LunarDate } from "./lunar.js";
import { compareRationals, type Rational } from "./rational.js";
import type { Length } from "./window.js";

/** What an expression is worth; `null` is unknown. Money and numbers count whole units of what was written. */
export type Value =
  | { readonly is: "number"; readonly number: Rational }
  | { readonly is: "text"; readonly text: string }
  | { readonly is: "boolean"; readonly boolean: boolean }
  /** A member of an enum, or a stage, by its id. */
  | { readonly is: "word"; readonly word: string }
  | { readonly is: "date"; readonly date: number }
  | { readonly is: "instant"; readonly instant: number }
  | { readonly is: "lunarDate"; readonly date: LunarDate }
  /** `8.2.0`: three numbers. */
  | { readonly is: "version"; readonly parts: readonly number[] }
  | { readonly is: "length"; readonly length: Length }
  /** How long ago something happened: exact against a Span, by local dates against a Period. */
  | {
      readonly is: "since";
      readonly instant: number;
      readonly date: number;
      readonly now: number;
      readonly today: number;
    };

/** Below zero, zero or above zero, as `a` is less than, equal to or greater than `b`. */
export function compareValues(a: Value, b: Value): number {
  if (a.is === "since" && b.is === "length") return compareSince(a, b.length);
  if (a.is === "length" && b.is === "since") return -compareSince(b, a.length);
  if (a.is === "length" && b.is === "length") return compareLengths(a.length, b.length);
  if (a.is === "number" && b.is === "number") return compareRationals(a.number, b.number);
  if (a.is === "date" && b.is === "date") return a.date - b.date;
  if (a.is === "instant" && b.is === "instant") return a.instant - b.instant;
  if (a.is === "boolean" && b.is === "boolean") return Number(a.boolean) - Number(b.boolean);
  if (a.is === "version" && b.is === "text") return compareVersions(a.parts, versionParts(b.text));
  if (a.is === "text" && b.is === "version") return -compareValues(b, a);
  if (a.is === "version" && b.is === "version") return compareVersions(a.parts, b.parts);
  if (a.is === "text" && b.is === "text") return a.text === b.text ? 0 : byCodePoint(a.text, b.text);
  if (a.is === "word" && b.is === "word") return a.word === b.word ? 0 : byCodePoint(a.word, b.word);
  throw new TypeError(`a ${a.is} does not compare with a ${b.is}`);
}

function compareSince(since: Extract<Value, { is: "since" }>, length: Length): number {
  switch (length.is) {
    case "span":
      return since.now - since.instant - length.ms;
    case "days":
      return since.today - since.date - length.days;
    case "months":
      // The earlier it happened, the longer ago it is.
      return shiftMonths(since.today, -length.months) - since.date;
  }
}

function compareLengths(a: Length, b: Length): number {
  if (a.is === "span" && b.is === "span") return a.ms - b.ms;
  if (a.is === "days" && b.is === "days") return a.days - b.days;
  if (a.is === "months" && b.is === "months") return a.months - b.months;
  throw new TypeError(`a length in ${a.is} does not compare with one in ${b.is}`);
}

/** `8.2` is `8.2.0`. */
export function versionParts(text: string): number[] {
  if (!/^\d+\.\d+(\.\d+)?$/.test(text)) throw new SyntaxError(`not a version: ${text}`);
  const [first = 0, second = 0, third = 0] = text.split(".").map(Number);
  return [first, second, third];
}

function compareVersions(a: readonly number[], b: readonly number[]): number {
  const place = [0, 1, 2].find((each) => a[each] !== b[each]);
  return place === undefined ? 0 : (a[place] ?? 0) - (b[place] ?? 0);
}

/** The order of two texts by their code points. */
export function byCodePoint(a: string, b: string): number {
  const left = [...a];
  const right = [...b];
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const difference = (left[i]?.codePointAt(0) ?? 0) - (right[i]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
