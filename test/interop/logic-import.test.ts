import { describe, expect, it } from "vitest";
import { importLogic } from "../../src/interop/logic/import/import.js";
import { programOf } from "./logic.js";

const shop = programOf(`
project shop { time zone Asia/Shanghai  currency CNY }
user {
  id: text  city: text?  age: integer?  wallet: CNY?  share: percent?  vip: boolean  birthday: date?
  plan: one of (free, gold)?  joined: instant  app: version  born: lunar date?
}
event pay { amount: CNY  app: version }
channel push { cost 0 CNY }
material m for push { en title "x" }
strategy s {
  when every day at 10:00
  who count of pay in the last 30 days >= 2 and sum of pay.amount ever >= 100 CNY
    and user.app >= "8.2" and (max of pay.app ever if unknown "0.0") >= "8.3.1"
  repeat always  channel push  benefit none  material m
}`);

const imported = (rule: unknown) => {
  const { rules, problems } = importLogic(rule, shop);
  return problems.length > 0 ? problems.map(({ code }) => code).join() : (rules[0]?.who ?? "everybody");
};

const v = (name: string) => ({ var: name });

describe("a JSON Logic rule as a `who`", () => {
  it.each([
    [{ ">=": [v("user.age"), 18] }, "(user.age if unknown 0) >= 18"],
    [{ "<": [18, v("age"), 65] }, "18 < (user.age if unknown 0) and (user.age if unknown 0) < 65"],
    [{ "==": [v("user.city"), "a"] }, 'user.city is known and user.city is "a"'],
    [{ "!=": [v("user.city"), "a"] }, 'not (user.city is known and user.city is "a")'],
    [{ "==": [v("user.city"), null] }, "user.city is not known"],
    [{ "!!": [v("user.vip")] }, "user.vip is true"],
    [v("user.vip"), "user.vip is true"],
    [{ in: [v("user.plan"), ["gold", "free"]] }, "user.plan is known and user.plan is one of (gold, free)"],
    [{ in: ["sh", v("user.city")] }, 'user.city is known and user.city contains "sh"'],
    [{ "<": [v("user.wallet"), 20.5] }, "(user.wallet if unknown 0 CNY) < 20.5 CNY"],
    [{ ">": [v("user.share"), 0.3] }, "(user.share if unknown 0%) > 30%"],
    [{ "<": [v("user.birthday"), "2000-01-01"] }, "user.birthday is known and user.birthday < 2000-01-01"],
    [{ ">=": [v("count_of_pay_in_the_last_30_days"), 2] }, "count of pay in the last 30 days >= 2"],
    [{ ">=": [v("sum_of_pay_amount_ever"), 10000] }, "sum of pay.amount ever >= 100 CNY"],
    [{ missing: ["age", "vip"] }, "user.age is not known"],
    [{ if: [v("vip"), { ">": [v("age"), 1] }, false] }, "user.vip is true and (user.age if unknown 0) > 1"],
    [{ ">": [{ "+": [v("age"), 1] }, 2] }, "user.age is known and user.age + 1 > 2"],
    [{ "==": [v("age"), "18"] }, "logic-kinds"],
    [{ "<": [v("city"), "b"] }, "logic-order"],
    [{ in: [v("plan"), ["golf"]] }, "logic-no-member"],
    [{ all: [[1], { var: "" }] }, "logic-list"],
    [{ cat: ["a"] }, "logic-no-word"],
    [{ foo: [1] }, "logic-operator"],
    [{ "==": [v("cyti"), 1] }, "logic-unknown-name"],
    [{ ">": [{ "/": [v("age"), v("age")] }, 1] }, "logic-division"],
    [{ "<": [v("wallet"), 0.001] }, "logic-too-fine"],
    [{ ">=": [v("user_app"), 80000200000] }, 'user.app >= "8.2.0"'],
    [
      { "<": [v("max_of_pay_app_ever"), 80000300001] },
      'max of pay.app ever is known and max of pay.app ever < "8.3.1"',
    ],
    [{ "==": [v("user_app"), 0.5] }, "logic-kinds"],
    [{ ">=": [v("user.app"), "8.2"] }, "logic-order"],
    [{ "==": [v("born"), null] }, "user.born is not known"],
    [{ "==": [v("born"), "1990-08-15"] }, "logic-kinds"],
    [true, "everybody"],
    [false, "logic-never"],
  ])("%j", (rule, text) => expect(imported(rule)).toBe(text));
});
