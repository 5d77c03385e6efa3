import { describe, expect, it } from "vitest";
import { resultOf } from "../../src/check/expression/arithmetic.js";
import type { Type } from "../../src/program/program.js";
import { codesOf } from "./shop.js";

const types: Readonly<Record<string, Type>> = {
  integer: { is: "integer" },
  number: { is: "number" },
  ratio: { is: "ratio" },
  points: { is: "points" },
  CNY: { is: "money", currency: "CNY", minor: 100 },
  USD: { is: "money", currency: "USD", minor: 100 },
  span: { is: "span" },
  period: { is: "period" },
  date: { is: "date" },
  instant: { is: "instant" },
  text: { is: "text" },
  boolean: { is: "boolean" },
};

function nameOf(type: Type | null): string | null {
  return type?.is === "money" ? type.currency : (type?.is ?? null);
}

describe("units in arithmetic", () => {
  it.each([
    ["integer", "+", "integer", "integer"],
    ["integer", "-", "number", "number"],
    ["CNY", "+", "CNY", "CNY"],
    ["CNY", "+", "USD", null],
    ["CNY", "+", "integer", null],
    ["points", "-", "points", "points"],
    ["ratio", "+", "ratio", "ratio"],
    ["ratio", "+", "integer", null],
    ["date", "-", "date", "period"],
    ["date", "+", "date", null],
    ["instant", "-", "instant", "span"],
    ["instant", "+", "span", "instant"],
    ["instant", "-", "span", "instant"],
    ["instant", "+", "instant", null],
    ["instant", "-", "date", null],
    ["integer", "*", "number", "number"],
    ["CNY", "*", "integer", "CNY"],
    ["number", "*", "CNY", "CNY"],
    ["CNY", "*", "ratio", "CNY"],
    ["ratio", "*", "CNY", "CNY"],
    ["CNY", "*", "CNY", null],
    ["points", "*", "integer", "points"],
    ["points", "*", "ratio", null],
    ["ratio", "*", "ratio", "ratio"],
    ["CNY", "/", "CNY", "ratio"],
    ["CNY", "/", "USD", null],
    ["CNY", "/", "integer", "CNY"],
    ["CNY", "/", "ratio", "CNY"],
    ["integer", "/", "integer", "ratio"],
    ["integer", "/", "number", "ratio"],
    ["integer", "/", "CNY", null],
    ["points", "/", "points", "ratio"],
    ["span", "/", "span", "ratio"],
    ["span", "/", "integer", "span"],
    ["text", "+", "text", null],
    ["boolean", "+", "boolean", null],
    ["date", "/", "date", null],
  ] as const)("%s %s %s gives %s", (left, op, right, result) => {
    expect(nameOf(resultOf(op, types[left] as Type, types[right] as Type))).toBe(result);
  });

  it("never adds or subtracts two kinds of quantity, save numbers", () => {
    for (const [left, a] of Object.entries(types)) {
      for (const [right, b] of Object.entries(types)) {
        if (resultOf("+", a, b) === null) continue;
        const plain = ["integer", "number"];
        expect(left === right || (plain.includes(left) && plain.includes(right)) || right === "span").toBe(true);
      }
    }
  });
});

