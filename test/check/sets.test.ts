import { describe, expect, it } from "vitest";
import type { Program, Strategy, Test } from "../../src/program/program.js";
import { made, rest } from "./when-shop.js";

function sound(text: string): Program {
  const { program, codes } = made(text);
  if (!program) throw new Error(codes.join(", "));
  return program;
}

const byId = ({ strategies }: Program, id: string): Strategy => strategies.find((each) => each.id === id) as Strategy;
const codesOf = (text: string): readonly string[] => made(text).codes;
/** What the clauses of a strategy say, as phrases. */
const said = ({ phrases }: Program, { who }: Strategy): (string | undefined)[] =>
  who.map(({ said: place }: Test) => phrases[place]?.text);

const shared = `when once at 2026-11-10 20:00  ${rest}`;

describe("a set", () => {
  const program = sound(`
    tag strategy in_d11 valid 30 days
    point checkout "结算页"
    set d11 "双十一" {
      who did pay ever and user.push_on is true
      when once at 2026-11-10 20:00
      point checkout
      purpose service
      holdout 5% salt "d11-hold"
      budget 500000 CNY
      priority 80
      sets in_d11
      channel push  benefit none  material hello
      case who did view ever strategy seen {}
      case who buyer is active and user.city is known strategy active { who did order ever  priority 20 }
      otherwise strategy others { channel sms  material bye }
      strategy all "所有人" { when pay happens }
    }`);

  it("writes what its members share into each of them", () => {
    expect(program.strategies.map(({ id }) => id)).toEqual(["seen", "active", "others", "all"]);
    for (const each of program.strategies) {
      expect(each).toMatchObject({ set: 0, point: 0, purpose: "service", sets: [1], holdout: null, split: null });
    }
    expect(program.strategies.map(({ priority }) => priority)).toEqual([80, 20, 80, 80]);
    expect(program.strategies.map(({ when }) => when.is)).toEqual(["once", "once", "once", "happens"]);
    expect(program.strategies.map(({ repeat }) => repeat.is)).toEqual(["never", "never", "never", "always"]);
    expect(byId(program, "others").variants[0]?.offer?.steps[0]).toMatchObject({ channels: [1], materials: [1] });
  });

  it("keeps holdout and budget for all of them together", () => {
    const [set] = program.sets;
    // 500,000 yuan in ten-thousandths of a fen.
    const budget = 500_000 * 100 * 10_000;
    const holdout = { share: 500, salt: "d11-hold" };
    expect(set).toEqual({ id: "d11", label: "双十一", point: 0, holdout, budget });
  });

  it("asks the set's who first, then that no case before took the user, then the case's, then the member's own", () => {
    const own = ["did pay ever", "user.push_on is true"];
    expect(said(program, byId(program, "seen"))).toEqual([...own, "did view ever"]);
    expect(said(program, byId(program, "active"))).toEqual([
      ...own,
      "not (did view ever)",
      "buyer is active",
      "user.city is known",
      "did order ever",
    ]);
    expect(said(program, byId(program, "others"))).toEqual([
      ...own,
      "not (did view ever)",
      "not (buyer is active and user.city is known)",
    ]);
    expect(byId(program, "others").who[2]).toMatchObject({ is: "not", part: { is: "compare" } });
    // A member without a case takes whom the set takes.
    expect(said(program, byId(program, "all"))).toEqual(own);
  });

  it("establishes in later cases that the earlier ones do not hold", () => {
    const cases = (test: string): readonly string[] =>
      codesOf(`set d { ${shared}
        case who user.city is not known strategy a {}
        otherwise strategy b { who ${test} }
      }`);
    expect(cases('user.city is "x"')).toEqual([]);
    expect(cases('user.born_in is "x"')).toEqual(["may-be-unknown"]);
  });

  it("without members is one strategy by itself", () => {
    const alone = sound(`set d11 { ${shared}  holdout 1% salt "h"  budget 10 CNY }`);
    expect(alone.strategies).toMatchObject([{ id: "d11", set: 0, holdout: null }]);
    expect(alone.sets).toMatchObject([{ id: "d11", holdout: { share: 100 }, budget: 10_000_000 }]);
  });

  it("is wrong once in what all members share", () => {
    const members = "strategy a {} strategy b {} strategy c {}";
    expect(codesOf(`set d { ${shared}  who did ordr ever  ${members} }`)).toEqual(["unknown-event"]);
    expect(codesOf(`set d { ${shared.replace("hello", "helo")}  ${members} }`)).toEqual(["unknown-material"]);
  });

  it.each([
    ["set d { SHARED otherwise strategy a {} }", ["otherwise-order"]],
    ["set d { SHARED case who did pay ever strategy a {} otherwise strategy b {} }", []],
    [
      "set d { SHARED case who did pay ever strategy a {} otherwise strategy b {} case who did view ever strategy c {} }",
      ["otherwise-order"],
    ],
    [
      "set d { SHARED case who did pay ever strategy a {} otherwise strategy b {} otherwise strategy c {} }",
      ["otherwise-order"],
    ],
    ['set d { SHARED holdout 1% salt "a" strategy a { holdout 1% salt "b" } }', ["set-clause"]],
    ['set d { SHARED strategy a { holdout 1% salt "b" } }', []],
    ["set d { SHARED strategy a { budget 10 CNY } }", ["set-clause"]],
    ["strategy a { SHARED budget 10 CNY }", ["set-clause"]],
    ["set d { SHARED strategy d {} }", ["duplicate-name"]],
    ["set d { SHARED strategy a {} } strategy a { SHARED }", ["duplicate-name"]],
    ["set d { SHARED strategy a {} } set d { SHARED strategy b {} }", ["duplicate-name"]],
  ])("%s: %j", (text, expected) => expect(codesOf(text.replaceAll("SHARED", shared))).toEqual(expected));
});

