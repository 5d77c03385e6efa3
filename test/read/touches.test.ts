import { describe, expect, it } from "vitest";
import { read } from "./catalogue.js";
import { surroundings } from "./offers.js";

/** One of each construct that says when, whether and with what a user is touched. */
const declarations = `channel popup "弹窗" { cost 0.5 CNY  quota 900 per week  limit title 20 characters }
material pop "窗" for popup { zh-CN title "{event.order_id}" }
material paid_sms "付款短信" for sms template "SMS_2041" { order = event.order_id  when = user.joined }
benefit lottery wheel "转盘" { prize 5% hp20  prize 95% p100  quantity 400  1 per user  salt "wheel" }
benefit referral bring "邀请" { giver hp20  friend p100 }
benefit coupon nine "九折" { 10% off up to 50 CNY  over 100 CNY  quantity 70  quantity 30 by sms  budget 800 CNY  cost 3 CNY  valid 3 days after issue }
policy rules "规则" {
  consent sms for marketing if user.agreed is true
  stop list if user.blocked is true
  personalise if user.agreed is true
  quiet hours from 22:00 to 08:00 else delay
  cap push, sms 3 in 7 days
  cap all 5 per week
  holdout 2% salt "all"
  best hour from pay, visit at least 6 times
}
strategy unpaid "待支付" {
  when order where amount > 20 CNY is not followed by pay with same order_id within 30 minutes
  who event.kind is phone
  limit 1 per event.order_id
  purpose service
  point checkout
  send between 09:00 and 21:00 else skip
  channel popup then sms after 4 hours if not opened
  benefit nine else none
  material pop, paid_sms
  exclusive with other for 3 days
  sets touched
  holdout 4% salt "own"
  stop if opt_out_rate > 7% after 1100 touches
}
set night "夜场" {
  who did visit ever
  when 3 days before user.lunar at 19:00
  repeat always
  channel preferred of (push, sms) with at least 8 receipts
  benefit none
  material hello, hello_sms
  holdout 6% salt "night"
  budget 5000 CNY
  case who has loyal strategy gold "金" { benefit wheel  send at best hour between 10:00 and 20:00 }
  otherwise strategy rest "其余" {
    channel push
    split salt "ab" { 40% was 50% variant a "甲" { benefit bring }  60% was 50% variant none "空" { none } }
  }
}
`;

const document = (text: string, language: "en" | "zh"): string =>
  read(surroundings + text, language)
    .tellings.map(({ sentence }) => sentence)
    .join("\n");

