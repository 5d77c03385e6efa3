import type { Quantity } from "../syntax/tree.js";
import type { Length } from "./value.js";

const units: ReadonlyMap<string, { unit: Length["unit"]; n: number }> = new Map([
  ["second", { unit: "ms", n: 1_000 }],
  ["minute", { unit: "ms", n: 60_000 }],
  ["hour", { unit: "ms", n: 3_600_000 }],
  ["day", { unit: "day", n: 1 }],
  ["week", { unit: "day", n: 7 }],
  ["month", { unit: "month", n: 1 }],
  ["year", { unit: "month", n: 12 }],
]);

/** A century: longer stretches of time are surely a slip, and stay far from the ends of the calendar. */
const LONGEST: { readonly [U in Length["unit"]]: number } = { ms: 100 * 366 * 86_400_000, day: 36_600, month: 1_200 };

export function isTimeUnit(unit: string): boolean {
  return units.has(unit);
}

/** All time units, in the singular. */
export const timeUnits: readonly string[] = [...units.keys()];

/**
 * A length of time in the unit that it counts in. `null` for a number with another unit, a fraction (of an hour too),
 * less than zero, or more than a century.
 */
export function lengthOf(quantity: Quantity): Length | null {
  const unit = quantity.unit === null ? undefined : units.get(quantity.unit);
  const count = Number(quantity.amount);
  if (!unit || !Number.isInteger(count) || count < 0) return null;
  const n = count * unit.n;
  return n > LONGEST[unit.unit] ? null : { unit: unit.unit, n };
}
