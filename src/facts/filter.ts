import type { Zone } from "../calendar/zone.js";
import type { BoundsAt } from "./bounds.js";
import type { FactFrame } from "./fact-frame.js";
import { type FieldTotals, totalField } from "./field.js";
import type { EventHistory } from "./log.js";
import type { FieldSlot, FilterScheme, Slot } from "./scheme.js";
import { countDates, emptySelection, isPrompt, placeOf, type Selection, select, selectVisible } from "./selection.js";

const noEvents: EventHistory = { frame: { columns: [], rows: 0 }, occurred: [], visibleFrom: [], from: 0, to: 0 };

/** Writes the facts that share one kind of event and one filter, at each instant, to the rows from `first` on. */
export type FillFilter = (
  filter: FilterScheme,
  history: EventHistory | undefined,
  zone: Zone,
  bounds: readonly BoundsAt[],
  into: FactFrame,
  first: number,
) => void;

/** The working memory of one plan. */
export function createFilterWork(): FillFilter {
  const all = emptySelection();
  const visible = emptySelection();
  const totals: FieldTotals = { countKnown: 0, sum: 0, min: Number.NaN, max: Number.NaN };

  return (filter, history = noEvents, zone, bounds, into, first) => {
    const { slots, days } = filter;
    select(all, history, filter.test, earliest(slots, bounds), latest(slots, bounds));
    const prompt = isPrompt(all, history);
    if (prompt && days) countDates(all, history.occurred, zone);
    for (let i = 0; i < bounds.length; i++) {
      const at = bounds[i] as BoundsAt;
      if (!prompt) {
        selectVisible(visible, all, history.visibleFrom, at.now);
        if (days) countDates(visible, history.occurred, zone);
      }
      for (const slot of slots) fillSlot(slot, prompt ? all : visible, history, zone, at, totals, into, first + i);
    }
  };
}

function fillSlot(
  slot: Slot,
  selection: Selection,
  history: EventHistory,
  zone: Zone,
  at: BoundsAt,
  totals: FieldTotals,
  into: FactFrame,
  row: number,
): void {
  const { occurred } = history;
  const start = placeOf(selection, occurred, at.lo[slot.window] as number, 0);
  const end = placeOf(selection, occurred, at.hi[slot.window] as number, start);
  for (const { is, place } of slot.measures) {
    const column = into.columns[place] as Float64Array;
    if (is === "count") column[row] = end - start;
    else if (is === "days") column[row] = datesBetween(selection, start, end);
    else if (start === end) column[row] = Number.NaN;
    else {
      const last = occurred[selection.rows[end - 1] as number] as number;
      column[row] = is === "lastInstant" ? last : zone.dateAt(last);
    }
  }
  for (const field of slot.fields) {
    totalField(totals, history.frame.columns[field.field] ?? [], selection, start, end);
    fillField(field, totals, into, row);
  }
}

function fillField({ measures }: FieldSlot, totals: FieldTotals, into: FactFrame, row: number): void {
  for (const { is, place } of measures) (into.columns[place] as Float64Array)[row] = totals[is];
}

function datesBetween({ dates }: Selection, start: number, end: number): number {
  return start === end ? 0 : (dates[end - 1] as number) - (dates[start] as number) + 1;
}

/** The earliest instant that any of the windows covers. */
function earliest(slots: readonly Slot[], bounds: readonly BoundsAt[]): number {
  let found = Number.POSITIVE_INFINITY;
  for (const { lo } of bounds) for (const { window } of slots) found = Math.min(found, lo[window] as number);
  return found;
}

/** The end of the latest of the windows. */
function latest(slots: readonly Slot[], bounds: readonly BoundsAt[]): number {
  let found = Number.NEGATIVE_INFINITY;
  for (const { hi } of bounds) for (const { window } of slots) found = Math.max(found, hi[window] as number);
  return found;
}
