import type { LunarDate } from "../calendar/lunar.js";

const months = "正 二 三 四 五 六 七 八 九 十 冬 腊".split(" ");
const digits = "一 二 三 四 五 六 七 八 九 十".split(" ");

/** A lunar date as it is said in Chinese: `农历1990年八月十五`, `农历1987年闰六月初三`. */
export function lunarWords({ year, month, leap, day }: LunarDate): string {
  return `农历${year}年${leap ? "闰" : ""}${months[month - 1] as string}月${dayWords(day)}`;
}

/** 初一 … 初十, 十一 … 二十, 廿一 … 三十. */
function dayWords(day: number): string {
  if (day % 10 === 0) return ["初十", "二十", "三十"][day / 10 - 1] as string;
  return `${["初", "十", "廿"][Math.floor(day / 10)] as string}${digits[(day % 10) - 1] as string}`;
}
