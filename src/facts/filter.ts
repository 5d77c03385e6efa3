import type { Zone } from "../calendar/zone.js";
import type { BoundsAt, BoundsSet } from "./bounds.js";
import type { FactFrame } from "./fact-frame.js";
import { type FieldTotals, totalField } from "./field.js";
import type { EventHistory } from "./log.js";
import type { FieldSlot, FilterScheme, Slot } from "./scheme.js";
import { countDates, emptySelection, placeOf, type Selection, select, selectVisible } from "./selection.js";

const noEvents: EventHistory = { frame: { columns: [], rows: 0 }, occurred: [], visibleFrom: [], from: 0, to: 0 };

/** Writes the facts that share one kind of event and one filter, at each instant, to the rows from `first` on. */
export type FillFilter = (
  filter: FilterScheme,
  history: EventHistory | undefined,
  zone: Zone,
  bounds: BoundsSet,
  into: FactFrame,
  first: number,
) => void;

/** The working memory of one plan. */
export function createFilterWork(): FillFilter {
  const all = emptySelection();
  const visible = emptySelection();
  const totals: FieldTotals = { countKnown: 0, sum: 0, min: Number.NaN, max: Number.NaN };

  return ({ slots, place, test }, history = noEvents, zone, { at, lo, hi, daysFrom }, into, first) => {
    const prompt = select(all, history, test, lo[place] as number, hi[place] as number);
    const countFrom = daysFrom[place] as number;
    if (prompt) countDates(all, history.occurred, zone, countFrom);
    for (let i = 0; i < at.length; i++) {
      const bounds = at[i] as BoundsAt;
      if (!prompt) {
        selectVisible(visible, all, history.visibleFrom, bounds.now);
        countDates(visible, history.occurred, zone, countFrom);
      }
      const selection = prompt ? all : visible;
      for (const slot of slots) fillSlot(slot, selection, history, zone, bounds, totals, into, first + i);
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
