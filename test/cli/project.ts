import { folder } from "../host/folder.js";

/** A small project that is right in every way: tests change one thing of it. */
export const schema = `project shop "商城" { time zone Asia/Shanghai  currency CNY }
user {
  id: text
  nickname: text? "昵称"
  city: one of (beijing "北京", shanghai "上海")?
  phone: text? pii
}
event pay "支付" { amount: CNY  category: one of (phone "手机", camera "相机") }
`;

export const strategies = `tag fact payer "付过款" = did pay ever
channel push "推送" { cost 0 CNY }
channel sms "短信" { reach if user.phone is known  cost 0.05 CNY }
benefit coupon off20 "满减" { 20 CNY off over 200 CNY  valid 7 days after issue }
material hello for push { zh-CN title "{user.nickname if unknown '朋友'}，好久不见" }
material hello_sms for sms { zh-CN body "立减 {benefit.amount}" }
strategy wake "唤醒" {
  when every day at 10:00
  who has payer
    and did not pay for 7 days
    and sum of pay.amount in the last 90 days >= 100 CNY
  repeat after 30 days
  channel push then sms
  benefit off20
  material hello, hello_sms
}
`;

export const mapping = `files:
  users: users.csv
  pays: pays.csv
profiles:
  from: users
  id: id
events:
  pay:
    from: pays
    id: pay_id
    user: user_id
    occurred_at: at
`;

export const users = `id,nickname,city,phone
a,Anna,beijing,13800000001
b,,shanghai,
c,小陈,,13800000003
`;

export const pays = `pay_id,user_id,at,amount,category
p1,a,2026-06-01T10:00:00+08:00,150.00,phone
p2,b,2026-06-02T10:00:00+08:00,99.50,camera
p3,c,2026-06-17T10:00:00+08:00,300.00,phone
`;

/** When the project above is planned: 10:00 in Shanghai on 18 June 2026 falls due. */
export const until = "2026-06-18T12:00:00+08:00";

/** The files of the project with some replaced, added or (with `null`) removed. */
export function project(changes: Readonly<Record<string, string | Uint8Array | null>> = {}): string {
  const files: Record<string, string | Uint8Array | null> = {
    "schema.touch": schema,
    "strategies.touch": strategies,
    "data.yaml": mapping,
    "users.csv": users,
    "pays.csv": pays,
    ...changes,
  };
  return folder(
    Object.fromEntries(
      Object.entries(files).filter((entry): entry is [string, string | Uint8Array] => entry[1] !== null),
    ),
  );
}
