import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compile } from "../../src/compile.js";
import { withAnalysis } from "../../src/program/analysis.js";
import type { Aim, Analysis, Metric, Program } from "../../src/program/program.js";
import { compiled, strategyText } from "./shop.js";
import { factsOf, type Happening, holds, type World, worth } from "./world.js";
import { DAY } from "./world-facts.js";

const [VISIT, PAY] = [0, 1];
const hour = 3_600_000;

/** The project of the message cases with some targets and one strategy. */
function programOf(targets: string, who = "did visit ever"): Program {
  const { program, diagnostics } = compiled(`${targets}\n${strategyText(who)}`);
  if (!program) throw new Error(JSON.stringify(diagnostics.map(({ code, args }) => ({ code, args }))));
  return program;
}

const analysisOf = (targets: string): Analysis => programOf(targets).analysis;
const metricOf = (text: string): Metric => analysisOf(`metric m = ${text}`).metrics[0] as Metric;
/** Of a project of its own. */
const alone = (text: string): ReturnType<typeof compile> => compile([{ name: "own.touch", text }]);
const codesOf = (text: string): string[] => compiled(text).diagnostics.map(({ code }) => code);

/** Every column that something reads. */
function columnsIn(part: unknown): number[] {
  if (typeof part !== "object" || part === null) return [];
  const own = "column" in part && typeof part.column === "number" ? [part.column] : [];
  return [...own, ...Object.values(part).flatMap(columnsIn)];
}

describe("what only looks at the population", () => {
  const metrics = `metric gmv = total of sum of pay.amount in the last 30 days
    metric payers = share of users who did pay in the last 7 days among users who did visit ever
    expect payer: visit at least 2 times each week`;

  it("leaves the facts of decisions as they are without it", () => {
    const [plain, measured] = [programOf(""), programOf(metrics)];
    expect(measured.facts).toEqual(plain.facts);
    expect(plain.analysis.facts).toEqual([]);
    expect(measured.analysis.facts).toHaveLength(3);
  });

  it("is read by nothing that decides", () => {
    const { analysis, facts, phrases, ...deciding } = programOf(metrics);
    expect(phrases.length).toBeGreaterThan(0);
    expect(Math.max(...columnsIn(deciding))).toBeLessThan(facts.length);
    expect(Math.max(...columnsIn(analysis.metrics))).toBeGreaterThanOrEqual(facts.length);
  });

  it("shares what decisions ask for anyway, wherever the strategy stands", () => {
    const strategy = strategyText("did pay in the last 7 days and did visit ever");
    for (const text of [`${metrics}\n${strategy}`, `${strategy}\n${metrics}`]) {
      const { program } = compiled(text);
      const all = program ? withAnalysis(program).facts.map((fact) => JSON.stringify(fact)) : [];
      expect(new Set(all).size).toBe(all.length);
      expect(program?.analysis.facts.map(({ is }) => is)).toEqual(["sum", "count"]);
    }
  });
});

describe("a metric", () => {
  it.each([
    ["share of users who did pay ever  scale 20%, 12.5%  better when lower", "ratio", [200_000, 125_000]],
    ["total of sum of pay.amount ever  scale 99.90 CNY, 1000 CNY", "money", [9_990, 100_000]],
    ["total of count of pay ever  scale 10, 20", "integer", [10, 20]],
    ["count of pay ever per user  scale 1.5, 2", "number", [1_500_000, 2_000_000]],
    ["user.held per user  target 50 points", "points", []],
    ["total of sum of pay.amount ever over total of count of pay ever  scale 20 CNY", "money", [2_000]],
    ["total of count of pay ever over total of count of visit ever  scale 5%", "ratio", [50_000]],
    ["total of count of pay ever over total of count of visit ever  scale 0.5, 1.5", "number", [500_000, 1_500_000]],
    ["total of sum of pay.amount today over total of sum of pay.amount ever", "ratio", []],
    [
      "time since last pay per user among users who did pay ever  scale 30 days, 20 days  better when lower",
      "period",
      [30, 20],
    ],
    ["median time from 1st visit to 1st pay", "span", []],
    ["median time from 1st visit to 1st pay  scale 36 hours", "span", [36 * hour]],
    ["median time from 1st visit to 1st pay  scale 1 week", "period", [7]],
    ['daily active by visit where page is "/a"  scale 1000', "integer", [1_000]],
  ])("%s is of type %s", (text, type, scale) => {
    const metric = metricOf(text);
    expect([metric.type.is, metric.scale]).toEqual([type, scale]);
  });

  it("goes up unless it says otherwise, and one is the north star", () => {
    expect(metricOf("daily active by visit")).toMatchObject({ better: "higher", northStar: false, target: null });
    const { metrics } = analysisOf("metric a north star = daily active by visit better when lower target 5");
    expect(metrics[0]).toMatchObject({ id: "a", northStar: true, better: "lower", target: 5 });
  });

  it.each([
    ["average of pay.amount ever per user", ["may-be-unknown"]],
    ["average of pay.amount ever per user among users who did pay ever", []],
    ["share of users who did pay for 3 days", []],
    ["share of users who did not pay for 30 days", ["silence-of-the-new"]],
    ["median time from 1st visit to 1st buy", ["unknown-event"]],
    ["rate of buying in the last 30 days", ["unknown-process"]],
    ["daily active by visit scale 5, 10 target 10", []],
    ["daily active by visit scale 5, 5", ["scale-order"]],
    ["daily active by visit scale 5, 10 target 4 better when lower", ["scale-order", "target-beyond-scale"]],
    ["median time from 1st visit to 1st pay scale 1 month", ["metric-level"]],
    ["sum of pay.amount ever per user scale 5 USD", ["metric-level"]],
    ["share of users who did pay ever scale 20.00001%", ["metric-level"]],
  ])("%s: %j", (text, codes) =>
    expect(codesOf(`metric m = ${text}\n${strategyText("did visit ever")}`)).toEqual(codes),
  );

  it("asks for no more than is kept", () => {
    const kept = 'event scan "扫码" kept 20 days { shop: text }';
    const codes = (text: string): string[] => codesOf(`${kept}  metric m = ${text}\n${strategyText("did visit ever")}`);
    expect(codes("weekly active by scan")).toEqual([]);
    expect(codes("monthly active by scan")).toEqual(["beyond-retention"]);
    expect(codes("median time from 1st scan to 1st pay")).toEqual(["beyond-retention"]);
  });
});

