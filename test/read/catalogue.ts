import { compile } from "../../src/compile.js";
import type { Language } from "../../src/diagnostic/wording.js";
import type { Program } from "../../src/program/program.js";
import { readBack, type Telling } from "../../src/read/read.js";
import { parse } from "../../src/syntax/parse.js";

/** A schema with labels on most names, and without on some. */
export const schema = `project shop "商城" { time zone Asia/Shanghai  currency CNY  week starts Sunday }
user {
  id: text
  city: text? "城市"
  age: integer? "年龄"
  plan: one of (free "免费", gold "黄金") "会员等级"
  wallet: CNY? "余额"
  score: number?
  vip: boolean "会员"
  birthday: date? "生日"
  balance: points "积分余额"
  share: percent?
  registered: instant "注册时间"
  app: version "App 版本"
  lunar: lunar date? "农历生日"
}
event view "浏览商品" {
  kind: one of (headphones "耳机", phone "手机", camera) "品类"
  price: CNY "标价"
  page: text? "页面"
  day: date "日期"
}
event pay "支付成功" { amount: CNY "金额"  items: integer "件数"  gift: boolean "是否送礼"  coupon: text? "用掉的券" }
event signin { }
event order "下单" { order_id: text "订单号"  drink: text "饮品"  kind: one of (headphones "耳机", phone "手机", camera) "品类" }
event recharge_start "开始充值" { no: text "编号" }
event recharge_done "充值成功" { no: text "编号"  city: text? "城市" }
tag fact payer "付过款" = did pay ever
tag fact liked "最爱的品类" = most frequent of order.kind ever
tag fact drink "常点的饮品" = most frequent of order.drink ever
tag fact sign "星座" = zodiac of user.birthday
map upgrade "升级" { 美式: "冷萃"  "拿铁": "燕麦拿铁" }
map worth "价值" { headphones: 20 CNY  phone: 30 CNY }
process recharge "充值" { recharge_start then signin within 1 day then visit where page is "pw" as password within 30 minutes }
event visit "浏览页面" { page: text "页面" }
lifecycle buyer "买家" {
  stage churned "流失" when did view ever and did not view for 30 days
  stage growth "成长" when did pay ever
  otherwise intro "导入"
}
channel push "推送" { cost 0 CNY }
material hello for push { zh-CN title "你好" }
strategy any { when once at 2026-06-18 20:00  channel push  benefit none  material hello }
`;

export interface Read {
  readonly program: Program;
  readonly tellings: readonly Telling[];
}

/** Compiles a text and reads it back; throws if it does not compile, for then the test is at fault. */
export function read(text: string, language: Language): Read {
  const source = { name: "case.touch", text };
  const { program, diagnostics } = compile([source]);
  if (!program)
    throw new Error(`${diagnostics.map(({ code, args }) => `${code} ${JSON.stringify(args)}`).join("\n")}\n${text}`);
  return { program, tellings: readBack([parse(source).file], program, language) };
}

/** What a test means, said as the meaning of a tag. */
export function sentenceOf(phrase: string, language: Language): string {
  const { tellings } = read(`${schema}tag fact it = ${phrase}`, language);
  return (tellings.at(-1)?.sentence ?? "").replace(/^(?:标签「it」：|Tag “it”: )/, "");
}