describe("exclusive", () => {
  const pairs = ({ strategies }: Program): unknown[] =>
    strategies.flatMap(({ id, exclusive }) =>
      exclusive.map(({ strategy, days }) => `${id} ${strategies[strategy]?.id} ${days}`),
    );

  it("holds both ways, for a whole set, and for the longest time that one of them says", () => {
    const program = sound(`
      set d { ${shared} exclusive with d  strategy a {} strategy b {} }
      strategy x { ${shared} exclusive with d for 1 week  exclusive with y }
      strategy y { ${shared} exclusive with x for 3 days }`);
    expect(pairs(program)).toEqual(["a b 1", "a x 7", "b a 1", "b x 7", "x a 7", "x b 7", "x y 3", "y x 3"]);
  });

  it.each([
    ["exclusive with s", ["exclusive-self"]],
    ["exclusive with z", ["unknown-strategy"]],
    ["exclusive with other for 12 hours", ["bad-length"]],
    ["exclusive with other for 1 month", ["bad-length"]],
    ["exclusive with other", []],
  ])("%s: %j", (clause, expected) => {
    expect(codesOf(`strategy s { ${shared} ${clause} } strategy other { ${shared} }`)).toEqual(expected);
  });
});

describe("tags that strategies set", () => {
  const tag = "tag strategy done valid 2 weeks\ntag strategy always\n";
  it("are set by touches and asked for in a who, as facts of their own", () => {
    const program = sound(
      `${tag}strategy s { ${shared} who not has done and (has always or did pay ever)  sets done, always }`,
    );
    expect(program.strategyTags).toMatchObject([
      { id: "touched" },
      { id: "done", valid: { unit: "day", n: 14 } },
      { id: "always", valid: null },
    ]);
    const column = program.facts.findIndex((fact) => fact.is === "strategyTag" && fact.tag === 1);
    expect(program.strategies[0]).toMatchObject({
      sets: [1, 2],
      who: [
        { is: "not", part: { is: "compare", op: "=", left: { is: "column", column, per: 1 }, right: { n: 1 } } },
        { is: "or" },
      ],
    });
  });

  it.each([
    [`tag fact f = has done or did pay ever\nstrategy s { ${shared} }`, ["strategy-tag-place"]],
    [`lifecycle l { stage a when has done otherwise b }  strategy s { ${shared} }`, ["strategy-tag-place"]],
    [`channel mail { reach if has done }  strategy s { ${shared} }`, ["strategy-tag-place"]],
    [`policy p { stop list if has done }  strategy s { ${shared} }`, ["strategy-tag-place"]],
    [`strategy s { ${shared} who did pay where (has done) ever }`, ["where-needs-fields"]],
    [`set d { ${shared} case who has done strategy a {} otherwise strategy b {} }`, []],
    [`strategy s { ${shared} who has don }`, ["unknown-tag"]],
    [`strategy s { ${shared} sets doen }`, ["unknown-strategy-tag"]],
    [`strategy s { ${shared} sets native }`, ["sets-fact-tag"]],
    [`tag fact done = did pay ever\nstrategy s { ${shared} }`, ["duplicate-name"]],
  ])("%s: %j", (text, expected) => expect(codesOf(`tag strategy done valid 14 days\n${text}`)).toEqual(expected));
});

describe("personal", () => {
  const isPersonal = (clauses: string): boolean | undefined =>
    sound(`strategy s { ${clauses} }`).strategies[0]?.personal;
  it.each([
    [`${shared}`, false],
    [`when every hour  repeat always  ${rest}`, false],
    [`when 1 day before qixi at 10:00  repeat always  ${rest}`, false],
    [`${shared}  who user.id is not "x" and user.home is known`, false],
    ["when once at 2026-11-10 20:00  channel push  benefit none  material zoned", false],
    [
      'when once at 2026-11-10 20:00  channel push  benefit none  material zoned split salt "x" { 50% variant a {} 50% variant b { none } }',
      false,
    ],
    ["when once at 2026-11-10 20:00  channel push  benefit none  material named", true],
    [`${shared}  who user.city is known`, true],
    [`${shared}  who has native`, true],
    [`${shared}  who has touched`, true],
    [`${shared}  who buyer is active`, true],
    [`${shared}  send at best hour`, true],
    ["when once at 2026-11-10 20:00  channel preferred of (push, sms)  benefit none  material hello, bye", true],
    [`when pay happens  ${rest}`, true],
    [`when on user.birthday at 09:00  repeat always  ${rest}`, true],
    [`when user enters native  ${rest}`, true],
  ])("%s: %s", (clauses, expected) => expect(isPersonal(clauses)).toBe(expected));
});
