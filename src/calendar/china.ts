import type { CalendarData } from "./calendar-data.js";
import { ANNOUNCED_FROM, ANNOUNCED_UNTIL, chinaHolidays, chinaWorkdays } from "./china-days.js";
import { datesOfRule, type FestivalRule, RULES_FROM, RULES_UNTIL } from "./festival-rule.js";
import type { SolarTerm } from "./solar-term.js";

const lunar = (month: number, day: number): FestivalRule => ({ is: "lunar", month, day });
const solar = (month: number, day: number): FestivalRule => ({ is: "solar", month, day });
const term = (name: SolarTerm): FestivalRule => ({ is: "term", term: name });
const sunday = (nth: number, month: number): FestivalRule => ({ is: "weekday", nth, weekday: 7, month });

/** Festivals that are kept, or traded on, in mainland China. The Little New Year is that of the north. */
const festivals: Readonly<Record<string, readonly [label: string, rule: FestivalRule]>> = {
  spring_festival: ["春节", lunar(1, 1)],
  lantern: ["元宵节", lunar(1, 15)],
  dragon_head: ["龙抬头", lunar(2, 2)],
  qingming: ["清明节", term("qingming")],
  dragon_boat: ["端午节", lunar(5, 5)],
  qixi: ["七夕", lunar(7, 7)],
  ghost: ["中元节", lunar(7, 15)],
  mid_autumn: ["中秋节", lunar(8, 15)],
  double_ninth: ["重阳节", lunar(9, 9)],
  winter_solstice: ["冬至", term("winter_solstice")],
  laba: ["腊八节", lunar(12, 8)],
  little_new_year: ["小年", lunar(12, 23)],
  new_years_eve: ["除夕", { is: "lunarLast" }],
  new_year: ["元旦", solar(1, 1)],
  valentine: ["情人节", solar(2, 14)],
  womens_day: ["妇女节", solar(3, 8)],
  consumer_day: ["消费者权益日", solar(3, 15)],
  labour_day: ["劳动节", solar(5, 1)],
  youth_day: ["青年节", solar(5, 4)],
  mothers_day: ["母亲节", sunday(2, 5)],
  love_day: ["网络情人节", solar(5, 20)],
  childrens_day: ["儿童节", solar(6, 1)],
  mid_year_sale: ["六一八", solar(6, 18)],
  fathers_day: ["父亲节", sunday(3, 6)],
  teachers_day: ["教师节", solar(9, 10)],
  national_day: ["国庆节", solar(10, 1)],
  halloween: ["万圣夜", solar(10, 31)],
  singles_day: ["双十一", solar(11, 11)],
  double_twelve: ["双十二", solar(12, 12)],
  christmas_eve: ["平安夜", solar(12, 24)],
  christmas: ["圣诞节", solar(12, 25)],
};

/** The calendar of mainland China. */
export const china: CalendarData = {
  id: "china",
  label: "中国大陆",
  days: { from: ANNOUNCED_FROM, until: ANNOUNCED_UNTIL, holidays: chinaHolidays, workdays: chinaWorkdays },
  festivals: Object.entries(festivals).map(([id, [label, rule]]) => ({
    id,
    label,
    from: RULES_FROM,
    until: RULES_UNTIL,
    dates: datesOfRule(rule),
  })),
};

/** The calendars that need no file. */
export const builtInCalendars: readonly CalendarData[] = [china];