const now = Date.UTC(2026, 5, 18, 12);
const PROFILE = ["u", null, null, null, null, 0, 0, 0, null, now - 90 * DAY, 1];

/** A user with visits and payments, so many hours ago. */
function world(hours: readonly (readonly [event: number, ago: number])[]): World {
  const fields: readonly (readonly (string | number)[])[] = [["/a"], ["o", 0, 500, 1]];
  const events: Happening[] = hours.map(([event, ago]) => ({
    event,
    at: now - ago * hour,
    fields: fields[event] ?? [],
  }));
  return { now, profile: PROFILE, events };
}

const histories = fc.uniqueArray(fc.tuple(fc.constantFrom(VISIT, PAY), fc.integer({ min: 0, max: 1_000 })), {
  selector: ([, ago]) => ago,
  maxLength: 8,
});
const firstOf = (event: number, hours: readonly (readonly [number, number])[]): number | undefined =>
  hours
    .filter(([each]) => each === event)
    .map(([, ago]) => ago)
    .sort((a, b) => b - a)[0];

describe("the median time between two events", () => {
  const timed = (levels: string): ((hours: Parameters<typeof world>[0]) => number | null) => {
    const program = withAnalysis(programOf(`metric m = median time from 1st visit to 1st pay ${levels}`));
    const { of } = program.analysis.metrics[0] as Metric;
    if (of.is !== "median") throw new Error("not a median");
    return (hours) => worth(program, of.value, factsOf(program, world(hours)));
  };

  it("is exact, of users who have both, the second later", () => {
    const exact = timed("");
    fc.assert(
      fc.property(histories, (hours) => {
        const [visit, pay] = [firstOf(VISIT, hours), firstOf(PAY, hours)];
        const both = visit !== undefined && pay !== undefined && pay < visit;
        expect(exact(hours)).toBe(both ? (visit - pay) * hour : null);
      }),
    );
  });

  it("counts local dates where its levels are days", () => {
    const days = timed("scale 7 days");
    // Noon is now: 13 hours ago was yesterday, 11 hours ago today.
    expect(
      days([
        [VISIT, 13],
        [PAY, 11],
      ]),
    ).toBe(1);
    expect(
      days([
        [VISIT, 11],
        [PAY, 1],
      ]),
    ).toBe(0);
    expect(
      days([
        [PAY, 13],
        [VISIT, 11],
      ]),
    ).toBeNull();
  });
});

