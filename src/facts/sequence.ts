import type { SequenceFact } from "../program/program.js";
import { hasElapsed, lastWithin } from "./limit.js";
import { compileRange, emptyRange } from "./range.js";
import { createReach, type Reach } from "./reach.js";
import type { Scene, Sources } from "./scene.js";
import { type Guard, type Same, type Step, stepsOf, type Within } from "./steps.js";
import { firstAfter, firstNotBefore, isLater, type Stream } from "./stream.js";

/** Compiles a sequence: 1 if events can be chosen for its steps, else 0; or the instant of the first event that can be the last of them. */
export function compileSequence(fact: SequenceFact, sources: Sources): (scene: Scene) => number {
  const firstEnd = compileFirstEnd(fact, sources);
  if (fact.instant) return firstEnd;
  return (scene) => (Number.isNaN(firstEnd(scene)) ? 0 : 1);
}

/**
 * Compiles when a sequence was complete for the first time; `NaN` if it never was.
 *
 * All that is asked of a choice is asked of two neighbours in it. So a step needs to know only which events can end a choice
 * for the steps up to it, and each of them, `e`, lets a stretch of the next step's events follow: those later than `e`, up to
 * the limit of `within` and up to the first event that a guard forbids. Both sides are walked once, in their order, which makes
 * the work proportional to the number of events for each step, however they lie.
 */
function compileFirstEnd(fact: SequenceFact, sources: Sources): (scene: Scene) => number {
  const steps = stepsOf(fact, sources);
  const findRange = compileRange(fact.window, sources);
  const range = emptyRange();
  const [first, ...rest] = steps as readonly [Step, ...Step[]];
  let reached = createReach();
  let next = createReach();
  return (scene) => {
    findRange(scene, range);
    reached.clear();
    const from = firstAfter(first.stream, range.after, range.afterSeq);
    const to = firstNotBefore(first.stream, range.before, range.beforeSeq);
    for (let place = from; place < to; place++) reached.add(place);
    let before = first;
    for (const step of rest) {
      if (reached.size === 0) return Number.NaN;
      limitReach(reached, before, step, scene);
      next.clear();
      const start = firstAfter(step.stream, range.after, range.afterSeq);
      const end = firstNotBefore(step.stream, range.before, range.beforeSeq);
      follow(reached, before.stream, step, start, end, next);
      [reached, next] = [next, reached];
      before = step;
    }
    return firstClear(reached, before, scene);
  };
}

/** Finds, for each event reached, the last moment at which the next step's event may be. */
function limitReach(reached: Reach, { stream, guards }: Step, { within }: Step, scene: Scene): void {
  const { selection, history } = stream;
  for (let i = 0; i < reached.size; i++) {
    const row = selection.rows[reached.places[i] as number] as number;
    reached.until[i] = lastWithin(within, scene, history.occurred[row] as number);
    reached.untilSeq[i] = Number.POSITIVE_INFINITY;
  }
  for (const guard of guards) {
    forEachForbidden(reached, stream, guard, scene, (i, at, seq) => {
      if (!isLater(reached.until[i] as number, reached.untilSeq[i] as number, at, seq)) return;
      reached.until[i] = at;
      reached.untilSeq[i] = seq;
    });
  }
}

/** The instant of the first event that can end the sequence: nothing that the closing guards forbid came after it. */
function firstClear(reached: Reach, { stream, guards }: Step, scene: Scene): number {
  reached.until.fill(Number.POSITIVE_INFINITY, 0, reached.size);
  for (const guard of guards) {
    forEachForbidden(reached, stream, guard, scene, (i) => {
      reached.until[i] = Number.NEGATIVE_INFINITY;
    });
    if (guard.within) refuseUnfinished(reached, stream, guard.within, scene);
  }
  const { selection, history } = stream;
  for (let i = 0; i < reached.size; i++) {
    if ((reached.until[i] as number) > 0)
      return history.occurred[selection.rows[reached.places[i] as number] as number] as number;
  }
  return Number.NaN;
}

