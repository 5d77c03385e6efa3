import type { Fitted, Found } from "../../program/program.js";
import type { Checker } from "../checker.js";

/** What was found for a definition; `null` where nothing was, or for another one. */
export function fittedAs<K extends Found["is"]>(
  c: Checker,
  name: string,
  definition: string,
  is: K,
): (Fitted & { readonly found: Extract<Found, { readonly is: K }> }) | null {
  const found = c.calibrations.get(name);
  if (found?.definition !== definition || found.found.is !== is) return null;
  const { until, sample } = found;
  return { until, sample, found: found.found as Extract<Found, { readonly is: K }> };
}
