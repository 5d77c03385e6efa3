import type { Row } from "../cases.js";
import { Clock, DAY, HOUR, MINUTE, shiftMonths } from "../../reference/clock.js";
import { intervalOf, type PlainWindow } from "../../reference/window.js";
import { parse } from "../../../src/syntax/parse.js";
import { nowOf, type Setting } from "./settings.js";

/** What chance puts around an edge. */
export interface Sample {
  readonly user: Row;
  readonly otherUser: Row;
  /** The event that lies at the edge. */
  readonly probe: Row;
  /** One of the same kind with other fields. */
  readonly otherProbe: Row;
  readonly background: readonly Row[];
}

/** One of the two sides of an edge. */
export interface Side {
  readonly side: string;
  readonly user: Row;
  readonly events: readonly Row[];
}

/** Two situations that differ in one thing only; a pair is kept if it makes a difference. */
export interface Edge {
  readonly name: string;
  readonly sides: (sample: Sample) => readonly [Side, Side];
}

const SETTLE = 10 * MINUTE;

/** The weeks of the generated cases start on Sunday. */
const WEEK_STARTS = 7;

/** The first and the last instant of a window, and those next to them outside. */
export function windowEdges(window: string, setting: Setting): Edge[] {
  const now = nowOf(setting);
  const { from, until } = intervalOf(parsed(window), now, Clock.of(setting.zone), WEEK_STARTS);
  const inside = Number.isFinite(from) ? from : now - HOUR;
  return [
    ...(Number.isFinite(from) ? [moved("the first millisecond", from, from - 1)] : []),
    moved("the last millisecond", until - 1, until),
    ...edgesAt(inside, now),
  ];
}

/** The starts of days, of days months ago, whole hours ago, and now. */
export function pointEdges(setting: Setting): Edge[] {
  const clock = Clock.of(setting.zone);
  const now = nowOf(setting);
  const today = clock.dateAt(now);
  const days = [0, 1, 2, 3, 4, 7].map((back) => clock.startOf(today - back));
  const months = [1, 2, 12].map((back) => clock.startOf(shiftMonths(today, -back)));
  const later = [1, 2, 12].map((back) => clock.startOf(shiftMonths(today, -back) + 1));
  return [
    ...days.map((at, place) => moved(`a day's first millisecond (${place})`, at, at - 1)),
    ...months.map((at, place) => moved(`the first millisecond of a day months ago (${place})`, at, at - 1)),
    ...later.map((at, place) => moved(`the first millisecond of the day after (${place})`, at, at - 1)),
    ...[1, 2, 48].map((hours) => moved(`exactly ${hours} h ago`, now - hours * HOUR, now - hours * HOUR - 1)),
    moved("now", now, now + 1),
    ...edgesAt(now - 30 * MINUTE, now),
    {
      name: "profile",
      sides: ({ user, otherUser, background }) => [
        { side: "this", user, events: background },
        { side: "another", user: otherUser, events: background },
      ],
    },
  ];
}

/** What can differ about an event at an instant. */
function edgesAt(at: number, now: number): Edge[] {
  return [
    {
      name: "arrival",
      sides: ({ user, probe, background }) => [
        { side: "just in time", user, events: [...background, late(probe, at, now + SETTLE)] },
        {
          side: "a millisecond too late",
          user,
          events: [...background, late(probe, at, now + SETTLE + 1)],
        },
      ],
    },
    ...(["seq", "id"] as const).map((by) => ({
      name: `order by ${by}`,
      sides: ({ user, probe, otherProbe, background }: Sample): [Side, Side] => [
        { side: "this one first", user, events: [...background, ...inOrder(probe, otherProbe, at, by)] },
        { side: "the other one first", user, events: [...background, ...inOrder(otherProbe, probe, at, by)] },
      ],
    })),
    {
      name: "told twice",
      sides: ({ user, probe, background }) => [
        { side: "with one id", user, events: [...background, twin(probe, at), twin(probe, at)] },
        { side: "with two ids", user, events: [...background, placed(probe, at), placed(probe, at)] },
      ],
    },
    {
      name: "fields",
      sides: ({ user, probe, otherProbe, background }) => [
        { side: "these", user, events: [...background, placed(probe, at)] },
        { side: "others", user, events: [...background, placed(otherProbe, at)] },
      ],
    },
    {
      name: "history",
      sides: ({ user, probe }) => [
        { side: "none", user, events: [] },
        { side: "one event", user, events: [placed(probe, at)] },
      ],
    },
  ];
}

function moved(name: string, inside: number, outside: number): Edge {
  return {
    name,
    sides: ({ user, probe, background }) => [
      { side: "at it", user, events: [...background, placed(probe, inside)] },
      { side: "next to it", user, events: [...background, placed(probe, outside)] },
    ],
  };
}

export function placed({ event, ...fields }: Row, at: number): Row {
  return { event, occurred_at: at, ...fields };
}

/** Two events of one instant, in order by their places or by their ids. */
function inOrder(first: Row, second: Row, at: number, by: "seq" | "id"): Row[] {
  const places = by === "seq" ? [1, 2] : ["ia", "ib"];
  return [first, second].map((row, index) => ({ ...placed(row, at), [by]: places[index] }));
}

function late({ event, ...fields }: Row, at: number, received: number): Row {
  return { event, occurred_at: at, received_at: received, ...fields };
}

function twin(probe: Row, at: number): Row {
  return { id: "twin", ...placed(probe, at) };
}

/** A window as the language reads it. */
function parsed(window: string): PlainWindow | null {
  const text = `tag fact x = did pay ${window}`;
  const [declaration] = parse({ name: "window.touch", text }).file.declarations;
  if (declaration?.is !== "tagFact" || declaration.value.is !== "did") throw new Error(`not a window: ${window}`);
  const { window: written } = declaration.value;
  if (written?.is === "within" || written?.is === "since") throw new Error(`no stretch of its own: ${window}`);
  return written;
}

/** So far back may lie what chance puts around an edge. */
export const REACH = 9 * DAY;
