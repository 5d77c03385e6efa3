import { describe, expect, it } from "vitest";
import { signTypes } from "../../src/check/expression/zodiac.js";
import { signs } from "../../src/calendar/sign.js";
import { readEn } from "../../src/read/wording/en.js";
import { readZh } from "../../src/read/wording/zh.js";
import { read } from "./catalogue.js";

const project = `project shop "商城" { time zone Asia/Shanghai  currency CNY  week starts Monday  settle after 10 minutes  product stage mature }
user {
  id: text
  nickname: text? "昵称"
  plan: one of (free "免费", gold "黄金") "会员等级"
  registered_at: instant "注册时间" fixed
  phone: text? pii
}
event pay "支付成功" { amount: CNY "金额"  gift: boolean "送礼" }
event visit "访问" { page: text? "页面" }
tag fact payer "付过款" = did pay ever
lifecycle buyer "买家" {
  stage churned "流失" when did visit ever and did not visit for 30 days
  stage growth "成长" when did pay ever
  otherwise intro "导入"
}
channel push "推送" { reach if user.phone is known  cost 0 CNY }
channel sms "短信" { cost 0.05 CNY }
benefit coupon hp20 "耳机券" { 20 CNY off over 200 CNY  valid 7 days after issue }
benefit points p100 "百分" { 100 points  valid 365 days after issue }
material hello for push { zh-CN title "{user.nickname if unknown '朋友'}，{benefit.amount}"  en title "Hello" }
material hello_sms for sms { zh-CN body "你好" }
goal paid "付款" = did pay where amount > 0 CNY after touch
process buying "购买" { visit then pay within 2 days then visit as back }
metric repeaters "复购率" north star =
  share of users who 2nd pay within 30 days after 1st pay among users who did pay ever scale 20%, 25% target 22%
metric arpu = sum of pay.amount in the last 30 days per user
metric basket = total of sum of pay.amount ever over total of count of pay ever
metric first_buy = median time from 1st visit to 1st pay better when lower scale 7 days
metric dau = daily active by visit
metric wau = weekly active by visit
metric bought = rate of buying from visit to pay in the last 30 days
line shop "门店" { lifecycle buyer  metric arpu, basket  metric dau into wau }
expect payer "付款人": visit on at least 3 days each week
cost { acquisition 12 CNY  upkeep 0.2 CNY per month  margin 30% }
strategy wake "唤醒" {
  aim revenue
  hypothesis "缺一个理由" testing
  when every Monday at 10:00
  who has payer
  repeat after 30 days
  channel push then sms
  benefit hp20
  material hello, hello_sms
  goal paid within 3 days
  priority 70
}
`;

const document = (text: string, language: "en" | "zh"): string =>
  read(text, language)
    .tellings.map(({ sentence }) => sentence)
    .join("\n");

/** One change to each part of each declaration that has a meaning of its own. */
const edits: readonly (readonly [piece: string, by: string])[] = [
  ["Asia/Shanghai", "Asia/Tokyo"],
  ["starts Monday", "starts Sunday"],
  ["after 10 minutes", "after 10 hours"],
  ["  settle after 10 minutes", ""],
  ["nickname: text?", "nickname: text"],
  ["instant", "date"],
  ["fixed", ""],
  ["pii", ""],
  ["pii", "source"],
  ['(free "免费", gold "黄金")', '(free "免费")'],
  ['"昵称"', '"小名"'],
  ["gift: boolean", "gift: integer"],
  ['{ page: text? "页面" }', "{ }"],
  ["= did pay ever", "= did not pay ever"],
  ["for 30 days", "in the last 30 days"],
  ["growth", "grown"],
  ["reach if user.phone is known ", ""],
  ["cost 0 CNY", "cost 0.01 CNY"],
  ["cost 0.05 CNY", ""],
  ["20 CNY off", "21 CNY off"],
  [" over 200 CNY", ""],
  ["valid 7 days", "valid 7 weeks"],
  ["  valid 365 days after issue", ""],
  ["100 points", "200 points"],
  ["朋友", "您"],
  ["{benefit.amount}", "{benefit.over}"],
  ["{benefit.amount}", "{benefit.expires_at}"],
  ["Hello", "Hi"],
  ['  en title "Hello"', ""],
  ["amount > 0 CNY", "amount >= 0 CNY"],
  ["aim revenue", "aim retention"],
  ["aim revenue", ""],
  ["every Monday", "every day"],
  ["every Monday", "every Tuesday"],
  ["at 10:00", "at 10:01"],
  ["every Monday at 10:00", "once at 2026-06-18 10:00"],
  ["who has payer", "who not has payer"],
  ["who has payer", ""],
  ["who has payer", "who buyer is growth"],
  ["repeat after 30 days", "repeat after 30 weeks"],
  ["repeat after 30 days", "repeat never"],
  ["repeat after 30 days", "repeat always"],
  ["push then sms", "sms then push"],
  ["benefit hp20", "benefit p100"],
  ["material hello,", "material other,"],
  ["goal paid within 3 days", ""],
  ["within 3 days", "within 3 hours"],
  ["priority 70", "priority 71"],
  ["priority 70", ""],
  ["product stage mature", ""],
  ["product stage mature", "product stage decline"],
  ["CNY after touch", "CNY after touch target 8%"],
  ["did pay where amount > 0 CNY after touch", "user enters buyer.growth"],
  [" north star", ""],
  ["2nd pay within 30 days", "2nd pay within 31 days"],
  [" among users who did pay ever", ""],
  ["scale 20%, 25%", "scale 25%"],
  ["scale 20%, 25%", "scale 20%, 24%"],
  [" target 22%", ""],
  ["sum of pay.amount in the last 30 days per user", "total of sum of pay.amount in the last 30 days"],
  [" over total of count of pay ever", ""],
  ["over total of count of pay ever", "over total of count of visit ever"],
  ["from 1st visit to 1st pay", "from 1st pay to 1st visit"],
  ["better when lower", ""],
  ["scale 7 days", "scale 168 hours"],
  ["daily active", "monthly active"],
  ["daily active by visit", "daily active by pay"],
  ["rate of buying from visit to pay", "rate of buying"],
  ["rate of buying from visit to pay", "rate of buying from pay to back"],
  ["lifecycle buyer  metric", "metric"],
  ["metric arpu, basket", "metric arpu"],
  ["dau into wau", "dau"],
  ["on at least 3 days each week", "on at least 3 days each month"],
  ["on at least 3 days each week", "at least 3 times each week"],
  ["acquisition 12 CNY", "acquisition 13 CNY"],
  ["CNY per month", "CNY per week"],
  ["  margin 30%", ""],
  ["testing", "verified"],
  ['  hypothesis "缺一个理由" testing', ""],
  ["缺一个理由", "缺时间"],
  ["within 3 days", "within 3 days target 10%"],
  ["goal paid within 3 days", "goal user enters buyer.growth within 3 days"],
  ["aim revenue", "aim ripen"],
  ["aim revenue", "aim retain buyer"],
  ["aim revenue", "aim retain buyer.growth"],
  ["aim revenue", "aim ripen buyer.growth"],
];

