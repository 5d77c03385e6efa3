import { describe, expect, it } from "vitest";
import type { When } from "../../src/syntax/tree.js";
import { bare, only, read } from "./read.js";

const name = (text: string) => ({ text });
const path = (...names: string[]) => ({ is: "path", names: names.map(name) });
const quantity = (amount: string, unit: string | null = null) => ({ is: "quantity", amount, unit });
const clock = (hour: number, minute: number) => ({ hour, minute });
const event = (of: string) => ({ event: name(of), where: null });

function whenOf(text: string): When {
  const { when } = only(`strategy s {\n  when ${text}\n  repeat never\n}`, "strategy");
  if (when === null) throw new Error("no when");
  return when;
}

describe("when", () => {
  const at = clock(10, 0);
  it.each([
    ["every hour", { is: "every", day: { is: "hour" }, at: null }],
    ["every day at 10:00", { is: "every", day: { is: "day" }, at }],
    ["every workday at 10:00", { is: "every", day: { is: "workday" }, at }],
    ["every holiday at 10:00", { is: "every", day: { is: "holiday" }, at }],
    ["every makeup workday at 10:00", { is: "every", day: { is: "makeupWorkday" }, at }],
    ["every Monday at 10:00", { is: "every", day: { is: "weekday", name: name("Monday") }, at }],
    ["every month on day 15 at 10:00", { is: "every", day: { is: "dayOfMonth", day: quantity("15") }, at }],
    ["every month on the last day at 10:00", { is: "every", day: { is: "lastDayOfMonth" }, at }],
    ["once at 2026-11-10 10:00", { is: "once", date: { is: "date", year: 2026, month: 11, day: 10 }, at }],
    ["on user.birthday at 10:00", { is: "dated", shift: null, date: path("user", "birthday"), at }],
    [
      "3 days before user.lunar_birthday at 10:00",
      {
        is: "dated",
        shift: { length: quantity("3", "day"), side: "before" },
        date: path("user", "lunar_birthday"),
        at,
      },
    ],
    [
      "1 month after spring_festival",
      {
        is: "dated",
        shift: { length: quantity("1", "month"), side: "after" },
        date: path("spring_festival"),
        at: null,
      },
    ],
    ["pay happens", { is: "happens", pattern: event("pay") }],
    [
      "confirm is not followed by pay with same order_id within 30 minutes",
      {
        is: "absence",
        first: event("confirm"),
        then: event("pay"),
        same: name("order_id"),
        within: quantity("30", "minute"),
      },
    ],
    [
      "confirm is not followed by pay within 2 days",
      { is: "absence", first: event("confirm"), then: event("pay"), same: null, within: quantity("2", "day") },
    ],
    [
      "3 days after 2nd order",
      { is: "afterPoint", length: quantity("3", "day"), point: { is: "point", nth: 2, pattern: event("order") } },
    ],
    ["user enters buyer.dormant at 10:00", { is: "state", change: "enters", state: path("buyer", "dormant"), at }],
    ["user leaves headphone_fan", { is: "state", change: "leaves", state: path("headphone_fan"), at: null }],
    [
      "recharge stalls at password for 10 minutes",
      { is: "stalls", process: name("recharge"), step: name("password"), length: quantity("10", "minute") },
    ],
  ])("%s", (text, tree) => {
    expect(bare(whenOf(text))).toEqual(tree);
  });

  it("an event's own test ends before what the trigger says of it", () => {
    const tests = [
      "amount >= 10 CNY",
      "coupon is known",
      "kind is gold",
      "(a is 1 and b is 2)",
      "vip",
      "count of a ever",
    ];
    for (const test of tests) {
      const happens = whenOf(`pay where ${test} happens`);
      expect(happens).toMatchObject({ is: "happens", pattern: { where: { is: expect.any(String) } } });
      const absence = whenOf(`pay where ${test} is not followed by order where ${test} within 1 day`);
      expect(bare(absence)).toMatchObject({
        is: "absence",
        first: bare((happens as Extract<When, { is: "happens" }>).pattern) as object,
      });
    }
  });

  it("an event may be called as a word of the language", () => {
    const words =
      "send limit split stop set policy point case best hour salt else quota touches before user makeup none";
    for (const word of words.split(" ")) {
      expect(whenOf(`${word} happens`)).toMatchObject({ is: "happens", pattern: { event: { text: word } } });
      expect(read(`event ${word} { ${word}: text }\nprocess p { ${word} then ${word} }`).said).toEqual([]);
    }
  });
});

