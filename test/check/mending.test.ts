import { describe, expect, it } from "vitest";
import { compiled, strategyText } from "./shop.js";

const deal = "event deal { rate: percent  page: integer }\n";

/** The one fault of a `who`, and the `who` after the edit that the fault suggests. */
function faultOf(who: string): { code: string | undefined; mended: string | null } {
  const text = `${deal}${strategyText(who)}`;
  const { diagnostics } = compiled(text);
  const [fault, ...others] = diagnostics;
  expect(others).toEqual([]);
  if (!fault?.suggestion) return { code: fault?.code, mended: null };
  const { span, text: write } = fault.suggestion;
  const mended = text.slice(0, span.start) + write + text.slice(span.end);
  expect(compiled(mended).diagnostics).toEqual([]);
  return { code: fault.code, mended: mended.slice(mended.indexOf("who ") + 4, mended.indexOf("  repeat")) };
}

describe("a name that is not there is mended to its neighbour, wherever it stands", () => {
  it.each([
    ["sum of pay.amout ever > 3 CNY", "sum of pay.amount ever > 3 CNY"],
    ["average of pay.amout ever is known", "average of pay.amount ever is known"],
    ["count of distinct pay.categry ever > 1", "count of distinct pay.category ever > 1"],
    ["did pay where amout > 3 CNY ever", "did pay where amount > 3 CNY ever"],
    ["did pay ever and amout of last pay > 3 CNY", "did pay ever and amount of last pay > 3 CNY"],
    ["did pay where user.visit > 3 ever", "did pay where user.visits > 3 ever"],
    ["user.visit > 3", "user.visits > 3"],
    ["user.registred_at was in the last 7 days", "user.registered_at was in the last 7 days"],
    ["did pay within 7 days after user.registred_at", "did pay within 7 days after user.registered_at"],
    ["time since user.registred_at > 7 days", "time since user.registered_at > 7 days"],
    ["did sequence ever { pay then pay with same order_d }", "did sequence ever { pay then pay with same order_id }"],
  ])("%s", (who, mended) => expect(faultOf(who)).toEqual({ code: "unknown-field", mended }));

  it.each([
    ["usr.visits > 3", "misspelt", "user.visits > 3"],
    ["user.id is knwn", "misspelt", "user.id is known"],
    ['user.id is "a" or user.id is abc', "member-for-text", 'user.id is "a" or user.id is "abc"'],
    ["did pay where category is phoe ever", "unknown-member", "did pay where category is phone ever"],
    ["did pay where category is 手机 ever", "unknown-member", "did pay where category is phone ever"],
    ["buyer is chrned", "unknown-stage", "buyer is churned"],
    ['did pay where category is "phone" ever', "text-for-member", "did pay where category is phone ever"],
    ['did pay where category is "手机" ever', "text-for-member", "did pay where category is phone ever"],
    ['did pay where "phone" is category ever', "text-for-member", "did pay where phone is category ever"],
    ['did pay where category is one of (camera, "相机") ever', "text-for-member", null],
    ["visits > 3", "write-as", "user.visits > 3"],
  ])("%s", (who, code, mended) => {
    const fault = faultOf(who);
    expect(fault.code).toBe(code);
    if (mended !== null) expect(fault.mended).toBe(mended);
  });

  it.each(["pay.visits > 3", "nobody.visits > 3", "usr.nothing > 3"])("but only where that is near: %s", (who) => {
    expect(faultOf(who)).toEqual({ code: "unknown-name", mended: null });
  });
});

describe("a number without its unit is mended with the unit of what it is compared with, on either side", () => {
  it.each([
    ["user.balance >= 20", "user.balance >= 20 CNY"],
    ["20 <= user.balance", "20 CNY <= user.balance"],
    ["user.held >= 100", "user.held >= 100 points"],
    ["100 <= user.held", "100 points <= user.held"],
    ["did deal where rate > 0.3 ever", "did deal where rate > 30% ever"],
    ["did deal where rate > 30 ever", "did deal where rate > 30% ever"],
    ["did deal where rate > 1 ever", "did deal where rate > 100% ever"],
    [
      "user.birthday is known and 2026-01-01 - user.birthday > 30",
      "user.birthday is known and 2026-01-01 - user.birthday > 30 days",
    ],
    ["user.registered_at - user.registered_at < 3", "user.registered_at - user.registered_at < 3 hours"],
    ["time since user.registered_at > 30", "time since user.registered_at > 30 days"],
    ["30 < time since user.registered_at", "30 days < time since user.registered_at"],
  ])("%s", (who, mended) => expect(faultOf(who)).toEqual({ code: "needs-unit", mended }));
});

