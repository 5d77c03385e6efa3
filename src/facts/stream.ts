import type { Ask } from "./ask.js";
import type { EventHistory } from "./log.js";
import { placeOf, type Selection } from "./selection.js";
import { createSight, type Filter } from "./sight.js";

/**
 * The visible events of one kind that pass a filter, in total order: for one user after the other, at one ask after the other.
 * Read from outside.
 */
export interface Stream {
  history: EventHistory;
  /** Of what the ask may read. */
  selection: Selection;
  /** Turns to another user; nothing after `last` will be asked about. */
  begin(history: EventHistory | undefined, last: number): void;
  /** Turns to an ask. */
  at(ask: Ask): void;
}

export function createStream(filter: Filter): Stream {
  const sight = createSight();
  const { history, selection } = sight;
  const stream: Stream = {
    history,
    selection,
    begin(next, last) {
      sight.begin(filter, next, Number.NEGATIVE_INFINITY, last + 1);
      stream.history = sight.history;
      stream.selection = sight.selection;
    },
    at(ask) {
      sight.at(ask);
      if (sight.prompt) stream.selection.size = placeOf(stream.selection, stream.history.occurred, ask.until + 1, 0);
    },
  };
  return stream;
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