describe("a word that is a unit after a number", () => {
  it("starts a clause or a row where only that makes sense", () => {
    expect(only("strategy s {\n  priority 80\n  point checkout\n}", "strategy")).toMatchObject({
      priority: { amount: "80", unit: null },
      point: { text: "checkout" },
    });
    expect(only("strategy s {\n  priority 80\n  point `case`\n}", "strategy").point?.text).toBe("case");
    expect(only("map m { a: 1 point  b: 2 points }", "map").rows).toMatchObject([
      { value: { unit: "points" } },
      { value: { unit: "points" } },
    ]);
    expect(only("benefit points p { 1 point valid 7 days after issue }", "benefit").amount?.unit).toBe("points");
  });

  it("is no unit of a prize that is called so", () => {
    expect(only("benefit lottery w { prize 5% times prize 95% days }", "benefit").prizes).toMatchObject([
      { benefit: { text: "times" } },
      { benefit: { text: "days" } },
    ]);
  });
});

describe("the clauses that say how a touch goes out", () => {
  const strategy = (clauses: string) => bare(only(`strategy s {\n  ${clauses}\n}`, "strategy")) as object;
  it.each([
    ["point checkout", { point: name("checkout") }],
    ["purpose service", { purpose: name("service") }],
    ["limit 1 per event.order_id", { limit: { n: quantity("1"), key: path("event", "order_id") } }],
    [
      "send between 08:00 and 22:00 else skip",
      { send: { is: "between", from: clock(8, 0), to: clock(22, 0), otherwise: "skip" } },
    ],
    ["send at best hour", { send: { is: "bestHour", between: null } }],
    [
      "send at best hour between 09:00 and 21:00",
      { send: { is: "bestHour", between: { from: clock(9, 0), to: clock(21, 0) } } },
    ],
    [
      "channel push then sms after 4 hours if not opened then mail",
      {
        channel: {
          is: "chain",
          links: [
            { channel: name("push"), wait: null },
            { channel: name("sms"), wait: { length: quantity("4", "hour"), unless: name("opened") } },
            { channel: name("mail"), wait: null },
          ],
        },
      },
    ],
    [
      "channel preferred of (push, sms)",
      { channel: { is: "preferred", channels: [name("push"), name("sms")], least: null } },
    ],
    [
      "channel preferred of (push, sms) with at least 8 receipts",
      { channel: { is: "preferred", channels: [name("push"), name("sms")], least: quantity("8") } },
    ],
    ["benefit hp20 else none", { benefit: { is: "named", name: name("hp20"), elseNone: true } }],
    [
      "exclusive with a, b for 7 days\n  exclusive with c",
      {
        exclusive: [
          { names: [name("a"), name("b")], days: quantity("7", "day") },
          { names: [name("c")], days: null },
        ],
      },
    ],
    ['holdout 2% salt "x"', { holdout: { share: quantity("2", "%"), salt: { is: "text", text: "x" } } }],
    ["sets a, b", { sets: [name("a"), name("b")] }],
    [
      "stop if opt_out_rate > 2% after 1000 touches\n  stop if touches >= 10",
      {
        guards: [
          { metric: name("opt_out_rate"), op: ">", value: quantity("2", "%"), after: quantity("1000") },
          { metric: name("touches"), op: ">=", value: quantity("10"), after: null },
        ],
      },
    ],
  ])("%s", (clauses, part) => {
    expect(strategy(clauses)).toMatchObject(part);
  });
});