describe("who counts", () => {
  /** Whom the metric is about, and for whom of those it holds. */
  const counted = (text: string): ((hours: Parameters<typeof world>[0]) => readonly [boolean, boolean]) => {
    const program = withAnalysis(programOf(`process buying { visit then pay within 2 days }\nmetric m = ${text}`));
    const { of, among } = program.analysis.metrics[0] as Metric;
    if (of.is !== "share" && of.is !== "count") throw new Error("counts nobody");
    return (hours) => {
      const facts = factsOf(program, world(hours));
      return [among === null || holds(program, among, facts), holds(program, of.who, facts)];
    };
  };

  it.each([
    ["daily", 1],
    ["weekly", 7],
    ["monthly", 30],
  ])("%s active: today and the dates before it, %i in all", (every, days) => {
    const active = counted(`${every} active by visit`);
    fc.assert(
      fc.property(histories, (hours) => {
        const near = hours.some(([event, ago]) => event === VISIT && Math.ceil((ago - 12) / 24) < days);
        expect(active(hours)).toEqual([true, near]);
      }),
    );
  });

  it("a rate is about those who came as far as its first step, and holds only for some of those", () => {
    const whole = counted("rate of buying in the last 10 days");
    const seen = { about: 0, held: 0 };
    fc.assert(
      fc.property(histories, (hours) => {
        const inside = hours.filter(([, ago]) => Math.ceil((ago - 12) / 24) < 10);
        const visits = inside.filter(([event]) => event === VISIT);
        const date = (ago: number): number => Math.ceil((ago - 12) / 24);
        const done = visits.some(([, from]) =>
          inside.some(([event, to]) => event === PAY && to < from && date(from) - date(to) <= 2),
        );
        expect(whole(hours)).toEqual([visits.length > 0, done]);
        if (visits.length > 0) seen.about++;
        if (done) seen.held++;
      }),
    );
    expect(seen.held).toBeGreaterThan(0);
    expect(seen.about).toBeGreaterThan(seen.held);
  });

  it("a rate that says `among` is about those who are both", () => {
    const some = counted("rate of buying in the last 10 days among users who did pay at least 2 times ever");
    expect(some([[VISIT, 5]])[0]).toBe(false);
    expect(
      some([
        [VISIT, 5],
        [PAY, 4],
        [PAY, 900],
      ]),
    ).toEqual([true, true]);
    expect(
      some([
        [PAY, 4],
        [PAY, 900],
      ])[0],
    ).toBe(false);
  });

  it("what is expected is judged over whole dates that are over: yesterday, seven of them, a month of them", () => {
    for (const [each, window] of [
      ["day", { is: "previous", unit: "day", n: 1 }],
      ["week", { is: "previous", unit: "day", n: 7 }],
      ["month", { is: "previous", unit: "month", n: 1 }],
    ] as const) {
      const { analysis } = programOf(`expect payer "付款人": visit at least 2 times each ${each}`);
      expect(analysis.expectations[0]).toMatchObject({ role: 0, label: "付款人", each });
      expect(analysis.facts).toEqual([{ is: "count", event: VISIT, where: null, window }]);
    }
  });
});

describe("goals and aims", () => {
  const strategy = (clauses: string): string =>
    `strategy s { ${clauses}  when every day at 10:00  repeat never  channel push  benefit none  material hello }`;
  const goalOf = (clause: string): unknown => compiled(strategy(clause)).program?.strategies[0]?.goal;

  it("a goal is named or said there and then; its target is the strategy's, if that says one", () => {
    const within = { unit: "day", n: 3 };
    expect(goalOf("goal paid within 3 days")).toEqual({ of: 0, within, target: null });
    expect(goalOf("goal paid within 3 days target 12.5%")).toEqual({ of: 0, within, target: 125_000 });
    const active = {
      is: "compare",
      op: "=",
      left: { is: "stage", lifecycle: 0 },
      right: { is: "constant", n: 0, d: 1 },
    };
    const of = { is: "enters", state: active };
    expect(goalOf("goal user enters buyer.active within 3 days target 5%")).toMatchObject({
      of,
      within,
      target: 50_000,
    });
    const named = programOf("goal woken = user enters buyer.active target 5%\ngoal tagged = user enters payer").goals;
    expect(named.slice(-2)).toMatchObject([
      { id: "woken", of, target: 50_000 },
      { id: "tagged", of: { is: "enters", state: { is: "tag", tag: 0 } }, target: null },
    ]);
  });

  it.each([
    ["goal paid within 3 days target 0%", ["bad-share"]],
    ["goal user enters buyer.gone within 3 days", ["unknown-stage"]],
    ["goal user enters payers within 3 days", ["unknown-state"]],
    ["goal user enters buyer.active", ["goal-needs-within"]],
    ['hypothesis "x" testing', []],
    ['hypothesis "x" untested', ["hypothesis"]],
    ['hypothesis "x" verified', []],
    ['hypothesis "x" rejected', ["hypothesis"]],
  ])("%s: %j", (clause, codes) => expect(codesOf(strategy(clause))).toEqual(codes));

  it("a state that a profile may change has no day on which somebody came to be in it", () => {
    const own = 'tag fact local = user.city is known and user.city is "x"';
    expect(codesOf(`${own}\n${strategy("goal user enters local within 3 days")}`)).toEqual(["state-not-fixed"]);
  });

  it("an aim along a lifecycle knows its place and its stage", () => {
    const aimOf = (aim: string): Aim | null | undefined => compiled(strategy(aim)).program?.strategies[0]?.aim;
    expect(aimOf("aim revenue")).toEqual({ word: "revenue", lifecycle: null, stage: null });
    expect(aimOf("aim ripen")).toEqual({ word: "ripen", lifecycle: null, stage: null });
    expect(aimOf("aim retain buyer")).toEqual({ word: "retain", lifecycle: 0, stage: null });
    expect(aimOf("aim ripen buyer.churned")).toEqual({ word: "ripen", lifecycle: 0, stage: 1 });
    expect(aimOf("aim ripen buyer.intro")).toEqual({ word: "ripen", lifecycle: 0, stage: 2 });
  });

  const words = ["acquisition", "activation", "retention", "revenue", "referral", "ripen", "retain"];
  it.each([
    ["cold_start", "acquisition activation"],
    ["growth", "acquisition activation retention referral ripen"],
    ["mature", "retention revenue referral ripen retain"],
    ["decline", "retention revenue retain"],
  ])("a product in %s aims first at: %s", (stage, focus) => {
    const project = `project p { time zone UTC  currency CNY  product stage ${stage} }
      user { id: text }  event pay { amount: CNY }  channel push { }  material hello for push { en title "x" }`;
    const quiet = words.filter((word) => alone(`${project}\n${strategy(`aim ${word}`)}`).diagnostics.length === 0);
    expect(quiet).toEqual(focus.split(" "));
  });

  it("members of a set share its hypothesis, unless they have their own", () => {
    const shared = `set both { hypothesis "a" testing  when every day at 10:00  repeat never  channel push  benefit none  material hello
      strategy first { who did visit ever }  strategy second { who did pay ever  hypothesis "b" verified } }`;
    expect(compiled(shared).program?.strategies.map(({ hypothesis }) => hypothesis)).toEqual([
      { text: "a", state: "testing" },
      { text: "b", state: "verified" },
    ]);
  });
});

