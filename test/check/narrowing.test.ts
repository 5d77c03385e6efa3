import { describe, expect, it } from "vitest";
import { codesOf, compiled, strategyText } from "./shop.js";

const unsure = ["may-be-unknown"];

describe("a value that may be unknown is used only where it is known", () => {
  it.each([
    ["user.income >= 75000 USD", unsure],
    ["user.income is known and user.income >= 75000 USD", []],
    ["user.income >= 75000 USD and user.income is known", unsure],
    ["user.income is not known or user.income >= 75000 USD", []],
    ["user.income is known or user.income >= 75000 USD", unsure],
    ["not (user.income is not known) and user.income >= 75000 USD", []],
    ["not (user.income is known) and user.income >= 75000 USD", unsure],
    ["not (user.income is not known or user.push_on is true) and user.income >= 75000 USD", []],
    ["(user.income is known and user.push_on is true) and user.income >= 75000 USD", []],
    ["(user.income is known or user.push_on is true) and user.income >= 75000 USD", unsure],
    ["user.income if unknown 0 USD >= 75000 USD", []],
    ["user.income is known and (user.push_on is true or user.income >= 75000 USD)", []],
    ["user.city is known and user.income >= 75000 USD", unsure],
    ['user.city is "上海"', unsure],
    ['user.city is known and user.city is "上海"', []],
    ['user.city is one of ("上海", "北京")', unsure],
    ['user.city if unknown "" contains "海"', []],
    ["user.gender is female", unsure],
    ["user.gender if unknown male is female", []],
    ["user.birthday is known and user.birthday < 2000-01-01", []],
  ])("%s", (who, codes) => expect(codesOf(who)).toEqual(codes));

  it.each([
    ["did pay where coupon_id is known ever", []],
    ['did pay where coupon_id is "c" ever', unsure],
    ['did pay where (coupon_id is known and coupon_id is "c") ever', []],
    // What holds of one event holds of no other.
    ['did pay where coupon_id is known ever and did pay where coupon_id is "c" ever', unsure],
  ])("inside where: %s", (who, codes) => expect(codesOf(who)).toEqual(codes));
});

describe("an aggregate of no events is unknown, so something must have happened", () => {
  const average = "average of pay.amount in the last 7 days >= 20 CNY";
  it.each([
    [average, unsure],
    [`did pay in the last 7 days and ${average}`, []],
    [`did pay at least 3 times in the last 7 days and ${average}`, []],
    [`did pay on at least 2 days in the last 7 days and ${average}`, []],
    [`count of pay in the last 7 days >= 1 and ${average}`, []],
    [`count of pay in the last 7 days > 0 and ${average}`, []],
    [`0 < count of pay in the last 7 days and ${average}`, []],
    [`count of pay in the last 7 days is 2 and ${average}`, []],
    [`count of pay in the last 7 days between 1 and 5 and ${average}`, []],
    [`sum of pay.amount in the last 7 days >= 1 CNY and ${average}`, []],
    [`did pay in the last 3 days and ${average}`, []],
    [`not (did not pay in the last 7 days) and ${average}`, []],
    [`did not pay in the last 7 days or ${average}`, []],
    [`count of pay in the last 7 days < 1 or ${average}`, []],
    // Nothing, less, elsewhere or otherwise established:
    [`count of pay in the last 7 days >= 0 and ${average}`, unsure],
    [`count of pay in the last 7 days > -1 and ${average}`, unsure],
    [`count of pay in the last 7 days <= 5 and ${average}`, unsure],
    [`count of pay in the last 7 days between 0 and 5 and ${average}`, unsure],
    [`sum of pay.amount in the last 7 days >= 0 CNY and ${average}`, unsure],
    [`did not pay in the last 7 days and ${average}`, unsure],
    [`did pay in the last 7 days or ${average}`, unsure],
    [`did pay in the last 8 days and ${average}`, unsure],
    [`did pay in the previous 7 days and ${average}`, unsure],
    [`did pay in the last 12 hours and ${average}`, unsure],
    [`did pay ever and ${average}`, unsure],
    [`did visit in the last 7 days and ${average}`, unsure],
    [`average of pay.amount in the last 7 days is known and ${average}`, []],
  ])("%s", (who, codes) => expect(codesOf(who)).toEqual(codes));

  it("has a where of its own, and one without where asks for less", () => {
    const phones = "average of pay.amount where category is phone ever >= 20 CNY";
    expect(codesOf(`did pay where category is phone ever and ${phones}`)).toEqual([]);
    expect(codesOf(`did pay ever and ${phones}`)).toEqual(unsure);
    expect(codesOf(`did pay where category is camera ever and ${phones}`)).toEqual(unsure);
    expect(codesOf("did pay where category is phone ever and average of pay.amount ever >= 20 CNY")).toEqual([]);
  });

  it("knows that an optional field may be unknown in every event", () => {
    const tip = "max of tip.amount ever >= 1 CNY";
    const event = "event tip { amount: CNY? }";
    const who = (text: string): string[] =>
      compiled(`${event}\n${strategyText(text)}`).diagnostics.map(({ code }) => code);
    expect(who(`did tip ever and ${tip}`)).toEqual(unsure);
    expect(who(`sum of tip.amount ever > 0 CNY and ${tip}`)).toEqual([]);
    expect(who(`max of tip.amount ever is known and ${tip}`)).toEqual([]);
  });

  it.each([
    ["time since last pay >= 30 days", unsure],
    ["did pay in the last 90 days and time since last pay >= 30 days", []],
    ["did pay where category is phone ever and time since last pay >= 30 days", []],
    ["did pay ever and time since last pay where category is phone >= 30 days", unsure],
    ["time since last pay is known and time since last pay >= 30 days", []],
    ["time since last pay if unknown 365 days >= 30 days", []],
    ["last pay was at least 3 days ago and time since last pay < 9 days", []],
    // Total by itself: false for who never did it.
    ["last pay was at least 3 days ago", []],
    ["not (last pay was in the last 3 days)", []],
  ])("%s", (who, codes) => expect(codesOf(who)).toEqual(codes));

  it.each([
    ["count of visit ever / count of pay ever >= 200%", ["may-divide-by-zero"]],
    ["count of pay ever > 0 and count of visit ever / count of pay ever >= 200%", []],
    ["did pay ever and count of visit ever / count of pay ever >= 200%", []],
    // Paying may cost nothing, so having paid does not make the sum more than zero.
    ["did pay ever and user.balance / sum of pay.amount ever >= 50%", ["may-divide-by-zero"]],
    ["sum of pay.amount ever > 0 CNY and user.balance / sum of pay.amount ever >= 50%", []],
    ["user.visits is not 0 and count of pay ever / user.visits >= 50%", []],
    ["count of pay ever / 2 >= 50%", []],
  ])("a quotient is unknown where its divisor is zero: %s", (who, codes) => expect(codesOf(who)).toEqual(codes));
});
