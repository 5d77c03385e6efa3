import { describe, expect, it } from "vitest";
import { codesOf, compiled, strategyText } from "./shop.js";

const unsure = ["may-be-unknown"];

/** The codes that one `who` gives in the project of the cases with more declarations. */
function codes(more: string, who: string): string[] {
  return compiled(`${more}\n${strategyText(who)}`).diagnostics.map(({ code }) => code);
}

describe("the n-th event is known where n are established", () => {
  const second = "amount of 2nd pay > 3 CNY";
  it.each([
    [second, unsure],
    [`did pay ever and ${second}`, unsure],
    [`did pay at least 2 times ever and ${second}`, []],
    [`did pay at least 3 times in the last 7 days and ${second}`, []],
    [`did pay exactly 2 times ever and ${second}`, []],
    [`did pay between 2 and 3 times ever and ${second}`, []],
    [`did pay between 1 and 3 times ever and ${second}`, unsure],
    [`did pay on at least 2 days in the last 30 days and ${second}`, []],
    [`did pay on 2 consecutive days ending today and ${second}`, []],
    [`count of pay ever >= 2 and ${second}`, []],
    [`count of pay ever > 1 and ${second}`, []],
    [`count of pay ever > 1.5 and ${second}`, []],
    [`count of pay ever is 2 and ${second}`, []],
    [`1 < count of pay ever and ${second}`, []],
    [`not (count of pay ever < 2) and ${second}`, []],
    [`count of pay ever < 2 or ${second}`, []],
    [`count of pay ever >= 1 and ${second}`, unsure],
    [`count of pay ever is not 1 and ${second}`, unsure],
    [`count of pay ever is not 0 and ${second}`, unsure],
    [`sum of pay.amount ever >= 200 CNY and ${second}`, unsure],
    [`count of distinct pay.category ever >= 2 and ${second}`, []],
    [`count of days with pay in the last 7 days >= 2 and ${second}`, []],
    [`2nd pay was in the last 7 days and ${second}`, []],
    [`3rd pay within 7 days after 1st pay and ${second}`, []],
    [`last pay was in the last 7 days and ${second}`, unsure],
    [`not (2nd pay was in the last 7 days) and ${second}`, unsure],
    [`did sequence ever { pay then visit then pay } and ${second}`, []],
    [`did sequence ever { pay then no pay } and ${second}`, unsure],
    [`did sequence ever { pay where amount > 3 CNY then pay } and ${second}`, []],
    [`did not sequence ever { pay then pay } or ${second}`, []],
    [`did pay at least 2 times ever without visit and ${second}`, []],
    [`not (did pay at least 2 times ever without visit) or ${second}`, []],
    [`did not pay at least 2 times ever or ${second}`, []],
    // What did not happen beside a moment may simply not have come to an end.
    [`did not pay at least 2 times since user.registered_at or ${second}`, unsure],
    [`did not pay within 3 days after user.registered_at or amount of last pay > 3 CNY`, unsure],
    [`not (did pay at least 2 times since user.registered_at) or ${second}`, []],
    // Of others, or of fewer:
    [`did visit at least 2 times ever and ${second}`, unsure],
    [`did pay where items > 1 at least 2 times ever and ${second}`, []],
    ["did pay at least 2 times ever and amount of 2nd pay where items > 1 > 3 CNY", unsure],
    ["did pay where items > 1 at least 2 times ever and amount of 2nd pay where items > 1 > 3 CNY", []],
    ["did pay ever and amount of last pay > 3 CNY", []],
    ["did pay ever and amount of 1st pay > 3 CNY", []],
    ['did pay ever and coupon_id of last pay is "c"', unsure],
    ['coupon_id of last pay is known and coupon_id of last pay is "c"', []],
    ["did pay ever and time since 2nd pay > 3 days", unsure],
    ["did pay at least 2 times ever and time since 2nd pay > 3 days", []],
    ["time since 2nd pay is known and amount of 2nd pay > 3 CNY", []],
  ])("%s", (who, expected) => expect(codesOf(who)).toEqual(expected));
});

describe("the user's fields, where an event is looked at", () => {
  it.each([
    ["did visit where page is user.city ever", unsure],
    ["user.city is known and did visit where page is user.city ever", []],
    ["did visit where page is user.city ever and user.city is known", unsure],
    ["user.city is not known or did visit where page is user.city ever", []],
    ['did visit where page is user.city if unknown "" ever', []],
    ["did visit where (user.city is known and page is user.city) ever", []],
    ["did visit where (user.city is known or page is user.city) ever", unsure],
    ["user.city is known and did not visit where page is user.city ever", []],
    ["user.city is known and count of visit where page is user.city ever > 1", []],
    ["user.city is known and last visit where page is user.city was today", []],
    ["user.city is known and did sequence ever { visit where page is user.city then pay }", []],
    ["did sequence ever { visit where page is user.city then pay }", unsure],
    ["did pay where items > user.visits ever", []],
    ["did pay where amount / user.visits > 1 CNY ever", ["may-divide-by-zero"]],
    ["user.visits > 0 and did pay where amount / user.visits > 1 CNY ever", []],
    ["did pay where amount > user.income ever", ["currency-mismatch"]],
    ["did pay where page is user.city ever", ["unknown-field"]],
    ["did visit where user.cty is known ever", ["unknown-field"]],
    // A field of the event that has the place of a known field of the user is not known by that.
    ['user.nickname is known and did pay where coupon_id is "c" ever', unsure],
  ])("%s", (who, expected) => expect(codesOf(who)).toEqual(expected));
});

