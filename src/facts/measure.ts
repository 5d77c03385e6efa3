import type { Zone } from "../calendar/zone.js";
import type { EventFact } from "../program/program.js";
import { type FieldTotals, totalField } from "./field.js";
import type { EventHistory } from "./log.js";
import type { Selection } from "./selection.js";
import { countDistinct, mostFrequent } from "./values.js";

const totals: FieldTotals = { countKnown: 0, sum: 0, min: Number.NaN, max: Number.NaN };

/** What a fact says of the events at the places `[start, end)` of a selection. */
export function measureEvents(
  fact: EventFact,
  selection: Selection,
  history: EventHistory,
  zone: Zone,
  start: number,
  end: number,
): number | string | null {
  if (!("field" in fact)) return fact.is === "count" ? end - start : datesIn(selection, history, zone, start, end);
  const column = history.frame.columns[fact.field] ?? [];
  if (fact.is === "distinct") return countDistinct(column, selection, start, end);
  if (fact.is === "mostFrequent") return mostFrequent(column, selection, start, end);
  totalField(totals, column, selection, start, end);
  return totals[fact.is];
}

/** Local dates never go backwards, so one pass counts the distinct ones. */
function datesIn({ rows }: Selection, { occurred }: EventHistory, zone: Zone, start: number, end: number): number {
  let count = 0;
  let dayEnd = Number.NEGATIVE_INFINITY;
  for (let place = start; place < end; place++) {
    const instant = occurred[rows[place] as number] as number;
    if (instant < dayEnd) continue;
    dayEnd = zone.startOf(zone.dateAt(instant) + 1);
    count++;
  }
  return count;
}
