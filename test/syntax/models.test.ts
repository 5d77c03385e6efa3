import { describe, expect, it } from "vitest";
import type { Measure, Metric } from "../../src/syntax/tree.js";
import { bare, mended, only, read, who } from "./read.js";

const name = (text: string) => ({ text });
const quantity = (amount: string, unit: string | null = null) => ({ is: "quantity", amount, unit });
const percent = (amount: string) => quantity(amount, "%");
const did = (event: string) => ({ is: "did", pattern: { event: name(event) } });
const measureOf = (text: string): Measure["of"] => only(`measure m = ${text}`, "measure").of;
const metric = (text: string): Metric => only(`metric m = ${text}`, "metric");

describe("a tag of a model", () => {
  it("says its type, its model and how long a score is valid", () => {
    const text = `tag model churn_risk "流失概率": percent from "churn_v3" valid 7 days`;
    expect(bare(only(text, "tagModel"))).toEqual({
      is: "tagModel",
      name: name("churn_risk"),
      label: name("流失概率"),
      type: { is: "word", name: name("percent") },
      from: { is: "text", text: "churn_v3" },
      valid: quantity("7", "day"),
    });
  });

  it("needs no label, and its type may be any that a field has", () => {
    const tag = only(`tag model next_buy: one of (phone "手机", camera) from "m" valid 12 hours`, "tagModel");
    expect(bare(tag)).toMatchObject({
      name: name("next_buy"),
      label: null,
      type: { is: "oneOf", members: [{ name: name("phone"), label: name("手机") }, { name: name("camera") }] },
    });
  });

  it("without its validity is refused: nobody could guess it", () => {
    expect(read(`tag model x: percent from "m"`).diagnostics).toMatchObject([
      { code: "expected", args: { expected: [{ word: "valid" }] } },
    ]);
  });
});

describe("a measure", () => {
  it("is the smallest period after which hardly anybody returns", () => {
    const text = `measure churn_after "流失周期" = smallest n of (7 days, 14 days)
      such that return rate of visit where page is "home" after n silence observed for 30 days < 5%
      refresh every 1 month otherwise 60 days`;
    expect(bare(only(text, "measure"))).toMatchObject({
      name: name("churn_after"),
      label: name("流失周期"),
      of: {
        is: "period",
        candidates: [quantity("7", "day"), quantity("14", "day")],
        pattern: { event: name("visit"), where: { is: "equal" } },
        observed: quantity("30", "day"),
        below: percent("5"),
      },
      refresh: quantity("1", "month"),
      otherwise: quantity("60", "day"),
    });
  });

  it("or a share of users, among some or among all", () => {
    expect(bare(measureOf("share of users who did a ever among users who did b ever"))).toMatchObject({
      is: "share",
      who: did("a"),
      among: did("b"),
    });
    expect(bare(measureOf("share of users who did a ever otherwise 20%"))).toMatchObject({ among: null });
  });

  it("says what else it says in any order, each once", () => {
    const { said } = read("measure m = share of users who a is 1 otherwise 1% refresh every 1 day otherwise 2%");
    expect(said).toEqual(["clause-twice: otherwise 2%"]);
  });

  it.each([
    ["did not visit for churn_after", { window: { is: "for", length: { is: "measured", name: name("churn_after") } } }],
    ["did pay in the previous churn_after", { window: { is: "previous", length: { is: "measured" } } }],
    ["did pay between churn_after and 60 days ago", { window: { is: "ago", near: { is: "measured" } } }],
    ["did pay between 7 days and churn_after ago", { window: { is: "ago", far: { is: "measured" } } }],
    ["did pay within churn_after after 1st pay", { window: { is: "within", length: { is: "measured" } } }],
    ["last pay was at least churn_after ago", { test: { is: "ago", length: { is: "measured" } } }],
    ["time since last pay > churn_after", { right: { is: "path", names: [name("churn_after")] } }],
    ["did pay for `day`", { window: { length: { is: "measured", name: name("day") } } }],
  ])("may stand for a length: %s", (text, tree) => {
    expect(bare(who(text))).toMatchObject(tree);
  });

  it.each([
    "when pay is not followed by order within churn_after",
    "when recharge stalls at password for churn_after",
    "who did sequence ever { a then b within churn_after }",
  ])("cannot stand where an event is waited for: %s", (clause) => {
    expect(read(`strategy s { ${clause} }`).said).toEqual(["length-measured: churn_after"]);
  });
});

