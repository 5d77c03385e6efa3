import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { confusions, type Heard } from "./distinct.js";
import { offerFamily, offerFamilyHeard, offerHeard } from "./distinct-offers.js";

const families = 45;

const strategy = (clauses: string): string =>
  `strategy it { ${/\bwhen /.test(clauses) ? "" : "when every day at 10:00"} repeat always
  ${/\bchannel /.test(clauses) ? "" : "channel push  material hello"} ${/\bbenefit /.test(clauses) ? "" : "benefit none"} ${clauses} }`;

/** What random declarations seldom come to: almost the same words. */
const near = [
  ...[
    "when view happens",
    "when visit happens",
    "when view is not followed by pay within 3 days",
    "when view is not followed by pay with same ref within 3 days",
    "when 3 days after 1st pay",
    "when 3 days after 2nd pay",
    "when user enters loyal at 10:00",
    "when user leaves loyal at 10:00",
    "when user enters loyal",
    "when user enters keen",
    "when user enters buyer.asleep",
    "when user enters buyer.awake",
    "when 3 days before user.birthday at 10:00",
    "when 3 days after user.birthday at 10:00",
    "when 3 days before user.first_day at 10:00",
    "when trip stalls at finish for 3 days",
    "when trip stalls at middle for 3 days",
    "when trip2 stalls at pay for 3 days",
    "when every month on day 15 at 10:00",
    "when every month on the last day at 10:00",
    "when every workday at 10:00",
    "when every makeup workday at 10:00",
    "channel push then sms  material hello, hello_sms",
    "channel sms then push  material hello, hello_sms",
    "channel push then sms after 4 hours if not opened  material hello, hello_sms",
    "channel push then sms after 4 hours if not clicked  material hello, hello_sms",
    "channel push then sms after 5 hours if not clicked  material hello, hello_sms",
    "channel preferred of (push, sms)  material hello, hello_sms",
    "send between 08:00 and 22:00 else skip",
    "send between 08:00 and 22:00 else delay",
    "benefit hp20",
    "benefit hp20 else none",
    "purpose service",
    "purpose marketing",
    "exclusive with alpha",
    "exclusive with beta",
    "exclusive with alpha for 7 days",
    "stop if opt_out_rate > 2%",
    "stop if opt_out_rate < 2%",
    'holdout 5% salt "a"',
    'holdout 5% salt "b"',
    'split salt "a" { 50% variant va { benefit hp20 } 50% variant vb { none } }',
    'split salt "a" { 50% variant va { none } 50% variant vb { benefit hp20 } }',
    'split salt "a" { 50% was 40% variant va { benefit hp20 } 50% was 60% variant vb { none } }',
  ].map(strategy),
  ...[
    "consent sms for marketing if user.vip is true",
    "consent sms for service if user.vip is true",
    "consent sms if user.vip is true",
    "consent all if user.vip is true",
    "stop list if user.vip is true",
    "personalise if user.vip is true",
    "quiet hours from 22:00 to 08:00 else skip",
    "quiet hours from 22:00 to 08:00 else delay",
    "cap push, sms 2 per day",
    "cap push 2 per day",
    "cap all 2 per day",
    "cap all 2 in 1 day",
    "cap all 2 per week",
  ].map((rule) => `policy it { ${rule} }`),
  "benefit gift it { worth 10 CNY }",
  "benefit privilege it { worth 10 CNY }",
  "benefit check_in it { worth 10 CNY }",
  "benefit free_order it { free order up to 10 CNY }",
  "benefit coupon it { 10 CNY off }",
  "benefit coupon it { 20% off up to 10 CNY }",
  "benefit coupon it { 20 CNY off  quantity 10 }",
  "benefit coupon it { 20 CNY off  10 per user }",
  "benefit coupon it { 20 CNY off  cost 10 CNY }",
  "benefit coupon it { 20 CNY off  budget 10 CNY }",
  "benefit coupon it { 20 CNY off  quantity 10  quantity 3 by push }",
  "benefit coupon it { 20 CNY off  quantity 10  quantity 3 by sms }",
  "benefit referral it { giver hp20  friend p100 }",
  "benefit referral it { giver p100  friend hp20 }",
  "channel it { cost 0 CNY  quota 9 per day }",
  "channel it { cost 0 CNY  quota 9 per week }",
  "tag strategy it",
  "tag strategy it valid 30 days",
];
let all: readonly Heard[] = [];

beforeAll(() => {
  const random = fc.sample(offerFamily, { numRuns: families, seed: 618 }).flatMap(offerFamilyHeard);
  all = [...random, ...near.map((each) => offerHeard(each) as Heard)];
});

describe("the read-back of strategies, sets, policies and benefits", () => {
  it("is heard of each of those that are almost alike", () => {
    expect(near.filter((each) => offerHeard(each) === null)).toEqual([]);
  });

  it("never says two of different meaning alike, in either language", () => {
    expect(confusions(all)).toEqual([]);
  });

  it("is heard of many declarations, most of them near another", () => {
    expect(all.length).toBeGreaterThan(3 * families + near.length);
    expect(new Set(all.map(({ meaning }) => meaning)).size).toBeGreaterThan(3 * families);
  });

  // Whoever does not hear a part of the sentences confuses some: the law above can fail, and needs every such part.
  it.each([
    ["numbers", /\d+/g],
    ["the sides of a date", /before|after|[前后]/g],
    ["which way a state changes", /comes|ceases|进入|离开|获得|失去|刚/g],
    ["what must be the same", / with the same \S+|同一\S+?的/g],
    ["outcomes", /opened|clicked|delivered|打开|点击|送达/g],
    [
      "what becomes of what is late",
      /is not sent|waits until \w+( are over)?|就不发|就顺延到时段开始再发|的不发|的顺延到结束后再发/g,
    ],
    ["purposes", /marketing|service|营销|服务/g],
    ["the ids beside labels", /（\w+）|\(\w+\)/g],
    [
      "what comes where there is no benefit",
      /; where there is none left to give, reach the user without it|；发完或超出限额时照样触达，只是不发权益/g,
    ],
    ["salts", /salt "\w+"|随机盐“\w+”/g],
    ["earlier shares", / ?\(at first[^)]*\)|（此前[^）]*）| (?=进入)/g],
    ["the kind of a benefit", /gift|privilege|礼品|特权/gi],
    [
      "how a cap's window is counted",
      /a day|a week[^)]*\)|in any \d+ \w+( in a row)?|每天|每周（周一起）|任意(连续) \d+ 天内/g,
    ],
  ])("would be ambiguous without %s", (_, deaf) => {
    const dull = all.map((each) => ({ ...each, en: each.en.replace(deaf, ""), zh: each.zh.replace(deaf, "") }));
    const languages = new Set(confusions(dull).map(({ language }) => language));
    expect([...languages].sort()).toEqual(["en", "zh"]);
  });
});
