import { askAt, type Trigger } from "../facts/ask.js";
import type { Due } from "./agenda.js";
import type { OccurrenceUser } from "./own.js";
import type { Events } from "./pattern.js";

/** An occurrence at an instant that an event of a kind started; its key is the event's id. */
export function dueOf(
  strategy: number,
  { zone }: OccurrenceUser,
  { history, selection }: Events,
  place: number,
  event: number,
  instant: number,
): Due {
  const row = selection.rows[place] as number;
  const trigger: Trigger = { event, row };
  const key = history.ids[row] as string;
  return { strategy, ask: { ...askAt(instant), trigger }, before: null, date: zone.dateAt(instant), key };
}
