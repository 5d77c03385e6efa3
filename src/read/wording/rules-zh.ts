import type { RuleWording } from "../strategy-wording.js";
import type { Purpose } from "../told.js";
import type { ToldCap } from "../told-strategy.js";
import { zh } from "./chinese.js";
import { listedZh } from "./names-zh.js";
import { heldOutZh, hoursZh } from "./strategies-zh.js";
import { clockOfZh, lengthZh, weekdayZh } from "./time-zh.js";

const purposes: Readonly<Record<Purpose, string>> = { marketing: "营销", service: "服务" };

const window = (told: ToldCap["window"]): string => {
  if (told.is === "in") return zh`任意${told.exact ? "" : "连续"} ${lengthZh(told.length)}内`;
  return { day: "每天", week: `每周（${weekdayZh[told.starts]}起）`, month: "每月" }[told.unit];
};

export const rulesZh: RuleWording = {
  noRules: "没有规定",
  consentIf: (channel, purpose) => {
    const messages = `${purpose === null ? "" : purposes[purpose]}消息`;
    return zh`授权（${channel === null ? messages : zh`走${channel}的${messages}`}只发给符合的用户）：`;
  },
  stopIf: "停发名单（符合的用户一律不触达）：",
  personalIf: "个性化（按资料或行为挑人、填文案的消息，只发给符合的用户）：",
  quiet: (hours, otherwise, zone) =>
    `免打扰：${hoursZh(hours)}（${clockOfZh(zone)}），${otherwise === "skip" ? "落在其中的不发" : "落在其中的顺延到结束后再发"}`,
  cap: ({ channels, n, window: of }) => {
    const over = channels.length === 0 ? "所有渠道合计" : zh`${listedZh(channels)}${channels.length > 1 ? "合计" : ""}`;
    return zh`频次上限：每个用户${window(of)}${over}最多 ${n} 次`;
  },
  holdoutOfAll: (holdout) => zh`全局留白：所有策略都${heldOutZh(holdout)}`,
  bestHour: (events, least) =>
    zh`最活跃的钟点：最近 90 天里打开、点击消息${events.length === 0 ? "" : zh`以及${events.join("、")}`}最多的那个钟点，至少要有 ${least} 次记录`,
};
