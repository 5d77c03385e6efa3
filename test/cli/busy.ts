/** A project in which every gate has something to say, and 24 users `u1` … `u24` in it. */
export const busyStrategies = `project busy "忙碌商城" { time zone Asia/Shanghai  currency CNY  locales zh-CN, en  calendar china }
user {
  id: text
  nickname: text? pii "昵称"
  phone: text? pii
  push_on: boolean
  sms_ok: boolean
  personal_ok: boolean
  stopped: boolean
}
event visit "访问" { page: text }
event order "下单" { order_id: text  receiver: text pii  amount: CNY }
event pay "支付" { order_id: text  amount: CNY }

channel push "推送" { reach if user.push_on is true  limit title 20 characters  cost 0 CNY }
channel sms "短信" { reach if user.phone is known  quota 3 per day  cost 0.05 CNY }

policy rules "触达规则" {
  consent sms for marketing if user.sms_ok is true
  stop list if user.stopped is true
  personalise if user.personal_ok is true
  quiet hours from 22:00 to 08:00 else delay
  cap sms 1 per day
  cap all 2 in 7 days
  holdout 10% salt "everybody"
  best hour from pay at least 3 times
}

tag strategy woken "唤醒过" valid 7 days
lifecycle reader "读者" {
  stage asleep "沉睡" when did visit ever and did not visit for 7 days
  otherwise awake "活跃"
}

benefit coupon off20 "满减" { 20 CNY off over 200 CNY  quantity 4  1 per user  valid 7 days after issue }
benefit points p100 "百分" { 100 points }
benefit gift mug "马克杯" { worth 39 CNY  cost 12 CNY }
material hello for push {
  zh-CN title "{user.nickname if unknown '朋友'}，好久不见"
  en title "Welcome back, {user.nickname if unknown 'friend'}"
}
material hello_sms for sms {
  zh-CN body "立减 {benefit.amount}"
  en body "{benefit.amount} off"
}
material plain_sms for sms {
  zh-CN body "回来看看"
  en body "Come back"
}
material gift_push for push {
  zh-CN title "送你 {benefit.amount}"
  en title "{benefit.amount} for you"
}
material gift_sms for sms {
  zh-CN body "送你 {benefit.amount}"
  en body "{benefit.amount} for you"
}
material pay_push for push {
  zh-CN title "订单 {event.amount} 还没付"
  en title "Your order of {event.amount}"
}
material plain_push for push {
  zh-CN title "回来看看"
  en title "Come back"
}

strategy wake "唤醒" {
  when every day at 10:00
  who did pay ever
  repeat after 3 days
  channel push then sms after 4 hours if not opened
  benefit off20
  material hello, hello_sms
  sets woken
  priority 80
}

strategy gifts "送什么" {
  when every day at 12:00
  who did visit ever
  repeat always
  channel preferred of (push, sms) with at least 2 receipts
  exclusive with wake for 2 days
  send at best hour between 09:00 and 21:00
  split salt "gifts" {
    40% variant coupon "满减" {
      benefit off20 else none
      material hello, plain_sms
    }
    40% variant points "积分" {
      benefit p100
      material gift_push, gift_sms
    }
    20% variant control "对照" { none }
  }
}

strategy unpaid "待支付提醒" {
  purpose service
  when order is not followed by pay with same order_id within 30 minutes
  limit 1 per event.order_id
  send between 09:00 and 21:00 else delay
  channel push
  benefit none
  material pay_push
}

strategy thanks "谢谢" {
  when order happens
  who not (event.receiver is "nobody")
  limit 1 per event.receiver
  channel push
  benefit none
  material plain_push
}

strategy at_night "夜里" {
  when visit happens
  send between 21:00 and 23:00 else skip
  channel push
  benefit none
  material plain_push
}

strategy asleep "沉睡提醒" {
  when user enters reader.asleep at 23:00
  channel push
  benefit none
  material plain_push
}

set d11 "双十一" {
  when every day at 18:00
  repeat always
  channel push
  holdout 20% salt "d11"
  budget 24 CNY
  case who sum of pay.amount ever >= 100 CNY strategy d11_vip "高价值" {
    benefit mug
    material plain_push
  }
  otherwise strategy d11_rest "其他人" {
    benefit none
    material plain_push
  }
}
`;

const mapping = `files:
  users: users.csv
  acts: acts.csv
profiles: { from: users, id: id }
events:
  visit: { from: SELECT * FROM acts WHERE kind = 'visit', id: act, user: user_id, occurred_at: at }
  order: { from: SELECT * FROM acts WHERE kind = 'order', id: act, user: user_id, occurred_at: at }
  pay: { from: SELECT * FROM acts WHERE kind = 'pay', id: act, user: user_id, occurred_at: at }
`;

/** All personal data holds it: it must never be told. */
export const canary = "CANARY";

/** Everybody visits, two of three pay; `u5` wants no push, `u6` is on the stop list, `u7` wants nothing personal. */
function users(): string {
  const rows = Array.from({ length: 24 }, (_, at) => {
    const n = at + 1;
    const phone = n % 4 === 0 ? "" : `${canary}-${n}`;
    return `u${n},${canary} ${n},${phone},${n !== 5},${n % 5 !== 0},${n !== 7},${n === 6}`;
  });
  return `id,nickname,phone,push_on,sms_ok,personal_ok,stopped\n${rows.join("\n")}\n`;
}

function acts(): string {
  const rows: string[] = [];
  const act = (kind: string, n: number, at: string, amount = ""): void => {
    rows.push(`${kind}${rows.length},u${n},${kind},${at}+08:00,o${n},${canary} ${n},${amount},/`);
  };
  for (let n = 1; n <= 24; n++) {
    act("visit", n, n % 6 === 0 ? "2026-06-10T09:00:00" : "2026-06-16T09:00:00");
    if (n % 3 !== 0) act("pay", n, "2026-06-01T15:20:00", `${n * 10}.00`);
  }
  for (const hour of [15, 15, 15]) act("pay", 2, `2026-06-05T${hour}:40:00`, "1.00");
  act("visit", 9, "2026-06-18T22:30:00");
  act("order", 3, "2026-06-17T23:40:00", "88.00");
  act("order", 2, "2026-06-18T10:10:00", "66.00");
  act("pay", 2, "2026-06-18T10:20:00", "66.00");
  act("order", 14, "2026-06-18T11:10:00", "12.00");
  act("pay", 14, "2026-06-18T11:20:00", "12.00");
  return `act,user_id,kind,at,order_id,receiver,amount,page\n${rows.join("\n")}\n`;
}

/** A day in which everything falls due once: from midnight to midnight in Shanghai. */
export const since = "2026-06-18T00:00:00+08:00";
export const until = "2026-06-19T00:00:00+08:00";

/** The files of the project. */
export const busyFiles = {
  "busy.touch": busyStrategies,
  "data.yaml": mapping,
  "users.csv": users(),
  "acts.csv": acts(),
};