describe("a value", () => {
  const text = `value rfm "RFM" of users who did pay in the last 365 days {
    score r "最近" = time since last pay better when lower
    score m = sum of pay.amount ever if unknown 0 CNY
    split at average
    refresh every 1 month
    tier champion "重要价值" when r is high and m is high
    tier gold top 20% by m
    tier silver next 30% by m
    otherwise common "一般"
  }`;

  it("keeps its members, scores and tiers in order", () => {
    expect(bare(only(text, "value"))).toMatchObject({
      name: name("rfm"),
      label: name("RFM"),
      of: did("pay"),
      scores: [
        { name: name("r"), label: name("最近"), value: { is: "timeSince" }, better: "lower" },
        { name: name("m"), label: null, value: { is: "ifUnknown" }, better: null },
      ],
      split: name("average"),
      refresh: quantity("1", "month"),
      tiers: [
        { name: name("champion"), label: name("重要价值"), rule: { is: "when", test: { is: "and" } } },
        { name: name("gold"), rule: { is: "top", share: percent("20"), by: name("m") } },
        { name: name("silver"), rule: { is: "next", share: percent("30"), by: name("m") } },
      ],
      otherwise: { name: name("common"), label: name("一般") },
    });
  });

  it("may be about everybody, and about whom a sequence tells of", () => {
    expect(only("value v { tier a when b > 1 }", "value")).toMatchObject({ of: null, otherwise: null });
    const some = "value v of users who did sequence ever { a then b } and c is 1 { score s = d }";
    expect(only(some, "value")).toMatchObject({ of: { is: "and" }, scores: [{ name: { text: "s" } }] });
  });
});

describe("groups", () => {
  it("keep their scores, their names and where the search begins", () => {
    const text = `groups scene "场景" of users who did a ever {
      score x = count of a ever  group early "早起"  group late  salt "s"  refresh every 3 months }`;
    expect(bare(only(text, "groups"))).toMatchObject({
      name: name("scene"),
      of: did("a"),
      scores: [{ name: name("x"), better: null }],
      groups: [
        { name: name("early"), label: name("早起") },
        { name: name("late"), label: null },
      ],
      salt: { text: "s" },
      refresh: quantity("3", "month"),
    });
  });
});

describe("a metric", () => {
  it.each<[string, object]>([
    ["share of users who did a ever", { is: "share", who: did("a") }],
    ["total of sum of pay.amount ever", { is: "total", value: { is: "aggregate", fn: "sum" } }],
    ["total of count of a ever over total of b + 1", { is: "ratio", value: { fn: "count" }, over: { op: "+" } }],
    ["sum of pay.amount ever - 1 CNY per user", { is: "perUser", value: { is: "arithmetic" } }],
    ["median time from 1st a to last b", { is: "duration", from: { nth: 1 }, to: { nth: "last" } }],
    ["daily active by a", { is: "active", every: "day", pattern: { event: name("a") } }],
    ["weekly active by a where b is 1", { is: "active", every: "week", pattern: { where: { is: "equal" } } }],
    ["monthly active by a", { is: "active", every: "month" }],
    ["rate of p from a to b in the last 30 days", { is: "rate", from: name("a"), to: name("b") }],
    ["rate of p to b ever", { is: "rate", process: name("p"), from: null, to: name("b") }],
    ["rate of p from 2026-06-01 to 2026-06-18", { is: "rate", from: null, to: null, window: { is: "dates" } }],
  ])("%s", (text, tree) => {
    expect(bare(metric(text).of)).toMatchObject(tree);
  });

  it("may be the north star, of some users only, with levels, a target and a direction, in any order", () => {
    const text = `metric m "指标" north star = daily active by a
      better when lower target 5 among users who did b ever scale 1, 2, 3`;
    expect(bare(only(text, "metric"))).toMatchObject({
      label: name("指标"),
      northStar: true,
      among: did("b"),
      scale: [quantity("1"), quantity("2"), quantity("3")],
      target: quantity("5"),
      better: "lower",
    });
    expect(metric("daily active by a")).toMatchObject({ northStar: false, among: null, scale: [], better: null });
  });

  it.each(["share", "total", "rate", "median"])("a field may still be called `%s`", (word) => {
    expect(bare(metric(`${word} of last a per user`).of)).toMatchObject({
      value: { is: "fieldOf", field: name(word) },
    });
    const tag = only(`tag fact t = ${word} of last a`, "tagFact");
    expect(bare(tag.value)).toMatchObject({ is: "fieldOf", field: name(word) });
    expect(bare(only(`tag fact t = ${word} of b`, "tagFact").value)).toMatchObject({ is: "mapOf", map: name(word) });
  });
});

