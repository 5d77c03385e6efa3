import { describe, expect, it } from "vitest";
import { parseDataMap } from "../../src/population/data-yaml.js";
import { type Measured, measureMetrics } from "../../src/population/metrics.js";
import type { Division } from "../../src/population/segments.js";
import { noAnalysis } from "../../src/program/analysis.js";
import type { Metric, MetricOf, Num, Program, Test, Type } from "../../src/program/program.js";
import { plainProgram } from "../program/plain.js";
import { cny, field, folderOf, mapping } from "./tiny.js";

/** Users with a source, whose payments and visits are dealt from a fixed stream of numbers. */

const count: Num = { is: "column", column: 0, per: 1 };
const amount: Num = { is: "column", column: 1, per: 1 };
const first: Num = { is: "column", column: 2, per: 1 };
const second: Num = { is: "column", column: 3, per: 1 };
const atLeast = (value: Num, n: number): Test => ({
  is: "compare",
  op: ">=",
  left: value,
  right: { is: "constant", n, d: 1 },
  type: { is: "integer" },
  said: 0,
});

function metric(id: string, type: Type, of: MetricOf, among: Test | null = null): Metric {
  return { id, label: null, northStar: false, better: "higher", type, among, of, scale: [], target: null, said: 0 };
}

const program: Program = plainProgram({
  user: {
    fields: [field("id", { is: "text" }), field("source", { is: "text" }, { optional: true })],
    id: 0,
    zone: null,
    locale: null,
    source: 1,
  },
  events: [
    { id: "pay", label: null, kept: null, model: null, fields: [field("amount", cny)] },
    { id: "visit", label: null, kept: null, model: null, fields: [] },
  ],
  tags: [{ id: "payer", label: null, value: { is: "test", test: atLeast(first, 0) } }],
  analysis: {
    ...noAnalysis,
    facts: [
      { is: "count", event: 0, where: null, window: { is: "last", unit: "day", n: 30 } },
      { is: "sum", event: 0, field: 0, where: null, window: { is: "last", unit: "day", n: 30 } },
      { is: "pointInstant", point: { is: "point", event: 0, where: null, nth: 1 } },
      { is: "pointInstant", point: { is: "point", event: 0, where: null, nth: 2 } },
    ],
    metrics: [
      metric("repeaters", { is: "ratio" }, { is: "share", who: atLeast(second, 0) }, atLeast(first, 0)),
      metric("buyers", { is: "integer" }, { is: "count", who: atLeast(count, 1) }),
      metric("gmv", cny, { is: "total", value: amount }),
      metric("arpu", cny, { is: "perUser", value: amount }, atLeast(count, 1)),
      metric("aov", cny, { is: "ratio", value: amount, over: count }),
      metric("again", { is: "span" }, { is: "median", value: { is: "minus", left: second, right: first } }),
      metric("basket", cny, { is: "median", value: { is: "over", left: amount, right: count } }),
      metric("per_basket", cny, { is: "total", value: { is: "over", left: amount, right: count } }),
    ],
    expectations: [{ role: 0, label: null, met: atLeast(count, 2), each: "month", said: 0 }],
  },
});

const HOUR = 3_600_000;
const start = Date.parse("2026-01-01T00:00:00+08:00");
const until = Date.parse("2026-04-10T12:00:00+08:00");
const ends = [Date.parse("2026-02-28T23:59:59.999+08:00"), Date.parse("2026-03-31T23:59:59.999+08:00"), until];

let seed = 618;
const below = (n: number): number => {
  seed = (seed * 48_271) % 2_147_483_647;
  return seed % n;
};

interface Row {
  readonly user: string;
  readonly at: number;
  readonly cents: number;
}

const sources = ["ads", "feed", "", "ads", "search"];
const users = Array.from({ length: 240 }, (_, n) => ({ id: `u${1000 + n}`, source: sources[below(5)] as string }));
const pays: Row[] = [];
const visits: Row[] = [];
for (const { id } of users) {
  for (let n = below(7); n > 0; n--)
    pays.push({ user: id, at: start + below(100 * 24) * HOUR, cents: 100 + below(99_999) });
  for (let n = below(3); n > 0; n--) visits.push({ user: id, at: start + below(100 * 24) * HOUR, cents: 0 });
}

const csv = (head: string, rows: readonly string[]): string => `${[head, ...rows].join("\n")}\n`;
const instant = (at: number): string => new Date(at).toISOString();
const files = {
  "people.csv": csv(
    "id,source",
    users.map(({ id, source }) => `${id},${source}`),
  ),
  "pays.csv": csv(
    "id,user,at,amount",
    pays.map(({ user, at, cents }, n) => `p${n},${user},${instant(at)},${(cents / 100).toFixed(2)}`),
  ),
  "visits.csv": csv(
    "id,user,at",
    visits.map(({ user, at }, n) => `v${n},${user},${instant(at)}`),
  ),
};
const wholeMapping = `${mapping.replace("files:\n", "files:\n  visits: visits.csv\n")}  visit: { from: visits, id: id, user: user, occurred_at: at }\n`;

function measured(division: Division | null = null): Promise<Measured> {
  return measureMetrics({
    project: folderOf(files),
    program,
    data: parseDataMap({ name: "data.yaml", text: wholeMapping }),
    at: ends,
    division,
  });
}

// The same once more, from the rows alone. Shanghai is eight hours ahead of UTC, always.

