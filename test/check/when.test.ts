import { describe, expect, it } from "vitest";
import type { When } from "../../src/program/program.js";
import { rest, soundOf, strategyOf } from "./when-shop.js";

const whenOf = (when: string): When => soundOf(`when ${when}  repeat always  ${rest}`).when;
const codesOf = (when: string, repeat = "repeat always"): unknown => strategyOf(`when ${when}  ${repeat}  ${rest}`);

describe("a schedule", () => {
  it.each([
    ["every hour", { is: "hourly" }],
    ["every day at 10:00", { is: "every", day: { is: "day" }, minute: 600 }],
    ["every workday at 00:00", { is: "every", day: { is: "workday" }, minute: 0 }],
    ["every holiday at 10:00", { is: "every", day: { is: "holiday" }, minute: 600 }],
    ["every makeup workday at 10:00", { is: "every", day: { is: "makeupWorkday" }, minute: 600 }],
    ["every Sunday at 23:59", { is: "every", day: { is: "weekday", weekday: 7 }, minute: 1_439 }],
    ["every month on day 31 at 10:00", { is: "every", day: { is: "dayOfMonth", day: 31 }, minute: 600 }],
    ["every month on the last day at 10:00", { is: "every", day: { is: "lastDayOfMonth" }, minute: 600 }],
    // 2026-11-10 is 20,767 days after 1970-01-01.
    ["once at 2026-11-10 20:00", { is: "once", date: 20_767, minute: 1_200 }],
  ])("%s", (when, expected) => expect(whenOf(when)).toEqual(expected));

  it.each([
    ["every month on day 32 at 10:00", ["day-range"]],
    ["every month on day 0 at 10:00", ["not-positive"]],
    ["every day at 24:00", ["bad-clock"]],
    ["every workday", ["clock-missing"]],
    ["on user.birthday", ["clock-missing"]],
  ])("%s is refused", (when, expected) => expect(codesOf(when)).toEqual(expected));
});

describe("a date that comes round", () => {
  const anniversary = { is: "anniversary", minute: 540 };
  it.each([
    ["on user.birthday at 09:00", { ...anniversary, field: 2, shift: { unit: "day", n: 0 } }],
    ["3 days before user.lunar_birthday at 09:00", { ...anniversary, field: 3, shift: { unit: "day", n: -3 } }],
    ["2 weeks after user.birthday at 09:00", { ...anniversary, field: 2, shift: { unit: "day", n: 14 } }],
    ["1 year after user.registered_at at 09:00", { ...anniversary, field: 4, shift: { unit: "month", n: 12 } }],
    [
      "1 day before spring_festival at 10:00",
      { is: "festival", festival: 0, shift: { unit: "day", n: -1 }, minute: 600 },
    ],
  ])("%s", (when, expected) => expect(whenOf(when)).toEqual(expected));

  it.each([
    ["on user.city at 09:00", ["dated-type"]],
    ["on user.birthdy at 09:00", ["unknown-field"]],
    ["on birthday at 09:00", ["dated-name"]],
    ["2 hours before user.birthday at 09:00", ["bad-length"]],
  ])("%s is refused", (when, expected) => expect(codesOf(when)).toEqual(expected));
});

describe("an event", () => {
  it("starts a strategy when it happens", () => {
    expect(whenOf("pay where amount >= 100 CNY happens")).toMatchObject({
      is: "happens",
      pattern: { event: 2, where: { is: "compare", left: { column: 1 }, right: { n: 10_000 } } },
    });
  });

  it("starts one when another does not follow it", () => {
    expect(whenOf("order is not followed by pay with same order_id within 30 minutes")).toEqual({
      is: "absence",
      first: { event: 1, where: null },
      then: { event: 2, where: null },
      same: { field: 0, before: 0 },
      within: { unit: "ms", n: 1_800_000 },
    });
    expect(whenOf("order is not followed by order within 1 month")).toMatchObject({
      same: null,
      within: { unit: "month", n: 1 },
    });
  });

  it("starts one some time after the n-th of its kind", () => {
    expect(whenOf("3 days after 2nd order where amount > 5 CNY")).toMatchObject({
      is: "nth",
      nth: 2,
      pattern: { event: 1, where: { is: "compare" } },
      after: { unit: "day", n: 3 },
    });
  });

  it.each([
    ["order is not followed by pay with same amount_ within 30 minutes", ["unknown-field"]],
    ["view is not followed by pay with same id_no within 30 minutes", ["same-type"]],
    ["order is not followed by pay within 0 days", ["bad-length"]],
    ["3 days after last order", ["after-last"]],
    ["3 days after 1st visit", ["beyond-retention"]],
    ["visit is not followed by pay within 40 days", ["beyond-retention"]],
    ["visit is not followed by pay within 30 days", undefined],
    ["pay where amount > event.amount happens", ["event-needs-trigger"]],
    ["ordre happens", ["unknown-event"]],
  ])("%s: %j", (when, expected) => {
    const found = codesOf(when);
    if (expected) expect(found).toEqual(expected);
    else expect(found).toMatchObject({ id: "s" });
  });
});

