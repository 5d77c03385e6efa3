import { signZh } from "../../calendar/sign.js";
import { typeZh } from "../../diagnostic/type-words.js";
import type { Shown } from "../catalogue.js";
import type {
  Aim,
  BenefitPart,
  CouponTerms,
  DeclarationKind,
  Length,
  Mark,
  Often,
  Operator,
  ReadWording,
  Sort,
  Stretch,
  ToldStep,
} from "../wording.js";
import { row, zh } from "./chinese.js";
import { weekdayZh } from "./names-zh.js";
import { quoted } from "./quoted.js";
import { elapsedZh, lengthZh, quantityZh, whenZh } from "./time-zh.js";

const withId = ({ id }: Shown, shown: string): string => (id === null ? shown : `${shown}（${id}）`);
const name = (shown: Shown): string => withId(shown, `「${shown.text}」`);

/** A name with one of our own connecting words in it, or with anything but letters, is put in quotation marks. */
const harmless = (text: string): boolean =>
  /^[\p{L}_][\p{L}\p{N}_]*$/u.test(text) && !/[且或是不]|等于|超过|低于|包含|未知|已知/u.test(text);

const words: Readonly<Record<Exclude<Sort, "text">, Readonly<Record<Operator, string>>>> = {
  number: { "<": "低于", "<=": "不超过", ">": "超过", ">=": "不低于", "=": "等于", "!=": "不等于" },
  count: { "<": "少于", "<=": "不超过", ">": "超过", ">=": "不少于", "=": "等于", "!=": "不等于" },
  date: { "<": "早于", "<=": "不晚于", ">": "晚于", ">=": "不早于", "=": "是", "!=": "不是" },
  duration: { "<": "不到", "<=": "不超过", ">": "超过", ">=": "至少", "=": "正好", "!=": "不是" },
};

const times: Readonly<Record<Operator, string>> = { ...words.count, ">=": "至少", "=": "恰好" };

/** What is added up starts from nothing, so it goes by what has come together so far. */
const adds: ReadonlySet<string> = new Set(["count", "countDays", "countDistinct", "sum"]);

const extreme = (fn: "min" | "max", sort: Sort): string => {
  if (sort === "date") return fn === "min" ? "最早" : "最晚";
  return fn === "min" ? "最低" : "最高";
};

/** `甲、乙或丙`. */
const choice = (names: readonly string[]): string =>
  names.length < 2 ? names.join("") : zh`${names.slice(0, -1).join("、")}或${names.at(-1) ?? ""}`;

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

/** A step after the first: what follows, or must not. */
const step = ({ no, event, same, within, closing }: ToldStep): string => {
  const what = same === null ? event : zh`同一${same}的${event}`;
  const length = within === null ? null : lengthZh(within);
  if (!no) return length === null ? row("随后有", what) : zh`随后 ${length}内有${what}`;
  if (closing) return length === null ? row("此后至今没有", what) : zh`此后过了 ${length}仍没有${what}`;
  return length === null ? row("中间没有", what) : zh`其后 ${length}内没有${what}`;
};

const kinds: Readonly<Record<DeclarationKind, string>> = {
  project: "项目",
  event: "事件",
  tag: "标签",
  map: "映射",
  process: "流程",
  lifecycle: "生命周期",
  coupon: "优惠券",
  points: "积分",
  channel: "渠道",
  material: "素材",
  goal: "目标",
  strategy: "策略",
};

const marks: Readonly<Record<Mark, string>> = {
  optional: "可能未知",
  pii: "个人信息",
  fixed: "一经确定不再改变",
  source: "用户来源",
};

const aims: Readonly<Record<Aim, string>> = {
  acquisition: "拉新",
  activation: "激活",
  retention: "留存",
  revenue: "变现",
  referral: "推荐",
};

const benefitParts: Readonly<Record<BenefitPart, string>> = {
  amount: "权益面额",
  over: "权益门槛",
  expires_at: "权益到期时间",
};