describe("units in comparisons", () => {
  it.each([
    ["user.balance >= 20 CNY", []],
    ["20 CNY <= user.balance", []],
    ["user.balance >= 20 USD", ["currency-mismatch"]],
    ["user.balance >= 20", ["needs-unit"]],
    ["user.balance >= 20 points", ["type-mismatch"]],
    ["user.balance >= 20%", ["type-mismatch"]],
    ["user.balance >= 7 days", ["type-mismatch"]],
    ["user.balance >= user.visits", ["type-mismatch"]],
    ["user.balance >= 20.01 CNY", []],
    ["user.balance >= 20.001 CNY", ["too-fine"]],
    ["user.balance >= 20.1000 CNY", []],
    ["user.held >= 100 points", []],
    ["user.held >= 100", ["needs-unit"]],
    ["user.visits >= 3", []],
    ["user.visits >= 2.5", []],
    ["user.visits >= 3 points", ["type-mismatch"]],
    ['user.visits is "3"', ["type-mismatch"]],
    ["user.visits is one of (1, 2, 3)", []],
    ['user.visits is one of (1, "2")', ["type-mismatch"]],
    ["user.visits between 1 and 3", []],
    ["user.visits between 3 and 1", ["empty-range"]],
    ["user.balance between 1 CNY and 3 USD", ["currency-mismatch"]],
    ["user.push_on is true", []],
    ["user.push_on is 1", ["type-mismatch"]],
    ["user.push_on > false", ["no-order"]],
    ["user.push_on", ["not-a-test"]],
    ["user.id < user.id", ["no-order"]],
    ['user.id contains "7"', []],
    ["user.id contains 7", ["not-text"]],
    ["did pay where category > phone ever", ["no-order"]],
    ["did pay where category is amount ever", ["type-mismatch"]],
    ["did pay where category is one of (phone, camera) ever", []],
    ['did pay where category is one of (phone, "camera") ever', ["text-for-member"]],
    ["did pay where phone is category ever", []],
    ["did pay where items >= 2 ever", []],
    ["did pay where user.push_on is true ever", []],
    ["did pay where (has payer) ever", ["where-needs-fields"]],
    ["buyer is churned", []],
    ["buyer is one of (churned, intro)", []],
    ["buyer is not churned", []],
    ["buyer >= churned", ["no-order"]],
    ["has payer", []],
    ["user.registered_at < 2026-01-01", ["type-mismatch"]],
    ["(user.birthday if unknown 2000-01-01) + 30 days < 2026-01-01", []],
    ["sum of pay.amount ever / sum of pay.items ever >= 20 CNY", ["may-divide-by-zero"]],
    ["sum of pay.amount ever * 2 >= 20 CNY", []],
    ["sum of pay.amount ever - user.balance >= 0 CNY", []],
    ["sum of pay.items ever >= 3", []],
    ["max of pay.category ever is known", ["cannot-aggregate"]],
    ["count of pay ever >= 30%", ["type-mismatch"]],
    ["benefit.amount >= 20 CNY", ["benefit-outside-material"]],
    ["event.amount >= 20 CNY", ["event-needs-trigger"]],
  ])("%s", (who, codes) => expect(codesOf(who)).toEqual(codes));

  it.each([
    ["time since last pay if unknown 365 days >= 3 weeks", []],
    ["time since last pay if unknown 24 months >= 1 year", []],
    ["time since last pay if unknown 999 hours >= 5 minutes", []],
    ["time since last pay if unknown 365 days >= 2 months", ["time-mismatch"]],
    ["time since last pay if unknown 365 days >= 12 hours", ["time-mismatch"]],
    ["time since last pay if unknown 365 days >= 30", ["needs-unit"]],
    ["time since last pay if unknown 365 days >= 30 CNY", ["type-mismatch"]],
    ["did pay in the previous 12 hours", ["previous-hours"]],
    ["did pay in the last 12 hours", []],
    ["did not pay for 12 hours", ["silence-of-the-new"]],
    ["did pay in the last 1.5 days", ["bad-length"]],
    ["did pay in the last 0 days", ["bad-length"]],
    ["did pay in the last 200 years", ["bad-length"]],
    ["did pay in the last 20 CNY", ["bad-length"]],
    ["last pay was at least 3 CNY ago", ["bad-length"]],
    ["did pay", ["missing-window"]],
    ["count of pay >= 3", ["missing-window"]],
    ["did pay at least 0 times ever", ["bad-frequency"]],
    ["did pay between 3 and 1 times ever", ["empty-range"]],
  ])("%s", (who, codes) => expect(codesOf(who)).toEqual(codes));
});
