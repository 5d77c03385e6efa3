import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Declaration } from "../../src/syntax/tree.js";
import { everyNode, faults, read } from "./read.js";

const sample = readFileSync(new URL("./sample.touch", import.meta.url), "utf8");

describe("what the language has and this version has not", () => {
  it("the whole sample of the language is read, and nothing but later constructs is reported", () => {
    const { diagnostics } = read(sample);
    expect(diagnostics.filter(({ code }) => code !== "not-yet")).toEqual([]);
  });

  it("every later construct of the sample is named once, with its whole text", () => {
    const { said } = read(sample);
    const whole = said.map((each) => each.replace("not-yet: ", "").split(/\s+/).slice(0, 2).join(" "));
    expect(whole).toEqual([
      "tag model",
      "measure churn_after",
      "churn_after",
      "dormant_after",
      "value rfm",
      "value spend",
      "target 8%",
      "metric repurchase",
      "expect reader:",
      'hypothesis "三天连看的人缺的是一个小理由"',
      "journey onboarding",
    ]);
  });

  it("what comes before and after a later clause is still read", () => {
    const strategy = read(sample).file.declarations.find(
      (each): each is Extract<Declaration, { is: "strategy" }> =>
        each.is === "strategy" && each.name.text === "headphone_nudge",
    );
    expect(strategy).toMatchObject({
      who: { is: "did" },
      goal: { within: { amount: "3", unit: "day" } },
      later: [{ construct: "hypothesis" }],
    });
    expect(read(`strategy s {\n  hypothesis "x" testing\n  repeat never\n}`).file.declarations[0]).toMatchObject({
      repeat: { rule: "never" },
      later: [{ construct: "hypothesis" }],
    });
  });

  it.each([
    ["did pay in the last churn_after", "churn_after"],
    ["did pay within churn_after after 1st pay", "churn_after"],
    ["last pay was at least churn_after ago", "churn_after"],
  ])("%s is one later construct", (text, whole) => {
    expect(faults(text)).toEqual([`not-yet: ${whole}`]);
  });

  it.each([
    ["goal user enters spend.gold within 60 days", "goal user enters spend.gold within 60 days"],
    ["goal paid within 3 days target 8%", "target 8%"],
  ])("%s is one later clause, and the next one is read", (clause, whole) => {
    const { file, said } = read(`strategy s {\n  ${clause}\n  repeat never\n}`);
    expect(said).toEqual([`not-yet: ${whole}`]);
    expect(file.declarations[0]).toMatchObject({ is: "strategy", repeat: { rule: "never" } });
  });

  it("a later construct leaves a node in its place", () => {
    const nodes = everyNode(read(sample).file).filter((node) => "is" in node && node.is === "notYet");
    expect(nodes.length).toBeGreaterThanOrEqual(10);
  });
});