describe("lines, expectations and costs", () => {
  it("a line names what belongs to it, and what its metrics roll up into", () => {
    const text = `line l "线" { lifecycle a  value b, c  metric d, e into f  metric g  lifecycle h }`;
    expect(bare(only(text, "line"))).toEqual({
      is: "line",
      name: name("l"),
      label: name("线"),
      lifecycles: [name("a"), name("h")],
      values: [name("b"), name("c")],
      metrics: [
        { metrics: [name("d"), name("e")], into: name("f") },
        { metrics: [name("g")], into: null },
      ],
      later: [],
    });
  });

  it("an expectation says who does what how often", () => {
    expect(bare(only(`expect reader "读者": read where a is 1 on at least 3 days each week`, "expect"))).toEqual({
      is: "expect",
      role: name("reader"),
      label: name("读者"),
      pattern: { event: name("read"), where: expect.objectContaining({ is: "equal" }) },
      often: { is: "days", least: 3 },
      each: name("week"),
    });
    expect(bare(only("expect r: read at least 2 times each month", "expect"))).toMatchObject({
      role: name("r"),
      label: null,
      often: { is: "times", least: 2, most: null },
    });
  });

  it("costs are those of getting users, keeping them, and what is earned of a sale", () => {
    const text = `cost { acquisition 35 CNY from "ads", "feed"  acquisition 12 CNY  upkeep 0.20 CNY per month  margin 30% }`;
    expect(bare(only(text, "cost"))).toMatchObject({
      acquisition: [
        { cost: quantity("35", "CNY"), sources: [{ text: "ads" }, { text: "feed" }] },
        { cost: quantity("12", "CNY"), sources: [] },
      ],
      upkeep: { cost: quantity("0.20", "CNY"), per: name("month") },
      margin: percent("30"),
    });
  });

  it("the cost of a channel and of a benefit is no declaration", () => {
    expect(only("channel c {\n  cost 1 CNY\n}", "channel").cost).toMatchObject({ amount: "1" });
    expect(read("channel c {\n  cost 1 CNY\n}\ncost {\n  margin 1%\n}").file.declarations).toHaveLength(2);
  });
});

