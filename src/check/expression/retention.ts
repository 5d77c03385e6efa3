import type { Window } from "../../program/program.js";
import { DAY } from "../../calendar/civil.js";
import type { Span } from "../../text/span.js";
import type { EventEntry } from "../catalogue.js";
import type { Checker } from "../checker.js";
import type { Length } from "../value.js";

/** Whether nothing of an event was thrown away: asking for its first, its n-th or its last needs all of them. */
export function keepsAll(c: Checker, { node, kept }: EventEntry, span: Span, asks: "point" | "beside"): boolean {
  if (kept === null) return true;
  const args = { text: c.phrases.textOf(span), event: node.name.text, kept, asks };
  c.report.add("beyond-retention", span, args, { related: [(node.kept ?? node.name).span] });
  return false;
}

/** Whether a window lies in what is kept of an event. */
export function isKept(c: Checker, entry: EventEntry, window: Window, span: Span): boolean {
  const { node, kept } = entry;
  if (kept === null) return true;
  const reach = datesBack(window);
  if (reach !== null && reach <= kept) return true;
  const asks = window.is === "after" || window.is === "before" || window.is === "since" ? "beside" : "window";
  if (asks === "beside") return keepsAll(c, entry, span, asks);
  const args = { text: c.phrases.textOf(span), event: node.name.text, kept, asks } as const;
  c.report.add("beyond-retention", span, args, { related: [(node.kept ?? node.name).span] });
  return false;
}

/** Whether an event is kept for as long as all of this may take; `null` may take for ever. */
export function keepsFor(c: Checker, entry: EventEntry, passes: readonly (Length | null)[], span: Span): boolean {
  const { node, kept } = entry;
  const back = passes.reduce((sum, length) => sum + (length ? datesOf(length) : Number.POSITIVE_INFINITY), 0);
  if (kept === null || back <= kept) return true;
  const args = { text: c.phrases.textOf(span), event: node.name.text, kept, asks: "window" } as const;
  c.report.add("beyond-retention", span, args, { related: [(node.kept ?? node.name).span] });
  return false;
}

function datesOf({ unit, n }: Length): number {
  if (unit === "ms") return Math.ceil(n / DAY);
  return unit === "day" ? n : n * MONTH;
}

/** The longest month. */
const MONTH = 31;

/** How many whole dates before today a window may reach; `null`: there is no bound. A day is taken for 24 hours. */
function datesBack(window: Window): number | null {
  switch (window.is) {
    case "last":
      return window.unit === "day" ? window.n - 1 : window.n * MONTH;
    case "previous":
    case "for":
      return window.unit === "day" ? window.n : window.n * MONTH;
    case "span":
      return Math.ceil(window.ms / DAY);
    case "ago":
      return window.unit === "day" ? window.far : window.far * MONTH;
    case "spanAgo":
      return Math.ceil(window.far / DAY);
    case "thisWeek":
      return 6;
    case "thisMonth":
      return MONTH - 1;
    case "thisYear":
      return 365;
    case "ever":
    case "dates":
    case "after":
    case "before":
    case "since":
      return null;
  }
}
