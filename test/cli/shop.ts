import { folder } from "../host/folder.js";

/**
 * A small shop with a lifecycle and a value whose tiers need no calibration, made by rule: so many users, what each of them is and
 * has done follows from their number.
 */

export const until = "2026-06-18T12:00:00Z";
export const since = "2026-05-18T12:00:00Z";

export const schema = `project shop "商城" { time zone Asia/Shanghai  currency CNY }
user {
  id: text
  member: boolean? "会员"
  city: one of (beijing "北京", shanghai "上海")?
  born: date? "生日"
  visits: integer "到店次数"
  channel: text? "渠道" source
  phone: text? pii
}
event pay "支付" { amount: CNY }
event visit "访问" {}
`;

export const models = `tag fact payer "付过款" = did pay ever
tag fact total "累计" = sum of pay.amount ever
lifecycle buyer "买家" {
  stage active "活跃" when did pay in the last 30 days
  stage asleep "沉睡" when did pay ever
  otherwise new "新客"
}
value spend "消费" of users who did pay in the last 90 days {
  score m "金额" = sum of pay.amount in the last 60 days better when higher
  tier gold "金" when m >= 300 CNY
  tier silver "银" when m >= 100 CNY
  otherwise bronze "铜"
}
goal up "升金" = user enters spend.gold target 5%
channel push "推送" { cost 0 CNY }
material hello for push { zh-CN title "好久不见" }
strategy climb "冲金" {
  when every day at 10:00
  who spend is silver
  repeat after 30 days
  channel push
  benefit none
  material hello
  goal user enters spend.gold within 60 days target 10%
}
`;

export const mapping = `files:
  users: users.csv
  pays: pays.csv
  visits: visits.csv
profiles: { from: users, id: id }
events:
  pay: { from: pays, id: id, user: user, occurred_at: at }
  visit: { from: visits, id: id, user: user, occurred_at: at }
`;

export interface Person {
  readonly id: string;
  readonly member: boolean | null;
  readonly city: "beijing" | "shanghai" | null;
  readonly born: string | null;
  readonly visits: number;
  readonly channel: string | null;
  readonly phone: string | null;
}

export interface Done {
  readonly user: string;
  readonly at: string;
  /** Whole CNY; 0 for visits. */
  readonly amount: number;
}

export interface Shop {
  readonly people: readonly Person[];
  readonly pays: readonly Done[];
  readonly visits: readonly Done[];
}

/** Minutes that divide nothing else, so that no event falls on a boundary. */
const clock = (day: string, hour: number): string => `${day}T${String(hour).padStart(2, "0")}:37:00Z`;

export function shopOf(size: number): Shop {
  const numbers = Array.from({ length: size }, (_, n) => n);
  const pays = numbers.flatMap((n): Done[] => {
    const user = `u${n}`;
    if (n % 5 === 0) return [];
    const early = { user, at: clock(`2026-0${1 + (n % 4)}-1${n % 7}`, n % 24), amount: 40 * (1 + (n % 6)) };
    const late = { user, at: clock(`2026-06-0${1 + (n % 9)}`, 12), amount: 60 * (1 + (n % 7)) };
    return n % 3 === 0 ? [early, late] : [early];
  });
  const visits = numbers.flatMap((n): Done[] =>
    Array.from({ length: n % 3 === 0 ? 5 : n % 2 }, (_, k) => ({
      user: `u${n}`,
      at: clock(`2026-06-1${k}`, n % 3 === 0 ? 12 : 2),
      amount: 0,
    })),
  );
  const people = numbers.map(
    (n): Person => ({
      id: `u${n}`,
      member: n % 11 === 0 ? null : n % 3 === 0 ? n % 4 !== 0 : n % 4 === 0,
      city: n % 7 === 0 ? null : n % 2 === 0 ? "beijing" : "shanghai",
      born: n % 4 === 1 ? null : `19${60 + (n % 40)}-03-05`,
      visits: n % 3 === 0 ? 10 + (n % 9) : n % 9,
      channel: n % 6 === 0 ? null : `channel ${n % 3}`,
      phone: n % 3 === 0 ? `138${n}` : null,
    }),
  );
  return { people, pays, visits };
}

export function filesOf({ people, pays, visits }: Shop): Record<string, string> {
  const csv = (head: string, rows: readonly (readonly (string | number | boolean | null)[])[]): string =>
    [head, ...rows.map((row) => row.map((cell) => cell ?? "").join(","))].map((line) => `${line}\n`).join("");
  return {
    "schema.touch": schema,
    "models.touch": models,
    "data.yaml": mapping,
    "users.csv": csv(
      "id,member,city,born,visits,channel,phone",
      people.map((one) => [one.id, one.member, one.city, one.born, one.visits, one.channel, one.phone]),
    ),
    "pays.csv": csv(
      "id,user,at,amount",
      pays.map(({ user, at, amount }, n) => [`p${n}`, user, at, amount]),
    ),
    "visits.csv": csv(
      "id,user,at",
      visits.map(({ user, at }, n) => [`v${n}`, user, at]),
    ),
  };
}

/** The shop as a folder, with some files replaced. */
export function shopFolder(shop: Shop, changes: Readonly<Record<string, string>> = {}): string {
  return folder({ ...filesOf(shop), ...changes });
}