/** A stretch that has not elapsed may yet see what is forbidden. */
function refuseUnfinished(reached: Reach, { selection, history }: Stream, within: Within, scene: Scene): void {
  for (let i = 0; i < reached.size; i++) {
    const row = selection.rows[reached.places[i] as number] as number;
    if (!hasElapsed(within, scene, history.occurred[row] as number)) reached.until[i] = Number.NEGATIVE_INFINITY;
  }
}

/** Calls back for each event reached after which a guard forbids something, with the first such event. */
function forEachForbidden(
  reached: Reach,
  stream: Stream,
  guard: Guard,
  scene: Scene,
  found: (i: number, at: number, seq: number) => void,
): void {
  const { selection, history } = guard.stream;
  const keys = guard.same && keysOf(guard.same, stream, guard.stream);
  const firsts = new Map<number | string, number>();
  let place = selection.size;
  for (let i = reached.size - 1; i >= 0; i--) {
    const row = stream.selection.rows[reached.places[i] as number] as number;
    const at = stream.history.occurred[row] as number;
    const seq = stream.history.seq[row] as number;
    while (place > 0) {
      const other = selection.rows[place - 1] as number;
      if (!isLater(history.occurred[other] as number, history.seq[other] as number, at, seq)) break;
      place--;
      if (keys) put(firsts, keys.own(place), place);
    }
    const first = keys
      ? get(firsts, keys.before(reached.places[i] as number))
      : place < selection.size
        ? place
        : undefined;
    if (first === undefined) continue;
    const forbidden = selection.rows[first] as number;
    const instant = history.occurred[forbidden] as number;
    if (instant <= lastWithin(guard.within, scene, at)) found(i, instant, history.seq[forbidden] as number);
  }
}

/** Adds to `next` the events at the places `[start, end)` of a step that may follow an event reached. */
function follow(reached: Reach, before: Stream, step: Step, start: number, end: number, next: Reach): void {
  const { selection, history } = step.stream;
  const keys = step.same && keysOf(step.same, before, step.stream);
  /** Of the events reached so far, that which lets the longest stretch follow, by key. */
  const longest = new Map<number | string, number>();
  let single: number | undefined;
  let i = 0;
  for (let place = start; place < end; place++) {
    const row = selection.rows[place] as number;
    const at = history.occurred[row] as number;
    const seq = history.seq[row] as number;
    for (; i < reached.size; i++) {
      const other = before.selection.rows[reached.places[i] as number] as number;
      if (!isLater(at, seq, before.history.occurred[other] as number, before.history.seq[other] as number)) break;
      if (keys === null) single = longer(reached, single, i);
      else {
        const key = keys.before(reached.places[i] as number);
        put(longest, key, longer(reached, get(longest, key), i));
      }
    }
    const best = keys ? get(longest, keys.own(place)) : single;
    if (best !== undefined && !isLater(at, seq, reached.until[best] as number, reached.untilSeq[best] as number))
      next.add(place);
  }
}

/** Of two events reached, that after which more may follow. */
function longer({ until, untilSeq }: Reach, one: number | undefined, other: number): number {
  if (one === undefined) return other;
  return isLater(until[other] as number, untilSeq[other] as number, until[one] as number, untilSeq[one] as number)
    ? other
    : one;
}

/** An unknown equals nothing, so it is neither put down nor found. */
type Key = number | string | null;

function put(map: Map<number | string, number>, key: Key, value: number): void {
  if (key !== null) map.set(key, value);
}

function get(map: ReadonlyMap<number | string, number>, key: Key): number | undefined {
  return key === null ? undefined : map.get(key);
}

/** Reads the fields that must be equal, by the places of the event before and of the own event in their streams. */
function keysOf({ field, before }: Same, from: Stream, to: Stream): Record<"before" | "own", (place: number) => Key> {
  return { before: keyReader(from, before), own: keyReader(to, field) };
}

function keyReader({ selection, history }: Stream, field: number): (place: number) => Key {
  const column = history.frame.columns[field] ?? [];
  return (place) => {
    const value = column[selection.rows[place] as number];
    return value === undefined || Number.isNaN(value) ? null : value;
  };
}