describe("a stall", () => {
  it("is at a step that does not follow the one before it", () => {
    const { is, steps, next, after } = whenOf("buy stalls at order for 10 minutes") as When & { is: "stall" };
    expect([is, after]).toEqual(["stall", { unit: "ms", n: 600_000 }]);
    expect(steps).toMatchObject([
      { event: 0, same: null, within: null },
      { event: 0, same: null, within: { unit: "day", n: 1 } },
    ]);
    expect(next).toEqual({ event: 1, where: null, same: null, within: null });
  });

  it.each([
    ["buy stalls at first for 10 minutes", ["stall-first"]],
    ["buy stalls at secnd for 10 minutes", ["unknown-step"]],
    ["bye stalls at second for 10 minutes", ["unknown-process"]],
  ])("%s is refused", (when, expected) => expect(codesOf(when)).toEqual(expected));

  it("needs no more of an event than is kept of it", () => {
    // One may pass, then two within 2 days, then 28 days of waiting for three: 30 days in all.
    expect(codesOf("short stalls at three for 28 days")).toMatchObject({ id: "s" });
    expect(codesOf("short stalls at three for 29 days")).toEqual(["beyond-retention"]);
    // Nothing bounds how long after the first the second comes.
    expect(codesOf("long stalls at three for 1 day")).toEqual(["beyond-retention"]);
    expect(codesOf("long stalls at two for 1 day")).toMatchObject({ id: "s" });
  });
});

describe("a state", () => {
  it("is a stage or a tag, over events and what never changes", () => {
    expect(whenOf("user enters buyer.dormant at 09:00")).toMatchObject({
      is: "state",
      change: "enters",
      state: { is: "compare", op: "=", left: { is: "stage", lifecycle: 0 }, right: { n: 0 } },
      minute: 540,
      reads: [2],
    });
    expect(whenOf("user leaves native")).toMatchObject({
      change: "leaves",
      state: { is: "tag", tag: 0 },
      minute: null,
      reads: [1],
    });
    // Through a tag with a value.
    expect(whenOf("user enters rich")).toMatchObject({ reads: [2] });
  });

  it.each([
    ["user enters local", ["state-not-fixed"]],
    ["user enters place.here", ["state-not-fixed"]],
    // Who is in the last stage passes none of the tests before, so it looks at the same.
    ["user leaves place.there at 09:00", ["state-not-fixed"]],
    ["user enters buyer", ["unknown-state"]],
    ["user enters buyer.dormnt", ["unknown-stage"]],
    ["user enters touched", ["unknown-state"]],
    ["user enters total", ["tag-not-boolean"]],
    ["user enters nothing", ["unknown-state"]],
  ])("%s is refused", (when, expected) => expect(codesOf(when)).toEqual(expected));
});

describe("repeat", () => {
  it.each(["every hour", "every day at 10:00", "on user.birthday at 09:00", "1 day before qixi at 10:00"])(
    "must be said with %s, which comes round by itself",
    (when) => expect(codesOf(when, "")).toEqual(["strategy-needs"]),
  );

  it.each([
    ["once at 2026-11-10 20:00", "never"],
    ["pay happens", "always"],
    ["order is not followed by pay within 1 day", "always"],
    ["3 days after 2nd order", "always"],
    ["buy stalls at order for 1 hour", "always"],
    ["user enters buyer.dormant", "always"],
    ["user leaves buyer.dormant at 09:00", "always"],
  ])("need not be said with %s: %s", (when, expected) => {
    expect(soundOf(`when ${when}  ${rest}`).repeat).toEqual({ is: expected });
  });
});

describe("what starts a strategy is known in its `who`", () => {
  it.each([
    ["pay happens", "amount of last pay > 5 CNY", true],
    ["pay where amount > 1 CNY happens", "amount of last pay where amount > 1 CNY > 5 CNY", true],
    ["pay where amount > 1 CNY happens", "amount of last pay where amount > 2 CNY > 5 CNY", false],
    ["3 days after 2nd order", "amount of 2nd order > 5 CNY", true],
    ["3 days after 2nd order", "amount of 3rd order > 5 CNY", false],
    ["order is not followed by pay within 1 day", "amount of last pay > 5 CNY", false],
    ["order is not followed by pay within 1 day", "event.amount > 5 CNY", true],
    ["every day at 10:00 repeat always", "event.amount > 5 CNY", false],
  ])("when %s who %s: %s", (when, who, isSound) => {
    expect("id" in strategyOf(`when ${when}  who ${who}  ${rest}`)).toBe(isSound);
  });

  it("limits by a field of the event that starts it", () => {
    expect(soundOf(`when pay happens  limit 2 per event.amount  ${rest}`).limit).toEqual({ n: 2, field: 1 });
    const codes = (when: string, key: string): unknown =>
      strategyOf(`when ${when}  repeat always  limit 1 per ${key}  ${rest}`);
    expect(codes("pay happens", "event.amuont")).toEqual(["unknown-field"]);
    expect(codes("every day at 10:00", "event.amount")).toEqual(["event-needs-trigger"]);
    expect(codes("pay happens", "user.city")).toEqual(["limit-key"]);
  });
});
