import { describe, expect, it } from "vitest";
import type { Benefit, Piece } from "../../src/program/program.js";
import { compiled } from "./shop.js";

const strategy = (benefit: string, material = "hello", when = "every day at 10:00  repeat always"): string =>
  `strategy s { when ${when}  channel push  benefit ${benefit}  material ${material} }`;

function benefitsOf(text: string): ReadonlyMap<string, Benefit> {
  const { program, diagnostics } = compiled(`${text}\n${strategy("none")}`);
  if (!program) throw new Error(JSON.stringify(diagnostics));
  return new Map(program.benefits.map((each) => [each.id, each]));
}

const codesOf = (text: string): string[] => compiled(text).diagnostics.map(({ code }) => code);

/** What one is worth at most and what it costs us, in minor units and 1/10,000 of them. */
const worth = (text: string): unknown => {
  const made = benefitsOf(`benefit ${text}`).get("b");
  return [made?.value, made?.face, made?.cost];
};

describe("a benefit is stored by what it gives", () => {
  it("with its face value as what it costs us, unless it says what that is", () => {
    expect(worth("coupon b { 20 CNY off }")).toEqual([{ is: "coupon", amount: 2000 }, 2000, 20_000_000]);
    expect(worth("coupon b { 20 CNY off  cost 0.5 CNY }")).toEqual([{ is: "coupon", amount: 2000 }, 2000, 500_000]);
    expect(worth("free_order b { free order up to 300 CNY }")).toEqual([
      { is: "free_order", upTo: 30_000 },
      30_000,
      300_000_000,
    ]);
    expect(worth("gift b { worth 39 CNY }")).toEqual([{ is: "gift", worth: 3900 }, 3900, 39_000_000]);
    expect(worth("privilege b { worth 39 CNY }")).toEqual([{ is: "privilege", worth: 3900 }, 3900, 39_000_000]);
  });

  it("a percentage costs at most what it takes off at most", () => {
    const value = { is: "percent", share: 100_000, upTo: 5000 };
    expect(worth("coupon b { 10% off up to 50 CNY }")).toEqual([value, 5000, 50_000_000]);
  });

  it("points have no face value and cost nothing, unless they say so", () => {
    expect(worth("points b { 100 points }")).toEqual([{ is: "points", amount: 100 }, 0, 0]);
    expect(worth("points b { 100 points  cost 1 CNY }")).toEqual([{ is: "points", amount: 100 }, 0, 1_000_000]);
    expect(worth("check_in b { 50 points }")).toEqual([{ is: "check_in", points: 50, worth: 0 }, 0, 0]);
    expect(worth("check_in b { worth 2 CNY }")).toEqual([{ is: "check_in", points: 0, worth: 200 }, 200, 2_000_000]);
  });

  it("a lottery is worth its best prize, and a referral what both get; only their parts cost", () => {
    const prizes = [
      { share: 512, benefit: 0 },
      { share: 9488, benefit: 1 },
    ];
    const made = benefitsOf(
      'benefit lottery b { prize 5.12% hp20  prize 94.88% p100  salt "w" }  benefit referral r { giver hp20  friend hp20 }',
    );
    expect(made.get("hp20")?.value).toEqual({ is: "coupon", amount: 2000 });
    const places = [...made.keys()];
    expect(made.get("b")?.value).toEqual({
      is: "lottery",
      salt: "w",
      prizes: prizes.map(({ share }, at) => ({ share, benefit: places.indexOf(at === 0 ? "hp20" : "p100") })),
    });
    expect([made.get("b")?.face, made.get("b")?.cost]).toEqual([2000, 0]);
    expect([made.get("r")?.face, made.get("r")?.cost]).toEqual([4000, 0]);
  });

  it("budgets count 1/10,000 of a minor unit, and quantities go by channel", () => {
    const made = benefitsOf(
      "benefit coupon b { 20 CNY off  quantity 10  quantity 3 by sms  1 per user  budget 200 CNY }",
    );
    expect(made.get("b")).toMatchObject({
      quantity: 10,
      byChannel: [{ channel: 1, quantity: 3 }],
      perUser: 1,
      budget: 200_000_000,
    });
  });

  it("what makes no sense is refused: nothing, fractions, other currencies, more than can be counted", () => {
    const refused = (text: string): string[] => codesOf(`benefit ${text}\n${strategy("none")}`);
    expect(refused("coupon b { 0 CNY off }")).toEqual(["not-positive"]);
    expect(refused("coupon b { 150% off up to 50 CNY }")).toEqual(["bad-share"]);
    expect(refused("coupon b { 20 CNY off  quantity 1.5 }")).toEqual(["not-whole"]);
    expect(refused("coupon b { 20 CNY off  quantity 0 }")).toEqual(["not-positive"]);
    expect(refused("coupon b { 20 CNY off  budget 200 USD }")).toEqual(["not-project-currency"]);
    expect(refused("gift b { worth 20 points }")).toEqual(["wrong-unit"]);
    expect(refused("coupon b { 20 CNY off  quantity 5 by mail }")).toEqual(["unknown-channel"]);
    expect(refused('lottery b { prize 100% nothing  salt "w" }')).toEqual(["unknown-benefit"]);
  });
});