describe("tags of any type, maps and signs", () => {
  const tags = [
    "tag fact favourite = most frequent of pay.category ever",
    "tag fact orders = count of pay ever",
    "tag fact silence = time since last pay",
    "tag fact town = user.city",
    'tag fact safe = user.city if unknown ""',
    "map upgrade { headphones: amp  phone: tablet  camera: lens }",
    "map partly { phone: tablet }",
    "map price { phone: 20 CNY  camera: 15.5 CNY }",
  ].join("\n");
  it.each([
    ["favourite is phone", unsure],
    ["favourite is known and favourite is phone", []],
    ["did pay ever and most frequent of pay.category ever is phone", []],
    ["favourite is fone", ["unknown-member"]],
    ["favourite if unknown phone is phone", []],
    ["orders >= 2 and amount of 2nd pay > 3 CNY", []],
    ["orders >= 1 and amount of 2nd pay > 3 CNY", unsure],
    ["orders / 2 > 50%", []],
    ["silence > 3 days", unsure],
    ["did pay ever and silence > 3 days", []],
    ["silence is known and silence > 3 hours", []],
    ["silence if unknown 9 days > 3 days", []],
    ["silence > 3", ["needs-unit"]],
    ['town is "a"', unsure],
    ['town is known and town is "a"', []],
    ['user.city is known and town is "a"', []],
    ['safe is "a"', []],
    ["has favourite", ["tag-not-boolean"]],
    ["favourite", ["not-a-test"]],
    ["payer", ["write-as"]],
    ["did pay where category is favourite ever", ["unknown-member"]],
    ['upgrade of favourite is "amp"', unsure],
    ['favourite is known and upgrade of favourite is "amp"', []],
    ['favourite is known and partly of favourite is "tablet"', unsure],
    ['partly of favourite is known and partly of favourite is "tablet"', []],
    ["partly of favourite is known and favourite is phone", []],
    ["favourite is known and upgrade of favourite is amp", ["member-for-text"]],
    ["price of favourite if unknown 0 CNY > 3 CNY", []],
    ["price of favourite if unknown 0 > 3 CNY", ["needs-unit"]],
    ['did pay where upgrade of category is "amp" ever', []],
    ["did pay where price of category > 3 CNY ever", unsure],
    ['upgrade of user.visits is "a"', ["map-operand"]],
    ['upgrade of user.gender if unknown "" is "a"', ["map-key-unknown", "map-key-unknown", "map-key-unknown"]],
    ["zodiac of user.birthday is leo", unsure],
    ["user.birthday is known and zodiac of user.birthday is leo", []],
    ["zodiac of user.birthday is known and user.birthday < 2000-01-01", []],
    ["user.birthday is known and chinese zodiac of user.birthday is dragon", unsure],
    ["chinese zodiac of user.birthday is known and chinese zodiac of user.birthday is dragon", []],
    ["chinese zodiac of user.birthday is known and zodiac of user.birthday is leo", []],
    ["user.birthday is known and zodiac of user.birthday is dragon", ["unknown-member"]],
  ])("%s", (who, expected) => expect(codes(tags, who)).toEqual(expected));

  it("a tag may build on tags, in whatever order they are declared", () => {
    const text = "tag fact second = first * 2\ntag fact first = count of pay ever\ntag fact third = second > 3";
    expect(codes(text, "has third and second > 1")).toEqual([]);
  });

  it("a tag in a circle is refused once, and a choice of its name is none", () => {
    expect(codes("tag fact a = b + 1\ntag fact b = a + 1", "a > 1")).toEqual(["circular-definition"]);
    expect(codes("tag fact a = has a", "has a")).toEqual(["circular-definition"]);
    expect(codes("tag fact phone = count of pay where category is phone ever", "phone > 1")).toEqual([]);
    expect(codes("tag fact phone = most frequent of pay.category ever if unknown phone", "phone is phone")).toEqual([]);
  });

  it("a chain of tags may be as long as a project, and so may a circle", () => {
    const chain = Array.from({ length: 3_000 }, (_, at) => `tag fact t${at} = t${at + 1} + 1`);
    expect(codes([...chain, "tag fact t3000 = count of pay ever"].join("\n"), "t0 > 1")).toEqual([]);
    const circle = [...chain, "tag fact t3000 = t0 + 1"].join("\n");
    expect(new Set(codes(circle, "t0 > 1"))).toEqual(new Set(["circular-definition"]));
  });
});

describe("a hole shows a value of any type, or a text where it is unknown", () => {
  const piece = (hole: string): unknown => {
    const { program, diagnostics } = compiled(
      `material m for push { en title "${hole}" }\n${strategyText("did pay ever").replace("material hello", "material m")}`,
    );
    return program ? program.materials.at(-1)?.texts[0]?.parts[0]?.pieces[0] : diagnostics.map(({ code }) => code);
  };
  it.each([
    ["{most frequent of pay.category ever if unknown '咖啡'}", { is: "num", otherwise: "咖啡" }],
    ["{user.birthday if unknown 'soon'}", { is: "num", otherwise: "soon" }],
    ["{user.gender if unknown 'male'}", { is: "num", otherwise: "male" }],
    ["{user.gender if unknown male}", { is: "num", otherwise: null }],
    ["{amount of last pay if unknown 'nothing'}", { is: "num", otherwise: "nothing" }],
    ["{user.visits}", { is: "num", otherwise: null }],
    ["{user.nickname if unknown 'friend'}", { is: "text" }],
    ["{user.birthday}", ["hole-may-be-unknown"]],
    ["{time since last pay if unknown 'long'}", ["hole-type"]],
    ["{user.push_on if unknown 'x'}", ["hole-type"]],
  ])("%s", (hole, expected) =>
    Array.isArray(expected) ? expect(piece(hole)).toEqual(expected) : expect(piece(hole)).toMatchObject(expected),
  );
});
