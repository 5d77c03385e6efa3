import type { Often, Operator, Sort, Stretch } from "../told.js";
import type { TestWording } from "../wording.js";
import { row, zh } from "./chinese.js";
import { booleanZh, choiceZh, partZh } from "./names-zh.js";
import { stepZh } from "./step-zh.js";
import { elapsedZh, lengthZh, whenZh } from "./time-zh.js";

const words: Readonly<Record<Exclude<Sort, "text">, Readonly<Record<Operator, string>>>> = {
  number: { "<": "低于", "<=": "不超过", ">": "超过", ">=": "不低于", "=": "等于", "!=": "不等于" },
  count: { "<": "少于", "<=": "不超过", ">": "超过", ">=": "不少于", "=": "等于", "!=": "不等于" },
  date: { "<": "早于", "<=": "不晚于", ">": "晚于", ">=": "不早于", "=": "是", "!=": "不是" },
  version: { "<": "低于", "<=": "不高于", ">": "高于", ">=": "不低于", "=": "是", "!=": "不是" },
  duration: { "<": "不到", "<=": "不超过", ">": "超过", ">=": "至少", "=": "正好", "!=": "不是" },
};

const times: Readonly<Record<Operator, string>> = { ...words.count, ">=": "至少", "=": "恰好" };

const did = (event: string, often: Often, stretch: Stretch, negated: boolean): string => {
  const start = negated && stretch.is === "after" ? elapsedZh(stretch) : whenZh(stretch);
  switch (often.is) {
    case "once":
      return negated ? didNot(event, stretch, start) : row(stretch.is === "ever" ? "曾经" : start, "有过", event);
    case "times": {
      const { least, most } = often;
      if (most === null) return row(start, event, negated ? zh`不到 ${`${least}`} 次` : zh`至少 ${`${least}`} 次`);
      if (most === least) return row(start, event, negated ? zh`不是恰好 ${`${least}`} 次` : zh`恰好 ${`${least}`} 次`);
      const range = `${least} 到 ${most} 次`;
      return row(start, event, negated ? zh`不在 ${range}之间` : zh`有 ${range}`);
    }
    case "days":
      return negated
        ? zh`${start}有过${event}的日子不到 ${`${often.least}`} 天`
        : zh`${start}至少有 ${`${often.least}`} 天有过${event}`;
  }
};

const didNot = (event: string, stretch: Stretch, start: string): string => {
  if (stretch.is === "ever") return row("从未有过", event);
  if (stretch.is === "for") return zh`已满 ${lengthZh(stretch.length)}没有${event}`;
  return row(start, "没有", event);
};

export const testsZh: TestWording = {
  compare: (left, op, right, sort) => zh`${left}${words[sort === "text" ? "date" : sort][op]}${right}`,
  counted: (event, stretch, op, count) => zh`${whenZh(stretch)}${event}${times[op]} ${count} 次`,
  flag: (value, negated, flag) => zh`${value}${negated ? "不为" : "为"}${booleanZh(flag)}`,
  stage: (lifecycle, is, negated, stages) =>
    zh`${negated ? "不" : ""}${is === "lifecycle" ? "处于" : "属于"}${lifecycle}的${choiceZh(stages)}${partZh[is]}`,
  oneOf: (value, negated, list) =>
    negated
      ? zh`${value}不是${list.join("、")}中的任何一个`
      : zh`${value}是${choiceZh(list)}${list.length > 1 ? "" : "之一"}`,
  known: (value, negated) => zh`${value}${negated ? "未知" : "已知"}`,
  between: (value, low, high, sort) =>
    sort !== "date" && sort !== "text"
      ? zh`${value}在 ${low}到 ${high}之间（含两端）`
      : zh`${value}介于${low}和${high}之间（含两端）`,
  contains: (value, part) => zh`${value}包含${part}`,
  has: (tag, negated) => zh`${negated ? "没有" : "有"}标签${tag}`,
  did,
  streak: (event, days, ending, negated) =>
    zh`${negated ? "没有做到" : ""}连续 ${`${days}`} 天（截至${ending === "today" ? "今天" : "昨天"}）每天都有${event}`,
  without: (text, event) => row(text, "，这期间到现在都没有", event),
  sequence: (stretch, first, steps) =>
    row(whenZh(stretch), "依次有", first, ...steps.map((each) => `，${stepZh(each)}`)),
  reached: ({ process, step: at, butNot, isNext, stretch }) => {
    const start = row(whenZh(stretch), "流程", process);
    if (butNot === null) return row(start, "走到了", at);
    return isNext ? zh`${start}停在${at}，至今没到${butNot}` : zh`${start}走到了${at}，至今没走到${butNot}`;
  },
  wasAgo: (moment, bound, span) =>
    bound === "at least" ? zh`${moment}在 ${lengthZh(span)}前或更早` : zh`${moment}不早于 ${lengthZh(span)}前`,
  wasIn: (moment, stretch) => {
    if (stretch.is === "since")
      return zh`${moment}在${stretch.moment.text}${stretch.moment.day ? "当天或之后" : "之后"}`;
    const bounded = stretch.is === "last" || stretch.is === "previous" || stretch.is === "for";
    return zh`${moment}在${whenZh(stretch)}${bounded ? "之内" : ""}`;
  },
  happenedAtAll: (point, negated) => zh`${negated ? "没有" : "有"}${point}的记录`,
  hasPassed: (moment) => row(moment, "不晚于此刻"),
  not: (test) => `不满足（${test}）`,
  line: 56,
  joined: (parts, by) => parts.join(by === "and" ? "，且" : "，或"),
  listed: (by, negated) => {
    if (by === "and") return negated ? "以下条件不同时成立：" : "满足以下全部条件：";
    return negated ? "以下条件一个也不成立：" : "满足以下任一条件：";
  },
};
