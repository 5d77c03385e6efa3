import { describe, expect, it } from "vitest";
import { compile } from "../../src/compile.js";
import type { Program } from "../../src/program/program.js";
import { compiled, strategyText } from "./shop.js";

function sound(text: string): Program {
  const { program, diagnostics } = compiled(text);
  if (!program) throw new Error(diagnostics.map(({ code, args }) => `${code} ${JSON.stringify(args)}`).join("; "));
  return program;
}

const codes = (text: string): string[] => compiled(text).diagnostics.map(({ code }) => code);
const user = strategyText("did pay ever");

describe("the project and its schema", () => {
  it("settles nothing and starts weeks on Monday unless it says otherwise", () => {
    expect(sound(user).project).toEqual({
      id: "shop",
      label: "商城",
      zone: "Asia/Shanghai",
      currency: "CNY",
      minor: 100,
      weekStarts: 1,
      settle: 0,
      locales: [],
    });
  });

  it("takes what it says", () => {
    const text = `project tea { time zone Asia/Tokyo currency JPY week starts Sunday settle after 10 minutes }
      user { id: text  home: time zone?  speaks: locale  phone: text? pii fixed  rate: percent  score: number  via: text source }
      event buy { price: JPY  note: text? "备注" pii }
      channel mail { cost 0.25 JPY }
      material hi for mail { ja title "{user.speaks}" }
      strategy s { when once at 2026-11-10 20:05  channel mail  benefit none  material hi }`;
    const { program } = compile([{ name: "tea.touch", text }]);
    expect(program?.project).toMatchObject({ currency: "JPY", minor: 1, weekStarts: 7, settle: 600_000 });
    expect(program?.user).toMatchObject({ id: 0, zone: 1, locale: 2, source: 6 });
    expect(program?.user.fields.map(({ type }) => type.is)).toEqual([
      "text",
      "zone",
      "locale",
      "text",
      "ratio",
      "number",
      "text",
    ]);
    expect(program?.user.fields[3]).toMatchObject({ optional: true, pii: true, fixed: true });
    expect(program?.events[0]?.fields[1]).toMatchObject({ id: "note", label: "备注", pii: true, optional: true });
    // 0.25 yen, in ten-thousandths of a yen.
    expect(program?.channels[0]?.cost).toBe(2_500);
    // 2026-11-10 is 20,767 days after 1970-01-01.
    expect(program?.strategies[0]?.when).toEqual({ is: "once", date: 20_767, minute: 1_205 });
    expect(program?.strategies[0]?.repeat).toEqual({ is: "never" });
  });

  it("treats names from JavaScript like any other", () => {
    const text = "event constructor { __proto__: text  toString: CNY }";
    const program = sound(`${text} ${strategyText('did constructor where __proto__ is "a" ever')}`);
    expect(program.events.at(-1)?.fields.map(({ id }) => id)).toEqual(["__proto__", "toString"]);
    expect(codes(strategyText("user.constructor is known"))).toEqual(["unknown-field"]);
    expect(codes(strategyText("has toString"))).toEqual(["unknown-tag"]);
    expect(codes(strategyText("hasOwnProperty is known"))).toEqual(["unknown-name"]);
  });
});

