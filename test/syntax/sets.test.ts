import { describe, expect, it } from "vitest";
import { bare, only } from "./read.js";

const name = (text: string) => ({ text });
const quantity = (amount: string, unit: string | null = null) => ({ is: "quantity", amount, unit });
const share = (amount: string) => quantity(amount, "%");
const salt = (text: string) => ({ is: "text", text });
const offered = { send: null, channel: null, benefit: null, materials: [] };

describe("a set", () => {
  it("keeps what it says and its members in order, each with the test of its branch", () => {
    const set = only(
      `set d11 "双十一" {
        who did visit ever
        budget 500000 CNY
        case who did sequence today { a then b } strategy x "甲" { channel push }
        otherwise strategy y { benefit none }
        strategy z {}
        priority 80
      }`,
      "set",
    );
    expect(bare(set)).toMatchObject({
      name: name("d11"),
      label: name("双十一"),
      who: { is: "did" },
      budget: quantity("500000", "CNY"),
      priority: quantity("80"),
      members: [
        { branch: "case", test: { is: "sequence" }, strategy: { name: name("x"), label: name("甲"), who: null } },
        { branch: "otherwise", test: null, strategy: { name: name("y"), channel: null, benefit: { is: "none" } } },
        { branch: "none", test: null, strategy: { name: name("z") } },
      ],
    });
  });

  it("a member's strategy spans its own words, the member its branch as well", () => {
    const text = "set s { case who a is 1 strategy x { priority 1 } }";
    const [member] = only(text, "set").members;
    const of = (span = { start: 0, end: 0 }) => text.slice(span.start, span.end);
    expect(of(member?.span)).toBe("case who a is 1 strategy x { priority 1 }");
    expect(of(member?.strategy.span)).toBe("strategy x { priority 1 }");
  });

  it("may have no members, and a split instead", () => {
    const { split, members } = only(
      `set d11 { split salt "d11" {
        40% was 50%, 45% variant a "满减" { channel push  benefit hp20  material m, n  send at best hour }
        60% was 50%, 55% variant control "对照" { none }
      } }`,
      "set",
    );
    expect(members).toEqual([]);
    expect(bare(split)).toEqual({
      salt: salt("d11"),
      variants: [
        {
          share: share("40"),
          was: [share("50"), share("45")],
          name: name("a"),
          label: name("满减"),
          none: false,
          send: { is: "bestHour", between: null },
          channel: { is: "chain", links: [{ channel: name("push"), wait: null }] },
          benefit: { is: "named", name: name("hp20"), elseNone: false },
          materials: [name("m"), name("n")],
        },
        {
          share: share("60"),
          was: [share("50"), share("55")],
          name: name("control"),
          label: name("对照"),
          none: true,
          ...offered,
        },
      ],
    });
  });

  it("what a variant says is no clause of the strategy around it", () => {
    const strategy = only(
      `strategy s { channel sms  split salt "x" { 100% variant a { channel push  material m } }  material n }`,
      "strategy",
    );
    expect(bare(strategy)).toMatchObject({
      channel: { links: [{ channel: name("sms") }] },
      materials: [name("n")],
      split: { variants: [{ channel: { links: [{ channel: name("push") }] }, materials: [name("m")] }] },
    });
  });
});

describe("a policy", () => {
  it("keeps its rules in order", () => {
    const policy = only(
      `policy reach "触达" {
        consent sms for marketing if user.sms_ok is true
        consent all if a is 1
        stop list if has complained
        personalise if b is 1
        quiet hours from 22:00 to 08:00 else delay
        cap push, sms 2 per day
        cap all 5 in 7 days
        holdout 2% salt "all"
        best hour from pay, visit at least 10 times
        best hour from pay
      }`,
      "policy",
    );
    expect(bare(policy.rules)).toMatchObject([
      { is: "consent", channel: name("sms"), purpose: name("marketing"), test: { is: "equal" } },
      { is: "consent", channel: null, purpose: null, test: { is: "equal" } },
      { is: "stopList", test: { is: "has" } },
      { is: "personalise", test: { is: "equal" } },
      { is: "quiet", from: { hour: 22, minute: 0 }, to: { hour: 8, minute: 0 }, otherwise: "delay" },
      {
        is: "cap",
        channels: [name("push"), name("sms")],
        n: quantity("2"),
        window: { is: "per", unit: name("day") },
      },
      { is: "cap", channels: [], n: quantity("5"), window: { is: "in", length: quantity("7", "day") } },
      { is: "holdout", holdout: { share: share("2"), salt: salt("all") } },
      { is: "bestHour", events: [name("pay"), name("visit")], least: quantity("10") },
      { is: "bestHour", events: [name("pay")], least: null },
    ]);
  });

  it("a channel called `all` is meant in back-quotes", () => {
    expect(only("policy p { cap `all` 2 per day }", "policy").rules).toMatchObject([{ channels: [{ text: "all" }] }]);
  });
});

