import type { ToldClock, ToldDay, ToldState, ToldWhen } from "../told-strategy.js";
import { partZh } from "./names-zh.js";
import { row, zh } from "./chinese.js";
import { clockOfZh, lengthZh, weekdayZh } from "./time-zh.js";

/** When a strategy looks at users. */
export function startZh(when: ToldWhen): string {
  switch (when.is) {
    case "hourly":
      return `每个整点（${clockOfZh(when.zone)}）`;
    case "every":
      return zh`${day(when.day)}${clock(when.clock)}`;
    case "once":
      return zh`仅在 ${when.date} ${clock(when.clock)}这一次`;
    case "dated": {
      const { shift, date, lunar } = when;
      const sides = { before: "前", after: "后" } as const;
      const on = shift === null ? row(date, "当天") : zh`${date}${sides[shift.side]} ${lengthZh(shift.length)}`;
      return zh`${lunar ? "每年（按农历）" : "每年"}${on} ${clock(when.clock)}`;
    }
    case "happens":
      return zh`每当有${when.event}时`;
    case "absence": {
      const then = when.same === null ? when.then : zh`同一${when.same}的${when.then}`;
      return zh`${when.first}之后 ${lengthZh(when.within)}内没有${then}时`;
    }
    case "afterPoint":
      return zh`${when.point}之后 ${lengthZh(when.length)}`;
    case "state":
      return when.clock === null
        ? zh`用户一${state(when.change, when.state)}`
        : zh`每天 ${clock(when.clock)}查看，用户刚${state(when.change, when.state)}时`;
    case "stalls":
      return zh`用户在流程${when.process}中卡在${when.step}之前满 ${lengthZh(when.length)}时`;
  }
}

function clock({ at, zone }: ToldClock): string {
  return `${at}（${clockOfZh(zone)}）`;
}

function state(change: "enters" | "leaves", told: ToldState): string {
  if (change === "enters") return enteredZh(told);
  return told.is === "tag" ? row("失去标签", told.tag) : zh`离开${told.lifecycle}的${told.stage}${partZh[told.of]}`;
}

export function enteredZh(told: ToldState): string {
  return told.is === "tag" ? row("获得标签", told.tag) : zh`进入${told.lifecycle}的${told.stage}${partZh[told.of]}`;
}

function day(told: ToldDay): string {
  switch (told.is) {
    case "day":
      return "每天";
    case "workday":
      return "每个工作日";
    case "holiday":
      return "每个法定节假日";
    case "makeupWorkday":
      return "每个调休上班日";
    case "weekday":
      return `每${weekdayZh[told.weekday]}`;
    case "lastDayOfMonth":
      return "每月最后一天";
    case "dayOfMonth":
      return `每月 ${told.day} 日${Number(told.day) > 28 ? "（当月没有这一天就在月末）" : ""}`;
  }
}