describe("what may be unknown is told with a test after which it is known", () => {
  const known = (who: string): unknown => compiled(strategyText(who)).diagnostics.map(({ code, args }) => [code, args]);
  it.each([
    ["average of pay.amount in the last 7 days > 3 CNY", "did pay in the last 7 days"],
    ["max of pay.amount where items > 1 ever > 3 CNY", "did pay where items > 1 ever"],
    ["max of pay.amount where (items > 1 and items < 9) ever > 3 CNY", "did pay where (items > 1 and items < 9) ever"],
    ["max of pay.amount where (items > 1 or items < 0) ever > 3 CNY", "did pay where (items > 1 or items < 0) ever"],
    ['most frequent of pay.coupon_id ever is "a"', "most frequent of pay.coupon_id ever is known"],
    ["amount of 1st pay > 3 CNY", null],
    ['did pay ever and coupon_id of last pay is "a"', "coupon_id of last pay is known"],
    ["user.income > 3 USD", "user.income is known"],
  ])("%s", (who, write) => {
    expect(known(who)).toMatchObject([["may-be-unknown", {}]]);
    if (write === null) return;
    // The fix, followed to the letter, is one.
    expect(JSON.stringify(known(who))).toContain(JSON.stringify(write).slice(1, -1));
    expect(known(`${write} and ${who}`)).toEqual([]);
  });
});

describe("a `where` looks at one event alone", () => {
  it.each([
    "did pay where buyer is churned ever",
    "did pay where payer ever",
    "did pay where amount of last pay > 3 CNY ever",
    "did pay where count of pay ever > 3 ever",
    "did pay where (last pay was today) ever",
    "did pay where (has payer) ever",
  ])("%s", (who) =>
    expect(compiled(strategyText(who)).diagnostics.map(({ code }) => code)).toEqual(["where-needs-fields"]),
  );
});

describe("one fault is said once, however much hangs on it", () => {
  it.each([
    ["user.nothing between 1 and 3", ["unknown-field"]],
    ["user.visits between 3 CNY and 4", ["type-mismatch"]],
    ["user.nothing is one of (1, 2)", ["unknown-field"]],
    ["user.visits is one of (1, user.nothing)", ["unknown-field"]],
    ['user.nothing contains "a"', ["unknown-field"]],
    ["user.nickname contains user.nothing", ["unknown-field"]],
    ['user.nickname contains "a"', ["may-be-unknown"]],
    ["user.id contains user.nickname", ["may-be-unknown"]],
    ["(user.income if unknown user.nothing) > 3 USD", ["unknown-field"]],
    ["(user.nothing if unknown 3) > 3", ["unknown-field"]],
    ["not (user.nothing > 3)", ["unknown-field"]],
    ["user.visits > 3 or user.nothing > 3", ["unknown-field"]],
    ["did pay where nothing > 3 ever", ["unknown-field"]],
    ["did visit ever without nothing", ["unknown-event"]],
    ["last nothing was today", ["unknown-event"]],
    ["time since last nothing > 3 days", ["unknown-event"]],
    ["did pay within 3 days after last nothing", ["unknown-event"]],
    ["amount of last nothing > 3 CNY", ["unknown-event"]],
    ["did sequence ever { nothing then pay }", ["unknown-event"]],
    ["did sequence ever { pay then nothing with same order_id }", ["unknown-event"]],
    ["did sequence ever { pay then pay within 0 days }", ["bad-length"]],
    ["zodiac of user.nothing is aries", ["unknown-field"]],
    ["time since last pay is one of (3 days)", ["time-since-needs-length"]],
    ["3 days is one of (3 days)", ["time-since-needs-length"]],
    ["3 days is known", ["not-a-test"]],
    ["user.visits between 1.5 and 1.25", ["empty-range"]],
    ["user.visits between 1.25 and 1.5", []],
    ["user.visits between 1.5 and 1.5", []],
    ["user.visits between 1.5 and 2", []],
    ["user.visits between 2 and 1.5", ["empty-range"]],
  ])("%s", (who, codes) => expect(compiled(strategyText(who)).diagnostics.map(({ code }) => code)).toEqual(codes));
});
