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
      "lunar date",
      "tag model",
      "tag strategy",
      "measure churn_after",
      "churn_after",
      "dormant_after",
      "value rfm",
      "value spend",
      "quota 50000",
      "quantity 10000",
      "1 per",
      "budget 200000",
      "benefit lottery",
      'template "SMS_2041"',
      "policy reach",
      "target 8%",
      "metric repurchase",
      "point checkout",
      "after 4",
      'hypothesis "三天连看的人缺的是一个小理由"',
      "confirm_payment is",
      "limit 1",
      "send between",
      "3 days",
      "user enters",
      "preferred of",
      "set d11",
      "journey onboarding",
    ]);
  });

  it("what comes after a later clause is still read", () => {
    const strategy = read(sample).file.declarations.find(
      (each): each is Extract<Declaration, { is: "strategy" }> => each.is === "strategy" && each.name.text === "unpaid",
    );
    expect(strategy).toMatchObject({
      when: { is: "notYet" },
      who: { is: "known" },
      channels: [{ text: "push" }, { text: "sms" }],
      benefit: { is: "none" },
      materials: [{ text: "pay_push" }, { text: "pay_sms" }],
      goal: { within: { amount: "1", unit: "day" } },
      later: [{ construct: "limit" }, { construct: "send" }],
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
    ["when every hour", "every hour"],
    ["when every month on the last day at 10:00", "every month on the last day at 10:00"],
    ["when every month on day 5 at 10:00", "every month on day 5 at 10:00"],
    ["when on user.birthday at 09:00", "on user.birthday at 09:00"],
    ["when 3 days after 2nd pay", "3 days after 2nd pay"],
    ["when 1 day before 春节 at 09:00", "1 day before 春节 at 09:00"],
    ["when register happens", "register happens"],
    ["when user leaves buyer.mature", "user leaves buyer.mature"],
    ["when recharge stalls at password for 10 minutes", "recharge stalls at password for 10 minutes"],
    ["goal user enters spend.gold within 60 days", "goal user enters spend.gold within 60 days"],
    ["goal paid within 3 days target 8%", "target 8%"],
    ["exclusive with member_day", "exclusive with member_day"],
    ["sets in_d11", "sets in_d11"],
    ["budget 500000 CNY", "budget 500000 CNY"],
    [
      'split salt "x" { 50% variant a { channel push } 50% variant b { none } }',
      'split salt "x" { 50% variant a { channel push } 50% variant b { none } }',
    ],
  ])("%s is one later clause, and the next one is read", (clause, whole) => {
    const { file, said } = read(`strategy s {\n  ${clause}\n  repeat never\n}`);
    expect(said).toEqual([`not-yet: ${whole}`]);
    expect(file.declarations[0]).toMatchObject({ is: "strategy", repeat: { rule: "never" } });
  });

  it("a later construct leaves a node in its place", () => {
    const nodes = everyNode(read(sample).file).filter((node) => "is" in node && node.is === "notYet");
    expect(nodes.length).toBeGreaterThanOrEqual(25);
  });
});
