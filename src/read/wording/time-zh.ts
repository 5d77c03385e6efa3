import type { Weekday } from "../fixed.js";
import type { Beside, Length, Stretch, ToldMoment } from "../told.js";
import { row, zh } from "./chinese.js";

export const weekdayZh: Readonly<Record<Weekday, string>> = {
  Monday: "周一",
  Tuesday: "周二",
  Wednesday: "周三",
  Thursday: "周四",
  Friday: "周五",
  Saturday: "周六",
  Sunday: "周日",
};

const units: ReadonlyMap<string, string> = new Map([
  ["second", "秒"],
  ["minute", "分钟"],
  ["hour", "小时"],
  ["day", "天"],
  ["week", "周"],
  ["month", "个月"],
  ["year", "年"],
  ["points", "积分"],
  ["CNY", "元"],
]);

export function quantityZh(amount: string, unit: string | null): string {
  if (unit === null) return amount;
  if (unit === "%") return `${amount}%`;
  // A measure is a length by its own name.
  if (amount.startsWith("「")) return amount;
  return `${amount} ${units.get(unit) ?? unit}`;
}

export function lengthZh({ amount, unit }: Length): string {
  return quantityZh(amount, unit);
}

/** When, before what happened. */
export function whenZh(stretch: Stretch): string {
  switch (stretch.is) {
    case "ever":
      return "累计";
    case "today":
      return "今天";
    case "yesterday":
      return "昨天";
    case "last":
      return zh`最近 ${lengthZh(stretch.length)}${stretch.exact ? "" : "（含今天）"}`;
    case "previous":
      return zh`过去 ${whole(stretch.length)}（不含今天）`;
    case "for":
      return stretch.exact ? zh`最近 ${lengthZh(stretch.length)}` : zh`前 ${lengthZh(stretch.length)}加今天`;
    case "this":
      return { week: `本周（${weekdayZh[stretch.starts]}起）`, month: "本月", year: "今年" }[stretch.unit];
    case "ago":
      return ago(stretch.near, stretch.far);
    case "dates":
      return zh`${stretch.from} 到 ${stretch.to}（含首尾两天）`;
    case "after":
      return after(stretch);
    case "before":
      return zh`${start(stretch.moment, stretch.exact)}之前 ${lengthZh(stretch.length)}内`;
    case "since":
      return stretch.moment.day ? zh`从${stretch.moment.text}当天起` : row(stretch.moment.text, "以来");
  }
}

/** A stretch that has ended, for what must not have happened in it. */
export function elapsedZh({ length, exact, moment }: Beside): string {
  const days = moment.day && !exact ? "（含当天）" : "";
  return zh`${start(moment, exact)}已过去 ${lengthZh(length)}，这期间${days}`;
}

function after({ length, exact, moment }: Beside): string {
  if (moment.day && !exact) return zh`${moment.text}当天及之后 ${lengthZh(length)}内`;
  return zh`${start(moment, exact)}之后 ${lengthZh(length)}内`;
}

/** Hours beside a date count from its midnight. */
function start({ text, day }: ToldMoment, exact: boolean): string {
  return day && exact ? zh`${text}零点` : text;
}

function ago(near: Length, far: Length): string {
  const from = near.unit === far.unit ? near.amount : lengthZh(near);
  return zh`${from}到 ${lengthZh(far)}前`;
}

/** Whole days are days of the calendar; a “whole month” would be taken for a month of the calendar, which is not meant. */
function whole({ amount, unit }: Length): string {
  return unit === "day" ? row(amount, amount.startsWith("「") ? "（整天）" : " 个整天") : lengthZh({ amount, unit });
}

/** Whose clock a time of day is read from. */
export function clockOfZh(zone: string | null): string {
  return zone === null ? "用户当地时间" : zh`${zone} 时间`;
}
