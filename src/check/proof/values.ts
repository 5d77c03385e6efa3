/**
 * The values that something may still have: whole numbers in ranges, or texts, and whether it may be unknown. Ranges are closed,
 * ascending and never touch; an end may be infinite.
 */
export interface Values {
  readonly unknown: boolean;
  readonly ranges: readonly Range[];
}

export type Range = readonly [least: number, most: number];

const least = Number.NEGATIVE_INFINITY;
const most = Number.POSITIVE_INFINITY;

export const anyValue: Values = { unknown: true, ranges: [[least, most]] };
export const anyKnown: Values = { unknown: false, ranges: [[least, most]] };
export const onlyUnknown: Values = { unknown: true, ranges: [] };

/** The whole numbers from `from` to `to`. */
export function between(from: number, to: number, unknown = false): Values {
  return { unknown, ranges: from <= to ? [[from, to]] : [] };
}

/** These whole numbers alone. */
export function these(numbers: Iterable<number>, unknown = false): Values {
  const ranges: [number, number][] = [];
  for (const n of [...new Set(numbers)].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last && last[1] + 1 === n) last[1] = n;
    else ranges.push([n, n]);
  }
  return { unknown, ranges };
}

/** All values but these; a value that is not among them may as well be unknown if `them` cannot. */
export function allBut(them: Values): Values {
  const ranges: Range[] = [];
  let from = least;
  for (const [a, b] of them.ranges) {
    if (from < a) ranges.push([from, a - 1]);
    from = b + 1;
  }
  const last = them.ranges.at(-1);
  if (!last || last[1] !== most) ranges.push([from, most]);
  return { unknown: !them.unknown, ranges };
}

export function both(one: Values, other: Values): Values {
  const unknown = one.unknown && other.unknown;
  const ranges: Range[] = [];
  let [i, j] = [0, 0];
  while (i < one.ranges.length && j < other.ranges.length) {
    const [a, b] = one.ranges[i] as Range;
    const [c, d] = other.ranges[j] as Range;
    const [from, to] = [Math.max(a, c), Math.min(b, d)];
    if (from <= to) ranges.push([from, to]);
    if (b < d) i++;
    else j++;
  }
  return { unknown, ranges };
}

export function isEmpty({ unknown, ranges }: Values): boolean {
  return !unknown && ranges.length === 0;
}

/** Whether two sets hold the same values. */
export function isSame(one: Values, other: Values): boolean {
  return (
    one.unknown === other.unknown &&
    one.ranges.length === other.ranges.length &&
    one.ranges.every(([a, b], at) => a === other.ranges[at]?.[0] && b === other.ranges[at]?.[1])
  );
}

/** The least known value; +∞ where none is. */
export function leastOf({ ranges }: Values): number {
  return ranges[0]?.[0] ?? most;
}

/** The greatest known value; −∞ where none is. */
export function mostOf({ ranges }: Values): number {
  return ranges.at(-1)?.[1] ?? least;
}

/** Whether it is certainly known. */
export function isKnown({ unknown }: Values): boolean {
  return !unknown;
}

/** Texts that something may still be: those of `only` if that is given, and none of `not`. */
export interface Texts {
  readonly unknown: boolean;
  readonly only: ReadonlySet<string> | null;
  readonly not: ReadonlySet<string>;
}

const none: ReadonlySet<string> = new Set();

export const anyText: Texts = { unknown: true, only: null, not: none };
export const anyKnownText: Texts = { unknown: false, only: null, not: none };
export const noText: Texts = { unknown: true, only: none, not: none };

export function theseTexts(texts: Iterable<string>, unknown = false): Texts {
  return { unknown, only: new Set(texts), not: none };
}

/** Unknown, or any text but these. */
export function noneOfTexts(texts: Iterable<string>): Texts {
  return { unknown: true, only: null, not: new Set(texts) };
}

export function bothTexts(one: Texts, other: Texts): Texts {
  const not = new Set([...one.not, ...other.not]);
  const unknown = one.unknown && other.unknown;
  const [only, rest] = one.only === null ? [other.only, null] : [one.only, other.only];
  if (only === null) return { unknown, only, not };
  return { unknown, only: new Set([...only].filter((text) => !not.has(text) && rest?.has(text) !== false)), not: none };
}

export function isEmptyText({ unknown, only }: Texts): boolean {
  return !unknown && only?.size === 0;
}
