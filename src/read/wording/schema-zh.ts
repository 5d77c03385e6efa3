import { typeZh } from "../../diagnostic/type-words.js";
import type { Mark } from "../told.js";
import type { DeclarationKind, SchemaWording } from "../wording.js";
import { row, zh } from "./chinese.js";
import { listedZh } from "./names-zh.js";
import { stepZh } from "./step-zh.js";
import { lengthZh, weekdayZh } from "./time-zh.js";

const kinds: Readonly<Record<DeclarationKind, string>> = {
  project: "项目",
  event: "事件",
  tag: "标签",
  modelTag: "模型标签",
  strategyTag: "策略标签",
  measure: "度量",
  value: "价值模型",
  groups: "分群",
  map: "映射",
  process: "流程",
  lifecycle: "生命周期",
  coupon: "优惠券",
  free_order: "免单",
  points: "积分",
  gift: "礼品",
  privilege: "特权",
  check_in: "签到奖励",
  lottery: "抽奖",
  referral: "邀请奖励",
  channel: "渠道",
  material: "素材",
  goal: "目标",
  metric: "指标",
  line: "业务线",
  expect: "行为期望",
  point: "运营点",
  policy: "触达规则",
  set: "策略组",
  strategy: "策略",
};

const marks: Readonly<Record<Mark, string>> = {
  optional: "可能未知",
  pii: "个人信息",
  fixed: "一经确定不再改变",
  source: "用户来源",
};

export const schemaZh: SchemaWording = {
  title: (kind, shown, id) => row(kinds[kind], id === null ? `「${shown}」` : `「${shown}」（${id}）`),
  project: (zone, ownZones, currency, weekStarts, settle) =>
    zh`${ownZones ? "默认时区" : "时区"} ${zone}，货币 ${currency}，每周从${weekdayZh[weekStarts]}开始。` +
    (settle === null
      ? "不等晚到的事件"
      : zh`事件晚到不超过 ${lengthZh(settle)}也算数，所以到点后再过 ${lengthZh(settle)}才发`),
  calendar: (id) => zh`节假日、调休和节日以日历 ${id} 为准`,
  locales: (locales) => zh`每条素材都备有 ${listedZh(locales)} 的文字`,
  userFields: "用户资料：",
  eventFields: "每次记录：",
  noFields: "只记录发生的时间",
  field: (shown, id, type, list) =>
    `${shown}${id === null ? "" : `（${id}）`}：${[type, ...list.map((mark) => marks[mark])].join("，")}`,
  type: (type) => (type === "boolean" ? "是或否" : typeZh(type)),
  choices: (members) => `${members.join("、")}之一`,
  lifecycleHead: "从上往下，用户属于第一个符合的阶段：",
  mapHead: "把左边的值换成右边的：",
  mapRow: (key, value) => `${key} → ${value}`,
  processHead: "依次经过：",
  step: stepZh,
  called: (text, shown) => zh`${text}，这一步叫${shown}`,
  kept: (span) => zh`只保留最近 ${lengthZh(span)}的数据`,
  otherwise: "其余所有用户",
  strategyTag: (valid) =>
    valid === null ? "由策略在触达时打上，长期有效" : zh`由策略在触达时打上，${lengthZh(valid)}内有效`,
};