describe("a message shows a part of the benefit only if whoever reads it gets that part", () => {
  const shown = (benefit: string, hole: string, declared = ""): string[] =>
    codesOf(`${declared}\nmaterial m for push { zh-CN title "{${hole}}" }\n${strategy(benefit, "m")}`);
  const wheel = 'benefit lottery wheel { prize 5% hp20  prize 95% p100  salt "w" }';
  const bring = "benefit referral bring { giver hp20  friend p100 }  benefit referral back { giver p100  friend hp20 }";

  it("of a lottery, every prize must have it", () => {
    expect(shown("wheel", "benefit.amount", wheel)).toEqual([]);
    expect(shown("wheel", "benefit.over", wheel)).toEqual(["hole-needs-benefit"]);
  });

  it("of a referral, what the one who is touched gets must have it", () => {
    expect(shown("bring", "benefit.over", bring)).toEqual([]);
    expect(shown("back", "benefit.over", bring)).toEqual(["hole-needs-benefit"]);
  });

  it("is never there where the touch may go out without", () => {
    expect(shown("hp20", "benefit.amount")).toEqual([]);
    expect(shown("hp20 else none", "benefit.amount")).toEqual(["hole-may-lack-benefit"]);
    expect(shown("none", "benefit.amount")).toEqual(["hole-needs-benefit"]);
  });
});

describe("templates are filled like texts", () => {
  it("a parameter is a value of the user, of the event or of the benefit, or a text", () => {
    const text = `material m for push template "T1" { who = user.nickname if unknown "您"  order = event.order_id
      off = benefit.amount  shop = "商城" }`;
    const { program, diagnostics } = compiled(`${text}\n${strategy("hp20", "m", "pay happens")}`);
    expect(diagnostics).toEqual([]);
    const template = program?.materials.find(({ id }) => id === "m")?.template;
    expect(template?.id).toBe("T1");
    expect(template?.parameters.map(({ id, value }) => [id, value.is])).toEqual([
      ["who", "text"],
      ["order", "text"],
      ["off", "benefit"],
      ["shop", "text"],
    ]);
  });

  it("what may be unknown needs its other text there too", () => {
    const text = `material m for push template "T1" { who = user.nickname }`;
    expect(codesOf(`${text}\n${strategy("none", "m")}`)).toEqual(["hole-may-be-unknown"]);
  });
});

describe("a channel's limit", () => {
  const long = (characters: number, title: string): string[] =>
    codesOf(`channel mail { limit title ${characters} characters }
      material m for mail { zh-CN title "${title}"  zh-CN body "不限长短的正文" }\n${strategy("none")}`);

  it("counts characters, not bytes: just as many are allowed", () => {
    expect(long(5, "耳机降价啦")).toEqual([]);
    expect(long(4, "耳机降价啦")).toEqual(["text-too-long"]);
    expect(long(2, "🎧🎉")).toEqual([]);
  });

  it("counts only what stands there whatever fills the holes", () => {
    expect(long(5, "{user.id}耳机降价啦")).toEqual([]);
    expect(long(4, "{user.id}耳机降价啦")).toEqual(["text-too-long"]);
  });
});

