import type { Clock } from "../syntax/tree.js";
import type { Scope } from "./scope.js";
import type { ToldClock, ToldHours } from "./told-strategy.js";

/** A time of day that must be said where it stands. */
export function clockOf(node: Clock | null, scope: Scope): ToldClock {
  if (node) return toldClock(node, scope);
  throw new Error("a schedule without its time of day passed the checker");
}

export function toldClock(node: Clock, { catalogue }: Scope): ToldClock {
  return { at: clockText(node), zone: catalogue.zone };
}

/** A stretch of the day. */
export function hoursOf({ from, to }: { readonly from: Clock; readonly to: Clock }): ToldHours {
  const [start, end] = [clockText(from), clockText(to)];
  return { from: start, to: end, overnight: end < start };
}

/** `09:05`. */
function clockText({ hour, minute }: Clock): string {
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}
