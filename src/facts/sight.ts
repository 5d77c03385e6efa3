import type { RowTest } from "../evaluate/reader.js";
import type { Ask } from "./ask.js";
import { type EventHistory, noEvents } from "./log.js";
import { emptySelection, placeOf, type Selection, select, selectVisible } from "./selection.js";

/** Which events of a kind are looked at. */
export interface Filter {
  /** `null` takes every event. */
  readonly test: RowTest | null;
  /** Whether the test reads the event that triggered an ask, so that it must be made again for each. */
  readonly readsTrigger: boolean;
}

/** The events of one kind that pass a filter, in total order, as one ask about a user after the other sees them. */
export interface Sight {
  readonly history: EventHistory;
  /** Of what the ask may read. */
  readonly selection: Selection;
  /**
   * Whether every ask sees a beginning of what there was after `begin`: all of it is visible from its own instant on, and passes
   * the filter at every ask or at none.
   */
  readonly prompt: boolean;
  /** Turns to another user; nothing outside `[lo, hi)` will be asked about. */
  begin(filter: Filter, history: EventHistory | undefined, lo: number, hi: number): void;
  /** Turns to an ask. A filter that reads triggers must be able to see that of this ask. */
  at(ask: Ask): void;
}

/** With memory that is used again and again. */
export function createSight(): Sight {
  const all = emptySelection();
  const visible = emptySelection();
  let filter: Filter = { test: null, readsTrigger: false };
  let history = noEvents;
  let [lo, hi] = [0, 0];
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
    get prompt() {
      return prompt;
    },
    begin(next, events = noEvents, from, to) {
      filter = next;
      history = events;
      lo = from;
      hi = to;
      selection = all;
      if (filter.readsTrigger) prompt = false;
      else {
        prompt = select(all, history, filter.test, lo, hi);
        passing = all.size;
      }
    },
    at({ until, upTo }) {
      if (filter.readsTrigger) select(all, history, filter.test, lo, hi);
      if (prompt) {
        all.size = passing;
        all.size = placeOf(all, history.occurred, until + 1, 0);
      } else {
        selection = visible;
        selectVisible(visible, all, history.visibleFrom, until);
      }
      if (upTo !== Number.POSITIVE_INFINITY) selection.size = placeOf(selection, history.order, upTo + 1, 0);
    },
  };
}
