import type { RowTest } from "../evaluate/reader.js";
import { type EventHistory, noEvents } from "./log.js";
import { emptySelection, placeOf, type Selection, select, selectVisible } from "./selection.js";

/** The visible events of one kind that pass a filter, in total order: for one user after the other, at one instant after the other. */
export interface Stream {
  readonly history: EventHistory;
  /** Of what is visible at the instant. */
  readonly selection: Selection;
  /** Turns to another user; nothing after `last` will be asked about. */
  begin(history: EventHistory | undefined, last: number): void;
  /** Turns to an instant. */
  at(now: number): void;
}

export function createStream(test: RowTest | null): Stream {
  const all = emptySelection();
  const visible = emptySelection();
  let history = noEvents;
  let selection = all;
  let prompt = true;
  let passing = 0;
  return {
    get history() {
      return history;
    },
    get selection() {
      return selection;
    },
    begin(next = noEvents, last) {
      history = next;
      prompt = select(all, history, test, Number.NEGATIVE_INFINITY, last + 1);
      passing = all.size;
    },
    at(now) {
      all.size = passing;
      selection = prompt ? all : visible;
      if (prompt) all.size = placeOf(all, history.occurred, now + 1, 0);
      else selectVisible(visible, all, history.visibleFrom, now);
    },
  };
}

/**
 * Whether one moment is strictly later than another in (instant, seq). A moment that is no event has the seq `NaN`: at one
 * instant it is neither earlier nor later than anything.
 */
export function isLater(at: number, seq: number, thanAt: number, thanSeq: number): boolean {
  return at > thanAt || (at === thanAt && seq > thanSeq);
}

/** The place of the first event of a stream that is strictly later than a moment. */
export function firstAfter({ selection, history }: Stream, at: number, seq: number): number {
  let low = 0;
  let high = selection.size;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const row = selection.rows[middle] as number;
    if (isLater(history.occurred[row] as number, history.seq[row] as number, at, seq)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The place of the first event of a stream that is not strictly earlier than a moment. */
export function firstNotBefore({ selection, history }: Stream, at: number, seq: number): number {
  let low = 0;
  let high = selection.size;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const row = selection.rows[middle] as number;
    if (isLater(at, seq, history.occurred[row] as number, history.seq[row] as number)) low = middle + 1;
    else high = middle;
  }
  return low;
}
