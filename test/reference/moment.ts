import type { Moment, Point, Window } from "../../src/syntax/tree.js";
import { weekStartsOf } from "./catalogue.js";
import { type Clock, shiftMonths } from "./clock.js";
import type { Happened } from "./history.js";
import { happenedIn } from "./phrase.js";
import { byCodePoint } from "./value.js";
import { contains, intervalOf, type Length, lengthOf } from "./window.js";
import { valueOf } from "./worth.js";
import type { World } from "./world.js";

/** An instant; an event's has a place among those of one instant, a date's or a profile's has none. */
export interface At {
  readonly instant: number;
  readonly seq: number | null;
}

/** A moment that is known: an instant, or a whole local date. */
export type Known = { readonly is: "instant"; readonly at: At } | { readonly is: "date"; readonly date: number };

export function atOf(event: Happened): At {
  return { instant: event.occurredAt, seq: event.seq };
}

/** Strictly later: by the instant and, between two events of one instant, by their places. */
export function isLater(a: At, b: At): boolean {
  if (a.instant !== b.instant) return a.instant > b.instant;
  return a.seq !== null && b.seq !== null && a.seq > b.seq;
}

/** The n-th or the last event of a pattern in total order, or `null`. */
export function eventAt(point: Point, world: World): Happened | null {
  const found = inTotalOrder(happenedIn(world, point.pattern.event.text, point.pattern.where, null));
  return (point.nth === "last" ? found.at(-1) : found[point.nth - 1]) ?? null;
}

/** By the instant, then the place among those of one instant, then the id. */
export function inTotalOrder(events: readonly Happened[]): Happened[] {
  return [...events].sort(orderOf);
}

/** Below zero, zero or above zero, as `a` comes before `b`, is it, or comes after it. */
export function orderOf(a: Happened, b: Happened): number {
  return a.occurredAt - b.occurredAt || a.seq - b.seq || byCodePoint(a.id, b.id) || byCodePoint(a.event, b.event);
}

export function momentOf(moment: Moment, world: World): Known | null {
  if (moment.is === "point") {
    const event = eventAt(moment, world);
    return event === null ? null : { is: "instant", at: atOf(event) };
  }
  const value = valueOf(moment, world);
  if (value === null) return null;
  if (value.is === "date") return { is: "date", date: value.date };
  if (value.is === "instant") return { is: "instant", at: { instant: value.instant, seq: null } };
  throw new TypeError(`not a moment: a ${value.is}`);
}

/** A date that is to lie somewhere lies where it starts. */
export function startOfMoment(known: Known, clock: Clock): At {
  return known.is === "instant" ? known.at : { instant: clock.startOf(known.date), seq: null };
}

/** Whether something lies in a window. Nothing that is still to come does. */
export function liesIn(window: Window | null, at: At, world: World): boolean {
  if (at.instant > world.until) return false;
  if (window?.is !== "within" && window?.is !== "since")
    return contains(intervalOf(window, world.now, world.clock, weekStartsOf(world.catalogue), world.until), at.instant);
  const beside = momentOf(window.moment, world);
  if (beside === null) return false;
  return beside.is === "date"
    ? liesBesideDate(window, beside.date, at, world.clock)
    : liesBesideInstant(window, beside.at, at, world.clock);
}

type Beside = Extract<Window, { is: "within" | "since" }>;

/** A date is a whole day: what comes after it begins with it, what comes before it ends with its start. */
function liesBesideDate(window: Beside, date: number, at: At, clock: Clock): boolean {
  const start = clock.startOf(date);
  if (window.is === "since") return at.instant >= start;
  const length = lengthWritten(window);
  const edge = window.side === "after" ? 1 : -1;
  switch (length.is) {
    case "span":
      return edge > 0
        ? start <= at.instant && at.instant <= start + length.ms
        : start - length.ms <= at.instant && at.instant < start;
    default: {
      const other = shifted(date, length, edge);
      return edge > 0
        ? start <= at.instant && at.instant < clock.startOf(other + 1)
        : clock.startOf(other) <= at.instant && at.instant < start;
    }
  }
}

function liesBesideInstant(window: Beside, moment: At, at: At, clock: Clock): boolean {
  if (window.is === "since") return isLater(at, moment);
  const length = lengthWritten(window);
  if (window.side === "after") return isLater(at, moment) && isWithin(length, moment.instant, at.instant, clock);
  if (!isLater(moment, at)) return false;
  if (length.is === "span") return at.instant >= moment.instant - length.ms;
  return at.instant >= clock.startOf(shifted(clock.dateAt(moment.instant), length, -1));
}

/** Not later than so long after an instant; in days and months, up to the end of that local day. */
export function isWithin(length: Length, after: number, instant: number, clock: Clock): boolean {
  if (length.is === "span") return instant <= after + length.ms;
  return instant < clock.startOf(shifted(clock.dateAt(after), length, 1) + 1);
}

/** Whether so long has gone by since an instant; in days and months, whether that local day is over. */
export function isOver(length: Length, after: number, world: World): boolean {
  if (length.is === "span") return world.now - after >= length.ms;
  return world.today > shifted(world.clock.dateAt(after), length, 1);
}

function shifted(date: number, length: Exclude<Length, { is: "span" }>, sign: number): number {
  return length.is === "days" ? date + sign * length.days : shiftMonths(date, sign * length.months);
}

/** Whether a stretch beside a moment is known and lies behind: only then can one say what did not happen in it. */
export function hasElapsed(window: Beside, world: World): boolean {
  const beside = momentOf(window.moment, world);
  if (beside === null) return false;
  if (window.is === "since" || window.side === "before")
    return beside.is === "date" ? world.today >= beside.date : world.now >= beside.at.instant;
  const length = lengthWritten(window);
  if (beside.is === "instant") return isOver(length, beside.at.instant, world);
  if (length.is === "span") return world.now - world.clock.startOf(beside.date) >= length.ms;
  return world.today > shifted(beside.date, length, 1);
}

export function lengthWritten(window: Extract<Window, { is: "within" }>): Length {
  const length = lengthOf(window.length);
  if (length === null) throw new Error("`within` takes a length of time");
  return length;
}

/** From the start of a window up to now. */
export function tailOf(window: Window | null): Window | null {
  switch (window?.is) {
    case "previous":
      return { ...window, is: "for" };
    case "yesterday":
      return { is: "for", length: { is: "quantity", amount: "1", unit: "day", span: window.span }, span: window.span };
    case "ago": {
      // The start of `between … and <far> ago` is that of so many whole silent dates, or of the last so many hours.
      return { is: "for", length: window.far, span: window.span };
    }
    case "dates":
      return { is: "since", moment: window.from, span: window.span };
    case "within":
      if (window.side === "before") throw new Error("`within … before` has no `without`");
      return { is: "since", moment: window.moment, span: window.span };
    default:
      return window;
  }
}
