import type { Frame } from "../evaluate/frame.js";

/**
 * One user's events of one kind: the rows `from` to `to` (excluded) of columns that may hold the events of many users.
 * Rows ascend in the total order (occurred_at, seq, id).
 */
export interface EventHistory {
  /** The event's fields, as stored values. */
  readonly frame: Frame;
  /** When each event happened, in milliseconds. */
  readonly occurred: Instants;
  /** What orders events of one instant; all 0 where the data has no such thing. Kinds are compared with each other by it, too. */
  readonly seq: Instants;
  /** Each event's place, from 0, among all events of the user of all kinds, in the total order (occurred_at, seq, id). */
  readonly order: Instants;
  /** The events' ids; empty where nothing that starts from an event needs them. */
  readonly ids: readonly string[];
  /** From when on a decision may read it: never before it happened. See `visibleFrom`. */
  readonly visibleFrom: Instants;
  readonly from: number;
  readonly to: number;
}

export const noEvents: EventHistory = {
  frame: { columns: [], rows: 0 },
  occurred: [],
  seq: [],
  order: [],
  ids: [],
  visibleFrom: [],
  from: 0,
  to: 0,
};

export type Instants = Float64Array | readonly number[];

/** The histories of a user by the event's place in the program; a kind that is missing has no events. */
export type EventLog = readonly (EventHistory | undefined)[];

/**
 * The instant from which on an event is visible: its own, or, if it arrived later than the project lets data settle,
 * its arrival less that time. A run until U thus needs what was received up to U + settle, and nothing later.
 */
export function visibleFrom(occurred: number, received: number | null, settle: number): number {
  return received === null ? occurred : Math.max(occurred, received - settle);
}
