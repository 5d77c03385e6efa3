import type { TargetWording } from "../target-wording.js";
import type { HypothesisState, ProductStage, TargetAim } from "../told.js";
import type { ToldAim, ToldCost, ToldGoal, ToldPart } from "../told-target.js";
import { row, zh } from "./chinese.js";
import { choiceZh } from "./names-zh.js";
import { lengthZh, whenZh } from "./time-zh.js";
import { enteredZh } from "./when-zh.js";

const productStages: Readonly<Record<ProductStage, string>> = {
  cold_start: "冷启动期",
  growth: "成长期",
  mature: "成熟期",
  decline: "衰退期",
};

const states: Readonly<Record<HypothesisState, string>> = {
  untested: "还是没验证过的常识",
  testing: "正在验证",
  verified: "已经证实",
  rejected: "已被证伪",
};

const aims: Readonly<Record<Exclude<TargetAim, "ripen" | "retain">, string>> = {
  acquisition: "拉新",
  activation: "激活",
  retention: "留存",
  revenue: "变现",
  referral: "推荐",
};

const aim = ({ word, lifecycle, stage }: ToldAim): string => {
  if (word !== "ripen" && word !== "retain") return aims[word];
  const ripen = word === "ripen";
  if (lifecycle === null) return ripen ? "促进用户成长" : "留住用户";
  if (stage === null) return ripen ? zh`推动用户沿${lifecycle}往前走` : zh`沿${lifecycle}留住用户`;
  return ripen ? zh`推动用户走到${lifecycle}的${stage}` : zh`让用户留在${lifecycle}的${stage}`;
};

const reached = (goal: ToldGoal): string => (goal.is === "did" ? row("有过", goal.event) : enteredZh(goal.state));

const part = (told: ToldPart): string => {
  const names = told.names.join("、");
  if (told.is !== "metric") return `${told.is === "lifecycle" ? "生命周期" : "价值模型"}：${names}`;
  return told.into === null ? `指标：${names}` : `指标：${names}，汇总到${told.into}`;
};

const units = { day: "天", week: "周", month: "月" } as const;

const cost = (told: ToldCost): string => {
  switch (told.is) {
    case "acquisition": {
      if (told.sources.length > 0) return zh`获客成本：来自${choiceZh(told.sources)}的，每人 ${told.amount}`;
      return zh`获客成本：${told.others ? "其余来源的，" : ""}每人 ${told.amount}`;
    }
    case "upkeep":
      return zh`维护成本：每人每${units[told.per]} ${told.amount}`;
    case "margin":
      return zh`毛利率 ${told.share}`;
  }
};

export const targetsZh: TargetWording = {
  productStage: (stage) => `产品处于${productStages[stage]}`,
  aim,
  hypothesis: (text, state) => `依据的假设：${text}（${states[state]}）`,
  goal: (goal) => zh`触达之后${reached(goal)}，期限由各条策略规定`,
  goalWithin: (goal, told, within) => zh`触达后 ${lengthZh(within)}内${reached(told)}，就算达成目标${goal ?? ""}`,
  goalTarget: (share) => zh`要让触达到的用户里有 ${share}达成`,
  northStar: "北极星指标",
  shareOf: "符合以下条件的用户占比：",
  totalOf: (value) => `全体用户相加：${value}`,
  perUser: (value) => `人均：${value}`,
  ratioOf: (value, over) => `两项都由全体用户相加，再相除：${value} ÷ ${over}`,
  medianTime: (from, to, days) =>
    zh`从${from}到${to}所隔时间的中位数（只算先后都有过的用户，${days ? "按日历天数计" : "精确计时"}）`,
  activeUsers: (did) => `${did}的用户数`,
  rateOf: ({ process, from, to, stretch }) =>
    zh`${whenZh(stretch)}在流程${process}中走到了${from}的用户里，同期走到了${to}的占比`,
  amongUsers: "只看这些用户：",
  levels: ({ better, scale, target }) =>
    [
      `越${better === "higher" ? "高" : "低"}越好`,
      ...(scale.length > 0 ? [`依次要达到 ${scale.join("、")}`] : []),
      ...(target === null ? [] : [`目标 ${target}`]),
    ].join("；"),
  linePart: part,
  expected: (tag, did) => zh`有标签${tag}的用户应当做到：${did}`,
  costs: "用户成本：",
  costOf: cost,
};
