import type { Window } from "../../program/program.js";

/** From the start of a window up to now; `null` for a stretch before a moment, whose start no window goes on from. */
export function tailOf(window: Window): Window | null {
  switch (window.is) {
    case "previous":
      return { ...window, is: "for" };
    case "ago":
      return { is: "for", unit: window.unit, n: window.far };
    case "spanAgo":
      return { is: "span", ms: window.far };
    case "dates":
      return { is: "dates", from: window.from, to: null };
    case "after":
      return { is: "since", moment: window.moment };
    case "before":
      return null;
    default:
      return window;
  }
}
