import { describe, expect, it } from "vitest";
import type { Declaration } from "../../src/syntax/tree.js";
import { faults, mended, read } from "./read.js";

const kinds = (declarations: readonly Declaration[]): string[] => declarations.map((each) => each.is);

describe("a broken file", () => {
  it("gives a message for each broken clause, and keeps the sound ones", () => {
    const { file, said } = read(`strategy s {
  when every day at
  who did pay in the
  repeat never
  channel push then
  benefit hp20
  materail hello
  goal paid within 3 days
}
event e { amount: CNY }`);
    expect(said).toEqual(["expected: at", "expected: the", "expected: then", "unknown-clause: materail"]);
    expect(kinds(file.declarations)).toEqual(["strategy", "event"]);
    expect(file.declarations[0]).toMatchObject({
      when: null,
      who: null,
      repeat: { rule: "never" },
      benefit: { name: { text: "hp20" } },
      goal: { of: { name: { text: "paid" } } },
    });
  });

  it("knows which word joins channels, though another is as near", () => {
    for (const joined of ["than", "thn", "the"]) {
      const text = `strategy s {\n  channel push ${joined} sms\n}`;
      expect(read(text).said).toEqual([`unexpected: ${joined}`]);
      expect(mended(text)).toBe("strategy s {\n  channel push then sms\n}");
    }
  });

  it("does not lose what comes after a broken declaration", () => {
    const { file, said } = read(
      `tag fact a = did\nstratgy b { when }\nevent c { x text y: text }\ntag fact d = did pay ever`,
    );
    expect(said).toEqual(["expected: did", "unknown-declaration: stratgy", "unknown-clause: x"]);
    expect(kinds(file.declarations)).toEqual(["event", "tagFact"]);
  });

  it("points at the end of a block that is not closed, and reads the next declaration", () => {
    const { file, diagnostics, said } = read(`strategy a {
  when every day at 10:00
  channel push
  benefit hp20
  goal paid within 3 days

strategy b {
  repeat never
}
channel push { reach if user.push_on is true
tag fact c = did pay ever`);
    expect(said).toEqual(["unclosed-block: days", "unclosed-block: true"]);
    expect(diagnostics.map(({ args }) => args)).toEqual([{ written: "strategy a" }, { written: "channel push" }]);
    expect(kinds(file.declarations)).toEqual(["strategy", "strategy", "channel", "tagFact"]);
    expect(file.declarations[0]).toMatchObject({
      channel: { links: [{ channel: { text: "push" } }] },
      goal: { of: { name: { text: "paid" } } },
    });
  });

  it("does not take a clause of a variant for the next declaration", () => {
    const { file, said } = read(
      `set d {\n  split salt "x" {\n    50% variant a {\n      channel push\n      benefit hp20\n    }\n  }\n}`,
    );
    expect(said).toEqual([]);
    expect(kinds(file.declarations)).toEqual(["set"]);
  });

  it("says that a block was closed too early, once", () => {
    const { said } = read(
      `strategy a {\n  repeat never\n}\n  who did pay ever\n  channel push\n  benefit hp20\n}\nevent e { }`,
    );
    expect(said).toEqual(["clause-outside: who", "stray-closer: }"]);
  });

  it("points at a bracket that is not closed", () => {
    expect(faults("(did pay ever and (did visit ever)")).toEqual(["unclosed-bracket: ("]);
    expect(faults("a is one of (b, c\n  repeat never")).toEqual(["unclosed-bracket: ("]);
  });

  it("an open text ends with its line, and what it swallowed is not reported a second time", () => {
    const { file, said } = read(`strategy a "连看 {\n  repeat never\n}\nevent b "下单 { }\nevent c { }`);
    expect(said).toEqual(['unclosed-text: "', 'unclosed-text: "']);
    expect(kinds(file.declarations)).toEqual(["strategy", "event", "event"]);
  });

  it("an open back-quote ends with its word", () => {
    expect(read("event `a { }\nevent b { }").said).toEqual(["unclosed-name: `"]);
  });

  it("a clause that is said twice is reported with the first one, which stays", () => {
    const { file, diagnostics } = read("strategy a {\n  repeat never\n  repeat always\n}");
    expect(diagnostics).toMatchObject([{ code: "clause-twice", related: [{ start: 15, end: 27 }] }]);
    expect(file.declarations[0]).toMatchObject({ repeat: { rule: "never" } });
  });

  it("messages come in the order of the text, and at most a hundred of them", () => {
    const { diagnostics } = read("event e {\n  x\n}\n".repeat(300));
    const places = diagnostics.map(({ span }) => span.start);
    expect(places).toHaveLength(100);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });
});

const inWho = (test: string): string => `strategy s {\n  who ${test}\n}`;

