import { own, type Plain } from "./read-object.js";
import { type Place, reportChoice } from "./read-value.js";

/** One of the known names, `null` if it is absent, or `undefined` if it was reported. */
export function readChoice<T extends string>(
  entry: Plain,
  name: string,
  known: readonly T[],
  place: Place,
): T | null | undefined {
  const value = own(entry, name) ?? null;
  if (value === null) return null;
  const found = known.find((one) => one === value);
  if (found === undefined) reportChoice(value, known, place, name);
  return found;
}