/** One change to each part of each clause that has a meaning of its own. */
const edits: readonly (readonly [piece: string, by: string])[] = [
  ["0.5 CNY", "0.6 CNY"],
  ["quota 900 per week", ""],
  ["900 per week", "901 per week"],
  ["900 per week", "900 per month"],
  ["limit title 20 characters", ""],
  ["20 characters", "21 characters"],
  ["title 20", "body 20"],
  ["{event.order_id}", "{event.kind}"],
  ["SMS_2041", "SMS_2042"],
  ["order = event.order_id ", "order = event.amount "],
  ["when = user.joined", ""],
  ["when = user.joined", "time = user.joined"],
  ["prize 5% hp20  prize 95%", "prize 6% hp20  prize 94%"],
  ["prize 95% p100", "prize 95% nine"],
  ["quantity 400", ""],
  ["1 per user", ""],
  ["1 per user", "2 per user"],
  ['salt "wheel"', 'salt "wheel2"'],
  ["giver hp20", "giver nine"],
  ["friend p100", "friend nine"],
  ["10% off", "11% off"],
  ["up to 50 CNY", "up to 51 CNY"],
  ["over 100 CNY", ""],
  ["quantity 70 ", "quantity 71 "],
  ["quantity 30 by sms", ""],
  ["30 by sms", "30 by push"],
  ["budget 800 CNY", "budget 801 CNY"],
  ["cost 3 CNY", "cost 4 CNY"],
  ["consent sms for marketing", "consent sms"],
  ["consent sms for marketing", "consent all for marketing"],
  ["for marketing", "for service"],
  ["stop list if user.blocked is true", ""],
  ["stop list if", "consent all if"],
  ["personalise if user.agreed is true", ""],
  ["22:00 to 08:00", "22:30 to 08:00"],
  ["22:00 to 08:00", "22:00 to 08:01"],
  ["else delay", "else skip"],
  ["cap push, sms 3", "cap push 3"],
  ["sms 3 in", "sms 0 in"],
  ["in 7 days", "in 7 hours"],
  ["in 7 days", "per day"],
  ["cap all 5 per week", ""],
  ["5 per week", "5 per month"],
  ['holdout 2% salt "all"', ""],
  ["holdout 2%", "holdout 3%"],
  ['salt "all"', 'salt "all2"'],
  ["best hour from pay, visit", "best hour from pay"],
  ["at least 6 times", "at least 7 times"],
  ["amount > 20 CNY is not", "amount > 21 CNY is not"],
  ["followed by pay", "followed by order"],
  ["with same order_id", ""],
  ["within 30 minutes", "within 31 minutes"],
  ["within 30 minutes", "within 30 hours"],
  ["event.kind is phone", "event.kind is camera"],
  ["limit 1 per event.order_id", ""],
  ["limit 1", "limit 2"],
  ["per event.order_id", "per event.kind"],
  ["purpose service", ""],
  ["point checkout", ""],
  ["09:00 and 21:00", "09:00 and 20:00"],
  ["else skip", "else delay"],
  ["send between 09:00 and 21:00 else skip", ""],
  ["popup then sms after 4 hours if not opened", "popup then sms"],
  ["after 4 hours", "after 5 hours"],
  ["not opened", "not clicked"],
  ["nine else none", "nine"],
  ["with other for 3 days", "with other"],
  ["with other for 3 days", "with sale for 3 days"],
  ["for 3 days", "for 4 days"],
  ["sets touched", ""],
  ["sets touched", "sets thanked"],
  ['holdout 4% salt "own"', ""],
  ["opt_out_rate", "failure_rate"],
  ["> 7% after", ">= 7% after"],
  ["> 7% after", "> 8% after"],
  ["after 1100 touches", ""],
  ["did visit ever", "did order ever"],
  ["3 days before", "3 days after"],
  ["user.lunar", "user.birthday"],
  ["19:00", "19:30"],
  ["preferred of (push, sms)", "preferred of (sms, push)"],
  ["at least 8 receipts", "at least 9 receipts"],
  ['holdout 6% salt "night"', ""],
  ["budget 5000 CNY", ""],
  ["case who has loyal strategy gold", "case who not has loyal strategy gold"],
  ["otherwise strategy rest", "strategy rest"],
  ["send at best hour between 10:00 and 20:00", ""],
  ["hour between 10:00 and 20:00", "hour"],
  ["10:00 and 20:00", "11:00 and 20:00"],
  ['salt "ab"', 'salt "abc"'],
  ["40% was 50% variant a", "40% was 45% variant a"],
  ["benefit bring", "benefit p100"],
  ['none "空" { none }', 'none "空" { }'],
  ['a "甲"', 'a "乙"'],
  ['variant a "甲"', 'variant b "甲"'],
];

describe("every part of when, how and with what a user is touched is heard", () => {
  const before = { en: document(declarations, "en"), zh: document(declarations, "zh") };

  it.each(edits)("%s becomes “%s”", (piece, by) => {
    expect(declarations).toContain(piece);
    const text = declarations
      .replace(piece, by)
      .replace("60% was 50%", piece === "40% was 50% variant a" ? "60% was 55%" : "60% was 50%");
    for (const language of ["en", "zh"] as const) expect(document(text, language)).not.toBe(before[language]);
  });
});