const dateIn = (at: number): string => new Date(at + 8 * HOUR).toISOString().slice(0, 10);
const inLast30 = (at: number, now: number): boolean =>
  at <= now && dateIn(at) > new Date(now + 8 * HOUR - 30 * 24 * HOUR).toISOString().slice(0, 10);
const paysOf = (id: string, now: number): Row[] =>
  pays.filter(({ user, at }) => user === id && at <= now).sort((a, b) => a.at - b.at);
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const medianOf = (values: readonly number[]): number | null => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  if (sorted.length === 0) return null;
  return sorted.length % 2 === 1
    ? (sorted[Math.floor(middle)] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
};

function expected(ids: readonly string[], now: number): Record<string, number | null> {
  const all = ids.map((id) => paysOf(id, now));
  const recent = all.map((own) => own.filter(({ at }) => inLast30(at, now)).map(({ cents }) => cents));
  const buyers = recent.filter((own) => own.length > 0);
  const payers = all.filter((own) => own.length > 0).length;
  const gmv = sum(recent.flat());
  const baskets = buyers.map((own) => sum(own) / own.length);
  return {
    repeaters: payers === 0 ? null : all.filter((own) => own.length > 1).length / payers,
    buyers: buyers.length,
    gmv,
    arpu: buyers.length === 0 ? null : gmv / buyers.length,
    aov: recent.flat().length === 0 ? null : gmv / recent.flat().length,
    again: medianOf(all.flatMap(([one, other]) => (one && other ? [other.at - one.at] : []))),
    basket: medianOf(baskets),
    per_basket: sum(baskets),
  };
}

function valuesAt(found: Measured, at: number, segment: number | null): Record<string, number | null> {
  return Object.fromEntries(
    found.metrics.map(({ metric: place, values, bySegment }) => {
      const { value } = (segment === null ? values : (bySegment[segment] ?? []))[at] ?? { value: null };
      return [program.analysis.metrics[place]?.id, value && Number(value.n) / Number(value.d)];
    }),
  );
}

function expectClose(found: Record<string, number | null>, wanted: Record<string, number | null>): void {
  expect(Object.keys(found)).toEqual(Object.keys(wanted));
  for (const [id, value] of Object.entries(wanted)) {
    if (value === null) expect([id, found[id]]).toEqual([id, null]);
    else expect(found[id], id).toBeCloseTo(value, 6);
  }
}

describe("metrics of a population", () => {
  it("are at each instant what the rows known by then add up to", async () => {
    const found = await measured();
    const ids = users.map(({ id }) => id);
    ends.forEach((now, at) => expectClose(valuesAt(found, at, null), expected(ids, now)));
    expect(found.users).toBe(users.length);
  });

  it("count whom they are about, and of those for whom they hold", async () => {
    const { metrics } = await measured();
    const all = users.map(({ id }) => paysOf(id, until));
    const repeaters = metrics[0]?.values.at(-1);
    expect(repeaters?.users).toBe(all.filter((own) => own.length > 0).length);
    expect(repeaters?.counted).toBe(all.filter((own) => own.length > 1).length);
  });

  it("by source are those of the users with that source, and every user has one or none", async () => {
    const found = await measured({ is: "source" });
    expect(found.segments.map(({ is, id }) => (is === "named" ? id : is))).toEqual(
      expect.arrayContaining(["ads", "feed", "search", "unknown"]),
    );
    found.segments.forEach(({ is, id, users: size }, segment) => {
      const ids = users.filter(({ source }) => source === (is === "named" ? id : "")).map((user) => user.id);
      expect(size).toBe(ids.length);
      ends.forEach((now, at) => expectClose(valuesAt(found, at, segment), expected(ids, now)));
    });
    expect(sum(found.segments.map(({ users: size }) => size))).toBe(users.length);
  });

  it("by cohort are those of the users whose first event of any kind, or of one, fell into the month", async () => {
    for (const event of [null, 0]) {
      const found = await measured({ is: "cohort", event });
      const monthOf = (id: string): string => {
        const rows = (event === null ? [...pays, ...visits] : pays).filter(
          ({ user, at }) => user === id && at <= until,
        );
        return rows.length === 0 ? "" : dateIn(Math.min(...rows.map(({ at }) => at))).slice(0, 7);
      };
      const months = [...new Set(users.map(({ id }) => monthOf(id)))].filter((month) => month !== "").sort();
      expect(found.segments.map(({ id }) => id)).toEqual([...months, ""]);
      found.segments.forEach(({ id: month, users: size }, segment) => {
        const ids = users.filter(({ id }) => monthOf(id) === month).map(({ id }) => id);
        expect(size).toBe(ids.length);
        ends.forEach((now, at) => expectClose(valuesAt(found, at, segment), expected(ids, now)));
      });
    }
  });

  it("count who of a role did what is expected", async () => {
    const { expectations } = await measured();
    const all = users.map(({ id }) => paysOf(id, until)).filter((own) => own.length > 0);
    const met = all.filter((own) => own.filter(({ at }) => inLast30(at, until)).length > 1).length;
    expect(expectations[0]?.values.at(-1)).toEqual({ users: all.length, met });
  });

  it("are unknown where nobody is counted or a divisor is 0, and a total of nothing is 0", async () => {
    const before = await measureMetrics({
      project: folderOf(files),
      program,
      data: parseDataMap({ name: "data.yaml", text: wholeMapping }),
      at: [start - HOUR],
      division: null,
    });
    expect(valuesAt(before, 0, null)).toEqual({
      repeaters: null,
      buyers: 0,
      gmv: 0,
      arpu: null,
      aov: null,
      again: null,
      basket: null,
      per_basket: 0,
    });
  });
});
