import { describe, expect, it } from "vitest";
import { inputEn, inputZh } from "../../src/diagnostic/input.js";
import { type DecideInput, InputError, type InputProblem, loadProgram } from "../../src/index.js";
import { shop, shopWith } from "./shop.js";

const program = loadProgram(shop);
const good = {
  user: { id: "u1", push_on: true },
  events: [],
  since: "2026-11-09T02:00:00Z",
  until: "2026-11-10T02:00:00Z",
} satisfies DecideInput;

function problemsOf(input: unknown): readonly InputProblem[] {
  try {
    program.decide(input as DecideInput);
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
  return [];
}

function told(input: unknown): string[] {
  return problemsOf(input).map(({ path, message, fix }) => `${path}: ${message}. ${fix}`);
}

/** What a message says that a payment amounted to. */
function paid(amount: unknown): string | undefined {
  const { decisions } = program.decide({
    ...good,
    user: { id: "u", push_on: false, phone: "1" },
    events: [{ event: "pay", id: "1", occurred_at: good.since, amount }],
    strategies: ["constructor"],
  });
  return decisions[0]?.material?.parts.body;
}

describe("the door", () => {
  it("lets in an input with nothing but what is required", () => {
    expect(problemsOf(good)).toEqual([]);
  });

  it("tells all that is wrong with a profile at once", () => {
    const user = {
      id: "",
      nickname: 7,
      zone: "Asia/Shangai",
      constructor: 0.1234567,
      birthday: "2026-02-30",
      registered_at: "2026-11-10T10:00:00",
      likes: "headphone",
      churn: "30%",
    };
    expect(told({ ...good, user })).toEqual([
      "user.id: `user.id` is missing or empty. Give an id of at least one character, as text.",
      'user.nickname: `user.nickname` must be text; `7` is not. Give it like this: "…".',
      "user.push_on: `user.push_on` is missing. Give true or false, or mark the field as optional with `?` in the schema.",
      'user.zone: `user.zone` must be a time zone; `Asia/Shangai` is none. Give its IANA name, such as "Asia/Shanghai".',
      "user.constructor: `user.constructor` is finer than 6 digits after the point: `0.1234567`. Round it before you pass it on, to 6 digits after the point.",
      'user.birthday: `user.birthday` must be a date; `2026-02-30` is not. Give it like this: "2026-11-10".',
      'user.registered_at: `user.registered_at` does not say in which time zone it is: `2026-11-10T10:00:00`. Add `Z` or an offset, as in "2026-11-10T20:00:00+08:00".',
      "user.likes: `user.likes` is `headphone`, which the project does not declare. Did you mean `headphones`? Use one of: `headphones`, `phone`.",
      "user.churn: `user.churn` must be a percentage; `30%` is not. Give it like this: 0.3 for 30%.",
    ]);
  });

  it("tells what is wrong with events", () => {
    const at = "2026-11-09T02:00:00Z";
    const events = [
      { event: "vist", id: "1", occurred_at: at },
      { event: "pay", id: "2", occurred_at: at, amount: "19.999" },
      { event: "pay", id: "3", occurred_at: "yesterday" },
      { event: "pay", occurred_at: at, amount: 1e20, seq: 1.5 },
      { event: "visit", id: "half\ud800", occurred_at: at, received_at: "2026-11-09T01:54:59Z" },
      null,
      { id: "7" },
    ];
    expect(told({ ...good, events })).toEqual([
      "events[0].event: `events[0].event` is `vist`, which the project does not declare. Did you mean `visit`? Use one of: `visit`, `pay`, `__proto__`.",
      "events[1].amount: `events[1].amount` is finer than 2 digits after the point: `19.999`. Round it before you pass it on, to 2 digits after the point.",
      'events[2].occurred_at: `events[2].occurred_at` must be an instant; `yesterday` is not. Give it like this: "2026-11-10T20:00:00+08:00".',
      "events[2].amount: `events[2].amount` is missing. Give an amount in CNY, or mark the field as optional with `?` in the schema.",
      "events[3].id: `events[3].id` is missing or empty. Give an id of at least one character, as text.",
      "events[3].seq: `events[3].seq` must be a whole number; `1.5` is not. Give it like this: 3.",
      "events[3].amount: `events[3].amount` is too large to be exact: `100000000000000000000`. Give a value within ±9,007,199,254,740,991 of its smallest unit.",
      "events[4].id: `events[4].id` is broken text: half of a character is missing in it. Give well-formed Unicode; the text was probably cut in the middle of a character.",
      "events[4]: `events[4]` was received more than 5 minutes before it happened. Check both clocks and `occurred_at`; leave out `received_at` if it is not known.",
      "events[5]: `events[5]` is not an object. Give `events[5]` as a plain object: names and values.",
      "events[6].event: `events[6].event` has a value that the project does not declare. Use one of: `visit`, `pay`, `__proto__`.",
    ]);
  });

  it("tells what is wrong with entries, opt-outs of channels that do not exist among it", () => {
    const at = 0;
    const entries = [
      { kind: "opt_out", at, channel: "smss" },
      { kind: "optout", at },
      { kind: "touch", at, strategy: "everybody", occurrence: "" },
      { kind: "receipt", at: "2026-11-10", key: "k", outcome: "seen" },
      { kind: "tag", at, tag: "gold" },
      "opt_out",
    ];
    expect(problemsOf({ ...good, entries }).map(({ path, code }) => [path, code])).toEqual([
      ["entries[0].channel", "not-a-choice"],
      ["entries[1].kind", "not-a-choice"],
      ["entries[2].occurrence", "empty-id"],
      ["entries[2].channel", "empty-id"],
      ["entries[3].at", "wrong-value"],
      ["entries[3].outcome", "not-a-choice"],
      ["entries[5]", "not-an-object"],
    ]);
  });

  it("tells what is wrong around the user", () => {
    expect(
      told({
        user: [],
        events: {},
        entries: "none",
        since: new Date(Number.NaN),
        until: 5e20,
        strategies: ["life", "lfe"],
      }),
    ).toEqual([
      "user: `user` is not an object. Give `user` as a plain object: names and values.",
      "events: `events` is not a list. Give `events` as an array; an empty one if there is nothing.",
      "entries: `entries` is not a list. Give `entries` as an array; an empty one if there is nothing.",
      'since: `since` must be an instant; its value is not. Give it like this: "2026-11-10T20:00:00+08:00".',
      'until: `until` must be an instant; `500000000000000000000` is not. Give it like this: "2026-11-10T20:00:00+08:00".',
      "strategies[1]: `strategies[1]` is `lfe`, which the project does not declare. Did you mean `life`? Use one of: `paid_often`, `everybody`, `once_only`, `constructor`, `life`.",
    ]);
    expect(told({ ...good, until: good.since })).toEqual([
      "since: `since` (2026-11-09T02:00:00.000Z) is not before `until` (2026-11-09T02:00:00.000Z). Give an interval: all that falls due after `since`, up to and including `until`, is decided.",
    ]);
    expect(told(null)).toEqual(["input: `input` is not an object. Give `input` as a plain object: names and values."]);
    expect(() => program.explain({ ...good, strategy: "lif" })).toThrow("Did you mean `life`?");
  });

  it("never shows a personal value", () => {
    const secret = "13800001111";
    for (const [phone, balance] of [
      [Number(secret), secret.repeat(9)],
      [{ number: secret }, `${secret}.001`],
      [[secret], secret.repeat(2)],
    ]) {
      const problems = problemsOf({ ...good, user: { ...good.user, phone, balance } });
      expect(problems.map(({ path }) => path)).toEqual(["user.phone", "user.balance"]);
      expect(JSON.stringify(problems)).not.toContain(secret);
      expect(new InputError(problems).message).not.toContain(secret);
    }
  });

  it("does not show control characters as they are, nor very long values", () => {
    const [hidden] = problemsOf({ ...good, user: { ...good.user, zone: "\u202eevil\n" } });
    expect(hidden?.message).toBe("`user.zone` must be a time zone; `<U+202E>evil<U+000A>` is none");
    const [long] = problemsOf({ ...good, user: { ...good.user, zone: "x".repeat(100) } });
    expect(long?.message).toBe("`user.zone` must be a time zone; its value is none");
  });

  it("reads own properties only", () => {
    const inherited = Object.create({ id: "u1", push_on: true });
    expect(problemsOf({ ...good, user: inherited }).map(({ path }) => path)).toEqual(["user.id", "user.push_on"]);
  });

  it("takes numbers exactly, as numbers or as decimal text", () => {
    expect(["0.29", 0.29, "1e2", 1e-2, "007", 4.35, "-0.01"].map(paid)).toEqual([
      "CN¥0.29",
      "CN¥0.29",
      "CN¥100",
      "CN¥0.01",
      "CN¥7",
      "CN¥4.35",
      "-CN¥0.01",
    ]);
    for (const amount of ["", " 1", "1,000", "0x10", "1e999", "Infinity", Number.NaN, "１", 0.1 + 0.2, "1".repeat(70)])
      expect(() => paid(amount)).toThrow(InputError);
  });

  it("says which strategy asks a calendar about what it does not know", () => {
    const days = { from: 20_000, until: 20_700, holidays: [], workdays: [] };
    const calendar = { id: "china", label: null, days, festivals: [] };
    const workdays = shopWith({ when: { is: "every", day: { is: "workday" }, minute: 600 } });
    const asked = loadProgram({ ...workdays, calendar });
    const problem = {
      path: "until",
      code: "beyond-horizon",
      args: { strategy: "only", asked: "days", first: "2024-10-04" },
    };
    const late = {
      user: { id: "u", push_on: true },
      events: [],
      since: "2026-09-01T00:00:00Z",
      until: "2026-09-07T00:00:00Z",
    };
    expect(() => asked.decide(late)).toThrow(/`calendars\/china.yaml`/);
    let thrown: unknown;
    try {
      asked.decide(late);
    } catch (error) {
      thrown = error;
    }
    expect((thrown as InputError).problems).toMatchObject([problem]);
  });

  it("takes stock only from what gives it out", () => {
    for (const grants of [{}, 7, { has: () => true }, []]) {
      const given: object = { ...good, grants };
      expect(problemsOf(given as DecideInput)).toMatchObject([{ path: "grants", code: "not-grants" }]);
    }
    expect(problemsOf({ ...good, grants: undefined })).toEqual([]);
  });

  it("has a wording for every code in both languages, which names the place", () => {
    const args = {
      path: "user.x",
      type: "text",
      got: "v",
      example: "e",
      nearest: "n",
      known: ["k"],
      digits: 2,
      since: "a",
      until: "b",
      strategy: "user.x",
      asked: "festival",
      calendar: "china",
      festival: "qixi",
      on: "2101-08-01",
      first: "1901-08-01",
      last: "2099-08-01",
    } as const;
    expect(Object.keys(inputZh)).toEqual(Object.keys(inputEn));
    for (const catalogue of [inputEn, inputZh]) {
      for (const word of Object.values(catalogue) as ((given: typeof args) => { message: string; fix: string })[]) {
        const { message, fix } = word(args);
        expect(message).toMatch(/`user\.x`|`since`/);
        expect(fix.length).toBeGreaterThan(5);
      }
    }
  });
});
