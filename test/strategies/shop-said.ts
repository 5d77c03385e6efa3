/**
 * The audiences of `strategies/shop`, said a second time: each part of each `who` in SQL, from what the strategy is meant
 * to say. Nothing here comes from the engine, so that an error in it can't hide here too.
 */

export interface Said {
  /** The clock of the occurrence; the dates follow from the interval. */
  readonly clock: string;
  /** Every day, Thursdays, or the evening of 18 June 2026. */
  readonly on: "every day" | "Thursday" | "2026-06-18";
  /** The parts of `who`, in order. */
  readonly clauses: readonly string[];
  /** What the chain needs, in order: the name of the channel, and whom it reaches. */
  readonly chain: readonly string[];
}

// Within a user's rows, `today` is the local date and `local_at` the local time of an event that is visible by then.
const lastDays = (n: number): string => `local_at >= today - interval ${n - 1} day`;
const silentDays = (n: number): string => `local_at >= today - interval ${n} day`;
const previousDays = (n: number): string => `local_at >= today - interval ${n} day and local_at < today`;
const lastHours = (n: number): string => `local_at >= local_now - interval ${n} hour`;
const count = (what: string): string => `count(*) filter (${what})`;

// Whole dates, from `far` to `near` days ago.
const daysAgo = (near: number, far: number): string =>
  `local_at >= today - interval ${far} day and local_at < today - interval ${near - 1} day`;
/** The local time of the n-th event of a kind, from 1. */
const nth = (n: number, kind: string): string => `(list(local_at order by local_at) filter (kind = '${kind}'))[${n}]`;
/** Whether rows of the same user, as seen at the same instant, meet a condition together. */
const exists = (rows: readonly string[], condition: string): string => {
  const each = rows.map((row) => `${row}.user_id = s.user_id and ${row}.local_now = s.local_now`);
  return `exists (select 1 from ${rows.map((row) => `seen ${row}`).join(", ")} where ${each.join(" and ")} and ${condition})`;
};

const toppedUp = (steps: readonly string[]): string =>
  exists(
    steps.map((_, i) => `r${i}`),
    steps
      .map((kind, i) => {
        const step = `r${i}.kind = '${kind}' and r${i}.local_at >= r${i}.today - interval 6 day`;
        if (i === 0) return step;
        const end =
          i === 1 ? `r0.local_at::date + interval 2 day > r1.local_at` : `r1.at + interval 30 minute >= r2.at`;
        return `${step} and r${i}.at > r${i - 1}.at and r${i}.recharge_id = r${i - 1}.recharge_id and ${end}`;
      })
      .join(" and "),
  );

/** The years of the Horse, each from its new year to the eve of the next. */
const horse = [
  ["1966-01-21", "1967-02-09"],
  ["1978-02-07", "1979-01-28"],
  ["1990-01-27", "1991-02-15"],
  ["2002-02-12", "2003-02-01"],
].map(([from, next]) => `any_value(birthday) >= date '${from}' and any_value(birthday) < date '${next}'`);

const churned = `(${count("kind = 'visit'")} > 0 and ${count(`kind = 'visit' and ${silentDays(30)}`)} = 0)`;
const twice = `${count("kind = 'pay'")} >= 2`;
const dormant = `(not ${churned} and ${twice} and ${count(`kind = 'pay' and ${silentDays(21)}`)} = 0)`;
const paidBefore = `${count("kind = 'pay'")} > 0`;