describe("slips of the pen are mended by their suggestion", () => {
  it.each([
    ["a == 1", "use-is", "a is 1"],
    ["a=1", "use-is", "a is 1"],
    ["a != 1", "use-is-not", "a is not 1"],
    ["a<>1", "use-is-not", "a is not 1"],
    ["did pay ever&&did visit ever", "use-word", "did pay ever and did visit ever"],
    ["did pay ever & did visit ever", "use-word", "did pay ever and did visit ever"],
    ["did pay ever || did visit ever", "use-word", "did pay ever or did visit ever"],
    ["!(a is 1)", "use-word", "not (a is 1)"],
    ["a => 1", "reversed-operator", "a >= 1"],
    ["a =< 1", "reversed-operator", "a <= 1"],
    ["a is one of [b, c]", "square-bracket", "a is one of (b, c)"],
    ["did pay whose amount > 1 at least 1 times ever", "use-where", "did pay where amount > 1 at least 1 times ever"],
    ["did pay at most 3 times ever", "times-at-most", "did pay between 1 and 3 times ever"],
    ["did pay less than 3 times ever", "times-at-most", "did pay between 1 and 2 times ever"],
    ["did pay more than 3 times ever", "times-more-than", "did pay at least 4 times ever"],
    ["did pay 3 times ever", "times-bare", "did pay at least 3 times ever"],
    ["did pay at least 3 ever", "times-missing", "did pay at least 3 times ever"],
    ["did pay between 1 and 3 ever", "times-missing", "did pay between 1 and 3 times ever"],
    ["did pay at least 3 days ever", "times-as-days", "did pay on at least 3 days ever"],
    ["did pay on 3 days ever", "days-bare", "did pay on at least 3 days ever"],
    ["count of pay ever >= 3 times", "count-with-times", "count of pay ever >= 3"],
    ["did pay in the last 7 days at least 3 times", "frequency-late", "did pay at least 3 times in the last 7 days"],
    ["did pay in last 7 days", "window-form", "did pay in the last 7 days"],
    ["did pay in the past 7 days", "window-form", "did pay in the last 7 days"],
    ["did pay in previous 7 days", "window-form", "did pay in the previous 7 days"],
    ["did pay in the last week", "length-without-number", "did pay in the last 1 week"],
    ["did pay in the last 30天", "not-a-unit", "did pay in the last 30 days"],
    ["did pay in the last 3 wekks", "not-a-unit", "did pay in the last 3 weeks"],
    ["a >= 20 cny", "not-a-unit", "a >= 20 CNY"],
    ["a < 2026/2/3", "date-form", "a < 2026-02-03"],
    ["a < 2026年2月3日", "date-form", "a < 2026-02-03"],
    ["did pay evr", "unexpected", "did pay ever"],
    ["did pay ever；", "semicolon", "did pay ever"],
    ["did a ever and did b ever or did c ever", "mixed-and-or", "(did a ever and did b ever) or did c ever"],
    [
      "did a ever or did b ever and (c is 1 or d is 2)",
      "mixed-and-or",
      "did a ever or (did b ever and (c is 1 or d is 2))",
    ],
  ])("%s", (written, code, meant) => {
    expect(read(inWho(written)).diagnostics.map((each) => each.code)).toEqual([code]);
    expect(mended(inWho(written))).toBe(inWho(meant));
    expect(read(inWho(meant)).said).toEqual([]);
  });

  it.each([
    ["event 7天签到 { }", "digit-name", "event `7天签到` { }"],
    ["event where { }", "reserved-word", "event `where` { }"],
    ["event e { a: text, b: text }", "stray-comma", "event e { a: text b: text }"],
    ["benefit cupon c { 20 CNY off }", "benefit-kind", "benefit coupon c { 20 CNY off }"],
    ["benefit c { 20 CNY off }", "benefit-kind", "benefit coupon c { 20 CNY off }"],
    ["strategy s {\n  when every day at 9.5\n}", "clock-form", "strategy s {\n  when every day at 09:05\n}"],
    ["strategy s {\n  channel push, sms\n}", "use-word", "strategy s {\n  channel push then sms\n}"],
    ["strategy s {\n  chanel push\n}", "unknown-clause", "strategy s {\n  channel push\n}"],
    ["stratagy s { }", "unknown-declaration", "strategy s { }"],
    ["tag fakt x = did pay ever", "expected", "tag fact x = did pay ever"],
    ["event e { }  # a note", "comment-form", "event e { }  // a note"],
    ['material m for push { zh-CN title "a} b" }', "brace-alone", 'material m for push { zh-CN title "a}} b" }'],
    ['material m for push { zh-CN title "｛a｝" }', "hole-full-width", 'material m for push { zh-CN title "{a}" }'],
    ["event ab\u202E { }", "bidi-control", "event ab { }"],
    ["event a\u200B { }", "invisible-character", "event a { }"],
  ])("%s", (written, code, meant) => {
    expect(read(written).diagnostics.map((each) => each.code)).toContain(code);
    expect(mended(written)).toBe(meant);
    expect(read(meant).said).toEqual([]);
  });

  it("a mixture of `and` and `or` is read as groups of `and`, so that its parts are still checked", () => {
    const { file } = read(inWho("a is 1 and b is 2 or c is 3"));
    expect(file.declarations[0]).toMatchObject({ who: { is: "or", parts: [{ is: "and" }, { is: "equal" }] } });
  });

  it("takes a word at the start of a line in brackets for no declaration, unless it looks like one", () => {
    const sound = read(
      'tag model m: one of (\n  policy,\n  event "活动",\n  goal\n) from "x" valid 1 day\nevent e { }',
    );
    expect(sound.said).toEqual([]);
    expect(kinds(sound.file.declarations)).toEqual(["tagModel", "event"]);
    const open = read(
      "tag fact f = (a is 1\nevent e { }\nmeasure m = smallest n of (7 days\nmetric n = daily active by a",
    );
    expect(open.said).toEqual(["unclosed-bracket: (", "unclosed-bracket: ("]);
    expect(kinds(open.file.declarations)).toEqual(["event", "metric"]);
  });
});