describe("offers", () => {
  it.each([
    ["coupon", "10% off up to 50 CNY over 200 CNY", { amount: share("10"), upTo: quantity("50", "CNY") }],
    ["coupon", "20 CNY off over 200 CNY", { amount: quantity("20", "CNY"), over: quantity("200", "CNY") }],
    ["free_order", "free order up to 300 CNY", { amount: null, upTo: quantity("300", "CNY") }],
    ["points", "100 points", { amount: quantity("100", "points") }],
    ["gift", "worth 39 CNY over 99 CNY", { amount: quantity("39", "CNY"), over: quantity("99", "CNY") }],
    [
      "lottery",
      'prize 5% hp20 prize 95% p100 salt "w"',
      {
        prizes: [
          { share: share("5"), benefit: name("hp20") },
          { share: share("95"), benefit: name("p100") },
        ],
        salt: salt("w"),
      },
    ],
    ["referral", "giver hp20 friend p100", { giver: name("hp20"), friend: name("p100") }],
    [
      "privilege",
      "quantity 10 quantity 3 by push 1 per user budget 100 CNY cost 12 CNY valid 7 days after issue",
      {
        quantity: quantity("10"),
        byChannel: [{ channel: name("push"), quantity: quantity("3") }],
        perUser: quantity("1"),
        budget: quantity("100", "CNY"),
        cost: quantity("12", "CNY"),
        valid: quantity("7", "day"),
      },
    ],
  ])("benefit %s: %s", (kind, clauses, part) => {
    expect(bare(only(`benefit ${kind} b { ${clauses} }`, "benefit"))).toMatchObject({ kind: name(kind), ...part });
  });

  it("a channel has a quota and limits of characters, a material a template with parameters", () => {
    const channel = only(
      "channel sms { quota 50000 per day limit title 20 characters limit body 60 characters }",
      "channel",
    );
    expect(bare(channel)).toMatchObject({
      quota: { n: quantity("50000"), per: name("day") },
      limits: [
        { part: name("title"), characters: quantity("20") },
        { part: name("body"), characters: quantity("60") },
      ],
    });
    const material = only(
      'material m for sms template "SMS_1" { order = event.id  last = last pay was today }',
      "material",
    );
    expect(bare(material)).toMatchObject({
      template: { id: salt("SMS_1"), parameters: [{ name: name("order") }, { name: name("last") }] },
      lines: [],
    });
  });

  it("tags of strategies, operating points, locales and calendars", () => {
    expect(bare(only('tag strategy t "标签" valid 30 days', "tagStrategy"))).toMatchObject({
      label: name("标签"),
      valid: quantity("30", "day"),
    });
    expect(only("tag strategy t", "tagStrategy").valid).toBeNull();
    expect(bare(only('point checkout "结算页"', "operatingPoint"))).toMatchObject({ label: name("结算页"), later: [] });
    expect(bare(only("project p { locales zh-CN, en calendar china }", "project"))).toMatchObject({
      locales: [name("zh-CN"), name("en")],
      calendar: name("china"),
    });
    expect(bare(only("user { b: lunar date? v: version }", "user").fields)).toMatchObject([
      { type: { name: name("lunar date") }, optional: true },
      { type: { name: name("version") } },
    ]);
  });
});
