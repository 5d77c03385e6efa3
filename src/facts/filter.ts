import { MINUTE } from "../calendar/civil.js";
import type { Zone } from "../calendar/zone.js";
import type { Column } from "../evaluate/frame.js";
import type { Ask } from "./ask.js";
import type { BoundsAt, BoundsSet } from "./bounds.js";
import { type FactFrame, writeValue } from "./fact-frame.js";
import type { FactsInput } from "./facts-input.js";
import { type FieldTotals, totalField } from "./field.js";
import { type EventHistory, noEvents } from "./log.js";
import type { FieldSlot, FilterScheme, HourMeasure, PointMeasure, Slot } from "./scheme.js";
import type { Scope } from "./scope.js";
import { countDates, emptySelection, placeOf, type Selection, select, selectVisible } from "./selection.js";
import { createSight } from "./sight.js";
import { countDistinct, mostFrequent } from "./values.js";

/** Writes the facts that share one kind of event and one filter, at each ask, to the rows from `first` on. */
export type FillFilter = (
  filter: FilterScheme,
  history: EventHistory | undefined,
  input: FactsInput,
  bounds: BoundsSet,
  into: FactFrame,
  first: number,
) => void;

/** The working memory of one plan. Asks about all that is visible at an instant are most asks, and have a shorter way. */
export function createFilterWork(scope: Scope): FillFilter {
  const fillUncut = createUncutWork();
  const fillCut = createCutWork(scope);
  return (filter, history, input, bounds, into, first) => {
    const fill = filter.readsTrigger || input.asks.some(isCutShort) ? fillCut : fillUncut;
    fill(filter, history, input, bounds, into, first);
  };
}

function createUncutWork(): FillFilter {
  const all = emptySelection();
  const visible = emptySelection();
  const totals = emptyTotals();
  return ({ slots, place, test }, history = noEvents, { zone }, { at, lo, hi, daysFrom }, into, first) => {
    const prompt = select(all, history, test, lo[place] as number, hi[place] as number);
    const countFrom = daysFrom[place] as number;
    if (prompt) countDates(all, history.occurred, zone, countFrom);
    for (let i = 0; i < at.length; i++) {
      const bounds = at[i] as BoundsAt;
      if (!prompt) {
        selectVisible(visible, all, history.visibleFrom, bounds.until);
        countDates(visible, history.occurred, zone, countFrom);
      }
      const selection = prompt ? all : visible;
      for (const slot of slots) fillSlot(slot, selection, history, zone, bounds, totals, into, first + i);
    }
  };
}

function createCutWork(scope: Scope): FillFilter {
  const sight = createSight();
  const totals = emptyTotals();
  return (filter, events, { zone, asks }, { at, lo, hi, daysFrom }, into, first) => {
    const { slots, place } = filter;
    sight.begin(filter, events, lo[place] as number, hi[place] as number);
    const { history, selection, prompt } = sight;
    const countFrom = daysFrom[place] as number;
    if (prompt) countDates(selection, history.occurred, zone, countFrom);
    for (let i = 0; i < at.length; i++) {
      const ask = asks[i] as Ask;
      scope.at(ask);
      sight.at(ask);
      if (!prompt) countDates(selection, history.occurred, zone, countFrom);
      const bounds = at[i] as BoundsAt;
      for (const slot of slots) fillSlot(slot, selection, history, zone, bounds, totals, into, first + i);
    }
  };
}

function emptyTotals(): FieldTotals {
  return { countKnown: 0, sum: 0, min: Number.NaN, max: Number.NaN };
}

function isCutShort({ upTo }: Ask): boolean {
  return upTo !== Number.POSITIVE_INFINITY;
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
  if (slot.hours.length > 0) fillHours(slot.hours, selection, history, zone, start, end, into, row);
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

const HOUR = 60 * MINUTE;

/** Used again for each question, and left empty. */
const hourCounts = new Int32Array(24);

/** Counts by what the clock showed, whatever the date. */
function fillHours(
  hours: readonly HourMeasure[],
  selection: Selection,
  { occurred }: EventHistory,
  zone: Zone,
  start: number,
  end: number,
  into: FactFrame,
  row: number,
): void {
  for (let k = start; k < end; k++) {
    const instant = occurred[selection.rows[k] as number] as number;
    const hour = Math.floor((instant + zone.offsetAt(instant)) / HOUR);
    const ofDay = hour - 24 * Math.floor(hour / 24);
    hourCounts[ofDay] = (hourCounts[ofDay] as number) + 1;
  }
  for (const { hour, place } of hours) (into.columns[place] as Float64Array)[row] = hourCounts[hour] as number;
  hourCounts.fill(0);
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
