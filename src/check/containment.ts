import type { Window } from "../program/program.js";
import { keyOfWindow } from "./fact-table.js";

/**
 * Whether every event that lies in `inner` lies in `outer`, whatever the instant and the zone. Sound, and says no where it
 * cannot tell: days and months are never compared with each other, nor with hours.
 */
export function contains(outer: Window, inner: Window): boolean {
  if (outer.is === "ever" || keyOfWindow(outer) === keyOfWindow(inner)) return true;
  if (outer.is === "span") return exactReach(inner) <= outer.ms;
  const [wide, narrow] = [reachOf(outer), reachOf(inner)];
  if (!wide || !narrow || outer.is === "thisWeek" || outer.is === "thisMonth" || outer.is === "thisYear") return false;
  return wide.unit === narrow.unit && narrow.far <= wide.far && narrow.near >= wide.near;
}

function exactReach(window: Window): number {
  if (window.is === "span") return window.ms;
  return window.is === "spanAgo" ? window.far : Number.POSITIVE_INFINITY;
}

/** How many whole units before today a window starts and ends at the most; a half stands between two starts. */
interface Reach {
  readonly unit: "day" | "month";
  readonly far: number;
  /** 0 for a window that goes on to now. */
  readonly near: number;
}

/** For the current week, month and year the longest that they can be. */
function reachOf(window: Window): Reach | null {
  switch (window.is) {
    case "for":
      return { unit: window.unit, far: window.n, near: 0 };
    case "last":
      // It starts a day after `for` as many does: later than that, and never later than `for` one less.
      return { unit: window.unit, far: window.n - 0.5, near: 0 };
    case "previous":
      return { unit: window.unit, far: window.n, near: 0.5 };
    case "ago":
      return { unit: window.unit, far: window.far, near: window.near };
    case "thisWeek":
      return { unit: "day", far: 6, near: 0 };
    case "thisMonth":
      return { unit: "day", far: 30, near: 0 };
    case "thisYear":
      return { unit: "day", far: 365, near: 0 };
    default:
      return null;
  }
}
