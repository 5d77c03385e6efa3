import type { Program } from "../program/program.js";
import { dataError, nowhere } from "./data-error.js";

/**
 * Throws a `DataError` if one of the totals of a fact is not exact, as deciding for one user does. A total beyond 2^53 was
 * rounded on its way here, but never to something smaller: it shows.
 */
export function checkTotal(program: Program, totals: Float64Array, place: number): void {
  if (areExact(totals)) return;
  const fact = program.facts[place];
  const event = fact && "event" in fact ? program.events[fact.event] : undefined;
  const field = fact && "field" in fact ? event?.fields[fact.field] : undefined;
  throw dataError("data-sum-too-large", nowhere, { phrase: `${event?.id ?? ""}.${field?.id ?? ""}` }, null);
}

function areExact(totals: Float64Array): boolean {
  for (let row = 0; row < totals.length; row++) {
    if (Math.abs(totals[row] as number) > Number.MAX_SAFE_INTEGER) return false;
  }
  return true;
}
