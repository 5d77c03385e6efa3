import { addMonths } from "../calendar/civil.js";
import type { Zone } from "../calendar/zone.js";
import type { Length } from "../program/program.js";

/** The first instant at which something issued at `issued` is no longer valid. Whole days and months end with a local day. */
export function expiryOf(valid: Length, zone: Zone, issued: number): number {
  return valid.unit === "ms" ? issued + valid.n : zone.startOf(lastDate(valid, zone, issued) + 1);
}

/** The last moment of validity: a whole local date, or an instant. */
export type LastValid = { readonly is: "date" | "instant"; readonly at: number };

export function lastValid(valid: Length, zone: Zone, issued: number): LastValid {
  if (valid.unit === "ms") return { is: "instant", at: issued + valid.n - 1 };
  return { is: "date", at: lastDate(valid, zone, issued) };
}

function lastDate(valid: Length, zone: Zone, issued: number): number {
  const today = zone.dateAt(issued);
  return valid.unit === "month" ? addMonths(today, valid.n) : today + valid.n;
}
