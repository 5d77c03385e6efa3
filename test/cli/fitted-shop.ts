import { folder } from "../host/folder.js";
import { mapping, schema, strategies } from "./project.js";

/** A shop with something of every kind to fit: tests change one thing of it. */

export const until = "2026-06-18T12:00:00Z";

export const models = `measure quiet_after "沉默周期" = smallest n of (7 days, 14 days, 28 days)
  such that return rate of pay after n silence observed for 14 days < 30%
  refresh every 1 month otherwise 60 days
measure repeaters "复购占比" = share of users who count of pay ever >= 3 among users who did pay ever otherwise 20%
value rfm "RFM" of users who did pay in the last 365 days {
  score r "最近" = time since last pay better when lower
  score f "频次" = count of pay in the last 365 days better when higher
  score m = sum of pay.amount in the last 365 days better when higher
  split at average
  refresh every 2 months
  tier champion "重要价值" when r is high and f is high and m is high
  tier big "大额" when m is high
  otherwise common "一般"
}
value spend of users who buyer is awake {
  score m = sum of pay.amount in the last 365 days better when higher
  tier gold "金" top 20% by m
  tier silver next 30% by m
  otherwise bronze
}
groups habit "习惯" of users who did pay ever {
  score f = count of pay ever
  group often "常客" group rare
  salt "habit-1"
}
lifecycle buyer {
  stage asleep when did pay ever and did not pay for quiet_after
  stage awake when did pay ever
  otherwise new
}
`;

export interface Pay {
  readonly user: string;
  readonly at: number;
  /** In fen. */
  readonly amount: number;
}

const DAY = 86_400_000;

/** 150 customers: every third pays each three days, the others twice, three weeks apart; and 10 who never paid. */
export const pays: readonly Pay[] = Array.from({ length: 150 }, (_, user) => {
  const [every, most] = user % 3 === 0 ? [3, 26] : [21, 2];
  const from = Date.parse("2026-04-01T04:00:00Z") + (user % 7) * DAY;
  return Array.from({ length: most }, (__, n) => ({
    user: `u${user}`,
    at: from + n * every * DAY,
    amount: user % 3 === 0 ? 2000 + user * 10 : 30_000 + user * 100,
  }));
}).flat();

export const files: Readonly<Record<string, string>> = {
  "schema.touch": schema,
  "models.touch": models,
  "strategies.touch": strategies,
  "data.yaml": mapping,
  "users.csv": `id,nickname,city,phone\n${Array.from({ length: 160 }, (_, n) => `u${n},,,`).join("\n")}\n`,
  "pays.csv": `pay_id,user_id,at,amount,category\n${pays
    .map(({ user, at, amount }, n) => `p${n},${user},${new Date(at).toISOString()},${(amount / 100).toFixed(2)},phone`)
    .join("\n")}\n`,
};

export function fittedShop(changes: Readonly<Record<string, string>> = {}): string {
  return folder({ ...files, ...changes });
}
