import { shiftDate } from "../calendar/civil.js";
import type { MomentWindow, Window } from "../program/program.js";
import { compileMoment, emptyFound, type Found } from "./moment.js";
import { isPlain } from "./need.js";
import type { Scene, Sources } from "./scene.js";
import { isLater } from "./stream.js";

/** A stretch of the order (occurred_at, seq): what is strictly later than one end and strictly earlier than the other. */
export interface Range {
  after: number;
  afterSeq: number;
  before: number;
  beforeSeq: number;
}

export type FindRange = (scene: Scene, into: Range) => void;

export function emptyRange(): Range {
  return { after: Number.POSITIVE_INFINITY, afterSeq: 0, before: Number.NEGATIVE_INFINITY, beforeSeq: 0 };
}

/** Whether a moment lies in a range; one that is unknown, `NaN`, lies in none. */
export function isWithin({ at, seq }: Found, { after, afterSeq, before, beforeSeq }: Range): boolean {
  return isLater(at, seq, after, afterSeq) && isLater(before, beforeSeq, at, seq);
}

/** Compiles a window to the range that it is at an ask; what ends later than that sees is cut there. */
export function compileRange(window: Window, sources: Sources): FindRange {
  if (!isPlain(window)) return compileBeside(window, sources);
  const place = sources.windowPlace(window);
  return ({ at }, into) => {
    startAt(into, at.lo[place] as number);
    endBefore(into, at.hi[place] as number);
  };
}

function compileBeside(window: MomentWindow, sources: Sources): FindRange {
  const find = compileMoment(window.moment, sources);
  const place = placeBeside(window);
  const found = emptyFound();
  return (scene, into) => {
    find(scene, found);
    if (Number.isNaN(found.at)) {
      Object.assign(into, emptyRange());
      return;
    }
    place(scene, found, into);
    const { until } = scene.at;
    if (into.before > until) endBefore(into, until + 1);
  };
}

/** The stretch beside a known moment, before it is cut. */
function placeBeside(window: MomentWindow): (scene: Scene, found: Found, into: Range) => void {
  switch (window.is) {
    case "since":
      return (_, found, into) => {
        startAfter(into, found);
        endBefore(into, Number.POSITIVE_INFINITY);
      };
    case "after": {
      const { unit, n } = window;
      return ({ zone }, found, into) => {
        startAfter(into, found);
        endBefore(into, unit === "ms" ? found.at + n + 1 : zone.startOf(shiftDate(dateOf(zone, found), unit, n) + 1));
      };
    }
    case "before": {
      const { unit, n } = window;
      return ({ zone }, found, into) => {
        startAt(into, unit === "ms" ? found.at - n : zone.startOf(shiftDate(dateOf(zone, found), unit, -n)));
        if (Number.isNaN(found.date)) {
          into.before = found.at;
          into.beforeSeq = found.seq;
        } else endBefore(into, found.at);
      };
    }
  }
}

function dateOf(zone: Scene["zone"], { at, date }: Found): number {
  return Number.isNaN(date) ? zone.dateAt(at) : date;
}

/** A whole day starts with its first instant; whatever else must be passed. */
function startAfter(into: Range, { at, seq, date }: Found): void {
  if (!Number.isNaN(date)) return startAt(into, at);
  into.after = at;
  into.afterSeq = seq;
}

/** Instants are whole, so what happened at `instant` or later is what came after all of the millisecond before. */
function startAt(into: Range, instant: number): void {
  into.after = instant - 1;
  into.afterSeq = Number.POSITIVE_INFINITY;
}

function endBefore(into: Range, instant: number): void {
  into.before = instant;
  into.beforeSeq = Number.NEGATIVE_INFINITY;
}
