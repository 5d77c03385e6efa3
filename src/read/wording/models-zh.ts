import type { ModelWording } from "../model-wording.js";
import { row, zh } from "./chinese.js";
import { listedZh } from "./names-zh.js";
import { lengthZh } from "./time-zh.js";

export const modelsZh: ModelWording = {
  modelTag: ({ type, model, valid, days }) =>
    zh`模型${model}最近一次给出的${type}，${lengthZh(valid)}内（${days ? "按日历算" : "精确到时刻"}）有效，过期就算未知`,
  measuredPeriod: ({ candidates, event, observed, below }) =>
    zh`在 ${candidates.map(lengthZh).join("、")}里取最短的一个，使得：相邻两次${event}之间的沉默达到这么久以后，${lengthZh(observed)}之内结束的不到 ${below}`,
  untilFound: (value) => zh`从数据里测出之前，或数据太少测不出时，用 ${value}`,
  refresh: (every) => zh`每 ${lengthZh(every)}重新测一次`,
  measuredDays: (name) => row("测得的", name),
  measuredShare: (name) => row("测得的比例", name),
  membersHead: "只给这些用户划分：",
  score: ({ name, value, days, better }) =>
    `得分${name}：${value}${days ? "（按日历天数计）" : ""}${better === null ? "" : `，越${better === "higher" ? "高" : "低"}越好`}`,
  scoreOf: (name) => row("得分", name),
  splitAt: (at) => `达到或优于这些用户的${at === "average" ? "平均数" : "中位数"}为高，否则为低`,
  isHigh: (score, high) => row(score, high ? "为高" : "为低"),
  tiersHead: "从上往下，用户属于第一个符合的分层：",
  tierShare: ({ is, share, by }) => zh`这些用户里${by}${is === "top" ? "最好的" : "接下来的"} ${share}`,
  otherMembers: "这些用户里其余的",
  groupsCalled: (names, score) =>
    zh`把各项得分最相近的用户归到一起，分成 ${String(names.length)} 群，按${score}从高到低依次叫${listedZh(names)}`,
  groupsFrom: (text) => `从${text}开始找各个人群`,
};
