import { read } from "./catalogue.js";

/** A project with something of each kind for strategies to name. */
export const surroundings = `project shop "商城" { time zone Asia/Shanghai  currency CNY  week starts Sunday  calendar china }
user {
  id: text
  birthday: date? "生日"
  joined: instant "加入时间" fixed
  lunar: lunar date? "农历生日"
  app: version? "App 版本"
  agreed: boolean "同意营销"
  blocked: boolean
}
event visit "访问" { page: text "页面" }
event order "下单" { order_id: text "订单号"  amount: CNY "金额"  kind: one of (phone "手机", camera) "品类" }
event pay "支付成功" { order_id: text "订单号"  amount: CNY? "金额" }
process recharge "充值" { visit then order then pay as done }
tag fact loyal "老客" = did pay at least 3 times ever
tag strategy touched "触达过" valid 30 days
tag strategy thanked
lifecycle buyer "买家" { stage dormant "休眠" when did pay ever and did not pay for 30 days  otherwise other "其他" }
point checkout "结算页"
channel push "推送" { reach if user.app is known  cost 0 CNY }
channel sms "短信" { cost 0.05 CNY }
channel mail "邮件" { cost 0 CNY }
benefit coupon hp20 "耳机券" { 20 CNY off over 200 CNY  valid 7 days after issue }
benefit points p100 "百分" { 100 points }
material hello "问候" for push { zh-CN title "你好" }
material hello_sms for sms { zh-CN body "你好" }
material hello_mail for mail { zh-CN body "你好" }
goal paid "付款" = did pay after touch
strategy other "另一条" {
  when every day at 08:00  repeat never  channel push then sms then mail  benefit none  material hello, hello_sms, hello_mail
}
set sale "大促" { when once at 2026-11-10 20:00  channel push  benefit none  material hello }
`;

/** What a strategy says where a case says nothing else. */
const usual: ReadonlyMap<string, string> = new Map([
  ["when", "when every day at 10:00"],
  ["repeat", "repeat always"],
  ["channel", "channel push"],
  ["benefit", "benefit none"],
]);

const materials: ReadonlyMap<string, string> = new Map([
  ["push", "hello"],
  ["sms", "hello_sms"],
  ["mail", "hello_mail"],
]);

/** A strategy with these clauses in place of its usual ones. */
export function strategyWith(clauses: readonly string[]): string {
  const words = new Set(clauses.map((clause) => clause.split(" ")[0] ?? ""));
  const rest = [...usual].flatMap(([word, clause]) => (words.has(word) ? [] : [clause]));
  const all = [...clauses, ...rest];
  const named = [...materials].flatMap(([channel, material]) =>
    all.some((clause) => new RegExp(`\\b${channel}\\b`).test(clause)) ? [material] : [],
  );
  return `strategy it {\n${[...all, `material ${named.join(", ")}`].join("\n")}\n}`;
}

/** The last declaration of a text that stands in the surroundings, told. */
export function toldIn(text: string, language: "en" | "zh"): string {
  return read(`${surroundings}${text}`, language).tellings.at(-1)?.sentence ?? "";
}

/** What is said of a strategy that is not said of the usual one. */
export function linesOf(clauses: readonly string[], language: "en" | "zh"): string {
  const plain = new Set(toldIn(strategyWith([]), language).split("\n"));
  const lines = toldIn(strategyWith(clauses), language).split("\n");
  return lines.filter((line) => !plain.has(line)).join("\n");
}