/** Every strategy of the shop. */
export const saidInSql: Readonly<Record<string, Said>> = {
  headphone_nudge: {
    clock: "10:00",
    on: "every day",
    clauses: [
      // Without an order from the start of those three days up to now.
      `count(distinct local_at::date) filter (kind = 'view' and category = 'headphones' and ${previousDays(3)}) = 3
         and ${count("kind = 'order' and local_at >= today - interval 3 day")} = 0`,
    ],
    chain: ["push", "wechat", "sms"],
  },
  camera_back: {
    clock: "10:00",
    on: "every day",
    clauses: [
      `${count("kind = 'camera'")} > 0 and ${count(`kind = 'camera' and ${silentDays(15)}`)} = 0`,
      `${count(`kind = 'visit' and ${lastDays(15)}`)} > 0`,
    ],
    chain: ["push", "wechat"],
  },
  camera_try: {
    clock: "12:30",
    on: "every day",
    clauses: [
      `${count(`kind = 'camera' and ${silentDays(15)}`)} = 0`,
      `${count(`kind = 'view' and ${lastHours(48)}`)} >= 3`,
    ],
    chain: ["push"],
  },
  camera_thursday: {
    clock: "15:00",
    on: "Thursday",
    clauses: [
      `${count(`kind = 'camera' and ${lastDays(15)}`)} = 0`,
      `${count(`kind = 'view' and category = 'camera' and ${previousDays(14)}`)} >= 2`,
    ],
    chain: ["push", "wechat"],
  },
  first_order: {
    clock: "18:30",
    on: "every day",
    clauses: [
      `not ${churned} and not ${paidBefore}`,
      `coalesce(max(local_at) filter (kind = 'visit') >= today - interval 2 day, false)`,
    ],
    chain: ["push", "sms"],
  },
  dormant_wake: {
    clock: "11:00",
    on: "every day",
    clauses: [dormant, `coalesce(max(price) filter (kind = 'view' and ${lastDays(7)}), 0) < 3000`],
    chain: ["push", "wechat"],
  },
  churn_winback: {
    clock: "11:00",
    on: "Thursday",
    clauses: [churned, paidBefore, `coalesce(today - (max(local_at) filter (kind = 'pay'))::date >= 35, false)`],
    chain: ["wechat", "sms"],
  },
  d618: {
    clock: "20:00",
    on: "2026-06-18",
    clauses: [
      `not ${churned} and ${paidBefore}`,
      `${count(`kind = 'visit' and ${lastDays(14)}`)} > 0
         or ${count(`kind = 'visit' and page like '%618%' and ${lastDays(30)}`)} > 0`,
    ],
    chain: ["push", "wechat", "sms"],
  },
  member_week: {
    clock: "18:00",
    on: "Thursday",
    clauses: [
      `coalesce(sum(amount) filter (kind = 'pay' and ${lastDays(60)}), 0) >= 3000
         and coalesce(sum(amount) filter (kind = 'pay' and ${lastDays(60)}), 0)
             >= 600 * ${count(`kind = 'pay' and ${lastDays(60)}`)}`,
      "any_value(balance) <= 5000",
    ],
    chain: ["wechat", "push"],
  },
  cart_left: {
    clock: "19:00",
    on: "every day",
    clauses: [
      `coalesce(sum(quantity) filter (kind = 'cart' and ${lastDays(2)}), 0) >= 2`,
      `${count(`kind = 'order' and ${lastDays(2)}`)} = 0`,
    ],
    chain: ["push"],
  },
  coupon_unused: {
    clock: "09:30",
    on: "every day",
    clauses: [
      `${count(`kind = 'claim' and ${lastDays(7)}`)} > 0
         and ${count(`kind = 'pay' and coupon is not null and ${lastDays(7)}`)} = 0`,
      `${count(`kind = 'view' and ${lastHours(24)}`)} = 0`,
    ],
    chain: ["push", "wechat"],
  },
  second_pay: {
    clock: "17:00",
    on: "every day",
    clauses: [
      `coalesce(${nth(2, "pay")} > ${nth(1, "pay")} and ${nth(2, "pay")} < ${nth(1, "pay")}::date + interval 31 day, false)`,
      `coalesce(${nth(2, "pay")} >= today - interval 6 day, false)`,
    ],
    chain: ["push", "sms"],
  },
  many_friends: {
    clock: "12:00",
    on: "every day",
    clauses: [
      "any_value(registered) <= local_now and today - any_value(registered)::date <= 30",
      `${count("kind = 'friend' and local_at > registered and local_at < registered::date + interval 8 day")} > 5`,
    ],
    chain: ["push", "wechat"],
  },
  seven_days: {
    clock: "21:00",
    on: "every day",
    clauses: [`count(distinct local_at::date) filter (kind = 'checkin' and ${lastDays(7)}) = 7`],
    chain: ["push", "sms"],
  },
  views_up: {
    clock: "20:00",
    on: "every day",
    clauses: [
      `${count(`kind = 'view' and ${daysAgo(8, 14)}`)} > 0`,
      `${count(`kind = 'view' and ${previousDays(7)}`)} > ${count(`kind = 'view' and ${daysAgo(8, 14)}`)}`,
      `${count(`kind = 'order' and ${lastDays(14)}`)} = 0`,
    ],
    chain: ["push", "wechat"],
  },
  rarely_pays: {
    clock: "10:30",
    on: "Thursday",
    clauses: [
      `${count(`kind = 'confirm' and ${lastDays(30)}`)} >= 3`,
      `10 * ${count(`kind = 'pay' and ${lastDays(30)}`)} < 3 * ${count(`kind = 'confirm' and ${lastDays(30)}`)}`,
    ],
    chain: ["push", "wechat"],
  },
  cross_sell: {
    clock: "12:00",
    on: "Thursday",
    clauses: [
      `${count("kind = 'order' and category = 'phone'")} > 0`,
      `${count("kind = 'order' and category = 'headphones'")} = 0`,
    ],
    chain: ["push", "wechat", "sms"],
  },
  favourite: {
    clock: "19:30",
    on: "Thursday",
    clauses: [
      `${count(`kind = 'view' and ${lastDays(30)}`)} > 0`,
      `count(distinct category) filter (kind = 'view' and ${lastDays(30)}) < 3`,
      `count(distinct local_at::date) filter (kind = 'view' and ${lastDays(30)}) >= 2`,
    ],
    chain: ["push"],
  },
  pairing: {
    clock: "16:00",
    on: "Thursday",
    clauses: [`${count(`kind = 'visit' and ${lastDays(7)}`)} > 0`, `${count(`kind = 'order' and ${lastDays(2)}`)} = 0`],
    chain: ["push"],
  },
  own_year: {
    clock: "09:00",
    on: "Thursday",
    clauses: ["any_value(birthday) is not null", horse.join(" or ")],
    chain: ["push", "wechat"],
  },
  camera_unpaid: {
    clock: "20:00",
    on: "every day",
    clauses: [
      exists(
        ["v", "o"],
        `v.kind = 'view' and v.category = 'camera' and v.price > 2000 and v.local_at >= v.today - interval 2 day
         and o.kind = 'order' and o.at > v.at and o.product = v.product and o.local_at < v.local_at::date + interval 3 day
         and o.local_at + interval 30 minute <= o.local_now
         and not exists (select 1 from history p where p.user_id = o.user_id and p.kind = 'pay' and p.order_id = o.order_id
                           and p.at > o.at and p.at <= o.at + interval 30 minute and p.visible <= o.utc_now)`,
      ),
    ],
    chain: ["push", "wechat", "sms"],
  },
  not_joined: {
    clock: "13:00",
    on: "every day",
    clauses: [
      `${count("kind = 'visit' and page = '/618' and local_at >= date '2026-06-01' and local_at < date '2026-06-19'")} > 0
         and ${count("kind = 'join' and local_at >= date '2026-06-01'")} = 0`,
    ],
    chain: ["push", "wechat"],
  },
  recharge_stalled: {
    clock: "14:00",
    on: "every day",
    clauses: [
      `${toppedUp(["start_recharge", "confirm_recharge"])}
         and not ${toppedUp(["start_recharge", "confirm_recharge", "enter_password"])}`,
      `${count(`kind = 'enter_password' and ${lastDays(1)}`)} = 0`,
    ],
    chain: ["push", "sms"],
  },
};
