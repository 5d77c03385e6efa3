import { dateOf } from "../../src/calendar/civil.js";
import { type EventHistory, visibleFrom } from "../../src/facts/log.js";
import { placeEvents, type Unplaced } from "../../src/facts/order.js";
import type { EventSchema, Field, Test, Type, UserSchema } from "../../src/program/program.js";
import type { Happening } from "./oracle.js";

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
export const SETTLE = 600_000;

export const zones = [
  "UTC",
  "Asia/Shanghai",
  "America/New_York",
  "Africa/Cairo",
  "America/Sao_Paulo",
  "Pacific/Apia",
  "Australia/Lord_Howe",
  "America/Havana",
];

/** Dates around which days are odd, and ends of months that clamp. */
export const dates = [
  [2018, 3, 11],
  [2018, 11, 4],
  [2018, 2, 18],
  [2011, 12, 31],
  [2010, 11, 7],
  [2020, 2, 29],
  [2019, 3, 31],
].map(([year = 0, month = 0, day = 0]) => dateOf(year, month, day));

function field(id: string, type: Type): Field {
  return { id, label: null, type, optional: true, pii: false, fixed: false };
}

export const user: UserSchema = {
  fields: [
    field("id", { is: "text" }),
    field("likes", { is: "text" }),
    field("level", { is: "integer" }),
    field("joined", { is: "instant" }),
    field("born", { is: "date" }),
  ],
  id: 0,
  zone: null,
  locale: null,
  source: null,
};

/** The places of the profile's fields. */
export const [LIKES, LEVEL, JOINED, BORN] = [1, 2, 3, 4] as const;

/** Every kind of event has a number and a text, both optional. */
export const schemas: readonly EventSchema[] = ["a", "b", "c"].map((id) => ({
  id,
  label: null,
  kept: null,
  model: null,
  fields: [field("number", { is: "integer" }), field("text", { is: "text" })],
}));

interface Filter {
  readonly where: Test | null;
  readonly passes: (event: Happening, profile: readonly (number | string | null)[]) => boolean;
}

/** Some name fields of the profile. */
export const filters: readonly Filter[] = [
  { where: null, passes: () => true },
  {
    where: { is: "sameText", left: { is: "column", column: 1 }, right: { is: "constant", text: "x" }, said: 0 },
    passes: ({ fields }) => fields[1] === "x",
  },
  {
    where: { is: "sameText", left: { is: "column", column: 1 }, right: { is: "profile", field: LIKES }, said: 0 },
    passes: ({ fields }, profile) => fields[1] !== null && fields[1] === profile[LIKES],
  },
  {
    where: {
      is: "compare",
      op: ">=",
      left: { is: "column", column: 0, per: 1 },
      right: { is: "profile", field: LEVEL, per: 1 },
      type: { is: "integer" },
      said: 0,
    },
    passes: ({ fields: [number] }, profile) => {
      const level = profile[LEVEL];
      return typeof number === "number" && typeof level === "number" && number >= level;
    },
  },
];

/** Columns of one kind of event, given in the order of their ids, with rows of somebody else before and after. */
export function historyOf(events: readonly Happening[]): EventHistory {
  return logOf([events])[0] as EventHistory;
}

/** The same for all kinds of a user; at one instant and one seq, ids go by place in the list, and then by kind. */
export function logOf(kinds: readonly (readonly Happening[])[]): EventHistory[] {
  const log = kinds.map((events, kind) => columnsOf(events, String.fromCharCode(0x61 + kind)));
  placeEvents(log);
  return log;
}

function columnsOf(events: readonly Happening[], kind: string): EventHistory & Unplaced {
  const sorted = events
    .map((event, index) => ({ ...event, id: `${String(index).padStart(3, "0")}${kind}` }))
    .toSorted((a, b) => a.occurred - b.occurred || (a.seq ?? 0) - (b.seq ?? 0));
  const padded = [...sorted.slice(-2), ...sorted, ...sorted.slice(0, 1)];
  const from = Math.min(2, sorted.length);
  return {
    frame: {
      columns: [
        Float64Array.from(padded, ({ fields }) => (typeof fields[0] === "number" ? fields[0] : Number.NaN)),
        padded.map(({ fields }) => (typeof fields[1] === "string" ? fields[1] : null)),
      ],
      rows: padded.length,
    },
    occurred: Float64Array.from(padded, ({ occurred }) => occurred),
    seq: Float64Array.from(padded, ({ seq = 0 }) => seq),
    order: new Float64Array(padded.length),
    ids: padded.map(({ id }) => id),
    visibleFrom: Float64Array.from(padded, ({ occurred, received }) => visibleFrom(occurred, received, SETTLE)),
    from,
    to: from + sorted.length,
  };
}
