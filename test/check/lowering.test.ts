import { describe, expect, it } from "vitest";
import { compile, type Source } from "../../src/compile.js";
import type { Program, Test } from "../../src/program/program.js";
import { clausesOf, compiled, programOf, strategyText } from "./shop.js";

/** A test without the places where it was said. */
function bare(test: Test | readonly Test[]): unknown {
  return JSON.parse(JSON.stringify(test, (name, value: unknown) => (name === "said" ? undefined : value)));
}

const [VISIT, PAY] = [0, 1];
const AMOUNT = 2;
const ever = { is: "ever" };

function column(at: number, per = 1): unknown {
  return { is: "column", column: at, per };
}

function constant(n: number, d = 1): unknown {
  return { is: "constant", n, d };
}

describe("what must be known about a user", () => {
  it("is asked for once, however often and wherever it is written", () => {
    const text = [
      strategyText("count of pay ever >= 1", "a"),
      strategyText("did pay at least 3 times ever and did not pay for 7 days", "b"),
      strategyText("not (did not pay ever) and did pay where amount > 20 CNY ever", "c"),
      strategyText("did pay where amount > 20.00 CNY ever and user.balance > 1 CNY and user.balance < 9 CNY", "d"),
    ].join("\n");
    const facts = compiled(text).program?.facts ?? [];
    const keys = facts.map((fact) =>
      JSON.stringify(fact, (name, value: unknown) => (name === "said" ? undefined : value)),
    );
    expect(new Set(keys).size).toBe(keys.length);
    expect(facts.filter((fact) => fact.is === "count" && fact.event === PAY)).toHaveLength(4);
    expect(facts.filter((fact) => fact.is === "profile")).toHaveLength(2);
  });

  it("differs by window, by where, by field and by kind", () => {
    const facts = programOf(
      "count of pay ever > 0 and count of pay in the last 7 days > 0 and count of pay in the previous 7 days > 0 and " +
        "count of pay in the last 7 hours > 0 and did pay on at least 2 days ever and count of visit ever > 0 and " +
        "sum of pay.items ever > 0 and max of pay.items ever > 0 and count of pay where items > 1 ever > 0",
    ).facts.filter((fact) => fact.is !== "profile");
    // One more count is the lifecycle's: paid in the last 30 days.
    expect(facts).toHaveLength(10);
  });

  it("counts weeks in days and years in months", () => {
    const windows = programOf(
      "did visit in the last 2 weeks and did visit for 1 year and did visit in the last 90 minutes",
    ).facts.flatMap((fact) => ("window" in fact && "event" in fact && fact.event === VISIT ? [fact.window] : []));
    expect(windows).toEqual([
      { is: "last", unit: "day", n: 14 },
      { is: "for", unit: "month", n: 12 },
      { is: "span", ms: 5_400_000 },
    ]);
  });
});