describe("channels, benefits and materials", () => {
  it("keep costs in ten-thousandths of a minor unit and benefits in minor units", () => {
    const program = sound(
      `channel mail { cost 0.0001 CNY } benefit coupon c { 0.5 CNY off valid 36 hours after issue } ${user}`,
    );
    expect(program.channels.map(({ cost }) => cost)).toEqual([0, 50_000, 100]);
    expect(program.channels[1]?.reach).toBeNull();
    const unlimited = { quantity: null, byChannel: [], perUser: null, budget: null };
    const coupon = (amount: number) => ({ value: { is: "coupon", amount }, face: amount, cost: amount * 10_000 });
    const points = { value: { is: "points", amount: 100 }, face: 0, cost: 0 };
    expect(program.benefits).toEqual([
      { id: "hp20", label: "耳机券", ...coupon(2_000), over: 20_000, valid: { unit: "day", n: 7 }, ...unlimited },
      { id: "p100", label: null, ...points, over: null, valid: null, ...unlimited },
      { id: "c", label: null, ...coupon(50), over: null, valid: { unit: "ms", n: 129_600_000 }, ...unlimited },
    ]);
  });

  it.each([
    ["channel mail { cost 0.000001 CNY }", []],
    ["channel mail { cost 0.0000001 CNY }", ["too-fine"]],
    ["channel mail { cost 1 points }", ["wrong-unit"]],
    ["channel mail { cost 1 USD }", ["not-project-currency"]],
    ["channel mail { reach if user.nickname }", ["not-a-test"]],
    ["benefit coupon c { 0.001 CNY off }", ["too-fine"]],
    ["benefit points p { 2.5 points }", ["not-whole"]],
    ["benefit points p { 10 points valid 0 days after issue }", ["bad-length"]],
    ['material m for mail { en title "Hi" }', ["unknown-channel"]],
    ["material m for push { en title \"{user.nickname if unknown 'friend'}\" }", []],
    ['material m for push { en title "{user.nickname if unknown 3}" }', ["type-mismatch"]],
    ['material m for push { en title "{count of pay ever}, {user.balance}" }', []],
    ['material m for push { en title "{average of pay.amount ever}" }', ["hole-may-be-unknown"]],
    ['material m for push { en title "{did pay ever}" }', ["not-a-value"]],
    ['material m for push { en title "{has payer}" }', ["not-a-value"]],
    ['material m for push { en title "{time since last pay if unknown 3 days}" }', ["hole-type"]],
    ['material m for push { en title "{benefit.over}" }', []],
    ['material m for push { en title "{benefit.amount + 1}" }', ["benefit-outside-material"]],
    ['material m for push { en title "{event.order_id}" }', []],
    ['material m for push { en title "{event.order}" }', ["unknown-field"]],
    ['material m for push { en title "{city}" }', ["write-as"]],
    [
      'material m for push { en title "a"  en title "b"  EN title "c" }',
      ["material-part-twice", "material-part-twice"],
    ],
    ["goal g = did pay where amount >= 20 CNY after touch", []],
    ["goal g = did pya after touch", ["unknown-event"]],
  ])("%s", (text, expected) => expect(codes(`${text}\n\n${user}`)).toEqual(expected));

  it("fill the holes of a message from facts, choices and the benefit", () => {
    const program = sound(`material m for push {
        zh-cn title "{user.nickname if unknown '朋友'}：{benefit.amount}，{user.gender if unknown female}"
        en title "{count of pay ever} orders"
      } ${user}`);
    const { texts } = program.materials.at(-1) as Program["materials"][number];
    expect(texts.map(({ locale }) => locale)).toEqual(["zh-CN", "en"]);
    expect(texts[0]?.parts[0]?.pieces.map((piece) => piece.is)).toEqual(["text", "words", "benefit", "words", "num"]);
    expect(texts[0]?.parts[0]?.pieces[4]).toMatchObject({ type: { is: "enum" }, value: { otherwise: { n: 1 } } });
    expect(texts[1]?.parts).toMatchObject([
      { id: "title", pieces: [{ is: "num", type: { is: "integer" } }, { text: " orders" }] },
    ]);
  });
});