describe("every part of every declaration is heard", () => {
  const before = { en: document(project, "en"), zh: document(project, "zh") };

  it.each(edits)("%s becomes “%s”", (piece, by) => {
    expect(project).toContain(piece);
    const other = by.includes("other") ? 'material other for push { zh-CN title "别的" }' : "";
    const text = project.replace(piece, by).replace("strategy wake", `${other}\nstrategy wake`);
    const strategy = (language: "en" | "zh"): string => read(text, language).tellings.at(-1)?.sentence ?? "";
    for (const language of ["en", "zh"] as const) {
      expect(document(text, language)).not.toBe(before[language]);
      if (other !== "") expect(before[language]).not.toContain(strategy(language));
    }
  });

  it("a schedule names the user's own time only where users have one", () => {
    const own = project.replace("phone: text?", "home: time zone?  phone: text?");
    expect(document(own, "zh")).toContain("每周一 10:00（用户当地时间），");
    expect(document(project, "zh")).toContain("每周一 10:00（Asia/Shanghai 时间），");
    expect(document(own, "en")).toContain("Every Monday at 10:00 (the user's local time), ");
  });

  it("a label that could pass for another name, or for our own words, is not left alone", () => {
    const same = project
      .replace('event visit "访问"', 'event visit "支付成功"')
      .replace('"付过款"', '"甲」没有标签「乙"');
    expect(document(same, "zh")).toContain("标签「payer」：曾经有过「支付成功」（pay）。");
    expect(document(same, "en")).toContain("Tag “payer”: “支付成功” (pay) happened at some time.");
    const control = project.replace('"付过款"', '"a\\nb"');
    expect(document(control, "zh")).toContain("标签「payer」：");
  });

  it("signs of both zodiacs are named, in the order and with the labels that they have as choices", () => {
    for (const calendar of ["western", "chinese"] as const) {
      const { members } = signTypes[calendar];
      expect(members.map(({ id }) => id)).toEqual(signs[calendar]);
      expect(signs[calendar].map(readZh.sign)).toEqual(members.map(({ label }) => label));
      expect(new Set(signs[calendar].map(readEn.sign)).size).toBe(12);
    }
  });

  it("maps, processes, typed tags and how long events are kept are heard in every part", () => {
    const more = `map gift "礼物" { free: "糖"  gold: 酒 }
process top_up "充值" { visit then pay within 2 days then visit where page is "done" as done }
tag fact often "常去的页面" = most frequent of visit.page ever
event log "登录" kept 90 days { page: text }`;
    const base = `${project.replace('page: text? "页面"', 'page: text "页面"')}\n${more}`;
    const told = { en: document(base, "en"), zh: document(base, "zh") };
    for (const [piece, by] of [
      ["糖", "茶"],
      ["free:", "silver:"],
      ["gold: 酒", 'gold: "酒"'],
      ["within 2 days then", "then"],
      ["as done", "as finished"],
      ["most frequent of visit.page ever", "page of last visit"],
      ["kept 90 days", "kept 30 days"],
      [" kept 90 days", ""],
    ] as const) {
      expect(base).toContain(piece);
      const same = piece.startsWith("gold");
      for (const language of ["en", "zh"] as const)
        expect(document(base.replace(piece, by), language) === told[language], piece).toBe(same);
    }
    expect(told.zh).toContain("事件「登录」（log），只保留最近 90 天的数据，每次记录：\n  - page：文本");
    expect(told.zh).toContain("  3. 随后有「访问」（页面是“done”），这一步叫「done」");
    expect(told.en).toContain("  2. then “支付成功” within 2 days");
  });
});
