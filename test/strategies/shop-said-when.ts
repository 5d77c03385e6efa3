/** The strategies of the shop that show when to look at people, said a second time in SQL: see `shop-said.ts`. */
import {
  absence,
  afterNth,
  anniversary,
  calendarDays,
  dates,
  entersChurned,
  entersDormant,
  happens,
  hourly,
  leavesFans,
  lunarAnniversary,
  never,
  on,
  onDate,
  type Said,
  weekday,
} from "./shop-asks.js";
import { count, exists, gold, lastDays, lastHours, likelyGone } from "./shop-phrases.js";

const visited = (days: number): string => `${count(`kind = 'visit' and ${lastDays(days)}`)} > 0`;
const paid = (window: string): string => `coalesce(sum(amount) filter (kind = 'pay' and ${window}), 0)`;
const thisWeek = "local_at >= date_trunc('week', today)";
const thisYear = "local_at >= date_trunc('year', today)";
const price = (fn: string): string => `${fn}(price) filter (kind = 'view' and ${thisWeek})`;

/** The parts of the sets that only tell members apart. */
const rich = "any_value(balance) >= 1000";
const noon = on("12:00", dates("2026-06-18"));

export const saidOfWhen: Readonly<Record<string, Said>> = {
  early_bird: {
    repeat: never,
    asks: on("18:00", dates("2026-05-04")),
    clauses: [visited(30)],
    // The text message comes hours later, if at all.
    chain: ["push"],
  },
  flash_hour: {
    repeat: 3,
    asks: hourly,
    back: "3 hour",
    clauses: [
      `${count(`kind = 'view' and ${lastHours(2)}`)} >= 4`,
      `${count(`kind = 'order' and ${lastHours(2)}`)} = 0`,
    ],
    chain: ["popup", "push"],
  },
  workday_lunch: {
    repeat: 7,
    asks: on("12:15", calendarDays.workday),
    clauses: [`count(distinct local_at::date) filter (kind = 'visit' and ${lastDays(7)}) >= 2`],
    chain: ["push"],
  },
  holiday_pick: {
    repeat: 14,
    asks: on("10:30", calendarDays.holiday),
    clauses: [visited(7), `${count(`kind = 'order' and ${lastDays(7)}`)} = 0`],
    chain: ["push", "wechat"],
  },
  payday: {
    repeat: 25,
    asks: on("12:00", "day(day) = 15"),
    clauses: [`${paid(lastDays(60))} between 1 and 5000`],
    chain: ["push"],
  },
  month_end: {
    repeat: 0,
    asks: on("22:30", "day::date = last_day(day)"),
    clauses: [`${count("kind = 'pay' and local_at >= date_trunc('month', today)")} > 0`],
    chain: ["push", "sms"],
  },
  usual_hour: {
    repeat: 21,
    asks: on("00:00"),
    clauses: [`${count(`kind = 'pay' and ${lastDays(30)}`)} > 0`, `${count(`kind = 'order' and ${lastDays(5)}`)} = 0`],
    chain: ["push", "wechat"],
  },
  birthday: { repeat: 0, asks: anniversary("09:00", 0), clauses: [visited(180)], chain: ["push", "wechat"] },
  lunar_birthday: {
    repeat: 0,
    asks: lunarAnniversary("09:00", -3),
    clauses: [visited(180)],
    chain: ["push", "wechat", "sms"],
  },
  birthday_over: {
    repeat: 0,
    asks: anniversary("10:00", 5),
    clauses: [visited(180), `${count(`kind = 'order' and ${lastDays(5)}`)} = 0`],
    chain: ["push", "wechat"],
  },
  ask_birthday: {
    repeat: never,
    asks: on("12:40", weekday("Monday")),
    clauses: [
      "any_value(birthday) is null",
      "any_value(origin) not in ('ad', 'store')",
      "coalesce(any_value(lang), 'zh-CN') <> 'en'",
      "any_value(registered) <= local_now and today - any_value(registered)::date >= 7",
    ],
    chain: ["popup"],
  },
  // The Dragon Boat Festival of 2026 is on 19 June.
  festival_eve: { repeat: 0, asks: onDate("09:45", "2026-06-18"), clauses: [], chain: ["push", "wechat"] },
  makeup_coffee: { repeat: 0, asks: on("09:00", calendarDays.makeup), clauses: [visited(30)], chain: ["push"] },
  unpaid: {
    repeat: 0,
    asks: absence("kind = 'confirm'", "kind = 'pay'", "30 minute", "order_id"),
    clauses: [],
    chain: ["push", "sms"],
  },
  seventh_day: {
    repeat: 7,
    asks: happens("checkin"),
    clauses: [`count(distinct local_at::date) filter (kind = 'checkin' and ${lastDays(7)}) = 7`],
    chain: ["popup", "push"],
  },
  big_thanks: {
    repeat: 14,
    asks: happens("pay", "amount >= 2000"),
    clauses: ["any_value(worth) < 10000"],
    chain: ["push", "wechat"],
  },
  after_second: { repeat: 0, asks: afterNth(2, "order", 3), clauses: [], chain: ["push", "wechat"] },
  password_stall: {
    repeat: 0,
    // The steps before it: a top-up begun no more than the next day earlier.
    asks: `${absence("kind = 'confirm_recharge'", "kind = 'enter_password'", "10 minute", "recharge_id")}
      and exists (select 1 from history s where s.user_id = f.user_id and s.kind = 'start_recharge' and s.recharge_id = f.recharge_id
                  and s.at < f.at and f.at + ahead(zone) < (s.at + ahead(zone))::date + interval 2 day)`,
    clauses: [],
    chain: ["popup", "push"],
  },
  join_now: {
    repeat: 7,
    asks: absence("page = '/618'", "kind = 'join'", "2 hour", null),
    clauses: [`${count("kind = 'visit' and page = '/618' and local_at >= date '2026-06-01'")} > 0`],
    chain: ["popup", "push"],
  },
  wake_soon: { repeat: 60, asks: entersDormant, clauses: [likelyGone], chain: ["push", "wechat"] },
  lost_now: { repeat: 0, asks: entersChurned, clauses: [], chain: ["push", "wechat", "sms"] },
  cooled: { repeat: 30, asks: leavesFans, clauses: [], chain: ["push", "wechat"] },
  noon_vip: { repeat: never, asks: noon, clauses: [visited(30), gold], chain: ["push", "wechat"] },
  noon_points: { repeat: never, asks: noon, clauses: [visited(30), `not ${gold}`, rich], chain: ["push", "wechat"] },
  noon_others: {
    repeat: never,
    asks: noon,
    clauses: [visited(30), `not ${gold}`, `not (${rich})`],
    chain: ["push", "wechat"],
  },
  night618: {
    repeat: never,
    asks: on("19:00", dates("2026-06-18")),
    clauses: [visited(60)],
    chain: ["push", "wechat"],
  },
  // That nobody was told before is for the tags to say, and there are none here.
  last_call: {
    repeat: never,
    asks: on("19:55", dates("2026-06-18")),
    clauses: [visited(14), "true"],
    chain: ["push", "wechat"],
  },
  comparing: {
    repeat: 10,
    asks: on("18:45"),
    clauses: [
      `${count(`kind = 'view' and ${thisWeek}`)} >= 3`,
      `coalesce(${price("min")} * 2 <= ${price("max")}, false)`,
      `${count("kind = 'visit' and local_at >= today - interval 1 day and local_at < today")} > 0`,
      exists(
        ["v", "c"],
        `v.kind = 'view' and c.kind = 'cart' and v.local_at >= c.local_at::date - interval 1 day and v.at < c.at
         and not exists (select 1 from seen n where n.user_id = c.user_id and n.local_now = c.local_now and n.kind = 'cart' and n.at > c.at)`,
      ),
    ],
    chain: ["push", "wechat"],
  },
  almost_gold: {
    repeat: 14,
    asks: on("17:30", weekday("Friday")),
    clauses: [
      "any_value(registered) <= local_now and today - any_value(registered)::date >= 30",
      `${paid(thisYear)} + 500 >= 5000`,
      `${paid(thisYear)} < 5000`,
    ],
    chain: ["push", "wechat"],
  },
  browse_only: {
    repeat: 14,
    asks: on("16:30", weekday("Saturday")),
    clauses: [
      `${count(`kind = 'view' and ${lastDays(7)}`)} between 3 and 20`,
      `not ${exists(
        ["v", "c"],
        `v.kind = 'view' and c.kind = 'cart' and c.product = v.product and v.local_at >= v.today - interval 6 day and c.at > v.at
         and c.local_at < v.local_at::date + interval 2 day`,
      )}`,
    ],
    chain: ["popup", "push"],
  },
};