const slots: ReadonlyMap<string, string> = new Map([
  ["title", "标题"],
  ["body", "正文"],
  ["subject", "主题"],
]);

const valid = (term: Length | null): string => (term === null ? "长期有效" : zh`发放后 ${lengthZh(term)}内有效`);

const coupon = (terms: CouponTerms): string =>
  `${terms.over === null ? zh`无门槛减 ${terms.amount}` : zh`满 ${terms.over}减 ${terms.amount}`}，${valid(terms.valid)}`;

const timeOf = (zone: string | null): string => (zone === null ? "用户当地时间" : zh`${zone} 时间`);

export const readZh: ReadWording = {
  name,
  word: (shown) => (harmless(shown.text) ? withId(shown, shown.text) : name(shown)),
  text: (text) => quoted(text, "“", "”"),
  boolean: (value) => (value ? "“是”" : "“否”"),
  quantity: quantityZh,

  userField: (field) => row("用户的", field),
  stageOf: (lifecycle) => zh`用户在${lifecycle}中的阶段`,
  benefitPart: (part) => benefitParts[part],
  tag: (tag) => row("标签", tag),
  point: (nth, event) =>
    nth === 1 ? row("首次", event) : nth === "last" ? row("上次", event) : zh`第 ${`${nth}`} 次${event}`,
  event: (event, where) => (where === null ? event : `${event}（${where}）`),
  aggregate: (fn, event, field, stretch, sort) => {
    const start = stretch.is === "ever" && !adds.has(fn) ? "历史上" : whenZh(stretch);
    if (fn === "countDays") return zh`${start}有${event}的天数`;
    if (fn === "count" || field === null) return zh`${start}${event}的次数`;
    const of = zh`${start}${event}`;
    switch (fn) {
      case "sum":
        return zh`${of}的${field}合计`;
      case "countDistinct":
        return zh`${of}的${field}数（去重）`;
      case "mostFrequent":
        return zh`${of}中出现最多的${field}`;
      case "average":
        return zh`${of}的平均${field}`;
      case "min":
      case "max":
        return zh`${of}的${extreme(fn, sort)}${field}`;
    }
  },
  timeSince: (moment) => row(moment, "距今"),
  fieldOf: (field, point) => zh`${point}的${field}`,
  mapped: (map, value) => zh`${value}对应的${map}`,
  zodiac: (calendar, date) => zh`${date}对应的${calendar === "western" ? "星座" : "生肖"}`,
  sign: (sign) => signZh[sign],
  ifUnknown: (value, fallback, kind, compound) => {
    const remark =
      kind === "never"
        ? zh`从未有过时按 ${fallback}计`
        : kind === "text"
          ? zh`未知时用${fallback}`
          : zh`未知时按 ${fallback}计`;
    return compound ? `（${value}，${remark}）` : `${value}（${remark}）`;
  },
  arithmetic: (left, op, right) => `${left} ${{ "+": "+", "-": "−", "*": "×", "/": "÷" }[op]} ${right}`,
  bracket: (text) => `（${text}）`,

  compare: (left, op, right, sort) => zh`${left}${words[sort === "text" ? "date" : sort][op]}${right}`,
  counted: (event, stretch, op, count) => zh`${whenZh(stretch)}${event}${times[op]} ${count} 次`,
  flag: (value, negated, flag) => zh`${value}${negated ? "不为" : "为"}${readZh.boolean(flag)}`,
  stage: (lifecycle, negated, stages) => zh`${negated ? "不处于" : "处于"}${lifecycle}的${choice(stages)}阶段`,
  oneOf: (value, negated, list) =>
    negated
      ? zh`${value}不是${list.join("、")}中的任何一个`
      : zh`${value}是${choice(list)}${list.length > 1 ? "" : "之一"}`,
  known: (value, negated) => zh`${value}${negated ? "未知" : "已知"}`,
  between: (value, low, high, sort) =>
    sort === "number" || sort === "count" || sort === "duration"
      ? zh`${value}在 ${low}到 ${high}之间（含两端）`
      : zh`${value}介于${low}和${high}之间（含两端）`,
  contains: (value, part) => zh`${value}包含${part}`,
  has: (tag, negated) => zh`${negated ? "没有" : "有"}标签${tag}`,
  did,
  streak: (event, days, ending, negated) =>
    zh`${negated ? "没有做到" : ""}连续 ${`${days}`} 天（截至${ending === "today" ? "今天" : "昨天"}）每天都有${event}`,
  without: (text, event) => row(text, "，这期间到现在都没有", event),
  sequence: (stretch, first, steps) => row(whenZh(stretch), "依次有", first, ...steps.map((each) => `，${step(each)}`)),
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

  title: (kind, shown, id) => row(kinds[kind], id === null ? `「${shown}」` : `「${shown}」（${id}）`),
  colon: "：",
  comma: "，",
  stop: "。",
  project: (zone, ownZones, currency, weekStarts, settle) =>
    zh`${ownZones ? "默认时区" : "时区"} ${zone}，货币 ${currency}，每周从${weekdayZh[weekStarts]}开始。` +
    (settle === null
      ? "不等晚到的事件。"
      : zh`事件晚到不超过 ${lengthZh(settle)}也算数，所以到点后再过 ${lengthZh(settle)}才发。`),
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
  step,
  called: (text, shown) => zh`${text}，这一步叫${shown}`,
  kept: (span) => zh`只保留最近 ${lengthZh(span)}的数据`,
  withId: (shown, id) => (id === null ? shown : `${shown}（${id}）`),
  otherwise: "其余所有用户",
  reachAll: "所有用户都可触达",
  reachIf: "可触达的条件是：",
  cost: (amount) => zh`每发一次 ${amount}；`,
  coupon,
  points: (amount, term) => `${amount}，${valid(term)}`,
  materialFor: (channel) => row("用于", channel),
  materialLine: (locale, part, text) => zh`${locale} ${slots.get(part) ?? part}：${text}`,
  fallbackLocale: (locale, recorded) =>
    recorded ? zh`用户的语言没有对应文字时，用 ${locale} 的` : zh`没有记录用户的语言，所以都用 ${locale} 的`,
  goal: (event) => zh`触达之后有过${event}，期限由各条策略规定`,

  every: (day, clock, zone) => zh`每${day === null ? "天" : weekdayZh[day]} ${clock}（${timeOf(zone)}）`,
  once: (date, clock, zone) => zh`仅在 ${date} ${clock}（${timeOf(zone)}）这一次`,
  who: (start, which) => {
    if (which === "everybody") return `${start}，触达所有用户`;
    return `${start}，触达${which === "all" ? "同时满足以下条件" : "符合这个条件"}的用户：`;
  },
  channels: ([first = "", ...rest]) =>
    rest.length === 0
      ? row("走", first)
      : row("先走", first, ...rest.map((each, index) => `，${index === 0 ? "触达不了" : "还触达不了"}再走${each}`)),
  benefit: (shown, terms) => `发放${shown}（${terms}）`,
  noBenefit: "不发权益",
  materials: (names) => `素材用${names.join("、")}`,
  repeat: (rule) => {
    if (rule === "never") return "同一用户只发一次";
    if (rule === "always") return "同一用户每次符合条件都会发";
    return zh`同一用户发过之后，${lengthZh(rule)}内不再发`;
  },
  goalWithin: (goal, event, within) => zh`触达后 ${lengthZh(within)}内有过${event}，就算达成目标${goal}`,
  rank: (aim, priority) =>
    `${aim === null ? "" : `目的是${aims[aim]}；`}${priority === null ? "优先级 50（默认）" : `优先级 ${priority}`}`,
};
