import { describe, expect, it } from "vitest";
import type { Policy } from "../../src/program/program.js";
import { made, rest } from "./when-shop.js";

const strategy = `strategy s { when once at 2026-11-10 20:00  ${rest} }`;

function policyOf(rules: string): Policy {
  const { program, codes } = made(`policy reach "触达规则" { ${rules} }\n${strategy}`);
  if (!program) throw new Error(`${rules}: ${codes.join(", ")}`);
  return program.policy;
}

const codesOf = (rules: string): readonly string[] => made(`policy reach { ${rules} }\n${strategy}`).codes;

describe("a policy", () => {
  it("forbids nothing where there is none", () => {
    expect(made(strategy).program?.policy).toEqual({
      id: null,
      label: null,
      consents: [],
      stops: [],
      personal: null,
      quiet: null,
      caps: [],
      holdout: null,
      bestHour: { events: [], least: 10 },
    });
  });

  it("asks for consent by channel and purpose", () => {
    const { id, label, consents } = policyOf(
      "consent sms for marketing if user.push_on is true  consent all if user.push_on is false  consent push if did pay ever",
    );
    expect([id, label]).toEqual(["reach", "触达规则"]);
    expect(consents).toMatchObject([
      { channel: 1, purpose: "marketing", test: { right: { n: 1 } } },
      { channel: null, purpose: null, test: { right: { n: 0 } } },
      { channel: 0, purpose: null, test: { is: "compare" } },
    ]);
  });

  it("stops, keeps quiet, holds out and asks who may be treated personally", () => {
    const policy = policyOf(
      `stop list if user.push_on is false  stop list if did view ever
       personalise if user.push_on is true
       quiet hours from 22:00 to 08:00 else delay
       holdout 2% salt "all-2026"`,
    );
    expect(policy.stops).toHaveLength(2);
    expect(policy.personal).toMatchObject({ is: "compare" });
    expect(policy.quiet).toEqual({ from: 1_320, to: 480, otherwise: "delay" });
    expect(policy.holdout).toEqual({ share: 200, salt: "all-2026" });
  });

  it("caps touches by calendar and by any stretch, and names caps for reasons", () => {
    const { caps } = policyOf(
      `cap push 2 per day  cap sms 4 per month  cap all 5 per week  cap push, sms 4 in 7 days
       cap all 1 in 24 hours  cap sms 0 in 1 week`,
    );
    expect(caps).toEqual([
      { name: "push per day", channels: [0], n: 2, window: { is: "day" } },
      { name: "sms per month", channels: [1], n: 4, window: { is: "month" } },
      { name: "all per week", channels: null, n: 5, window: { is: "week" } },
      { name: "push and sms in 7 days", channels: [0, 1], n: 4, window: { is: "days", n: 7 } },
      { name: "all in 24 hours", channels: null, n: 1, window: { is: "span", ms: 86_400_000 } },
      { name: "sms in 1 week", channels: [1], n: 0, window: { is: "days", n: 7 } },
    ]);
  });

  it("reads habits from events: how often each hour of the day was used in 90 days", () => {
    const { program } = made(`policy p { best hour from pay, order at least 20 times }\n${strategy}`);
    expect(program?.policy.bestHour).toEqual({ events: [2, 1], least: 20 });
    const hours = program?.facts.filter((fact) => fact.is === "hour") ?? [];
    for (const event of [1, 2]) {
      const own = hours.filter((fact) => fact.event === event);
      expect(own.map(({ hour }) => hour)).toEqual(Array.from({ length: 24 }, (_, hour) => hour));
      expect(new Set(own.map(({ days }) => days))).toEqual(new Set([90]));
    }
    expect(hours).toHaveLength(48);
    expect(policyOf("best hour from pay").bestHour.least).toBe(10);
  });

  it.each([
    ["consent mail if did pay ever", ["unknown-channel"]],
    ["consent all for markting if did pay ever", ["unknown-purpose"]],
    ["quiet hours from 22:00 to 22:00 else skip", ["empty-hours"]],
    ["quiet hours from 22:00 to 08:00 else skip  quiet hours from 12:00 to 14:00 else skip", ["rule-twice"]],
    ['holdout 1% salt "a"  holdout 1% salt "b"', ["rule-twice"]],
    ["personalise if did pay ever  personalise if did view ever", ["rule-twice"]],
    ["best hour from pay  best hour from view", ["rule-twice"]],
    ["cap push 2 per hour", ["cap-unit"]],
    ["cap push 2 in 1 month", ["bad-length"]],
    ["cap push 2.5 per day", ["not-whole"]],
    ["cap push, push 2 per day", ["channel-twice"]],
    ["cap push 2 per day  cap push 3 per day", ["duplicate-name"]],
    ["cap mail 2 per day", ["unknown-channel"]],
    ["best hour from pya", ["unknown-event"]],
    // Visits are kept for 30 days, and habits look back 90.
    ["best hour from visit", ["beyond-retention"]],
    ["stop list if event.amount > 5 CNY", ["event-needs-trigger"]],
  ])("%s: %j", (rules, expected) => expect(codesOf(rules)).toEqual(expected));

  it("is one for the whole project", () => {
    expect(made(`policy a {}\npolicy b {}\n${strategy}`).codes).toEqual(["duplicate-name"]);
  });
});

describe("what strategies share by name", () => {
  it.each([
    ["purpose service", []],
    ["purpose servise", ["unknown-purpose"]],
    ["point checkout", []],
    ["point chekout", ["unknown-point"]],
  ])("%s: %j", (clause, expected) => {
    expect(made(`point checkout\n${strategy.replace("when", `${clause}  when`)}`).codes).toEqual(expected);
  });
});
