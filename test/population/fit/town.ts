import { parseDataMap } from "../../../src/population/data-yaml.js";
import { type Fitted, fitPopulation } from "../../../src/population/fit.js";
import { noAnalysis } from "../../../src/program/analysis.js";
import type { Fact, Field, Fit, Lifecycle, Num, Program, Score, Test } from "../../../src/program/program.js";
import { plainProgram } from "../../program/plain.js";
import { folderOf } from "../tiny.js";

/** A town of people who visit and pay, in three time zones, with random histories: the same for the same seed. */

export interface Person {
  readonly id: string;
  readonly zone: string;
  readonly visits: readonly Visit[];
  readonly pays: readonly { readonly at: number; readonly amount: number }[];
}

export interface Visit {
  readonly at: number;
  readonly page: string;
}

export const zones = ["Asia/Shanghai", "America/New_York", "Pacific/Auckland"] as const;
export const until = Date.parse("2026-06-18T12:00:00Z");
const HOUR = 3_600_000;

/** Numbers from 0 to below 1. */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function town(people: number, seed = 7): Person[] {
  const draw = chance(seed);
  return Array.from({ length: people }, (_, n) => {
    const rhythm = 6 + draw() ** 2 * 1200;
    const times = (most: number): number[] => {
      const list: number[] = [];
      for (let at = until - 300 * 24 * HOUR * draw(); at < until && list.length < most; )
        list.push(Math.floor((at += rhythm * HOUR * draw() ** 2 * 3)));
      return list;
    };
    return {
      id: `p${String(n).padStart(5, "0")}`,
      zone: zones[Math.floor(draw() * zones.length)] as string,
      visits: times(200).map((at) => ({ at, page: draw() < 0.7 ? "home" : "sale" })),
      pays: times(30).map((at) => ({ at, amount: Math.floor(draw() * 100_000) })),
    };
  });
}

const mapping = `max rejected: 0%
files: { people: people.csv, visits: visits.csv, pays: pays.csv }
profiles: { from: people, id: id }
events:
  visit: { from: visits, user: user, occurred_at: { column: at, unit: milliseconds } }
  pay: { from: pays, user: user, occurred_at: { column: at, unit: milliseconds } }
`;

/** The raw rows, as files. */
export function filesOf(people: readonly Person[]): Record<string, string> {
  const lines = (head: string, rows: readonly (readonly (string | number)[])[]): string =>
    `${[head, ...rows.map((row) => row.join(","))].join("\n")}\n`;
  return {
    "people.csv": lines(
      "id,zone",
      people.map(({ id, zone }) => [id, zone]),
    ),
    "visits.csv": lines(
      "user,at,page",
      people.flatMap(({ id, visits }) => visits.map(({ at, page }) => [id, at, page])),
    ),
    "pays.csv": lines(
      "user,at,amount",
      people.flatMap(({ id, pays }) => pays.map(({ at, amount }) => [id, at, (amount / 100).toFixed(2)])),
    ),
  };
}

const field = (id: string, type: Field["type"]): Field => ({
  id,
  label: null,
  type,
  optional: false,
  pii: false,
  fixed: false,
});

export const cny: Field["type"] = { is: "money", currency: "CNY", minor: 100 };

/** What the fits below read, by column. */
const facts: Fact[] = [
  { is: "count", event: 1, where: null, window: { is: "ever" } },
  { is: "sum", event: 1, field: 0, where: null, window: { is: "ever" } },
  { is: "today" },
  { is: "pointDate", point: { is: "point", event: 1, where: null, nth: "last" } },
];

const column = (place: number): Num => ({ is: "column", column: place, per: 1 });

export const paid: Test = atLeast(0, 1);
/** How many payments; their total; whole days since the last. */
export const pays: Num = column(0);
export const spent: Num = column(1);
export const quiet: Num = { is: "minus", left: column(2), right: column(3) };

export function atLeast(place: number, n: number): Test {
  const right: Num = { is: "constant", n, d: 1 };
  return { is: "compare", op: ">=", left: column(place), right, type: { is: "integer" }, said: 0 };
}

export const onPage = (page: string): Test => ({
  is: "sameText",
  left: { is: "column", column: 0 },
  right: { is: "constant", text: page },
  said: 0,
});

export const scores: Readonly<Record<"r" | "f" | "m", Score>> = {
  r: { id: "r", label: null, value: quiet, type: { is: "period" }, better: "lower" },
  f: { id: "f", label: null, value: pays, type: { is: "integer" }, better: "higher" },
  m: { id: "m", label: null, value: spent, type: cny, better: "higher" },
};

/** What every fit has. */
export const common = { id: "fit", label: null, refresh: null, definition: "d", fitted: null } as const;

/** Those who paid, in stages without tests. */
export function among(is: Lifecycle["is"], stages: readonly string[]): Lifecycle {
  return { is, id: "fit", label: null, of: paid, stages: stages.map((id) => ({ id, label: null, test: null })) };
}

export function townProgram(fits: readonly Fit[], lifecycles: readonly Lifecycle[] = []): Program {
  return plainProgram({
    user: {
      fields: [field("id", { is: "text" }), field("zone", { is: "zone" })],
      id: 0,
      zone: 1,
      locale: null,
      source: null,
    },
    events: [
      { id: "visit", label: null, kept: null, model: null, fields: [field("page", { is: "text" })] },
      { id: "pay", label: null, kept: null, model: null, fields: [field("amount", cny)] },
    ],
    lifecycles,
    analysis: { ...noAnalysis, facts, fits },
  });
}

export function fitTown(people: readonly Person[], program: Program): Promise<Fitted> {
  const data = parseDataMap({ name: "data.yaml", text: mapping });
  return fitPopulation({ project: folderOf(filesOf(people)), program, data, until });
}
