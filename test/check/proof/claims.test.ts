import { describe, expect, it } from "vitest";
import { parse } from "../../../src/syntax/parse.js";
import { compiled } from "../shop.js";

const rest = "channel push  benefit none  material hello";

function codesOf(text: string): readonly string[] {
  return compiled(text, true).diagnostics.map(({ code }) => code);
}

const daily = (at: string, more: string, id = "s"): string =>
  `strategy ${id} { when every day at ${at}  repeat never  ${rest}  ${more} }`;

/** For each claim a project of which it holds, and one beside it of which it does not. */
const claims: readonly (readonly [code: string, held: string, open: string])[] = [
  [
    "idle-part",
    daily("10:00", "who user.visits > 5 and user.visits > 3"),
    daily("10:00", "who user.visits > 5 and user.visits < 9"),
  ],
  [
    "idle-part",
    daily("10:00", "who user.push_on is true or user.push_on is false"),
    daily("10:00", "who user.push_on is true or user.visits > 1"),
  ],
  // What is known is asked for so that a phrase after it may use the value.
  [
    "idle-part",
    daily("10:00", "who user.city is known and user.city is known"),
    daily("10:00", 'who user.city is known and user.city is "a"'),
  ],
  [
    "idle-part",
    `strategy s { when pay happens  who did pay ever  ${rest} }`,
    `strategy s { when pay happens  who did visit ever  ${rest} }`,
  ],
  [
    "dead-who",
    `strategy s { when user enters buyer.churned at 09:00  who did pay in the last 7 days  repeat never  ${rest} }`,
    `strategy s { when user enters buyer.churned at 09:00  who did pay in the last 90 days  repeat never  ${rest} }`,
  ],
  [
    "dead-who",
    `strategy s { when user leaves buyer.active  who did pay in the last 30 days  repeat never  ${rest} }`,
    `strategy s { when user enters buyer.active  who did pay in the last 7 days  repeat never  ${rest} }`,
  ],
  [
    "shadowed-stage",
    `lifecycle l { stage a when user.visits > 1 stage b when user.visits > 2 otherwise c } ${daily("10:00", "")}`,
    `lifecycle l { stage b when user.visits > 2 stage a when user.visits > 1 otherwise c } ${daily("10:00", "")}`,
  ],
  [
    "empty-variant",
    `strategy s { when pay happens  split salt "s" { 100% variant a { ${rest} } 0% variant b { none } } }`,
    `strategy s { when pay happens  split salt "s" { 100% was 50% variant a { ${rest} } 0% was 50% variant b { none } } }`,
  ],
  ["unreached-offer", daily("10:00", "who user.push_on is false"), daily("10:00", "who user.visits > 3")],
  [
    "never-sent",
    daily("07:30", "send between 08:00 and 22:00 else skip"),
    daily("08:00", "send between 08:00 and 22:00 else skip"),
  ],
  [
    "never-sent",
    daily("22:00", "send between 08:00 and 22:00 else skip"),
    daily("21:59", "send between 08:00 and 22:00 else skip"),
  ],
  [
    "never-sent",
    daily("22:00", "send between 08:00 and 22:00 else skip"),
    daily("22:00", "send between 08:00 and 22:00 else delay"),
  ],
  [
    "never-sent",
    `policy p { quiet hours from 21:00 to 09:00 else delay } ${daily("10:00", "send between 06:00 and 09:00 else delay")}`,
    `policy p { quiet hours from 21:00 to 09:00 else delay } ${daily("10:00", "send between 06:00 and 09:01 else delay")}`,
  ],
  [
    "late-step",
    "strategy s { when pay happens  channel push then sms after 25 hours if not opened  benefit none  material hello, hello_sms  goal paid within 24 hours }",
    "strategy s { when pay happens  channel push then sms after 23 hours if not opened  benefit none  material hello, hello_sms  goal paid within 24 hours }",
  ],
  [
    "late-step",
    "strategy s { when pay happens  channel push then sms after 200 hours if not opened  benefit hp20  material hello, hello_sms }",
    "strategy s { when pay happens  channel push then sms after 167 hours if not opened  benefit hp20  material hello, hello_sms }",
  ],
  [
    "quantity-over-budget",
    `benefit coupon half { 20 CNY off over 40 CNY  quantity 11  budget 219 CNY } ${daily("10:00", "")}`,
    `benefit coupon half { 20 CNY off over 40 CNY  quantity 11  budget 220 CNY } ${daily("10:00", "")}`,
  ],
  [
    "budget-left-over",
    `benefit coupon half { 20 CNY off over 40 CNY  quantity 11  budget 240 CNY } ${daily("10:00", "")}`,
    `benefit coupon half { 20 CNY off over 40 CNY  quantity 11  budget 239 CNY } ${daily("10:00", "")}`,
  ],
  [
    "own-tag",
    `tag strategy vip valid 30 days\n${daily("10:00", "who has vip  sets vip")}`,
    `tag strategy vip valid 30 days\n${daily("10:00", "who has vip  sets vip")} ${daily("10:00", "sets vip", "t")}`,
  ],
  [
    "beaten-priority",
    `${daily("09:00", "priority 40", "a")} ${daily("10:00", "priority 80  exclusive with a", "b")}`,
    `${daily("10:00", "priority 40", "a")} ${daily("10:00", "priority 80  exclusive with a", "b")}`,
  ],
];

describe("a claim is made where it holds, and not beside it", () => {
  it.each(claims)("%s", (code, held, open) => {
    expect(parse({ name: "a.touch", text: held }).diagnostics).toEqual([]);
    expect(codesOf(held)).toContain(code);
    expect(codesOf(open)).not.toContain(code);
  });
});

describe("of a strategy that reaches nobody", () => {
  it("only that is said", () => {
    expect(codesOf(daily("10:00", "who user.visits > 5 and user.visits > 3 and user.visits < 2"))).toEqual([
      "dead-who",
    ]);
  });
});

describe("leaving the proofs out", () => {
  it("gives the same program", () => {
    const text = daily("10:00", "who user.visits > 5 and did pay in the last 7 days");
    expect(JSON.stringify(compiled(text, false).program)).toBe(JSON.stringify(compiled(text, true).program));
  });
});
