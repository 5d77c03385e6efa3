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

/** The events of one kind that pass a filter, in total order, as one ask about a user after the other sees them. Read from outside. */
export interface Sight {
  history: EventHistory;
  /** Of what the ask may read. */
  selection: Selection;
  /**
   * Whether every ask sees a beginning of what there was after `begin`: all of it is visible from its own instant on, and passes
   * the filter at every ask or at none.
   */
  prompt: boolean;
  /** Turns to another user; nothing outside `[lo, hi)` will be asked about. */
  begin(filter: Filter, history: EventHistory | undefined, lo: number, hi: number): void;
  /**
   * Turns to an ask. A filter that reads triggers must be able to see that of this ask. What is prompt is cut where the ask is cut, but
   * not at its instant: whoever looks at it does that.
   */
  at(ask: Ask): void;
}

/** With memory that is used again and again. */
export function createSight(): Sight {
  const all = emptySelection();
  const visible = emptySelection();
  let filter: Filter = { test: null, readsTrigger: false };
  let [lo, hi] = [0, 0];
  let passing = 0;

  const sight: Sight = {
    history: noEvents,
    selection: all,
    prompt: true,
    begin(next, history = noEvents, from, to) {
      filter = next;
      lo = from;
      hi = to;
      sight.history = history;
      sight.prompt = !filter.readsTrigger && select(all, history, filter.test, lo, hi);
      sight.selection = sight.prompt ? all : visible;
      passing = all.size;
    },
    at({ until, upTo }) {
      if (sight.prompt) all.size = passing;
      else {
        if (filter.readsTrigger) select(all, sight.history, filter.test, lo, hi);
        selectVisible(visible, all, sight.history.visibleFrom, until);
      }
      if (upTo === Number.POSITIVE_INFINITY) return;
      sight.selection.size = placeOf(sight.selection, sight.history.order, upTo + 1, 0);
    },
  };
  return sight;
}