describe("what else the analysis knows", () => {
  it("processes, their steps by name", () => {
    const { processes } = analysisOf('process buying "购买" { visit as seen then pay within 2 days }');
    expect(processes).toMatchObject([
      {
        id: "buying",
        label: "购买",
        steps: [
          { id: "seen", label: null, event: VISIT, within: null },
          { id: "pay", label: "支付", event: PAY, within: { unit: "day", n: 2 } },
        ],
      },
    ]);
  });

  it("lines, with what their metrics are parts of", () => {
    const metrics =
      "metric a = daily active by visit\nmetric b = daily active by pay\nmetric c = weekly active by visit";
    const { lines } = analysisOf(`${metrics}\nline shop "门店" { lifecycle buyer  metric a, b into c  metric c }`);
    expect(lines).toEqual([
      {
        id: "shop",
        label: "门店",
        lifecycles: [0],
        values: [],
        metrics: [
          { metric: 0, into: 2 },
          { metric: 1, into: 2 },
          { metric: 2, into: null },
        ],
      },
    ]);
  });

  it("a metric that is part of one that is part of it, and a longer way round", () => {
    const [a, b, c] = ["a", "b", "c"].map((name) => `metric ${name} = daily active by visit\n`);
    const codes = (line: string): string[] =>
      codesOf(`${a}${b}${c}line l { ${line} }\n${strategyText("did visit ever")}`);
    expect(codes("metric a into b  metric b into c")).toEqual([]);
    expect(codes("metric a, b into c  metric a into b")).toEqual([]);
    expect(codes("metric a into a")).toEqual(["line-circle"]);
    expect(codes("metric a into b  metric b into c  metric c into a")).toEqual(["line-circle"]);
  });

  it("what users cost, by where they came from, in ten-thousandths of a fen", () => {
    const text = `project p { time zone UTC  currency CNY  product stage decline }
      user { id: text  via: one of (ads, feed, shop) source }  event pay { amount: CNY }
      channel push { }  material hello for push { en title "x" }
      cost { acquisition 35 CNY from "ads", "feed"  acquisition 12.5 CNY  upkeep 0.2001 CNY per month  margin 33.3% }
      ${strategyText("did pay ever")}`;
    const { program } = alone(text);
    expect(program?.user.source).toBe(1);
    expect(program?.analysis.productStage).toBe("decline");
    expect(program?.analysis.costs).toEqual({
      acquisition: {
        sources: [
          { source: "ads", cost: 35_000_000 },
          { source: "feed", cost: 35_000_000 },
        ],
        otherwise: 12_500_000,
      },
      upkeep: { cost: 200_100, per: "month" },
      margin: 333_000,
    });
  });
});