describe("what a strategy is for", () => {
  const strategy = (text: string) => only(`strategy s { ${text} }`, "strategy");

  it("an aim along a lifecycle names it or its stage, and no clause is taken for one", () => {
    expect(bare(strategy("aim ripen buyer.mature  priority 1"))).toMatchObject({
      aim: { word: name("ripen"), at: { is: "path", names: [name("buyer"), name("mature")] } },
      priority: quantity("1"),
    });
    expect(bare(strategy("aim retain  when every day"))).toMatchObject({
      aim: { word: name("retain"), at: null },
      when: { is: "every" },
    });
    expect(bare(strategy("aim retain `when`"))).toMatchObject({ aim: { at: { names: [name("when")] } } });
  });

  it("a goal has a target of its own, and may be a stage", () => {
    expect(bare(strategy("goal paid within 3 days target 10%").goal)).toEqual({
      of: { is: "named", name: name("paid") },
      within: quantity("3", "day"),
      target: percent("10"),
    });
    expect(bare(strategy("goal user enters spend.gold within 60 days").goal)).toMatchObject({
      of: { is: "enters", state: { names: [name("spend"), name("gold")] } },
      within: quantity("60", "day"),
      target: null,
    });
    expect(bare(only(`goal up "升金" = user enters spend.gold target 5%`, "goal"))).toMatchObject({
      of: { is: "enters", state: { names: [name("spend"), name("gold")] } },
      target: percent("5"),
    });
  });

  it("a hypothesis says how far it has been tested", () => {
    expect(bare(strategy(`hypothesis "缺一个理由" testing`).hypothesis)).toEqual({
      text: { is: "text", text: "缺一个理由" },
      state: name("testing"),
    });
    const { diagnostics, file } = read(`strategy s { hypothesis "缺一个理由"  repeat never }`);
    const states = ["untested", "testing", "verified", "rejected"].map((word) => ({ word }));
    expect(diagnostics).toMatchObject([{ code: "expected", args: { expected: states } }]);
    expect(file.declarations).toMatchObject([{ repeat: { rule: "never" } }]);
  });

  it("a project says how far its product is", () => {
    expect(only("project p { product stage growth }", "project").stage).toMatchObject({ text: "growth" });
  });
});

describe("words of models and metrics", () => {
  const words =
    "value score tier share rate group groups among measure metric line expect scale refresh total median daily active " +
    "north star users better top next each into model smallest such that return silence observed acquisition upkeep margin " +
    "hypothesis portrait high low n";

  it.each(words.split(" "))("`%s` stays legal as a name", (word) => {
    const { said } = read(`event ${word} { ${word}: one of (${word}, other) }
      tag fact ${word} = user.${word} is 1 and did ${word} where ${word} is ${word} ever and has ${word}
      strategy ${word} { channel ${word}  material ${word}  sets ${word}  benefit ${word}  purpose ${word} }`);
    expect(said).toEqual([]);
  });

  it("full-width signs are read as plain ones", () => {
    const text = `metric m ＝ total of sum of pay.amount ever scale １０％，２０％
measure c ＝ smallest n of （７ days，14 days） such that return rate of a after n silence observed for 30 days ＜ 5％
expect r： read at least 2 times each week
cost ｛ margin 30％ ｝`;
    expect(read(text).said).toEqual([]);
  });

  it.each([
    ["value v { scroe r = a }", "value v { score r = a }"],
    ["value v { score r = a bettr when lower }", "value v { score r = a better when lower }"],
    ["value v { score r = a better when lowest }", "value v { score r = a better when lower }"],
    ["value v { split at avrage }", "value v { split at average }"],
    ["value v { refesh every 1 month }", "value v { refresh every 1 month }"],
    ["value v { teir a when b is 1 }", "value v { tier a when b is 1 }"],
    ["value v { tier a top 20 by m }", "value v { tier a top 20% by m }"],
    ["groups g { gruop a }", "groups g { group a }"],
    ["valeu v { score r = a }", "value v { score r = a }"],
    ["mesure m = share of users who a is 1", "measure m = share of users who a is 1"],
    ["metric m = daily activ by a", "metric m = daily active by a"],
    ["metric m = share of user who a is 1", "metric m = share of users who a is 1"],
    ["metric m = a pre user", "metric m = a per user"],
    ["metric m = total of a scal 1, 2", "metric m = total of a scale 1, 2"],
    [
      "measure m = smallest k of (1 day) such that return rate of a after n silence observed for 1 day < 5%",
      "measure m = smallest n of (1 day) such that return rate of a after n silence observed for 1 day < 5%",
    ],
    ["cost { margen 30% }", "cost { margin 30% }"],
    ["cost { margin 30 }", "cost { margin 30% }"],
    ["line l { metrc a into b }", "line l { metric a into b }"],
    ["expect r: a at least 2 times ech week", "expect r: a at least 2 times each week"],
    ["value v { score m: a }", "value v { score m = a }"],
    ["metric m: daily active by a", "metric m = daily active by a"],
    ["metric m = share of users that a is 1", "metric m = share of users who a is 1"],
    ["line l { lifecycle a b }", "line l { lifecycle a, b }"],
    ["line l { metric a and b into c }", "line l { metric a, b into c }"],
    ["goal g = pay after touch", "goal g = did pay after touch"],
    ["goal g = did pay after touch target 8", "goal g = did pay after touch target 8%"],
    ["goal g = buyer enters mature", "goal g = user enters buyer.mature"],
    ['strategy s { hypotesis "x" testing }', 'strategy s { hypothesis "x" testing }'],
    ["strategy s { goal spend enters gold }", "strategy s { goal user enters spend.gold }"],
  ])("%s is mended", (wrong, right) => {
    expect(mended(wrong)).toBe(right);
    expect(read(right).said).toEqual([]);
  });
});