describe("a clause as a test", () => {
  const facts = (who: string): Program["facts"] => programOf(who).facts;
  const at = (who: string, match: object): number =>
    facts(who).findIndex((fact) =>
      Object.entries(match).every(
        ([key, value]) => JSON.stringify(fact[key as keyof typeof fact]) === JSON.stringify(value),
      ),
    );

  it("`did` is a count of at least one, `did not` a count of zero", () => {
    const who = "did pay ever and did not visit for 7 days";
    expect(bare(clausesOf(who))).toEqual([
      {
        is: "compare",
        op: ">=",
        left: column(at(who, { is: "count", event: PAY, window: ever })),
        right: constant(1),
        type: { is: "integer" },
      },
      {
        is: "compare",
        op: "=",
        left: column(at(who, { is: "count", event: VISIT })),
        right: constant(0),
        type: { is: "integer" },
      },
    ]);
  });

  it("`on 3 consecutive days` counts the days of three whole dates, or of today and the two before", () => {
    for (const [ending, is] of [
      ["yesterday", "previous"],
      ["today", "last"],
    ] as const) {
      const who = `did visit on 3 consecutive days ending ${ending}`;
      const days = at(who, { is: "days", event: VISIT, window: { is, unit: "day", n: 3 } });
      expect(days).toBeGreaterThanOrEqual(0);
      expect(bare(clausesOf(who))).toEqual([
        { is: "compare", op: ">=", left: column(days), right: constant(3), type: { is: "integer" } },
      ]);
    }
  });

  it("an average is a sum over a count, and money is in minor units", () => {
    const who = "did pay ever and average of pay.amount ever >= 20.5 CNY";
    const sum = at(who, { is: "sum", event: PAY, field: AMOUNT });
    expect(bare(clausesOf(who)[1] as Test)).toEqual({
      is: "compare",
      op: ">=",
      left: { is: "over", left: column(sum), right: column(at(who, { is: "count", event: PAY, window: ever })) },
      right: constant(2050),
      type: { is: "money", currency: "CNY", minor: 100 },
    });
  });

  it("choices and stages are their places", () => {
    const who = "buyer is intro and did pay where category is one of (camera, phone) ever";
    expect(bare(clausesOf(who)[0] as Test)).toMatchObject({ left: { is: "stage", lifecycle: 0 }, right: constant(2) });
    const where = facts(who).flatMap((fact) => ("where" in fact && fact.where ? [fact.where] : []));
    expect(bare(where)).toMatchObject([{ is: "oneOfNum", value: column(1), list: [2, 1] }]);
  });

  it("time since counts exact time, dates, or moves today back by months", () => {
    const since = (length: string): unknown =>
      bare(clausesOf(`did pay ever and time since last pay >= ${length}`)[1] as Test);
    expect(since("2 hours")).toMatchObject({
      op: ">=",
      left: { is: "minus" },
      right: constant(7_200_000),
      type: { is: "span" },
    });
    expect(since("2 weeks")).toMatchObject({
      op: ">=",
      left: { is: "minus" },
      right: constant(14),
      type: { is: "period" },
    });
    expect(since("2 months")).toMatchObject({
      op: "<=",
      left: { is: "column" },
      right: { is: "shiftMonths", months: -2 },
      type: { is: "date" },
    });
  });

  it("lists that are not whole in stored units become comparisons", () => {
    expect(bare(clausesOf("user.visits is one of (1, 2.5)"))).toMatchObject([
      {
        is: "or",
        parts: [
          { op: "=", right: constant(1) },
          { op: "=", right: constant(5, 2) },
        ],
      },
    ]);
    expect(bare(clausesOf("user.balance is one of (1 CNY, 2.5 CNY)"))).toMatchObject([
      { is: "oneOfNum", list: [100, 250] },
    ]);
    expect(bare(clausesOf('user.id is not one of ("a", "b")'))).toMatchObject([
      { is: "not", part: { is: "oneOfText", list: ["a", "b"] } },
    ]);
  });

  it("the parts of the outermost `and` are clauses; brackets keep theirs together", () => {
    expect(clausesOf("did pay ever and (did visit ever and user.visits > 1) and user.push_on is true")).toHaveLength(3);
    expect(clausesOf("did pay ever or did visit ever")).toHaveLength(1);
    expect(clausesOf("did pay ever")).toHaveLength(1);
    expect(compiled(strategyText("did pay ever").replace("who did pay ever", "")).program?.strategies[0]?.who).toEqual(
      [],
    );
  });

  it("remembers where it was said, on one line and without comments", () => {
    const { program } = compiled(`strategy s { when every day at 10:00
      who did pay   // at all
        at least 3 times ever
        and user.visits > 1
      repeat always  channel push  benefit none  material hello }`);
    const said = program?.strategies[0]?.who.map((test) => program.phrases[test.said]);
    expect(said).toEqual([
      { file: "z.touch", line: 2, column: 11, text: "did pay at least 3 times ever" },
      { file: "z.touch", line: 4, column: 13, text: "user.visits > 1" },
    ]);
    expect(program?.phrases[program.strategies[0]?.said ?? -1]?.text).toBe("strategy s");
  });

  it("gives what did not happen meanwhile the words of its own", () => {
    const program = programOf('did pay ever without visit where page is "a"');
    const test = program.strategies[0]?.who[0];
    const parts = test?.is === "and" ? test.parts.map((part) => program.phrases[part.said]?.text) : [];
    expect(parts[1]).toBe('visit where page is "a"');
  });
});

describe("a program", () => {
  const texts = ["event a { x: CNY }", "event b { x: USD }", strategyText("did a ever and did b where x > 1 USD ever")];
  const sources: Source[] = texts.map((text, place) => ({ name: `${place}.touch`, text }));

  it("does not depend on the order in which its files are given", () => {
    const schema = compiledSources([...sources]);
    expect(schema).toEqual(compiledSources(sources.toReversed()));
    expect(schema.program).not.toBeNull();
  });

  it("is plain data: JSON gives it back", () => {
    const { program } = compiledSources(sources);
    expect(JSON.parse(JSON.stringify(program))).toStrictEqual(program);
  });
});

function compiledSources(sources: readonly Source[]): ReturnType<typeof compile> {
  const base: Source = {
    name: "z.touch",
    text: `project shop { time zone Asia/Shanghai currency CNY } user { id: text push_on: boolean }
      channel push { } material hello for push { en title "Hello" }`,
  };
  return compile([...sources, base]);
}
