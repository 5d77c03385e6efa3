import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SourceReport } from "../../src/population/load-report.js";
import type { Program } from "../../src/program/program.js";
import { compileFolder, type Planned, planned, projectFolder, refusedAt } from "./planned.js";
import { type Fate, openRawShop, type RawShop, saidInSql, tally } from "./shop-sql.js";
import { unruled } from "./unruled.js";

const folder = projectFolder("shop");
const until = "2026-06-18T12:00:00Z";
const oneDay = "2026-06-17T12:00:00Z";
/** The interval that the README of the shop gives. */
const sixWeeks = "2026-05-04T12:00:00Z";

/** The strategies that limit their touches per field of the event, all of them to one. */
const limited = new Set(["unpaid", "password_stall"]);

const isTouch = ({ outcome }: Fate): boolean => !/^clause_|^unreachable$|^capped/.test(outcome);

/** Refuses, in order of time, what comes too soon after the same user's last touch, or is about the same thing. */
function withRepeats(strategy: string, fates: readonly Fate[]): Fate[] {
  const { repeat } = saidInSql[strategy] as { repeat: number };
  const last = new Map<string, number>();
  const told = new Set<string>();
  return [...fates]
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.occurrence < b.occurrence ? -1 : 1))
    .map((fate) => {
      if (!isTouch(fate)) return fate;
      const day = Date.parse(fate.at.slice(0, 10)) / 86_400_000;
      const before = last.get(fate.user);
      if (before !== undefined && day - before < repeat) return { ...fate, outcome: "capped repeat" };
      const subject = `${fate.user} ${fate.subject}`;
      if (limited.has(strategy) && told.has(subject)) return { ...fate, outcome: "capped limit" };
      told.add(subject);
      last.set(fate.user, day);
      return fate;
    });
}

const lines = (fates: readonly Pick<Fate, "user" | "occurrence" | "outcome">[]): string[] =>
  fates.map(({ user, occurrence, outcome }) => `${user} ${occurrence} ${outcome}`).sort();

let raw: RawShop;
let program: Program;

beforeAll(async () => {
  raw = await openRawShop(join(folder, "data"));
  program = unruled(compileFolder(folder));
});
afterAll(() => raw.close());

describe.each([
  ["a day", oneDay],
  ["six weeks", sixWeeks],
])("the plan of strategies/shop over %s, each strategy by itself", (_, since) => {
  let plan: Planned;
  /** Users whose touch was taken back within the ten minutes before it went out: the SQL does not look twice. */
  let disturbed: ReadonlySet<string>;
  const fates = new Map<string, Fate[]>();
  const fatesOf = (strategy: string): Fate[] =>
    (fates.get(strategy) ?? []).filter(({ user }) => !disturbed.has(`${strategy} ${user}`));

  beforeAll(async () => {
    plan = await planned(folder, program, since, until);
    disturbed = new Set(plan.cancellations.map(({ strategy, user }) => `${strategy} ${user}`));
    for (const strategy of Object.keys(saidInSql))
      fates.set(strategy, withRepeats(strategy, await raw.fates(strategy, since, until)));
  }, 120_000);

  it("holds the strategies that the SQL over the raw files says again", () => {
    expect(program.strategies.map(({ id }) => id).sort()).toEqual(Object.keys(saidInSql).sort());
  });

  it("takes hardly any touch back", () => {
    expect(disturbed.size).toBeLessThan(plan.decisions.length / 50);
  });

  it.each(Object.keys(saidInSql))("%s touches whom the raw files say, over the channel they say", (strategy) => {
    const decided = [...plan.decisions, ...plan.ghosts]
      .filter((one) => one.strategy === strategy && !disturbed.has(`${strategy} ${one.user}`))
      .map(({ user, occurrence, channel }) => ({ user, occurrence, outcome: channel }));
    expect(lines(decided)).toEqual(lines(fatesOf(strategy).filter(isTouch)));
  });

  it.each(Object.keys(saidInSql))("%s refuses as many at each gate as the raw files say", (strategy) => {
    const found = plan.result.strategies.find(({ id }) => id === strategy);
    if (!found) throw new Error(`no ${strategy} in the plan`);
    const counts = tally((fates.get(strategy) ?? []).filter((fate) => !isTouch(fate)));
    const refused = ["targeted", "reachable", "fresh"].flatMap((gate) => Object.entries(refusedAt(found, gate)));
    const isCertain = ([code]: readonly [string, number]): boolean =>
      disturbed.size === 0 || /^clause_|^unreachable$/.test(code);
    expect(Object.fromEntries(refused.filter(isCertain))).toEqual(
      Object.fromEntries(Object.entries(counts).filter(isCertain)),
    );
  });

  it.runIf(since === sixWeeks)("touches somebody with every strategy", () => {
    const touching = new Set([...plan.decisions, ...plan.ghosts].map(({ strategy }) => strategy));
    expect([...touching].sort()).toEqual(Object.keys(saidInSql).sort());
  });
});

describe("the plan of strategies/shop", () => {
  let plan: Planned;
  beforeAll(async () => {
    plan = await planned(folder, compileFolder(folder), oneDay, until);
  });

  it("sends over every channel, in both languages", () => {
    expect(new Set(plan.decisions.map(({ channel }) => channel))).toEqual(new Set(["push", "wechat", "sms", "popup"]));
    const locales = plan.decisions.flatMap(({ material }) => (material?.template === null ? [material.locale] : []));
    expect(new Set(locales)).toEqual(new Set(["zh-CN", "en"]));
  });

  it("keeps strangers' clocks apart: in New York the evening of the 18th has not come", () => {
    const sale = plan.decisions.filter(({ strategy }) => strategy === "d618");
    expect(new Set(sale.map(({ occurrence }) => occurrence))).toEqual(new Set(["2026-06-18T20:00"]));
    const dates = new Set(plan.decisions.map(({ date }) => date));
    expect(dates).toEqual(new Set(["2026-06-17", "2026-06-18"]));
  });

  it("finds the dirty rows, each kind by its reason, below the limit of 1 %", () => {
    const { result } = plan;
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