describe("strategies", () => {
  const strategy = (clauses: string): string => `strategy t { ${clauses} }`;
  const rest = "channel push benefit none material hello";

  it("have a priority of 50 and no clauses unless they say so", () => {
    const [made] = sound(strategy(`when every Friday at 09:30 repeat after 2 weeks ${rest}`)).strategies;
    expect(made).toMatchObject({
      when: { is: "every", day: { is: "weekday", weekday: 5 }, minute: 570 },
      repeat: { is: "after", unit: "day", n: 14 },
      priority: 50,
      who: [],
      aim: null,
      set: null,
      point: null,
      purpose: "marketing",
      limit: null,
      holdout: null,
      split: null,
      goal: null,
      exclusive: [],
      sets: [],
      guards: [],
    });
    const offer = {
      steps: [{ wait: null, channels: [0], materials: [0], preferred: null }],
      benefit: null,
      unfunded: "refuse",
      send: { window: null, bestHour: null },
    };
    expect(made?.variants).toEqual([{ id: null, label: null, shares: [10_000], offer }]);
  });

  it("give materials in the order of their channels", () => {
    const text = strategy(
      "when every day at 10:00 repeat never channel sms then push benefit hp20 material hello, hello_sms goal paid within 1 month",
    );
    const [made] = sound(text).strategies;
    expect(made?.goal).toEqual({ of: 0, within: { unit: "month", n: 1 }, target: null });
    expect(made?.variants[0]?.offer).toMatchObject({ steps: [{ channels: [1, 0], materials: [1, 0] }], benefit: 0 });
  });

  it.each([
    [`when once at 2028-02-29 10:00 ${rest}`, []],
    [`when once at 2026-02-29 10:00 ${rest}`, ["bad-date"]],
    [`when every friday at 10:00 repeat never ${rest}`, ["unknown-weekday"]],
    [`when every day at 10:00 repeat after 0 days ${rest}`, ["bad-length"]],
    [`when every day at 10:00 repeat never priority 100 ${rest}`, []],
    [`when every day at 10:00 repeat never priority 101 ${rest}`, ["priority-range"]],
    [`when every day at 10:00 repeat never aim growth ${rest}`, ["unknown-aim"]],
    [`when every day at 10:00 repeat never goal paid within 0 days ${rest}`, ["bad-length"]],
    ["", ["strategy-needs", "strategy-needs", "strategy-needs", "strategy-needs"]],
  ])("%s", (clauses, expected) => expect(codes(strategy(clauses))).toEqual(expected));
});

describe("tags and lifecycles", () => {
  it("may use each other, but not themselves", () => {
    expect(codes(`tag fact a = has payer and buyer is churned \n${user}`)).toEqual([]);
    expect(codes(`tag fact a = has a \n${user}`)).toEqual(["circular-definition"]);
    expect(
      codes(`tag fact a = not (did pay ever and has b)\ntag fact b = has c\ntag fact c = has a \n${user}`),
    ).toEqual(["circular-definition"]);
    const lifecycle = "lifecycle l { stage one when has a otherwise two }";
    expect(codes(`${lifecycle}\ntag fact a = l is one of (two, one) \n${user}`)).toEqual(["circular-definition"]);
  });

  it("stand a chain as long as a project", () => {
    const tags = Array.from({ length: 5_000 }, (_, place) => `tag fact t${place} = has t${place + 1}`);
    expect(codes(`${tags.join("\n")}\ntag fact t5000 = did pay ever\n\n${user}`)).toEqual([]);
  });

  it("may be of any type, but a yes or no is written as a test", () => {
    expect(codes(`tag fact a = count of pay ever \n${user}`)).toEqual([]);
    expect(codes(`tag fact a = user.push_on \n${user}`)).toEqual(["not-a-test"]);
  });
});

describe("what follows from an earlier fault is not said again", () => {
  it("a field whose type is wrong is not reported where it is used", () => {
    expect(codes(`event o { x: txet } ${strategyText("did o where x is 3 ever and sum of o.x ever > 3")}`)).toEqual([
      "unknown-type",
    ]);
  });

  it("an error in a test does not make the tests after it unsure", () => {
    expect(codes(strategyText("user.incme is known and user.income >= 3 USD"))).toEqual(["unknown-field"]);
  });

  it("names that a broken declaration may have declared are believed, and units are still checked", () => {
    expect(codes(`event x { a b c d : }\n${strategyText("did y ever")}`)).not.toContain("unknown-event");
    expect(codes(`event x { a: : }\n${strategyText("user.balance >= 3 USD")}`)).toContain("currency-mismatch");
  });

  it("a missing user or project is said once", () => {
    const text = `channel push { cost 1 CNY } material hello for push { en title "{user.x}" } ${strategyText("user.y > 3 CNY")}`;
    const found = compile([{ name: "a.touch", text }]).diagnostics.map(({ code }) => code);
    expect(found).toEqual(["missing-project", "missing-user"]);
  });
});
