import type { Environment, RowTest } from "../evaluate/reader.js";
import { compileTest } from "../evaluate/test.js";
import { type EventHistory, noEvents } from "../facts/log.js";
import { emptySelection, type Selection, select } from "../facts/selection.js";
import type { Pattern } from "../program/program.js";
import type { OccurrenceUser } from "./own.js";

/** Some of a user's events of one kind, in order: the rows of `history` that stand in `selection`. */
export interface Events {
  readonly history: EventHistory;
  readonly selection: Selection;
}

/** Finds the events of a pattern that happened in `[from, to]`, in memory that it uses again for the next question. */
export type FindEvents = (user: OccurrenceUser, from: number, to: number) => Events;

export function compilePattern({ event, where }: Pattern, environment: Environment): FindEvents {
  const test: RowTest | null = where && compileTest(where, environment);
  const selection = emptySelection();
  return ({ events }, from, to) => {
    const history = events[event] ?? noEvents;
    select(selection, history, test, from, to + 1);
    return { history, selection };
  };
}

/** A single event. */
export function oneEvent(history: EventHistory, row: number): Events {
  return { history, selection: { rows: Int32Array.of(row), size: 1, dates: new Int32Array(1) } };
}

/** The instant of the event at a place of a selection. */
export function occurredAt({ history, selection }: Events, place: number): number {
  return history.occurred[selection.rows[place] as number] as number;
}

/** From when on the event at a place can be seen. */
export function visibleAt({ history, selection }: Events, place: number): number {
  return history.visibleFrom[selection.rows[place] as number] as number;
}

/** Orders two events by (occurred_at, seq): whether the first is strictly later than the second. */
export function isAfter(events: Events, place: number, others: Events, other: number): boolean {
  const [at, thanAt] = [occurredAt(events, place), occurredAt(others, other)];
  if (at !== thanAt) return at > thanAt;
  return seqOf(events, place) > seqOf(others, other);
}

function seqOf({ history, selection }: Events, place: number): number {
  return history.seq[selection.rows[place] as number] as number;
}

/** A field's value, by which events are told to belong together; `null` if it is unknown. */
export function valueOf({ history, selection }: Events, place: number, field: number): number | string | null {
  const value = history.frame.columns[field]?.[selection.rows[place] as number];
  return value === undefined || Number.isNaN(value) ? null : value;
}
