import type { Zone } from "../calendar/zone.js";
import type { Column } from "../evaluate/frame.js";
import type { BoundsAt, BoundsSet } from "./bounds.js";
import { type FactFrame, writeValue } from "./fact-frame.js";
import { type FieldTotals, totalField } from "./field.js";
import { type EventHistory, noEvents } from "./log.js";
import type { FieldSlot, FilterScheme, PointMeasure, Slot } from "./scheme.js";
import { countDates, emptySelection, placeOf, type Selection, select, selectVisible } from "./selection.js";
import { countDistinct, mostFrequent } from "./values.js";

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
    column[row] = is === "count" ? end - start : datesBetween(selection, start, end);
  }
  if (slot.points.length > 0) fillPoints(slot.points, selection, history, zone, start, end, into, row);
  for (const field of slot.fields) {
    const column = history.frame.columns[field.field] ?? [];
    if (field.measures.length > 0) {
      totalField(totals, column, selection, start, end);
      fillField(field, totals, into, row);
    }
    if (field.values.length > 0) fillValues(field, column, selection, start, end, into, row);
  }
}

function fillField({ measures }: FieldSlot, totals: FieldTotals, into: FactFrame, row: number): void {
  for (const { is, place } of measures) (into.columns[place] as Float64Array)[row] = totals[is];
}

function fillValues(
  { values }: FieldSlot,
  column: Column,
  selection: Selection,
  start: number,
  end: number,
  into: FactFrame,
  row: number,
): void {
  for (const { is, place } of values) {
    const value = is === "distinct" ? countDistinct : mostFrequent;
    writeValue(into, place, row, value(column, selection, start, end));
  }
}

function fillPoints(
  points: readonly PointMeasure[],
  selection: Selection,
  { occurred, frame }: EventHistory,
  zone: Zone,
  start: number,
  end: number,
  into: FactFrame,
  row: number,
): void {
  for (const { is, place, nth, field } of points) {
    const k = nth === "last" ? end - 1 : start + nth - 1;
    const event = k < start || k >= end ? -1 : (selection.rows[k] as number);
    if (is === "pointField") writeValue(into, place, row, frame.columns[field]?.[event] ?? null);
    else {
      const instant = event < 0 ? Number.NaN : (occurred[event] as number);
      const column = into.columns[place] as Float64Array;
      column[row] = is === "pointInstant" || event < 0 ? instant : zone.dateAt(instant);
    }
  }
}

function datesBetween({ dates }: Selection, start: number, end: number): number {
  return start === end ? 0 : (dates[end - 1] as number) - (dates[start] as number) + 1;
}
