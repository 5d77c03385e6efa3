import type { Source } from "../../text/source.js";

/** The small project beside which the examples of all rules stand. */
export const beside: Source = {
  name: "project.touch",
  text: `project shop { time zone Asia/Shanghai  currency CNY }
user {
  id: text
  visits: integer
  push_on: boolean
}
event visit {}
event pay { amount: CNY }
channel push { reach if user.push_on is true }
channel sms { cost 0.05 CNY }
benefit coupon off20 { 20 CNY off over 200 CNY  valid 7 days after issue }
material hello for push { zh-CN title "你好" }
material hello_sms for sms { zh-CN body "你好" }
goal paid = did pay after touch
tag strategy vip valid 30 days
strategy thanks { when pay happens  channel push  benefit none  material hello }
`,
};
