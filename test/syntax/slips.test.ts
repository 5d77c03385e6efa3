import { describe, expect, it } from "vitest";
import type { StrategySet } from "../../src/syntax/tree.js";
import { mended, read } from "./read.js";

const strategy = (clause: string): string => `strategy s {\n  ${clause}\n}`;
const policy = (rule: string): string => `policy p {\n  ${rule}\n}`;
const split = (variant: string): string => `strategy s {\n  split salt "x" {\n    ${variant}\n  }\n}`;
const codesOf = (text: string): string[] => read(text).diagnostics.map(({ code }) => code);

describe("slips in strategies and policies are mended by their suggestion", () => {
  it.each([
    [
      strategy,
      "when pay not followed by order within 3 days",
      "absence-is",
      "when pay is not followed by order within 3 days",
    ],
    [
      strategy,
      "when pay without order within 3 days",
      "absence-form",
      "when pay is not followed by order within 3 days",
    ],
    [
      strategy,
      "when a is not followed by b within 3 days with same id",
      "same-late",
      "when a is not followed by b with same id within 3 days",
    ],
    [
      strategy,
      "when before 3 days of user.birthday at 09:00",
      "shift-form",
      "when 3 days before user.birthday at 09:00",
    ],
    [strategy, "when after 3 days 春节 at 09:00", "shift-form", "when 3 days after 春节 at 09:00"],
    [strategy, "when user.birthday at 09:00", "on-missing", "when on user.birthday at 09:00"],
    [strategy, "when every month on the 15th at 10:00", "month-day", "when every month on day 15 at 10:00"],
    [strategy, "when every month on 15 at 10:00", "month-day", "when every month on day 15 at 10:00"],
    [strategy, "when every month on last day at 10:00", "month-day", "when every month on the last day at 10:00"],
    [strategy, "when 3 days after 2nd pay at 10:00", "event-clock", "when 3 days after 2nd pay"],
    [strategy, "when buyer enters dormant", "state-user", "when user enters buyer.dormant"],
    [strategy, "when user enters buyer is dormant", "state-is", "when user enters buyer.dormant"],
    [
      strategy,
      "when recharge where a is 1 stalls at b for 1 hour",
      "stalls-where",
      "when recharge stalls at b for 1 hour",
    ],
    [strategy, "send from 8:00 to 22:00 else skip", "hours-form", "send between 08:00 and 22:00 else skip"],
    [strategy, "exclusive with a and b", "names-comma", "exclusive with a, b"],
    [strategy, 'holdout 2 salt "x"', "share-percent", 'holdout 2% salt "x"'],
    [split, "50 variant a { none }", "share-percent", "50% variant a { none }"],
    [policy, "quiet hours 22:00-08:00 else delay", "hours-form", "quiet hours from 22:00 to 08:00 else delay"],
    [policy, "quiet hours between 22:00 and 8:00 else skip", "hours-form", "quiet hours from 22:00 to 08:00 else skip"],
    [policy, "quiet hour from 22:00 to 08:00 else skip", "expected", "quiet hours from 22:00 to 08:00 else skip"],
    [policy, "personalize if a is 1", "unknown-clause", "personalise if a is 1"],
    [policy, "cap push 2 a day", "cap-form", "cap push 2 per day"],
    [policy, "cap push 2/day", "cap-form", "cap push 2 per day"],
    [policy, "cap push 2 every week", "cap-form", "cap push 2 per week"],
    [policy, "cap push 2 daily", "cap-form", "cap push 2 per day"],
    [policy, "cap push 2 每周", "cap-form", "cap push 2 per week"],
    [policy, "cap push at most 2 per day", "cap-form", "cap push 2 per day"],
    [policy, "cap all 5 in the last 7 days", "cap-form", "cap all 5 in 7 days"],
    [policy, "cap push 2 times per day", "count-with-times", "cap push 2 per day"],
    [policy, "cap push and sms 2 per day", "names-comma", "cap push, sms 2 per day"],
    [(text: string) => `channel c { ${text} }`, "quota 50000 a day", "cap-form", "quota 50000 per day"],
    [(text: string) => `project p { ${text} }`, "locales zh-CN en", "names-comma", "locales zh-CN, en"],
    [(text: string) => text, "benefit free order b { }", "benefit-kind", "benefit free_order b { }"],
    [(text: string) => text, "benefit check in b { }", "benefit-kind", "benefit check_in b { }"],
    [
      (text: string) => text,
      "set s { case a is 1 strategy b { } }",
      "case-who",
      "set s { case who a is 1 strategy b { } }",
    ],
  ])("%#: %2$s", (frame, written, code, meant) => {
    expect(codesOf(frame(written))).toEqual([code]);
    expect(mended(frame(written))).toBe(frame(meant));
    expect(read(frame(meant)).said).toEqual([]);
  });
});

