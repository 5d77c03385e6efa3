import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SourceReport } from "../../src/population/load-report.js";
import type { Program } from "../../src/program/program.js";
import { compileFolder, type Planned, planned, projectFolder, refusedAt } from "./planned.js";
import { saidInSql } from "./shop-said.js";
import { type Fate, openRawShop, type RawShop, tally } from "./shop-sql.js";

const folder = projectFolder("shop");
const until = "2026-06-18T12:00:00Z";
const oneDay = "2026-06-17T12:00:00Z";
const oneWeek = "2026-06-11T12:00:00Z";

/** For each strategy the days that must lie between two touches: 0 always, `Infinity` never again. */
const repeats: Readonly<Record<string, number>> = {
  headphone_nudge: 30,
  camera_back: 14,
  // A month before any day of this June is 31 days before it.
  camera_try: 31,
  camera_thursday: 56,
  first_order: Number.POSITIVE_INFINITY,
  dormant_wake: 30,
  churn_winback: 60,
  d618: Number.POSITIVE_INFINITY,
  member_week: 0,
  cart_left: 0,
  coupon_unused: 3,
  second_pay: Number.POSITIVE_INFINITY,
  many_friends: Number.POSITIVE_INFINITY,
  seven_days: Number.POSITIVE_INFINITY,
  views_up: 14,
  rarely_pays: 28,
  cross_sell: 56,
  favourite: 14,
  pairing: 14,
  own_year: 365,
  camera_unpaid: 3,
  not_joined: 7,
  recharge_stalled: 7,
};

/** Refuses, in order of time, what comes too soon after the same user's last touch. */
function withRepeats(strategy: string, fates: readonly Fate[]): Fate[] {
  const last = new Map<string, number>();
  return [...fates]
    .sort((a, b) => (a.occurrence < b.occurrence ? -1 : 1))
    .map((fate) => {
      if (fate.outcome.startsWith("clause_") || fate.outcome === "unreachable") return fate;
      const day = Date.parse(fate.occurrence.slice(0, 10)) / 86_400_000;
      const before = last.get(fate.user);
      if (before !== undefined && day - before < (repeats[strategy] as number))
        return { ...fate, outcome: "capped repeat" };
      last.set(fate.user, day);
      return fate;
    });
}

function lines(fates: readonly Fate[]): string[] {
  return fates.map(({ user, occurrence, outcome }) => `${user} ${occurrence} ${outcome}`).sort();
}

let raw: RawShop;
let program: Program;

beforeAll(async () => {
  raw = await openRawShop(join(folder, "data"));
  program = compileFolder(folder);
});
afterAll(() => raw.close());

describe.each([
  ["a day", oneDay],
  ["a week", oneWeek],
])("the plan of strategies/shop over %s", (_, since) => {
  let plan: Planned;
  beforeAll(async () => {
    plan = await planned(folder, program, since, until);
  });

  it("holds the strategies that the SQL over the raw files says again", () => {
    expect(program.strategies.map(({ id }) => id).sort()).toEqual(Object.keys(saidInSql).sort());
  });

  it.each(Object.keys(saidInSql))("%s touches whom the raw files say, over the channel they say", async (strategy) => {
    const fates = withRepeats(strategy, await raw.fates(strategy, since, until));
    const touched = fates.filter(({ outcome }) => !/^clause_|unreachable|capped/.test(outcome));
    const decided = plan.decisions
      .filter((decision) => decision.strategy === strategy)
      .map(({ user, occurrence, channel }) => ({ user, occurrence, outcome: channel }));
    expect(lines(decided)).toEqual(lines(touched));
  });

  it.each(Object.keys(saidInSql))("%s refuses as many at each gate as the raw files say", async (strategy) => {
    const counts = tally(withRepeats(strategy, await raw.fates(strategy, since, until)));
    const found = plan.result.strategies.find(({ id }) => id === strategy);
    if (!found) throw new Error(`no ${strategy} in the plan`);
    const refused = ["targeted", "reachable", "fresh"].flatMap((gate) => Object.entries(refusedAt(found, gate)));
    const expected = Object.entries(counts).filter(([outcome]) => /^clause_|unreachable|capped/.test(outcome));
    expect(Object.fromEntries(refused)).toEqual(Object.fromEntries(expected));
  });
});

describe("the plan of strategies/shop", () => {
  it("shows every gate outcome that exists without dated entries", async () => {
    const { result } = await planned(folder, program, oneWeek, until);
    const codes = new Set(
      result.strategies.flatMap(({ funnel }) => funnel.flatMap(({ refused }) => Object.keys(refused))),
    );
    expect(codes).toEqual(new Set(["clause_1", "clause_2", "clause_3", "unreachable", "capped repeat"]));
  });

  it("sends something with every strategy, over every channel, in both languages", async () => {
    const { result, decisions } = await planned(folder, program, oneDay, until);
    const sending = new Set(decisions.map(({ strategy }) => strategy));
    expect([...sending].sort()).toEqual(result.strategies.map(({ id }) => id).sort());
    expect(new Set(decisions.map(({ channel }) => channel))).toEqual(new Set(["push", "wechat", "sms"]));
    expect(new Set(decisions.map(({ material }) => material?.locale))).toEqual(new Set(["zh-CN", "en"]));
  });

  it("keeps strangers' clocks apart: in New York the evening of the 18th has not come", async () => {
    const { decisions } = await planned(folder, program, oneDay, until);
    const dates = new Set(decisions.map(({ occurrence }) => occurrence.slice(0, 10)));
    expect(dates).toEqual(new Set(["2026-06-17", "2026-06-18"]));
    const sale = decisions.filter(({ strategy }) => strategy === "d618");
    expect(new Set(sale.map(({ occurrence }) => occurrence))).toEqual(new Set(["2026-06-18T20:00"]));
  });

  it("finds the dirty rows, each kind by its reason, below the limit of 1 %", async () => {
    const { result } = await planned(folder, program, oneDay, until);
    const source = (name: string): SourceReport => {
      const found = result.load.sources.find((one) => one.name === name && one.kind !== "file");
      if (!found) throw new Error(`no source ${name}`);
      return found;
    };
    const reasons = (name: string): Readonly<Record<string, number>> =>
      Object.fromEntries(source(name).rejected.map(({ reason, count }) => [reason, count]));
    expect(reasons("profiles")).toEqual({ unknown_member: 1, invalid_time: 1 });
    expect(source("profiles").duplicates).toBe(2);
    expect(reasons("visit")).toEqual({ missing_user: 1, received_before_occurred: 1 });
    expect(source("visit").withoutProfile).toBe(1);
    expect(reasons("view_product")).toEqual({ unknown_member: 1, missing_value: 1 });
    expect(source("view_product")).toMatchObject({ duplicates: 1, notYetVisible: 1 });
    expect((reasons("order")["too_fine"] ?? 0) + (reasons("pay")["too_fine"] ?? 0)).toBe(1);
    expect(reasons("use_camera")).toEqual({ invalid_time: 1 });
    const above = result.load.sources.filter(({ records, rejectedRecords }) => rejectedRecords * 100 > records);
    expect(above).toEqual([]);
  });
});
