import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { compileFolder, type Planned, planned, projectFolder, refusedAt } from "./planned.js";

const folder = projectFolder("starter");

describe("strategies/starter, at the instant that its README gives", () => {
  let plan: Planned;
  beforeAll(async () => {
    plan = await planned(folder, compileFolder(folder), "2026-06-17T12:00:00Z", "2026-06-18T12:00:00Z");
  });

  it("touches Anna by push and Bo by text message, in their fallback language", () => {
    const touched = plan.decisions.map(({ user, channel, material }) => `${user} ${channel} ${material?.locale}`);
    expect(touched.sort()).toEqual(["anna push en", "bo sms en"]);
  });

  it("shows a refusal of every kind: never ordered, ordered lately, out of reach", () => {
    const [strategy] = plan.result.strategies;
    if (!strategy) throw new Error("no strategy");
    // Eva and Fei never ordered; Dai ordered yesterday and Gao seven days ago, just after midnight; Chen has no address.
    expect(refusedAt(strategy, "targeted")).toEqual({ clause_1: 2, clause_2: 2 });
    expect(refusedAt(strategy, "reachable")).toEqual({ unreachable: 1 });
  });

  it("says the coupon in the message, with the amount and the threshold", () => {
    const anna = plan.decisions.find(({ user }) => user === "anna");
    expect(anna?.material?.parts["title"]).toContain("Anna");
    expect(anna?.material?.parts["body"]).toMatch(/20.*100/);
    expect(anna?.benefit).toMatchObject({ id: "come_back", cost: "20 CNY" });
  });

  it("is the same project in Chinese: only words for people differ", async () => {
    const chinese = projectFolder("starter-zh");
    const other = await planned(chinese, compileFolder(chinese), "2026-06-17T12:00:00Z", "2026-06-18T12:00:00Z");
    const told = ({ decisions }: Planned) =>
      decisions.map((one) => ({ ...one, program: "", material: one.material?.id }));
    expect(told(other)).toEqual(told(plan));
    expect(other.decisions.map(({ material }) => material?.locale)).toEqual(["zh-CN", "zh-CN"]);
    for (const file of ["data/users.csv", "data/orders.csv"]) {
      expect(readFileSync(join(chinese, file), "utf8")).toBe(readFileSync(join(folder, file), "utf8"));
    }
  });
});