describe("what only its author can decide is told without a suggestion", () => {
  it.each([
    [policy("quiet hours from 22:00 to 08:00"), "else-missing: 08:00"],
    [strategy("send between 08:00 and 22:00"), "else-missing: 22:00"],
    [strategy("send at 10:00"), "send-at: send at 10:00"],
    [strategy("holdout 2%"), "salt-missing: holdout 2%"],
    [strategy("split { 100% variant a { none } }"), "salt-missing: split"],
    [strategy("channel push then sms after 4 hours"), "wait-unless: after 4 hours"],
    [strategy("channel push then sms after 4 hours if opened"), "wait-unless: after 4 hours if opened"],
    [strategy("when every 3 days at 10:00"), "every-number: every 3 days"],
    [strategy("when every month at 10:00"), "month-day: month"],
    [strategy("when every day on day 3 at 10:00"), "every-on: on day 3"],
    [strategy("when 3 days before 2nd pay"), "before-event: 3 days before 2nd pay"],
    [strategy("when 3 days before 2026-11-10 at 09:00"), "dated-literal: 3 days before 2026-11-10 at 09:00"],
    [strategy("when 2nd pay happens"), "point-happens: 2nd pay happens"],
    [strategy("when user did pay"), "when-test: did"],
    [strategy("when did pay ever"), "when-test: did"],
    [strategy("when user.city is known"), "when-test: user.city"],
    [strategy("when a is followed by b within 1 day"), "followed-plain: is followed"],
    [split("100% variant a { none channel push }"), "none-and-more: none"],
    ["material m for sms { order = event.id }", "parameter-alone: order = event.id"],
    ['material m for sms template "T" { en body "x" }', 'template-line: en body "x"'],
  ])("%s", (text, said) => {
    const { diagnostics, said: all } = read(text);
    expect(all).toEqual([said]);
    expect(diagnostics[0]?.suggestion).toBeNull();
  });

  it("after an event fewer words are named than the parser would take, after `user` those that fit", () => {
    const args = (text: string) => read(strategy(text)).diagnostics.map((each) => each.args);
    expect(args("when pay")).toMatchObject([{ expected: [{ word: "happens" }, { word: "is not followed by" }] }]);
    expect(args("when user becomes a")).toMatchObject([{ expected: [{ word: "enters" }, { word: "leaves" }] }]);
    expect(args("when 10:00")).toMatchObject([{ expected: [{ kind: "trigger" }] }]);
  });
});

/** The set of a text, whatever is wrong with it. */
function setOf(text: string): StrategySet {
  const set = read(text).file.declarations.find((each): each is StrategySet => each.is === "set");
  if (set === undefined) throw new Error(`no set in ${text}`);
  return set;
}

describe("a broken block inside of a block", () => {
  it("has a message for each broken clause, and keeps the sound ones", () => {
    const text = `set s {
  who did pay in the
  strategy a {
    chanel push
    benefit none
    split salt "x" {
      50% variant b { channel push then }
      variant c { }
      50% variant d { benefit e }
    }
  }
  case who strategy f { priority 1 }
  otherwise strategy g { priority 2 }
}`;
    expect(read(text).said).toEqual([
      "expected: the",
      "unknown-clause: chanel",
      "expected: }",
      "unknown-clause: variant",
      "expected: f",
    ]);
    expect(setOf(text).members).toMatchObject([
      {
        strategy: {
          name: { text: "a" },
          benefit: { is: "none" },
          split: { variants: [{ name: { text: "b" }, channel: null }, { name: { text: "d" } }] },
        },
      },
      { branch: "otherwise", strategy: { name: { text: "g" }, priority: { amount: "2" } } },
    ]);
  });

  it("a member that is not closed ends where the next one starts", () => {
    const text = `set s {\n  strategy a {\n    benefit none\n  strategy b {\n    priority 1\n  }\n}\nevent e { }`;
    const { file, said, diagnostics } = read(text);
    expect(said).toEqual(["unclosed-block: none"]);
    expect(diagnostics[0]?.args).toEqual({ written: "strategy a" });
    expect(file.declarations.map(({ is }) => is)).toEqual(["set", "event"]);
    expect(setOf(text).members.map((member) => member.strategy.name.text)).toEqual(["a", "b"]);
  });

  it("a set that is not closed ends where a strategy starts that is not indented", () => {
    const text = `set s {\n  priority 1\n  strategy a {\n    benefit none\n  }\n\nstrategy b {\n  priority 2\n}\n`;
    const { file, diagnostics } = read(text);
    expect(diagnostics.map(({ code, args }) => [code, args])).toEqual([["unclosed-block", { written: "set s" }]]);
    expect(file.declarations.map(({ is }) => is)).toEqual(["set", "strategy"]);
    expect(setOf(text).members.map((member) => member.strategy.name.text)).toEqual(["a"]);
  });

  it("strategies of a set need no indentation as long as its braces match", () => {
    const text = "set s {\nstrategy a {\n}\nstrategy b {\n}\n}\nstrategy c {\n}\n";
    expect(read(text).said).toEqual([]);
    expect(setOf(text).members).toHaveLength(2);
  });

  it("a clause that is said twice in a variant or a member is reported, and in two of them it is not", () => {
    const twice = split("50% variant a { channel push channel sms }\n    50% variant b { channel push }");
    expect(read(twice).said).toEqual(["clause-twice: channel sms"]);
    expect(read("set s { strategy a { priority 1 priority 2 } strategy b { priority 3 } }").said).toEqual([
      "clause-twice: priority 2",
    ]);
  });
});
