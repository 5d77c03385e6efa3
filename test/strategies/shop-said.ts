/**
 * The audiences of `strategies/shop`, said a second time: each part of each `who` in SQL, from what the strategy is meant
 * to say. Nothing here comes from the engine, so that an error in it can't hide here too.
 */
import { never, on, type Said, thursday, dates } from "./shop-asks.js";
import {
  champion,
  churned,
  count,
  daysAgo,
  dormant,
  exists,
  horse,
  lastDays,
  lastHours,
  nth,
  paidBefore,
  previousDays,
  silentDays,
  toppedUp,
} from "./shop-phrases.js";

/** The strategies that look at what people do, at fixed hours. */
export const saidOfBehaviour: Readonly<Record<string, Said>> = {
  headphone_nudge: {
    repeat: 30,
    asks: on("10:00"),
    clauses: [
      // Without an order from the start of those three days up to now.
      `count(distinct local_at::date) filter (kind = 'view' and category = 'headphones' and ${previousDays(3)}) = 3
         and ${count("kind = 'order' and local_at >= today - interval 3 day")} = 0`,
    ],
    chain: ["push", "wechat", "sms"],
  },
  camera_back: {
    repeat: 14,
    asks: on("10:00"),
    clauses: [
      `${count("kind = 'camera'")} > 0 and ${count(`kind = 'camera' and ${silentDays(15)}`)} = 0`,
      `${count(`kind = 'visit' and ${lastDays(15)}`)} > 0`,
    ],
    chain: ["push", "wechat"],
  },
  camera_try: {
    // A month after any day of May is 31 days after it.
    repeat: 31,
    asks: on("12:30"),
    clauses: [
      `${count(`kind = 'camera' and ${silentDays(15)}`)} = 0`,
      `${count(`kind = 'view' and ${lastHours(48)}`)} >= 3`,
    ],
    chain: ["push"],
  },
  camera_thursday: {
    repeat: 56,
    asks: on("15:00", thursday),
    clauses: [
      `${count(`kind = 'camera' and ${lastDays(15)}`)} = 0`,
      `${count(`kind = 'view' and category = 'camera' and ${previousDays(14)}`)} >= 2`,
    ],
    chain: ["push", "wechat"],
  },
  first_order: {
    repeat: never,
    asks: on("18:30"),
    clauses: [
      `not ${churned} and not ${paidBefore}`,
      `coalesce(max(local_at) filter (kind = 'visit') >= today - interval 2 day, false)`,
    ],
    chain: ["push", "sms"],
  },
  dormant_wake: {
    repeat: 30,
    asks: on("11:00"),
    clauses: [dormant, `coalesce(max(price) filter (kind = 'view' and ${lastDays(7)}), 0) < 3000`],
    chain: ["push", "wechat"],
  },
  churn_winback: {
    repeat: 60,
    asks: on("11:00", thursday),
    clauses: [churned, paidBefore, `coalesce(today - (max(local_at) filter (kind = 'pay'))::date >= 35, false)`],
    chain: ["wechat", "sms"],
  },
  d618: {
    repeat: never,
    asks: on("20:00", dates("2026-06-18")),
    clauses: [
      `not ${churned} and ${paidBefore}`,
      `${count(`kind = 'visit' and ${lastDays(14)}`)} > 0
         or ${count(`kind = 'visit' and page like '%618%' and ${lastDays(30)}`)} > 0`,
    ],
    chain: ["push", "wechat", "sms"],
  },
  member_week: {
    repeat: 0,
    asks: on("18:00", thursday),
    clauses: [`coalesce(${champion}, false)`, "any_value(balance) <= 5000"],
    chain: ["wechat", "push"],
  },
  cart_left: {
    repeat: 0,
    asks: on("19:00"),
    clauses: [
      `coalesce(sum(quantity) filter (kind = 'cart' and ${lastDays(2)}), 0) >= 2`,
      `${count(`kind = 'order' and ${lastDays(2)}`)} = 0`,
    ],
    chain: ["push"],
  },
  coupon_unused: {
    repeat: 3,
    asks: on("09:30"),
    clauses: [
      `${count(`kind = 'claim' and ${lastDays(7)}`)} > 0
         and ${count(`kind = 'pay' and coupon is not null and ${lastDays(7)}`)} = 0`,
      `${count(`kind = 'view' and ${lastHours(24)}`)} = 0`,
    ],
    chain: ["push", "wechat"],
  },
  second_pay: {
    repeat: never,
    asks: on("17:00"),
    clauses: [
      `coalesce(${nth(2, "pay")} > ${nth(1, "pay")} and ${nth(2, "pay")} < ${nth(1, "pay")}::date + interval 31 day, false)`,
      `coalesce(${nth(2, "pay")} >= today - interval 6 day, false)`,
    ],
    chain: ["push", "sms"],
  },
  many_friends: {
    repeat: never,
    asks: on("12:00"),
    clauses: [
      "any_value(registered) <= local_now and today - any_value(registered)::date <= 30",
      `${count("kind = 'friend' and local_at > registered and local_at < registered::date + interval 8 day")} > 5`,
    ],
    chain: ["push", "wechat"],
  },
  seven_days: {
    repeat: never,
    asks: on("21:00"),
    clauses: [`count(distinct local_at::date) filter (kind = 'checkin' and ${lastDays(7)}) = 7`],
    chain: ["push", "sms"],
  },
  views_up: {
    repeat: 14,
    asks: on("20:00"),
    clauses: [
      `${count(`kind = 'view' and ${daysAgo(8, 14)}`)} > 0`,
      `${count(`kind = 'view' and ${previousDays(7)}`)} > ${count(`kind = 'view' and ${daysAgo(8, 14)}`)}`,
      `${count(`kind = 'order' and ${lastDays(14)}`)} = 0`,
    ],
    chain: ["push", "wechat"],
  },
  rarely_pays: {
    repeat: 28,
    asks: on("10:30", thursday),
    clauses: [
      `${count(`kind = 'confirm' and ${lastDays(30)}`)} >= 3`,
      `10 * ${count(`kind = 'pay' and ${lastDays(30)}`)} < 3 * ${count(`kind = 'confirm' and ${lastDays(30)}`)}`,
    ],
    chain: ["push", "wechat"],
  },
  cross_sell: {
    repeat: 56,
    asks: on("12:00", thursday),
    clauses: [
      `${count("kind = 'order' and category = 'phone'")} > 0`,
      `${count("kind = 'order' and category = 'headphones'")} = 0`,
    ],
    chain: ["push", "wechat", "sms"],
  },
  favourite: {
    repeat: 14,
    asks: on("19:30", thursday),
    clauses: [
      `${count(`kind = 'view' and ${lastDays(30)}`)} > 0`,
      `count(distinct category) filter (kind = 'view' and ${lastDays(30)}) < 3`,
      `count(distinct local_at::date) filter (kind = 'view' and ${lastDays(30)}) >= 2`,
    ],
    chain: ["push"],
  },
  pairing: {
    repeat: 14,
    asks: on("16:00", thursday),
    clauses: [`${count(`kind = 'visit' and ${lastDays(7)}`)} > 0`, `${count(`kind = 'order' and ${lastDays(2)}`)} = 0`],
    chain: ["push"],
  },
  own_year: {
    repeat: 365,
    asks: on("09:00", thursday),
    clauses: ["any_value(birthday) is not null", horse.join(" or ")],
    chain: ["push", "wechat"],
  },
  camera_unpaid: {
    repeat: 3,
    asks: on("20:00"),
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
    repeat: 7,
    asks: on("13:00"),
    clauses: [
      `${count("kind = 'visit' and page = '/618' and local_at >= date '2026-06-01' and local_at < date '2026-06-19'")} > 0
         and ${count("kind = 'join' and local_at >= date '2026-06-01'")} = 0`,
    ],
    chain: ["push", "wechat"],
  },
  recharge_stalled: {
    repeat: 7,
    asks: on("14:00"),
    clauses: [
      `${toppedUp(["start_recharge", "confirm_recharge"])}
         and not ${toppedUp(["start_recharge", "confirm_recharge", "enter_password"])}`,
      `${count(`kind = 'enter_password' and ${lastDays(1)}`)} = 0`,
    ],
    chain: ["push", "sms"],
  },
};
