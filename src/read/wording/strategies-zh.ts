import type { StrategyWording } from "../strategy-wording.js";
import type { Outcome } from "../told.js";
import type { Metric, ToldGuard, ToldHoldout, ToldHours, ToldLink } from "../told-strategy.js";
import { row, zh } from "./chinese.js";
import { listedZh } from "./names-zh.js";
import { clockOfZh, lengthZh } from "./time-zh.js";
import { startZh } from "./when-zh.js";

const outcomes: Readonly<Record<Outcome, string>> = { delivered: "送达", opened: "打开", clicked: "点击" };

const over = ([first = "", ...rest]: readonly string[]): string =>
  rest.length === 0
    ? row("走", first)
    : row("先走", first, ...rest.map((each, index) => `，${index === 0 ? "触达不了" : "还触达不了"}再走${each}`));

const link = ({ wait, channels }: ToldLink): string =>
  wait === null
    ? over(channels)
    : zh`；发出 ${lengthZh(wait.length)}后还没${outcomes[wait.unless]}，就补发一次，${over(channels)}`;

export const hoursZh = ({ from, to, overnight }: ToldHours): string => `${from} 到${overnight ? "次日" : ""} ${to}`;

export const heldOutZh = ({ share, salt }: ToldHoldout): string => zh`不触达 ${share}的用户，用作对照（随机盐${salt}）`;

const metrics: Readonly<Record<Metric, string>> = {
  opt_out_rate: "退订率",
  failure_rate: "发送失败率",
  open_rate: "打开率",
  click_rate: "点击率",
  conversion_rate: "转化率",
  touches: "触达次数",
  touch_cost: "发送费用",
  benefit_cost: "权益成本",
};

const operators = { "<": "低于", "<=": "不高于", ">": "高于", ">=": "不低于" } as const;

const guard = ({ metric, op, value, after }: ToldGuard): string =>
  zh`${metrics[metric]}${operators[op]} ${value}就停止${after === null ? "" : `（触达满 ${after} 次后才判断）`}`;

export const strategiesZh: StrategyWording = {
  when: startZh,
  who: (start, { tests, known }) => {
    if (known) {
      if (tests === "none") return `${start}，触达该用户`;
      return `${start}，用户${tests === "all" ? "同时满足以下条件" : "符合这个条件"}就触达：`;
    }
    if (tests === "none") return `${start}，触达所有用户`;
    return `${start}，触达${tests === "all" ? "同时满足以下条件" : "符合这个条件"}的用户：`;
  },
  channels: (links) => links.map(link).join(""),
  preferred: (channels, least) =>
    `${over(channels)}；该用户在每个渠道都有了 ${least} 条回执后，改为按打开率从高到低依次尝试`,
  benefit: (shown, terms, elseNone) =>
    `发放${shown}（${terms}）${elseNone ? "；发完或超出限额时照样触达，只是不发权益" : ""}`,
  noBenefit: "不发权益",
  materials: (names) => `素材用${names.join("、")}`,
  sendBetween: (hours, otherwise, zone) =>
    `只在 ${hoursZh(hours)} 之间发送（${clockOfZh(zone)}），${otherwise === "skip" ? "不在这个时段就不发" : "不在这个时段就顺延到时段开始再发"}`,
  sendAtBestHour: (between, zone) =>
    `在用户最活跃的钟点发送（${clockOfZh(zone)}${between === null ? "" : `，只在 ${hoursZh(between)} 之间开始的钟点里选`}）`,
  repeat: (rule) => {
    if (rule === "never") return "同一用户只发一次";
    if (rule === "always") return "同一用户每次符合条件都会发";
    return zh`同一用户发过之后，${lengthZh(rule)}内不再发`;
  },
  limit: (n, field) => zh`${field}相同的，最多发 ${n} 次`,
  exclusive: (names, apart) =>
    apart === null
      ? zh`与${names.join("、")}互斥：同一用户同一天只触达其一`
      : zh`与${names.join("、")}互斥：同一用户两次触达的日期至少相隔 ${lengthZh(apart)}`,
  setsTags: (tags) => zh`触达后给用户打上标签${listedZh(tags)}`,
  guard,
  purpose: (purpose) => `属于${purpose === "marketing" ? "营销" : "服务"}消息`,
  operatingPoint: (point) => `属于运营点${point}`,
  rank: (aim, priority) =>
    `${aim === null ? "" : `目的是${aim}；`}${priority === null ? "优先级 50（默认）" : `优先级 ${priority}`}`,
  holdout: (holdout) => zh`留白：${heldOutZh(holdout)}`,

  split: (salt) => zh`用户按随机盐${salt}随机分成以下几组：`,
  variant: (shown, share, was) => zh`${share}${was.length === 0 ? "" : `（此前依次为 ${was.join("、")}）`}进入${shown}`,
  control: "什么也不发，用作对照",
  asAbove: "照上面说的发",

  setBudget: (amount) => zh`全组权益和发送的成本合计不超过 ${amount}`,
  setPoint: (point) => `全组属于运营点${point}`,
  common: "组内每条策略都是：",
  members: "组内策略：",
};
