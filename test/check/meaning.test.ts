import { describe, expect, it } from "vitest";
import type { Program } from "../../src/program/program.js";
import { codesOf, compiled, programOf, strategyText } from "./shop.js";

const [VISIT, PAY] = [0, 1];
const [ID, CITY, VISITS, BIRTHDAY, REGISTERED] = [0, 2, 7, 8, 9];

/** What a program says, with each fact in the place of its column and without the places where it was said. */
function spelled(program: Program, value: unknown): unknown {
  const plain = JSON.stringify(value, (name, each: unknown) => (name === "said" ? undefined : each));
  return JSON.parse(plain, (_, each: unknown) => {
    if (typeof each !== "object" || each === null || !("column" in each)) return each;
    return JSON.parse(
      JSON.stringify(program.facts[each.column as number], (name, part: unknown) =>
        name === "said" ? undefined : part,
      ),
    );
  });
}

function clause(who: string): unknown {
  const program = programOf(who);
  const clauses = program.strategies[0]?.who ?? [];
  return spelled(program, clauses.at(-1));
}

const now = { is: "now" };
const today = { is: "today" };
const instant = { is: "profile", field: REGISTERED };
const date = { is: "profileDate", field: REGISTERED };
const birthday = { is: "profile", field: BIRTHDAY };
const constant = (n: number): object => ({ is: "constant", n, d: 1 });
const compare = (left: object, op: string, right: object, type: string): object => ({
  is: "compare",
  op,
  left,
  right,
  type: { is: type },
});
const minus = (left: object, right: object): object => ({ is: "minus", left, right });
const back = (months: number): object => ({ is: "shiftMonths", date: today, months: -months });
const and = (...parts: object[]): object => ({ is: "and", parts });
const days = (op: string, n: number): object => compare(minus(today, date), op, constant(n), "period");
const hours = (op: string, n: number): object => compare(minus(now, instant), op, constant(n * 3_600_000), "span");
const hasCome = compare(instant, "<=", now, "instant");
const june = 20_605;

describe("where a moment lies is shown by arithmetic where that can tell", () => {
  it.each([
    ["was ever", and(hasCome, { is: "knownNum", value: date, type: { is: "date" } })],
    ["was today", and(hasCome, days("<=", 0))],
    ["was in the last 7 days", and(hasCome, days("<=", 6))],
    ["was in the last 2 months", and(hasCome, compare(date, ">", back(2), "date"))],
    ["was for 7 days", and(hasCome, days("<=", 7))],
    ["was for 2 months", and(hasCome, compare(date, ">=", back(2), "date"))],
    ["was in the previous 7 days", and(days("<=", 7), compare(date, "<", today, "date"))],
    ["was in the previous 2 months", and(compare(date, ">=", back(2), "date"), compare(date, "<", today, "date"))],
    ["was between 3 days and 5 days ago", and(days("<=", 5), days(">=", 3))],
    [
      "was between 1 month and 2 months ago",
      and(compare(date, ">=", back(2), "date"), compare(date, "<=", back(1), "date")),
    ],
    [
      "was from 2026-06-01 to 2026-06-03",
      and(hasCome, and(compare(date, ">=", constant(june), "date"), compare(date, "<=", constant(june + 2), "date"))),
    ],
    ["was in the last 3 hours", and(hasCome, hours("<=", 3))],
    ["was between 1 hour and 3 hours ago", and(hasCome, and(hours("<=", 3), hours(">=", 1)))],
    [
      "was this month",
      compare({ is: "momentIn", moment: instant, window: { is: "thisMonth" } }, "=", constant(1), "boolean"),
    ],
    ["was at least 3 hours ago", hours(">=", 3)],
    ["was at most 3 days ago", and(hasCome, days("<=", 3))],
    ["was at least 0 days ago", and(hasCome, days(">=", 0))],
    ["was at least 2 months ago", compare(date, "<=", back(2), "date")],
  ])("user.registered_at %s", (text, test) => expect(clause(`user.registered_at ${text}`)).toEqual(test));

  it("an event never lies ahead", () => {
    const gone = minus(today, { is: "pointDate", point: { is: "point", event: PAY, where: null, nth: "last" } });
    expect(clause("last pay was today")).toEqual(compare(gone, "<=", constant(0), "period"));
  });

  it.each(["in the last 3 hours", "between 1 hour and 3 hours ago"])("a date has no hour: was %s", (text) => {
    expect(codesOf(`user.birthday is known and user.birthday was ${text}`)).toEqual(["date-without-hour"]);
    expect(codesOf(`user.registered_at was ${text}`)).toEqual([]);
  });
});

