import { beforeAll, describe, expect, it } from "vitest";
import type { SourceReport } from "../../src/population/load-report.js";
import { compileFolder, type Planned, planned, projectFolder } from "./planned.js";
import { holdPlanToSql, oneDay, until } from "./shop-held.js";

const folder = projectFolder("shop");

describe("the plan of strategies/shop over a day, each strategy by itself", () => {
  holdPlanToSql(oneDay);
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