describe("event.x reads the event that starts the strategy", () => {
  it("by its own fact in `who`, and by its place inside a `where`", () => {
    const who = "event.amount >= 20 CNY and did visit where page is event.order_id in the last 7 days";
    const { program } = compiled(
      `strategy s { when pay happens  who ${who}  channel push  benefit none  material hello }`,
    );
    expect(program?.facts).toContainEqual({ is: "trigger", event: 1, field: 2 });
    const [, visit] = program?.strategies[0]?.who ?? [];
    const column = visit?.is === "compare" && visit.left.is === "column" ? visit.left.column : -1;
    expect(program?.facts[column]).toMatchObject({
      is: "count",
      event: 0,
      where: { is: "sameText", left: { is: "column", column: 0 }, right: { is: "trigger", field: 0 } },
    });
  });

  it("is narrowed like any value, also for a `where` after it", () => {
    const codes = (who: string): string[] =>
      codesOf(`strategy s { when pay happens  who ${who}  channel push  benefit none  material hello }`);
    const did = "did visit where page is event.coupon_id in the last 7 days";
    expect(codes(did)).toEqual(["may-be-unknown"]);
    expect(codes(`event.coupon_id is known and ${did}`)).toEqual([]);
    expect(codes('did visit where page is event.coupon_id if unknown "" in the last 7 days')).toEqual([]);
  });

  it("is known where the strategy starts only from events in which it is, also in a message", () => {
    const codes = (when: string, other = ""): string[] =>
      codesOf(`material m for push { zh-CN title "券 {event.coupon_id}" }
        strategy s { when ${when}  who event.coupon_id is "c1"  channel push  benefit none  material m }
        ${other}`);
    expect(codes("pay where coupon_id is known happens")).toEqual([]);
    expect(codes("pay where (amount > 20 CNY and coupon_id is known) happens")).toEqual([]);
    expect(codes("pay happens")).toEqual(["hole-may-be-unknown", "may-be-unknown"]);
    expect(codes("pay where (amount > 20 CNY or coupon_id is known) happens")).toContain("may-be-unknown");
    const elsewhere = "strategy t { when pay happens  channel push  benefit none  material m }";
    expect(codes("pay where coupon_id is known happens", elsewhere)).toEqual(["hole-may-be-unknown"]);
  });

  it("of absence it is the first event, of a stall the step before, of a nth event that event", () => {
    const codes = (when: string, field: string): string[] =>
      codesOf(`process p { visit then pay }
        strategy s { when ${when}  who event.${field} is known  channel push  benefit none  material hello }`);
    expect(codes("visit is not followed by pay within 1 hour", "page")).toEqual([]);
    expect(codes("visit is not followed by pay within 1 hour", "amount")).toEqual(["unknown-field"]);
    expect(codes("p stalls at pay for 10 minutes", "page")).toEqual([]);
    expect(codes("3 days after 2nd pay", "amount")).toEqual([]);
    expect(codes("3 days after 2nd pay", "page")).toEqual(["unknown-field"]);
  });

  it("in a material it is the event of each strategy that uses it: of several, the one that happened", () => {
    const text = `event refund { note: text  order_id: text }
      material m for push { zh-CN title "订单 {event.order_id}" }
      strategy a { when pay happens  channel push  benefit none  material m }
      strategy b { when refund happens  channel push  benefit none  material m }`;
    const { program, diagnostics } = compiled(text);
    expect(diagnostics).toEqual([]);
    const piece = program?.materials.find(({ id }) => id === "m")?.texts[0]?.parts[0]?.pieces[1] as Piece;
    const value = piece.is === "text" ? piece.value : null;
    const facts = value?.is === "ifUnknown" ? [value.value, value.otherwise] : [];
    expect(facts.map((each) => each.is === "column" && program?.facts[each.column])).toEqual([
      { is: "trigger", event: 1, field: 0 },
      { is: "trigger", event: 2, field: 1 },
    ]);
  });

  it("a material that a strategy without an event uses as well is refused, and one that nothing uses is not", () => {
    const material = 'material m for push { zh-CN title "订单 {event.order_id}" }';
    const after = "strategy a { when pay happens  channel push  benefit none  material m }";
    expect(codesOf(`${material}\n${after}`)).toEqual([]);
    expect(codesOf(`${material}\n${after}\n${strategy("none", "m")}`)).toEqual(["event-needs-trigger"]);
    expect(codesOf(`${material}\n${strategy("none")}`)).toEqual([]);
    expect(codesOf(`${material.replace("order_id", "nothing")}\n${strategy("none")}`)).toEqual(["unknown-field"]);
  });
});
