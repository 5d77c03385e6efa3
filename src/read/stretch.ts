import type { Quantity, Window } from "../syntax/tree.js";
import type { Length, Stretch } from "./wording.js";

/** The window of a phrase that has been checked: what may be left out, or is not there yet, has been refused. */
export function stretchOf(window: Window | null): Stretch {
  if (window === null || window.is === "notYet") throw new Error("a phrase without its window passed the checker");
  if (window.is === "ever") return { is: "ever" };
  const length = lengthOf(window.length);
  return { is: window.is, length, exact: exactUnits.has(length.unit) };
}

export function lengthOf({ amount, unit }: Quantity): Length {
  return { amount, unit: unit ?? "" };
}

const exactUnits: ReadonlySet<string> = new Set(["second", "minute", "hour"]);