describe("what did not happen beside a moment is said once the stretch is over", () => {
  const over = compare(now, ">=", instant, "instant");
  it.each([
    ["since user.registered_at", over],
    ["within 7 days before user.registered_at", over],
    ["since user.birthday", compare(today, ">=", birthday, "date")],
    ["within 2 hours before user.birthday", compare(today, ">=", birthday, "date")],
    ["within 2 hours after user.registered_at", hours(">=", 2)],
    [
      "within 7 days after user.registered_at",
      compare(today, ">", { is: "plus", left: date, right: constant(7) }, "date"),
    ],
    [
      "within 2 months after user.birthday",
      compare(today, ">", { is: "shiftMonths", date: birthday, months: 2 }, "date"),
    ],
  ])("did not visit %s", (text, elapsed) => {
    expect(clause(`user.birthday is known and did not visit ${text}`)).toMatchObject({
      is: "and",
      parts: expect.arrayContaining([
        elapsed,
        expect.objectContaining({
          op: "=",
          left: expect.objectContaining({ is: "count", event: VISIT }),
          right: constant(0),
        }),
      ]),
    });
  });
});

describe("texts, lists and negation", () => {
  const id = { is: "profile", field: ID };
  const a = { is: "constant", text: "a" };
  const same = { is: "sameText", left: id, right: a };
  it.each([
    ['user.id is "a"', same],
    ['user.id is not "a"', { is: "not", part: same }],
    ['not (user.id is "a")', { is: "not", part: same }],
    ['user.id contains "a"', { is: "contains", text: id, part: a }],
    ['"a" contains user.id', { is: "contains", text: a, part: id }],
    ['user.id is one of ("a")', { is: "oneOfText", value: id, list: ["a"] }],
    ['user.id is one of ("a", user.id)', { is: "or", parts: [same, { is: "sameText", left: id, right: id }] }],
    ["user.visits is one of (2.5)", { is: "compare", op: "=", right: { is: "constant", n: 5, d: 2 } }],
    [
      "user.visits is one of (1, user.visits)",
      { is: "or", parts: [{ right: constant(1) }, { right: { is: "profile" } }] },
    ],
    ['user.id is "a" or user.visits > 1', { is: "or", parts: [same, { is: "compare", op: ">" }] }],
    [
      '(user.id is "a" and user.visits > 1) or user.visits > 9',
      { is: "or", parts: [{ is: "and", parts: [same, { op: ">" }] }, { op: ">" }] },
    ],
    [
      "user.visits between 1 and 3",
      and(compare({ is: "profile", field: VISITS }, ">=", constant(1), "integer"), { op: "<=" }),
    ],
  ])("%s", (who, test) => expect(clause(who)).toMatchObject(test));
});

describe("tags and stages keep what they are and how they are called", () => {
  const valueOf = (value: string): unknown => {
    const { program } = compiled(`tag fact t "标" = ${value}\n${strategyText("did pay ever")}`);
    const tag = program?.tags.find(({ id }) => id === "t");
    expect(tag?.label).toBe("标");
    return program && spelled(program, tag?.value);
  };
  const gone = minus(now, instant);
  it.each([
    ["user.city", { is: "text", text: { is: "profile", field: CITY }, type: { is: "text" } }],
    ["user.visits", { is: "num", num: { is: "profile", field: VISITS }, type: { is: "integer" } }],
    ["time since user.registered_at", { is: "num", num: gone, type: { is: "span" } }],
    [
      "time since user.registered_at if unknown 3 hours",
      { is: "num", num: { is: "ifUnknown", value: gone, otherwise: constant(10_800_000) }, type: { is: "span" } },
    ],
    ["time since user.registered_at if unknown 3 days", { is: "num", num: gone, type: { is: "span" } }],
    ["time since user.birthday", { is: "num", num: minus(today, birthday), type: { is: "period" } }],
    ["user.visits > 1", { is: "test", test: compare({ is: "profile", field: VISITS }, ">", constant(1), "integer") }],
  ])("tag fact t = %s", (value, expected) => expect(valueOf(value)).toEqual(expected));

  it("a lifecycle lists its stages in order, the last without a test", () => {
    const text =
      'lifecycle l "环" { stage a "甲" when user.visits > 1  stage b when user.visits > 0  otherwise c "丙" }';
    const { program } = compiled(
      `${text}\nlifecycle m { stage a when user.visits > 1  otherwise b }\n${strategyText("did pay ever")}`,
    );
    const made = program?.lifecycles.filter(({ id }) => id !== "buyer") ?? [];
    expect(made).toMatchObject([
      {
        id: "l",
        label: "环",
        stages: [
          { id: "a", label: "甲", test: { op: ">" } },
          { id: "b", label: null, test: { op: ">" } },
          { id: "c", label: "丙", test: null },
        ],
      },
      { id: "m", label: null, stages: [{ id: "a" }, { id: "b", label: null, test: null }] },
    ]);
  });
});