describe("a metric that is none", () => {
  it("is told what to make of a value of one user, or how metrics start", () => {
    expect(read("metric m = sum of pay.amount ever scale 1 CNY").diagnostics).toMatchObject([
      { code: "metric-kind", args: { written: "sum of pay.amount ever", value: true } },
    ]);
    expect(read("metric m = median of pay.amount").diagnostics).toMatchObject([
      { code: "metric-kind", args: { value: false } },
    ]);
  });

  it.each([
    ["expect r read at least 2 times each week", ":"],
    ['tag model r = percent from "m" valid 1 day', ":"],
    ["value v { refresh monthly }", "every"],
    ["value v of users did pay ever { }", "who"],
    ["cost 12 CNY", "{"],
  ])("%s lacks `%s`", (text, word) => {
    expect(read(text).diagnostics).toMatchObject([{ code: "expected", args: { expected: [{ word }] } }]);
  });
});

describe("a broken model", () => {
  it("gives a message for each broken clause, and keeps the sound ones", () => {
    const { file, said } = read(`value rfm of users who did sequence ever { a then b } {
  score r = time since
  score m = b better when higher
  split at average
  tier
  tier gold top 20% by m
  nonsense
  otherwise rest
}
groups g of users who {
  score a = b
  group
  group late
}
cost {
  acquisition
  margin 30%
}
line l {
  metric
  value v
}
metric m =
metric n = daily active by a
measure x = smallest n of (7 days
event e { }`);
    expect(said).toEqual([
      "expected: since",
      "expected: tier",
      "unknown-clause: nonsense",
      "expected: {",
      "expected: group",
      "expected: acquisition",
      "expected: metric",
      "expected: =",
      "unclosed-bracket: (",
    ]);
    expect(file.declarations.map(({ is }) => is)).toEqual(["value", "groups", "cost", "line", "metric", "event"]);
    expect(file.declarations).toMatchObject([
      { scores: [{ name: { text: "m" } }], split: { text: "average" }, tiers: [{}], otherwise: {} },
      { of: null, scores: [{}], groups: [{ name: { text: "late" } }] },
      { acquisition: [], margin: { amount: "30" } },
      { metrics: [], values: [{ text: "v" }] },
      { name: { text: "n" } },
      {},
    ]);
  });

  it("a block that is not closed ends before the next declaration", () => {
    const { file, said } = read(
      "value v {\n  score a = b\n\nmetric m = daily active by a\n\ngroups g {\n  group a\n\ncost {\n  margin 1%\n}",
    );
    expect(said).toEqual(["unclosed-block: b", "unclosed-block: a"]);
    expect(file.declarations.map(({ is }) => is)).toEqual(["value", "metric", "groups", "cost"]);
  });

  it("what may stand once is told when it stands twice", () => {
    const { said } = read(`value v { split at average  split at median  refresh every 1 day  refresh every 2 days }
cost { margin 1%  margin 2%  upkeep 1 CNY per month  upkeep 2 CNY per month }
metric m = daily active by a target 1 target 2`);
    expect(said).toEqual([
      "clause-twice: split at median",
      "clause-twice: refresh every 2 days",
      "clause-twice: margin 2%",
      "clause-twice: upkeep 2 CNY per month",
      "clause-twice: target 2",
    ]);
  });
});
